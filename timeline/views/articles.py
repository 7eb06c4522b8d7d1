"""The articles: adding them, their own dates and where these came from, correcting and deleting."""

from __future__ import annotations

import re
from html import escape

import streamlit as st

from timeline import labels
from timeline.charts.typesetting import clean
from timeline.store import Entry
from timeline.views import adding, components, session, table
from timeline.views.evidence import plain
from timeline.views.reading import Reading

_COLUMNS = ("title", "day", "why", "source", "events")


def draw(page: Reading) -> None:
    """The way in for articles, then the list; a chosen one can be corrected."""
    entries = page.store.articles()
    with st.expander(page.say("articles.add"), icon=":material/add:", expanded=not entries, key="add"):
        adding.draw(page)
    if not entries:
        st.html(f'<p class="hint">{escape(page.say("articles.none"))}</p>')
        return
    chosen = {entry.id: entry for entry in entries}.get(page.state["article"])
    if chosen:
        _detail(page, chosen)
    leaves = -(-len(entries) // table.LEAF)
    leaf = min(int(page.state["leaf"]), leaves)
    components.table(
        key="articles",
        data=_data(page, entries[(leaf - 1) * table.LEAF : leaf * table.LEAF], len(entries)),
        on_chosen_change=lambda: session.change(article=st.session_state["articles"]["chosen"]),
    )
    table.turn(leaves, leaf)


def _data(page: Reading, entries: list[Entry], total: int) -> dict[str, object]:
    keys = dict(
        zip(
            _COLUMNS,
            ("table.title", "articles.day", "articles.why", "filters.source", "table.events"),
            strict=True,
        )
    )
    keys["title"] = "articles.paste.title"
    return {
        "caption": page.count("article", total),
        "columns": [
            {"key": key, "label": page.say(text), "numeric": key == "events"} for key, text in keys.items()
        ],
        "rows": [_row(page, entry) for entry in entries],
        "chosen": page.state["article"],
    }


def _row(page: Reading, entry: Entry) -> dict[str, object]:
    source = clean(entry.source)
    copy = f" · {page.say('articles.copy')}" if entry.copy_of else ""
    return {
        "id": entry.id,
        "cells": {
            "title": clean(entry.title) or entry.id,
            "day": table.unbroken(_day(page, entry)),
            "why": why(page, entry),
            "source": f"{source}{copy}",
            "events": str(entry.events),
        },
    }


def _day(page: Reading, entry: Entry) -> str:
    if entry.published is None:
        return page.say("articles.unknown")
    return labels.interval(entry.published, None, "day", page.language, both=False)


def why(page: Reading, entry: Entry) -> str:
    """Where an article's date came from, in words."""
    return labels.name("published", entry.published_source, page.language)


def _detail(page: Reading, entry: Entry) -> None:
    """One article: its date, why, and what can be done about it."""
    with st.container(key="article", border=True):
        words = re.search("«.+»", entry.published_why)
        said = (clean(entry.source), _day(page, entry), why(page, entry), clean(words[0]) if words else "")
        facts = " · ".join(filter(None, said))
        st.html(f'<h3 dir="auto">{escape(clean(entry.title))}</h3><p>{escape(facts)}</p>')
        with st.form("published"):
            st.date_input(
                page.say("articles.change"),
                value=entry.published,
                min_value=session.EARLIEST,
                max_value=session.LATEST,
                key=f"published-{entry.id}",
                format="YYYY-MM-DD",
                help=page.say("articles.change.note"),
            )
            with st.container(horizontal=True):
                save = st.form_submit_button(page.say("articles.save"), key="save-published", type="primary")
                forget = st.form_submit_button(page.say("articles.forget"), key="forget-published")
        if save or forget:
            day = st.session_state[f"published-{entry.id}"] if save else None
            page.store.set_published(entry.id, day, why=page.say("articles.by"))
            st.toast(page.say("articles.saved"), icon=":material/check:")
            st.rerun()
        _leave(page, entry)


def _leave(page: Reading, entry: Entry) -> None:
    with st.container(horizontal=True):
        if entry.events:
            words = page.say("articles.lead", n=page.count("event", entry.events))
            st.button(words, key="lead-article", on_click=adding.show, args=([entry.id],))
        if entry.url.startswith(("http://", "https://")):
            st.link_button(page.say("evidence.open"), entry.url)
        with st.popover(page.say("articles.delete"), icon=":material/delete:"):
            st.markdown(plain(entry.title))
            if st.button(page.say("articles.delete.sure"), key="delete", type="primary"):
                page.store.delete(entry.id)
                session.settle(page.state, article="")
                st.toast(page.say("articles.deleted"), icon=":material/delete:")
                st.rerun()
        st.button(
            page.say("evidence.close"), key="close-article", on_click=session.change, kwargs={"article": ""}
        )
