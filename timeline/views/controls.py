"""The filters: widgets whose keys are the address's parameters, and the chips of those that are active."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from textwrap import shorten
from typing import Any

import streamlit as st

from timeline import labels
from timeline.charts.typesetting import clean
from timeline.views import filters, session
from timeline.views.components import shut
from timeline.views.evidence import plain
from timeline.views.reading import Reading

_TITLE = 60  # characters of an article's title on a chip
LISTS = ("actor", "type", "place", "source", "precision", "status")


def draw(page: Reading) -> None:
    """All filters, the most used first."""
    st.html(f'<h2 class="sidehead">{page.say("filters.title")}</h2>')
    st.text_input(
        page.say("filters.q"),
        key="q",
        type="search",
        placeholder=page.say("filters.q.hint"),
        icon=":material/search:",
        max_chars=200,
    )
    choices = filters.options(page.news.events)
    _several(page, "actor", choices)
    if len(page.state["actor"]) > 1:
        st.toggle(page.say("filters.together"), key="together")
    _several(page, "type", choices)
    _period(page)
    for name in ("place", "source", "precision", "status"):
        _several(page, name, choices)
    st.slider(page.say("filters.sure"), 0, 100, step=5, format="%d%%", key="sure")
    with st.container(key="shut"):
        shut(
            key="shut-filters",
            data={"label": page.say("filters.show", n=page.count("event", len(page.shown)))},
        )


def _several(page: Reading, name: str, choices: dict[str, dict[str, int]]) -> None:
    """A list filter. Chosen values that no event has stay, so that a link never shows more than it says."""
    counts = choices[name] | {value: 0 for value in page.state[name] if value not in choices[name]}
    words = _distinct({value: f"{word(page, name, value)} ({n})" for value, n in counts.items()})
    st.multiselect(
        page.say(f"filters.{name}"),
        list(counts),
        format_func=lambda value: words.get(value, value),
        key=name,
        placeholder=page.say("filters.any"),
        select_all=False,
    )


def _distinct(words: dict[str, str]) -> dict[str, str]:
    """Options need different names: people who share one get their ids beside it."""
    taken = list(words.values())
    return {key: f"{name} [{key}]" if taken.count(name) > 1 else name for key, name in words.items()}


def _period(page: Reading) -> None:
    for name in ("since", "until"):
        st.date_input(
            page.say(f"filters.{name}"),
            value=None,
            min_value=session.EARLIEST,
            max_value=session.LATEST,
            key=name,
            format="YYYY-MM-DD",
        )


def word(page: Reading, name: str, value: str) -> str:
    """What a value of a list filter is called."""
    if name in ("actor", "place"):
        return clean(page.name(value))
    if name == "source":
        return clean(value)
    if name == "precision":
        return page.say(f"precision.{value}") if value in filters.PRECISIONS else value
    return labels.name(name, value, page.language)


def chips(page: Reading) -> Iterator[tuple[str, str, Callable[[], None]]]:
    """Each active filter: a key, its words, and what removes it."""
    for name in page.filters.active:
        if name in LISTS:
            for value in page.state[name]:
                yield f"{name}-{value}", word(page, name, value), _without(name, value)
            if name == "actor" and page.filters.together and len(page.state[name]) > 1:
                yield "together", page.say("filters.together"), lambda: session.change(together=False)
        else:
            yield name, said(page, name), lambda name=name: drop(name)  # type: ignore[misc]


def said(page: Reading, name: str) -> str:
    """A filter of one value in words."""
    value: Any = page.state[name]
    if isinstance(value, date):
        return page.say(
            f"filters.{name}.chip", day=labels.interval(value, None, "day", page.language, both=False)
        )
    if name == "told":
        return _article(page, value)
    return (
        page.say("filters.sure.chip", n=value)
        if name == "sure"
        else page.say("filters.q.chip", words=clean(value))
    )


def _article(page: Reading, ids: list[str]) -> str:
    """Articles by their title where there is one of them, by their number where there are more."""
    known = page.news.annotations.get(ids[0])
    if len(ids) == 1 and known and (title := clean(known.article.title)):
        return page.say("filters.told.chip", words=shorten(title, _TITLE, placeholder="…"))
    return page.say("filters.told.some", n=page.count("article", len(ids)))


def in_words(page: Reading) -> list[str]:
    """All active filters, for a chart's caption."""
    return [words for _, words, _ in chips(page)]


def draw_chips(page: Reading) -> None:
    """Active filters as buttons that remove them."""
    active = list(chips(page))
    for key, words, remove in active:
        st.button(
            plain(words),
            key=f"chip-{key}",
            icon=":material/close:",
            icon_position="right",
            on_click=remove,
            help=page.say("filters.remove"),
        )
    if len(active) > 1:
        st.button(page.say("filters.clear"), key="clear", type="tertiary", on_click=clear)


def _without(name: str, value: str) -> Callable[[], None]:
    return lambda: session.change(**{name: [each for each in st.session_state[name] if each != value]})


def drop(name: str) -> None:
    """Remove one filter."""
    session.change(**{name: [] if name in LISTS else {"q": "", "sure": 0, "told": []}.get(name)})


def clear() -> None:
    """Remove all filters."""
    for name in filters.FILTERS:
        drop(name)
    session.change(together=False)
