"""The page when there is nothing to show: why, and what to do about it."""

from __future__ import annotations

from html import escape
from pathlib import Path

import streamlit as st

from timeline.labels import Language
from timeline.views import adding, controls, filters, session, texts
from timeline.views.evidence import plain
from timeline.views.reading import Reading

SAMPLES = Path(__file__).parents[2] / "seeds"


def _card(title: str, note: str) -> None:
    st.html(f'<section class="state"><h2>{escape(title)}</h2><p>{escape(note)}</p></section>')


def unreachable(language: Language) -> None:
    """The store does not answer: said in both languages, the reader's first."""
    _apology("store", language)
    st.button(texts.say("store.again", language), type="primary", key="again")


def broken(language: Language) -> None:
    """Something nobody thought of."""
    _apology("broken", language)
    st.link_button(texts.say("broken.start", language), f"?lang={language}", type="primary")


def _apology(kind: str, language: Language) -> None:
    other: Language = "ar" if language == "en" else "en"
    for each in (language, other):
        direction = "rtl" if each == "ar" else "ltr"
        title, note = (escape(texts.say(f"{kind}.{part}", each)) for part in ("title", "note"))
        st.html(
            f'<section class="state" lang="{each}" dir="{direction}"><h2>{title}</h2><p>{note}</p></section>'
        )


def first(page: Reading) -> None:
    """An empty store."""
    _card(page.say("first.title"), page.say("first.note"))
    with st.container(horizontal=True, horizontal_alignment="center", key="ways"):
        st.button(
            page.say("first.add"),
            key="first-add",
            type="primary",
            icon=":material/add:",
            on_click=session.change,
            kwargs={"view": "articles"},
        )
        wanted = SAMPLES.is_dir() and st.button(
            page.say("first.samples"), key="first-samples", icon=":material/auto_stories:"
        )
    if wanted:
        adding.add(page, [str(SAMPLES)])


def _filter(page: Reading, name: str) -> str:
    """A filter as a button names it: its own words where it has one value, else what it filters by."""
    words = (
        page.say(f"filters.{name}") if name in controls.LISTS or name == "q" else controls.said(page, name)
    )
    return plain(words)


def nothing(page: Reading) -> None:
    """The filters leave no event: what each of them costs, and a way to drop it."""
    helpful = [(name, n) for name, n in filters.relaxations(page.news.events, page.filters) if n]
    _card(page.say("empty.title"), page.say("empty.note" if helpful else "empty.all"))
    with st.container(horizontal=True, key="relax"):
        for name, n in helpful:
            st.button(
                page.say("empty.without", filter=_filter(page, name), n=page.count("event", n)),
                key=f"relax-{name}",
                on_click=controls.drop,
                args=(name,),
                type="primary" if name == helpful[0][0] else "secondary",
            )
        st.button(
            page.say("filters.clear"),
            key="relax-all",
            on_click=controls.clear,
            type="secondary" if helpful else "primary",
        )
