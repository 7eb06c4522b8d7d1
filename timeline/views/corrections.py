"""What a reader sets right about an event; it goes to the store's log, never into the texts."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date, timedelta
from functools import cache
from html import escape
from importlib import import_module
from textwrap import shorten
from threading import Thread
from typing import Any

import pandas as pd
import streamlit as st

from timeline import labels
from timeline.charts.typesetting import clean
from timeline.model import Event, Granularity
from timeline.store import Testimony
from timeline.store.corrections import Kind
from timeline.views import session
from timeline.views.reading import Reading

_REFUSED = "_refused"
_NEAR = 200  # events offered for merging, the closest in time first


def draw(page: Reading, event: Event, told: list[Testimony]) -> None:
    """The forms: another date, reports of something else, the same event twice, no event at all."""
    _make_ready()
    with st.expander(page.say("wrong.title"), icon=":material/edit_note:", key="wrong"):
        st.caption(page.say("wrong.note"))
        st.text_input(page.say("wrong.author"), key="author", max_chars=60)
        _date(page, event)
        _split(page, event, told)
        _merge(page, event)
        st.button(
            page.say("wrong.hide"),
            key="hide",
            icon=":material/visibility_off:",
            on_click=_correct,
            args=(page, "hide"),
            kwargs={"event": event.id},
        )
        _complain(page, "hide")


@cache
def _make_ready() -> None:
    """Load what corrections need while the reader reads: merging takes seconds to load, once."""
    Thread(target=import_module, args=("timeline.store.merging",), daemon=True).start()


def _date(page: Reading, event: Event) -> None:
    with st.form("correct-date"):
        st.html(f'<p class="what">{escape(page.say("wrong.date"))}</p>')
        last = event.until - timedelta(days=1) if event.until else event.begin
        keys = []
        for end, day in (("first", event.begin), ("last", last)):
            keys.append(f"{end}-{event.id}-{day}")
            words = page.say(f"wrong.{end}")
            st.date_input(words, day, session.EARLIEST, session.LATEST, keys[-1], format="YYYY-MM-DD")
        _save(page, "date", _correct_date, event, *keys)


def _correct_date(page: Reading, event: Event, first: str, last: str) -> None:
    begin, final = st.session_state[first], st.session_state[last]
    if not isinstance(begin, date) or not isinstance(final, date) or final < begin:
        _refuse("date", "wrong.order")
        return
    grain: Granularity = "day" if begin == final else "range"
    _correct(page, "date", event=event.id, begin=begin, until=final + timedelta(days=1), granularity=grain)


def _split(page: Reading, event: Event, told: list[Testimony]) -> None:
    words = {mention.id: _quote(each, mention.trigger[0]) for each in told for mention in each.mentions}
    if len(words) < 2:
        return
    with st.form("correct-split"):
        key = f"split-{event.id}"
        st.multiselect(
            page.say("wrong.split"),
            list(words),
            key=key,
            format_func=lambda id: words.get(id, id),
            placeholder=page.say("wrong.which"),
            select_all=False,
        )
        _save(page, "split", _correct_split, event, key)


def _correct_split(page: Reading, event: Event, key: str) -> None:
    chosen = st.session_state[key]
    if 0 < len(chosen) < len(event.mentions):
        _correct(page, "split", event=event.id, mentions=chosen)
    else:
        _refuse("split", "wrong.some")


def _quote(told: Testimony, start: int) -> str:
    """A mention as an option: its outlet and its first words, which differ from mention to mention."""
    article = told.annotation.article
    return f"{clean(article.source or article.id)}: {clean(article.text[start : start + 70])}…"


def _merge(page: Reading, event: Event) -> None:
    others = _neighbours(page, event)
    with st.form("correct-merge"):
        key = f"merge-{event.id}"
        st.selectbox(
            page.say("wrong.merge"),
            list(others),
            key=key,
            index=None,
            format_func=lambda id: others.get(id, id),
            placeholder=page.say("wrong.choose"),
        )
        _save(page, "same", _correct_merge, event, key)


def _correct_merge(page: Reading, event: Event, key: str) -> None:
    other = st.session_state[key]
    found = page.store.event(other) if other else None
    if found is None:
        _refuse("same", "wrong.choose")
    else:
        _correct(page, "same", mentions=[*event.mentions, *found.mentions])


def _neighbours(page: Reading, event: Event) -> dict[str, str]:
    """Other events with their dates and titles, the closest in time first."""
    frame = page.news.events[page.news.events["id"] != event.id]
    if event.begin is not None:
        distance = (frame["begin"] - pd.Timestamp(event.begin)).abs()
        frame = frame.assign(distance=distance).sort_values("distance", kind="stable")
    return {str(row.id): option(row, page.language) for row in frame.head(_NEAR).itertuples()}


def option(row: Any, language: labels.Language) -> str:
    """A row of the events as an option to choose: its date and its title."""
    begin, until = (None if pd.isna(day) else day.date() for day in (row.begin, row.until))
    title = shorten(clean(row.title), 110, placeholder="…")
    return f"{labels.interval(begin, until, row.granularity, language, both=False)} — {title}"


def _save(page: Reading, kind: Kind, correct: Callable[..., None], *given: Any) -> None:
    """A form's button, and what was wrong when it was pressed last."""
    key = {"same": "save-merge"}.get(kind, f"save-{kind}")
    st.form_submit_button(page.say("wrong.save"), key=key, on_click=correct, args=(page, *given))
    _complain(page, kind)


def _correct(page: Reading, kind: Kind, **said: Any) -> None:
    """Write to the log, before the page is drawn with what it changed."""
    author = str(st.session_state.get("author") or "").strip() or page.say("wrong.anonymous")
    try:
        page.store.correct(kind, author=author, **said)
    except ValueError:
        _refuse(kind, "wrong.refused")
        return
    if kind == "hide":
        session.change(ev="")
    st.toast(page.say("wrong.saved"), icon=":material/check:")


def _refuse(kind: Kind, why: str) -> None:
    st.session_state[_REFUSED] = (kind, why)


def _complain(page: Reading, kind: Kind) -> None:
    """Why a correction of this kind was refused just now, said once."""
    refused, why = st.session_state.get(_REFUSED, ("", ""))
    if refused == kind:
        del st.session_state[_REFUSED]
        st.error(page.say(why), icon=":material/error:")
