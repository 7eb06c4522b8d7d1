"""The head of the page: title, language, sections, what is shown, the link to it."""

from __future__ import annotations

from html import escape

import streamlit as st

from timeline.views import address, controls
from timeline.views.components import link
from timeline.views.reading import Reading

_LANGUAGES = {"ar": "العربية", "en": "English"}


def draw(page: Reading) -> None:
    """Masthead, sections, and the line that says how much of the news is shown."""
    with st.container(key="masthead", horizontal=True, vertical_alignment="bottom"):
        title, standfirst = escape(page.say("title")), escape(page.say("standfirst"))
        st.html(f'<div class="masthead"><h1>{title}</h1><p>{standfirst}</p></div>')
        st.segmented_control(
            page.say("lang"),
            list(_LANGUAGES),
            format_func=lambda code: _LANGUAGES[code],
            key="lang",
            required=True,
            label_visibility="collapsed",
        )
    with st.container(key="sections"):
        st.radio(
            page.say("view"),
            address.VIEWS,
            format_func=lambda view: page.say(f"view.{view}"),
            key="view",
            horizontal=True,
            label_visibility="collapsed",
        )
    with st.container(key="standing", horizontal=True, vertical_alignment="center"):
        st.html(f'<p class="count" role="status">{escape(shown(page))}</p>', width="content")
        if page.state["view"] not in ("articles", "review"):
            controls.draw_chips(page)
        st.space("stretch")
        words = {name: page.say(f"link.{name}") for name in ("done", "failed")}
        link(key="link", data={"label": page.say("link.copy"), **words}, width="content")


def shown(page: Reading) -> str:
    """ "12 من 40 حدثًا": the plural is that of the whole."""
    total = page.count("event", len(page.news.events))
    if page.state["view"] in ("articles", "review"):
        articles = page.count("article", len(page.news.annotations))
        return page.say("shown.articles", articles=articles, total=total)
    if len(page.shown) == len(page.news.events):
        return page.say("shown.all", total=total)
    return page.say("shown", n=f"{len(page.shown):,}", total=total)
