"""The page: its state, its news, its filters, and the view that was chosen."""

from __future__ import annotations

import logging
import re
from collections.abc import Callable
from dataclasses import replace
from importlib.resources import files
from typing import Any

import streamlit as st
from sqlalchemy.exc import SQLAlchemyError

from timeline.charts.theme import MARKS, PALETTES
from timeline.labels import Language
from timeline.model import Event
from timeline.views import (
    adding,
    articles,
    controls,
    evidence,
    filters,
    header,
    news,
    relations,
    review,
    session,
    states,
    story,
    table,
    texts,
    timeline,
)
from timeline.views.address import State
from timeline.views.components import viewport
from timeline.views.reading import Reading

_LOG = logging.getLogger(__name__)
_GUESS = 1040  # pixels that charts have across where no browser tells
_WIDE = 860  # pixels from which the evidence stands beside the chart
_VIEWS: dict[str, Callable[[Reading], None]] = {
    "timeline": timeline.draw,
    "relations": relations.draw,
    "story": story.draw,
    "table": table.draw,
    "articles": articles.draw,
    "review": review.draw,
}
_LOCALES = {"ar": "ar-EG-u-nu-latn", "en": "en-GB"}  # what the date fields speak; digits as in the rest
_UNFILTERED = ("articles", "review")
_BUILT_IN = {  # Streamlit's own words that it says in English alone: page.css puts ours there
    "filters": "filters.title",
    "browse": "articles.upload.browse",
    "limit": "articles.upload.limit",
    "year": "date.year",
    "month": "date.month",
    "day": "date.day",
}
_UNUSED = '[data-testid="stSidebar"], [data-testid="stExpandSidebarButton"]'  # there: the filters' place
_BESIDE = ("timeline", "relations", "table")  # views that show the chosen event's evidence


def draw() -> None:
    """One run of the page. What goes wrong is told to people in their language, and logged."""
    state = session.follow()
    language: Language = "en" if state["lang"] == "en" else "ar"
    _dress(language)
    try:
        _draw(state)
    except SQLAlchemyError:
        _LOG.exception("the store does not answer")
        states.unreachable(language)
    except Exception:
        _LOG.exception("the page could not be drawn")
        states.broken(language)


def _dress(language: Language) -> None:
    """The page's own style in the colours of the charts; Arabic reads from right to left."""
    style = files("timeline.views").joinpath("style")
    mode = "dark" if st.context.theme.type == "dark" else "light"
    ink = PALETTES[mode]
    names = {"rule": ink.ink, "quiet": ink.muted, "hair": ink.grid, "tint": ink.band, "accent": ink.accent}
    names |= {"paper": ink.paper}
    names |= {"for": ink.quads["material_cooperation"], "against": ink.quads["material_conflict"]}
    names |= {f"mark-{kind}": colour for kind, colour in MARKS[mode].items()}
    colours = "".join(f"--{name}:{colour};" for name, colour in names.items())
    words = "".join(f"--{name}:'{texts.say(key, language)}';" for name, key in _BUILT_IN.items())
    sheets = [
        f":root{{{colours}{words}}}",
        style.joinpath("page.css").read_text(encoding="utf-8"),
    ]
    if language == "ar":
        sheets.append(style.joinpath("rtl.css").read_text(encoding="utf-8"))
    st.html(f"<style>{''.join(sheets)}</style>")


def _draw(state: State) -> None:
    archive = news.archive(news.url())
    store, found = archive.store, archive.news()
    matching = store.search(state["q"]) if state["q"] else set()
    asked = filters.of(state, matching, found.within(state["told"]))
    shown = filters.apply(found.events, asked)
    room = _room()
    page = Reading(state, store, found, asked, shown, room or _GUESS, st.context.theme.type == "dark")
    header.draw(page)
    if not found.annotations and state["view"] != "articles":
        states.first(page)
        return
    adding.tell(page)
    if state["view"] in _UNFILTERED:
        st.html(f"<style>{_UNUSED} {{ display: none; }}</style>")
    else:
        with st.sidebar:
            controls.draw(page)
    event = _chosen(page) if page.state["view"] in _BESIDE else None
    told = {"room": room, "reveal": event and event.id, "locale": _LOCALES[page.language]}
    viewport(key="viewport", data=told, on_room_change=lambda: None)
    if room:
        _body(page, event)


def _body(page: Reading, event: Event | None) -> None:
    view = _VIEWS[page.state["view"]]
    if event is None:
        view(page)
    elif page.width < _WIDE:
        evidence.draw(page, event)
        view(page)
    else:
        main, side = st.columns([1.6, 1], gap="large")
        with side:  # first, for it is what was asked for, and the chart takes longer
            evidence.draw(page, event)
        with main:
            view(_narrowed(page))


def _narrowed(page: Reading) -> Reading:
    room = int((page.width - 48) * 1.6 / 2.6)
    return replace(page, width=room, whole=page.width)


def _chosen(page: Reading) -> Event | None:
    """The event of the address; where it was merged into another one, that one."""
    id: str = page.state["ev"]
    if not id:
        return None
    event = page.store.event(id)
    if event is None:
        st.warning(page.say("evidence.gone"), icon=":material/link_off:")
        session.settle(page.state, ev="")
    elif event.id != id:
        st.info(page.say("evidence.merged"), icon=":material/merge:")
        session.settle(page.state, ev=event.id)
    if event and event.id not in page.news.records:
        st.info(page.say("evidence.hidden"), icon=":material/visibility_off:")
    elif event and event.id not in set(page.shown["id"]):
        st.info(page.say("evidence.filtered"), icon=":material/filter_alt:")
    return event


def _room() -> int | None:
    """The pixels that charts have across, as the browser told now or on its last visit; None until it has."""
    told: Any = st.session_state.get("viewport")
    room = str(told.get("room") if told else st.context.cookies.get("timeline_room"))
    if re.fullmatch(r"\d{3,4}", room, re.ASCII) and 200 <= int(room) <= 6000:
        return int(room)
    return None if "User-Agent" in st.context.headers else _GUESS
