"""What is shown, as files: images from the viewer's browser, a table, one interactive page."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from html import escape
from typing import Any

import pandas as pd
import plotly.graph_objects as go
import streamlit as st

from timeline import charts, export
from timeline.charts import Caption, fonts
from timeline.frames import Lane
from timeline.views.components import pictures
from timeline.views.reading import Reading

_PAGE = 1100  # pixels that the interactive file is drawn for


@dataclass(frozen=True, slots=True)
class Chart:
    """A `figure`, the key of the container that shows it, and what draws it in another look."""

    key: str
    figure: go.Figure
    make: Callable[[charts.Look], go.Figure]


def draw(
    page: Reading,
    caption: Caption,
    chart: Chart | None = None,
    *,
    lane: Lane = "none",
    pairs: pd.DataFrame | None = None,
) -> None:
    """The buttons in a row. Among relations the ties themselves are a file as well; where `pairs` of actors
    are shown the table is theirs.
    """
    file = page.say("download.file")
    with st.container(
        key="downloads", horizontal=True, vertical_alignment="center", gap="small", width="content"
    ):
        st.html(f'<span class="label">{escape(page.say("download"))}</span>', width="content")
        if chart:
            _images(page, caption, chart)
        _csv(page, pairs, file)
        if page.state["view"] == "relations":
            help = page.say("download.graphml.help")
            _button("GraphML", file, "application/xml", help, lambda: export.tables.graphml(page.shown))
        _button("HTML", file, "text/html", page.say("download.html.help"), lambda: _page(page, caption, lane))


def _images(page: Reading, caption: Caption, chart: Chart) -> None:
    """The image buttons. Beside the evidence an image is as wide as the page: drawn once it is asked for."""
    asked = (st.session_state.get("pictures") or {}).get("asked")
    narrowed = page.whole > page.width
    look = page.look(page.whole if narrowed else page.width)
    wide = chart.make(look) if narrowed and asked else None
    data = {
        "chart": f".st-key-{chart.key}",
        "file": page.say("download.file"),
        "font": fonts.FAMILY,
        "failed": page.say("download.failed"),
        "caption": charts.around(wide or chart.figure, caption, look),
        "wide": page.whole if narrowed else None,
        "figure": wide and wide.to_json(),
    }
    pictures(key="pictures", data=data, width="content", on_asked_change=lambda: None)


def _csv(page: Reading, pairs: pd.DataFrame | None, file: str) -> None:
    if pairs is None:
        help = page.say("download.csv.help")
        _button("CSV", file, "text/csv", help, lambda: export.tables.csv(page.shown))
    else:
        help = page.say("download.pairs.help")
        _button("CSV", file, "text/csv", help, lambda: export.tables.pairs(pairs))


def _button(kind: str, file: str, mime: str, help: str, make: Any) -> None:
    """A file that is made when it is asked for, not before."""
    name = f"{file}.{kind.lower()}"
    st.download_button(kind, make, name, mime, key=kind.lower(), on_click="ignore", help=help)


def _page(page: Reading, caption: Caption, lane: Lane) -> bytes:
    records = [page.news.records[id] for id in page.shown["id"]]
    told = {article for record in records for article in record.articles}
    annotations = [page.news.annotations[id] for id in sorted(told)]
    return export.page(records, annotations, page.look(_PAGE), lane=lane, caption=caption)
