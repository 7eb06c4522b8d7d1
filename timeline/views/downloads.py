"""What is shown, as files: images from the viewer's browser, a table, one interactive page."""

from __future__ import annotations

from html import escape
from typing import Any

import plotly.graph_objects as go
import streamlit as st

from timeline import charts, export
from timeline.charts import Caption, fonts
from timeline.frames import Lane
from timeline.views.components import pictures
from timeline.views.reading import Reading

_PAGE = 1100  # pixels that the interactive file is drawn for


def draw(
    page: Reading, caption: Caption, *, chart: str = "", figure: go.Figure | None = None, lane: Lane = "none"
) -> None:
    """The buttons in a row; `chart` is the key of the container that shows the `figure`, if there is one.
    Among relations the ties themselves are a file as well.
    """
    file = page.say("download.file")
    with st.container(
        key="downloads", horizontal=True, vertical_alignment="center", gap="small", width="content"
    ):
        st.html(f'<span class="label">{escape(page.say("download"))}</span>', width="content")
        if figure:
            asked = {"chart": f".st-key-{chart}", "file": file, "font": fonts.FAMILY}
            words = {
                "failed": page.say("download.failed"),
                "caption": charts.around(figure, caption, page.look()),
            }
            pictures(key="pictures", data=asked | words, width="content")
        _button("CSV", file, "text/csv", page.say("download.csv.help"), lambda: export.tables.csv(page.shown))
        if page.state["view"] == "relations":
            help = page.say("download.graphml.help")
            _button("GraphML", file, "application/xml", help, lambda: export.tables.graphml(page.shown))
        _button("HTML", file, "text/html", page.say("download.html.help"), lambda: _page(page, caption, lane))


def _button(kind: str, file: str, mime: str, help: str, make: Any) -> None:
    """A file that is made when it is asked for, not before."""
    name = f"{file}.{kind.lower()}"
    st.download_button(kind, make, name, mime, key=kind.lower(), on_click="ignore", help=help)


def _page(page: Reading, caption: Caption, lane: Lane) -> bytes:
    records = [page.news.records[id] for id in page.shown["id"]]
    told = {article for record in records for article in record.articles}
    annotations = [page.news.annotations[id] for id in sorted(told)]
    return export.page(records, annotations, page.look(_PAGE), lane=lane, caption=caption)
