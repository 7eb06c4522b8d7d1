"""The table: every event that is shown, as text; the way in for keyboards and screen readers."""

from __future__ import annotations

from typing import Any

import pandas as pd
import streamlit as st

from timeline import labels
from timeline.charts import marks
from timeline.charts.typesetting import clean
from timeline.views import components, downloads, session, states
from timeline.views.reading import Reading
from timeline.views.timeline import captioned

LEAF = 50  # rows a page
_COLUMNS = ("title", "when", "found", "type", "actors", "place", "articles")
_SORTED = {"title": "title", "when": "begin", "type": "type", "articles": "articles", "place": "place"}


def draw(page: Reading) -> None:
    """One page of rows; clicking a header sorts, clicking a title opens the evidence."""
    if page.shown.empty:
        states.nothing(page)
        return
    with st.container(key="tools", horizontal=True, horizontal_alignment="right"):
        downloads.draw(page, captioned(page, page.say("view.table")))
    rows = ordered(page.shown, page.state["sort"])
    leaves = -(-len(rows) // LEAF)
    leaf = min(int(page.state["leaf"]), leaves)
    some = rows.iloc[(leaf - 1) * LEAF : leaf * LEAF]
    components.table(
        key="events",
        data=data(page, some),
        on_chosen_change=lambda: session.change(ev=st.session_state["events"]["chosen"]),
        on_sorted_change=lambda: session.change(sort=st.session_state["events"]["sorted"], leaf=1),
    )
    turn(leaves, leaf)


def turn(leaves: int, leaf: int) -> None:
    """The pages of a long table; nothing where one is enough."""
    if leaves > 1:
        key = f"leaves-{leaf}"
        st.pagination(
            leaves, default=leaf, key=key, on_change=lambda: session.change(leaf=st.session_state[key])
        )


def ordered(frame: pd.DataFrame, sort: str) -> pd.DataFrame:
    """The rows by a column and its direction ("when.down"); anything else keeps the order of time."""
    column, _, direction = sort.partition(".")
    if column not in _SORTED:
        return frame
    return frame.sort_values(
        _SORTED[column], ascending=direction != "down", kind="stable", na_position="last"
    )


def data(page: Reading, rows: pd.DataFrame) -> dict[str, Any]:
    """What the table's component draws."""
    return {
        "caption": page.say("table.caption", n=page.count("event", len(page.shown))),
        "order": page.say("table.sort"),
        "columns": [
            {
                "key": key,
                "label": page.say(f"table.{key}"),
                "sortable": key in _SORTED,
                "numeric": key == "articles",
            }
            for key in _COLUMNS
        ],
        "rows": [_row(page, row) for row in rows.itertuples()],
        "sort": page.state["sort"],
        "chosen": page.state["ev"],
    }


def unbroken(words: str) -> str:
    """Dates that no line breaks: only between two of them, after the dash, it may."""
    tight = words.replace(" ", "\u00a0").replace("–", "–\u2060")
    return tight.replace("\u00a0–\u2060\u00a0", "\u00a0– ")


def _row(page: Reading, row: Any) -> dict[str, Any]:
    language = page.language
    status = "" if row.status == "past" else labels.name("status", row.status, language)
    kind = (labels.name("type", row.type, language), labels.name("mode", row.mode, language), status)
    return {
        "id": row.id,
        "colour": page.look().palette.quads[row.quad],
        "cells": {
            "title": clean(row.title),
            "when": unbroken(marks.when(row, language, both=False)),
            "found": labels.name("dated_by", row.dated_by, language),
            "type": " · ".join(filter(None, kind)),
            "actors": ("، " if language == "ar" else ", ").join(
                dict.fromkeys(clean(page.name(id)) for id in row.actors)
            ),
            "place": clean(page.name(row.place)) if row.place else "",
            "articles": str(row.articles),
        },
    }
