"""What a reader sets right about an event; it goes to the store's log, never into the texts."""

from __future__ import annotations

from datetime import date, timedelta
from html import escape
from typing import Any

import pandas as pd
import streamlit as st

from timeline import labels
from timeline.charts.typesetting import clean
from timeline.model import Event, Granularity
from timeline.store import Testimony
from timeline.views import session
from timeline.views.reading import Reading

_NEAR = 200  # events offered for merging, the closest in time first


def draw(page: Reading, event: Event, told: list[Testimony]) -> None:
    """The forms: another date, reports of something else, the same event twice, no event at all."""
    with st.expander(page.say("wrong.title"), icon=":material/edit_note:", key="wrong"):
        st.caption(page.say("wrong.note"))
        st.text_input(page.say("wrong.author"), key="author", max_chars=60)
        _date(page, event)
        _split(page, event, told)
        _merge(page, event)
        if st.button(page.say("wrong.hide"), key="hide", icon=":material/visibility_off:"):
            _correct(page, "hide", event=event.id)


def _date(page: Reading, event: Event) -> None:
    with st.form("correct-date"):
        st.html(f'<p class="what">{escape(page.say("wrong.date"))}</p>')
        last = event.until - timedelta(days=1) if event.until else event.begin
        begin, final = (
            st.date_input(
                page.say(f"wrong.{end}"), value, session.EARLIEST, session.LATEST, format="YYYY-MM-DD"
            )
            for end, value in (("first", event.begin), ("last", last))
        )
        if not st.form_submit_button(page.say("wrong.save"), key="save-date"):
            return
    if not isinstance(begin, date) or not isinstance(final, date) or final < begin:
        st.error(page.say("wrong.order"), icon=":material/error:")
        return
    grain: Granularity = "day" if begin == final else "range"
    _correct(page, "date", event=event.id, begin=begin, until=final + timedelta(days=1), granularity=grain)


def _split(page: Reading, event: Event, told: list[Testimony]) -> None:
    words = {mention.id: _quote(each, mention.trigger[0]) for each in told for mention in each.mentions}
    if len(words) < 2:
        return
    with st.form("correct-split"):
        chosen = st.multiselect(
            page.say("wrong.split"),
            list(words),
            key=f"split-{event.id}",
            format_func=lambda id: words[id],
            placeholder=page.say("wrong.which"),
            select_all=False,
        )
        if not st.form_submit_button(page.say("wrong.save"), key="save-split"):
            return
    if 0 < len(chosen) < len(event.mentions):
        _correct(page, "split", event=event.id, mentions=chosen)
    else:
        st.error(page.say("wrong.some"), icon=":material/error:")


def _quote(told: Testimony, start: int) -> str:
    """A mention as an option: its outlet and its first words, which differ from mention to mention."""
    article = told.annotation.article
    return f"{clean(article.source or article.id)}: {clean(article.text[start : start + 70])}…"


def _merge(page: Reading, event: Event) -> None:
    others = _neighbours(page, event)
    with st.form("correct-merge"):
        other = st.selectbox(
            page.say("wrong.merge"),
            list(others),
            key=f"merge-{event.id}",
            index=None,
            format_func=lambda id: others[id],
            placeholder=page.say("wrong.choose"),
        )
        if not st.form_submit_button(page.say("wrong.save"), key="save-merge"):
            return
    found = page.store.event(other) if other else None
    if found is None:
        st.error(page.say("wrong.choose"), icon=":material/error:")
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
    return (
        f"{labels.interval(begin, until, row.granularity, language, both=False)} — {clean(row.title)[:110]}"
    )


def _correct(page: Reading, kind: Any, **said: Any) -> None:
    """Write to the log, then draw the page anew with what it changed."""
    author = str(st.session_state.get("author") or "").strip() or page.say("wrong.anonymous")
    try:
        page.store.correct(kind, author=author, **said)
    except ValueError:
        st.error(page.say("wrong.refused"), icon=":material/error:")
        return
    if kind == "hide":
        session.settle(page.state, ev="")
    st.toast(page.say("wrong.saved"), icon=":material/check:")
    st.rerun()
