"""The timeline: the overview, the events in lanes, the tray of those without a date."""

from __future__ import annotations

from datetime import UTC, date, datetime, timedelta
from html import escape
from textwrap import shorten
from typing import Any

import plotly.graph_objects as go
import streamlit as st

from timeline import charts, frames
from timeline.charts import Caption, Look, beyond, gathered
from timeline.charts.beyond import Beyond
from timeline.charts.typesetting import clean
from timeline.views import address, controls, downloads, session, states
from timeline.views.evidence import plain
from timeline.views.reading import Reading

_TRAY = 12  # events without a date that are named; the rest are counted
_LONGEST = 140  # characters of their titles


def draw(page: Reading) -> None:
    """Overview, timeline, tray; or why there is none. Where nothing is dated there is no axis to draw."""
    if page.shown.empty:
        states.nothing(page)
    elif frames.dated(page.shown).empty:
        _tools(page, None)
        _tray(page)
    else:
        _dated(page)


def _dated(page: Reading) -> None:
    figure = _figure(page, page.look())
    _tools(page, figure)
    if page.shown["begin"].notna().sum() > 1:
        _overview(page, figure.layout.meta)
    _beyond(page, figure.layout.meta["beyond"])
    _chart(page, figure)
    _tray(page)


def _figure(page: Reading, look: Look) -> go.Figure:
    return charts.timeline(page.shown, look, lane=page.state["lane"], chosen=page.state["ev"] or None)


def captioned(page: Reading, title: str) -> Caption:
    """What an image says of itself: how many events, which filters, when it was made."""
    return charts.describe(
        page.shown,
        len(page.news.events),
        page.look(),
        title=title,
        filters=controls.in_words(page),
        day=datetime.now(UTC).date(),
    )


def _tools(page: Reading, figure: go.Figure | None) -> None:
    with st.container(
        key="tools", horizontal=True, vertical_alignment="bottom", horizontal_alignment="distribute"
    ):
        st.segmented_control(
            page.say("lane"),
            address.LANES,
            format_func=lambda lane: page.say(f"lane.{lane}"),
            key="lane",
            required=True,
            wrap=True,
            label_visibility="collapsed",
        )
        caption = captioned(page, page.say("view.timeline"))
        chart = downloads.Chart("chart", figure, lambda look: _figure(page, look)) if figure else None
        downloads.draw(page, caption, chart, lane=page.state["lane"])


def _overview(page: Reading, meta: dict[str, Any]) -> None:
    with st.container(key="overview"):
        key = f"overview-{st.session_state.get('_brush', 0)}"
        st.plotly_chart(
            charts.overview(page.shown, page.look(), height=96),
            theme=None,
            config=charts.config(page.language) | {"displayModeBar": False},
            key=key,
            on_select=lambda: _brush(key),
            selection_mode="box",
        )
        with st.container(
            key="hints", horizontal=True, vertical_alignment="center", horizontal_alignment="distribute"
        ):
            way = "timeline.gathered" if meta["aggregated"] else "timeline.hint"
            hint = f"{page.say('overview.hint')} {page.say(way, n=page.count('event', meta['shown']))}"
            st.html(f'<p class="hint">{escape(hint)}</p>', width="content")
            st.toggle(page.say("reverse"), key="reverse", width="content")


def _brush(key: str) -> None:
    """A period was drawn over the overview: it becomes the filter."""
    boxes = st.session_state[key].selection.get("box") or []
    if not boxes:
        return
    ends = sorted(datetime.fromisoformat(str(x)[:10]).date() for x in boxes[0]["x"])
    session.change(since=ends[0], until=ends[-1], _brush=st.session_state.get("_brush", 0) + 1)


def _beyond(page: Reading, left: Beyond) -> None:
    """The few far events that the chart leaves out, as buttons that lead to them."""
    words = beyond.said(left, page.look())
    if not words:
        return
    first, last = date.fromisoformat(left["first"]), date.fromisoformat(left["last"])
    ways = {"before": {"until": first - timedelta(days=1)}, "after": {"since": last + timedelta(days=1)}}
    with st.container(key="beyond", horizontal=True, vertical_alignment="center"):
        st.html(f'<p class="hint">{escape(page.say("beyond"))}</p>', width="content")
        for side, label in words.items():
            st.button(plain(label), key=side, on_click=session.change, kwargs=ways[side], type="tertiary")


def _chart(page: Reading, figure: go.Figure) -> None:
    with st.container(key="chart"):
        key = f"chart-{st.session_state.get('_chart', 0)}"
        st.plotly_chart(
            figure,
            theme=None,
            config=config(page),
            key=key,
            on_select=lambda: _choose(key),
            selection_mode="points",
            alt=page.say("timeline.alt", words=page.count("event", len(page.shown))),
        )


def config(page: Reading) -> dict[str, Any]:
    """Plotly's config; its own image button is left out, for ours put the typeface into the image."""
    base = charts.config(page.language)
    return base | {"modeBarButtonsToRemove": [*base["modeBarButtonsToRemove"], "toImage"]}


def picked(key: str) -> list[str]:
    """The ids that the clicked mark of a chart carries; [] where none was clicked."""
    points = st.session_state[key].selection.get("points") or []
    data: Any = points[0].get("customdata") if points else None
    values = data.values() if isinstance(data, dict) else data or ()
    return [str(value) for value in values if value]


def _choose(key: str) -> None:
    """An event's mark opens its evidence; a bar of many events makes its period the filter."""
    ids = picked(key)
    period = gathered.period(ids[0]) if ids else None
    if period:
        session.change(since=period[0], until=period[1], _chart=st.session_state.get("_chart", 0) + 1)
    elif ids:
        session.change(ev=ids[0])


def _tray(page: Reading) -> None:
    """Events without a date, beside the axis: shown, and never given a date that nobody wrote."""
    rest = frames.undated(page.shown)
    if rest.empty:
        return
    with st.container(key="tray"):
        title = page.say("undated.title", n=page.count("event", len(rest)))
        st.html(f'<h4 class="section">{title}</h4><p class="hint">{page.say("undated.note")}</p>')
        for row in rest.head(_TRAY).itertuples():
            label = plain(shorten(clean(str(row.title)), _LONGEST, placeholder="…"))
            st.button(
                label, key=f"tray-{row.id}", on_click=session.change, kwargs={"ev": row.id}, type="tertiary"
            )
        if len(rest) > _TRAY:
            st.button(
                page.say("undated.more", n=page.count("event", len(rest) - _TRAY)),
                key="undated-more",
                on_click=session.change,
                kwargs={"view": "table", "precision": ["none"]},
            )
