"""The corrections: a log that nothing is deleted from, each of which can be undone."""

from __future__ import annotations

from html import escape

import streamlit as st

from timeline import labels
from timeline.charts.typesetting import clean
from timeline.model import Correction, Event
from timeline.views import session
from timeline.views.reading import Reading


def draw(page: Reading) -> None:
    """The log, the latest first."""
    log = page.store.corrections()
    if not log:
        st.html(f'<section class="state"><p>{escape(page.say("review.none"))}</p></section>')
    for correction in log:
        with st.container(key=f"correction-{correction.id}", horizontal=True, vertical_alignment="center"):
            event = _event(page, correction)
            st.html(entry(page, correction, event))
            if event:
                st.button(
                    page.say("review.open"),
                    key=f"open-{correction.id}",
                    type="tertiary",
                    on_click=session.change,
                    kwargs={"view": "timeline", "ev": event.id},
                )
            if correction.undone is None:
                st.button(
                    page.say("review.undo"),
                    key=f"undo-{correction.id}",
                    icon=":material/undo:",
                    on_click=_undo,
                    args=(page, correction.id),
                )


def _undo(page: Reading, number: int) -> None:
    page.store.undo(number)


def _event(page: Reading, correction: Correction) -> Event | None:
    """The event that a correction is about, as it is now."""
    return page.store.event(correction.event) if correction.event else _about(page, correction.mentions)


def entry(page: Reading, correction: Correction, event: Event | None) -> str:
    """One correction of an event in words, as HTML."""
    title = clean(event.title) if event else page.say("review.gone")
    date = ""
    if correction.begin or correction.until:
        words = labels.interval(correction.begin, correction.until, correction.granularity, page.language)
        date = f' <span class="arrow" aria-hidden="true"></span> <bdi>{escape(words)}</bdi>'
    day = labels.interval(correction.at.date(), None, "day", page.language, both=False)
    by = page.say("review.by", author=f"\u2068{clean(correction.author)}\u2069", day=day)
    undone = f" · {page.say('review.undone')}" if correction.undone else ""
    struck = " undone" if correction.undone else ""
    kind = escape(page.say(f"review.{correction.kind}"))
    return (
        f'<article class="correction{struck}"><p class="kicker">{kind}</p>'
        f'<p class="what" dir="auto">{escape(title)}{date}</p>'
        f'<p class="hint">{escape(by + undone)}</p></article>'
    )


def _about(page: Reading, mentions: tuple[str, ...]) -> Event | None:
    """The event that holds the first of some mentions."""
    wanted = set(mentions)
    return next((event for event in page.news.records.values() if wanted & set(event.mentions)), None)
