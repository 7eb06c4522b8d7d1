"""The story: the events in order, one at a time, turned by buttons or by the arrow keys."""

from __future__ import annotations

from html import escape

import streamlit as st

from timeline import frames
from timeline.views import evidence, session, states
from timeline.views.reading import Reading

_QUOTED = 2  # articles quoted on a page; the evidence has them all


def draw(page: Reading) -> None:
    """The page of the chosen event, else of the first."""
    if page.shown.empty:
        states.nothing(page)
        return
    ids = [*frames.dated(page.shown)["id"], *frames.undated(page.shown)["id"]]
    at = ids.index(page.state["ev"]) if page.state["ev"] in ids else 0
    with st.container(key="story"):
        _turn(page, ids, at)
        _leaf(page, ids[at])


def _turn(page: Reading, ids: list[str], at: int) -> None:
    """Previous, where we are, next. The next page lies where reading goes: left in Arabic."""
    forward, back = ("left", "right") if page.language == "ar" else ("right", "left")
    with st.container(
        horizontal=True, vertical_alignment="center", horizontal_alignment="distribute", key="turn"
    ):
        _button(page, "previous", back, ids[at - 1] if at else "")
        step = page.say("story.step", n=at + 1, total=page.count("event", len(ids)))
        st.html(
            f'<p class="step">{escape(step)}</p><progress max="{len(ids)}" value="{at + 1}"></progress>',
            width="content",
        )
        _button(page, "next", forward, ids[at + 1] if at + 1 < len(ids) else "")


def _button(page: Reading, name: str, arrow: str, id: str) -> None:
    st.button(
        page.say(f"story.{name}"),
        key=name,
        disabled=not id,
        on_click=session.change,
        kwargs={"ev": id},
        shortcut=arrow,
    )


def _leaf(page: Reading, id: str) -> None:
    event = page.news.records[id]
    told = page.store.evidence(id)
    cards = "".join(evidence.card(page, each) for each in told[:_QUOTED])
    st.html(f'<div class="leaf">{evidence.head(page, event)}{cards}</div>')
    with st.container(
        key="leaf-foot", horizontal=True, vertical_alignment="center", horizontal_alignment="distribute"
    ):
        st.button(
            page.say("story.evidence"),
            key="story-evidence",
            on_click=session.change,
            kwargs={"view": "timeline", "ev": id},
            icon=":material/format_quote:",
        )
        st.html(f'<p class="hint">{escape(page.say("story.hint"))}</p>', width="content")
