"""The overview: how many events when, cooperation and conflict stacked; drag over it to choose a time."""

from __future__ import annotations

from typing import Any

import pandas as pd
import plotly.graph_objects as go

from timeline import frames, labels
from timeline.charts import theme, timescale
from timeline.charts.theme import QUADS, Look
from timeline.charts.typesetting import speak

_STAMP = "%Y-%m-%d"


def overview(frame: pd.DataFrame, look: Look | None = None, *, height: int = 120) -> go.Figure:
    """A histogram of `frames.bins`; each bar's customdata is its interval: [begin, until), ISO dates."""
    look = look or Look()
    known = frames.dated(frame)
    scale = timescale.fit(known["begin"], known["until"], look.width, look)
    counted = frames.bins(frame, max(24, look.width // 8), scale.span)
    middle = counted["begin"] + (counted["until"] - counted["begin"]) / 2
    lasts = (counted["until"] - counted["begin"]).dt.total_seconds() * 1000
    spans = pd.DataFrame(
        {side: pd.to_datetime(counted[side]).dt.strftime(_STAMP) for side in ("begin", "until")}
    )
    hover = [_hover(row, look) for row in counted.itertuples()]
    figure = go.Figure(
        [
            go.Bar(
                x=middle,
                y=counted[quad],
                width=lasts,
                marker={
                    "color": look.palette.quads[quad],
                    "line": {"width": 0.5, "color": look.palette.paper},
                },
                customdata=spans,
                hovertext=hover,
                hovertemplate="%{hovertext}<extra></extra>",
                name=speak(labels.name("quad", quad, look.language), look.language),
            )
            for quad in QUADS
            if counted[quad].any()
        ]
    )
    days = (counted["until"].max() - counted["begin"].min()).days if len(counted) else 0
    figure.update_layout(theme.layout(look, height), **_axes(look, days))
    figure.update_yaxes(tickvals=_heights(float(counted["events"].max()) if len(counted) else 0.0))
    return figure


def _axes(look: Look, days: float) -> dict[str, Any]:
    ticks = {"size": 11, "color": look.palette.muted}
    return {
        "barmode": "stack",
        "dragmode": "select",
        "selectdirection": "h",
        "margin": {"l": 34, "r": 16, "t": 8, "b": 34},
        "xaxis": {
            "type": "date",
            "tickfont": ticks,
            "tickformatstops": timescale.tick_formats(look.language),
            **timescale.spacing(days, look.width),
            "showgrid": False,
            "autorange": "reversed" if look.reverse else True,
        },
        "yaxis": {
            "fixedrange": True,
            "tickfont": ticks,
            "gridcolor": look.palette.grid,
            "zeroline": False,
        },
    }


def _heights(most: float) -> list[float]:
    """One or two round numbers up to the fullest bar; no zero, where the axis of time has its first year."""
    steps = [digit * 10.0**power for power in range(9) for digit in (1, 2, 5)]
    step = max((step for step in steps if step <= max(most, 1.0) * 0.55), default=1.0)
    return [step, 2 * step] if 2 * step <= most else [step]


def _hover(row: Any, look: Look) -> str:
    begin, until = row.begin.date(), row.until.date()
    words = f"<b>{labels.interval(begin, until, 'range', look.language, both=False)}</b>"
    number = labels.count("event", round(row.events), look.language)
    if 0 < row.events < 0.5:
        number = labels.name("chart", "fraction", look.language)
    return "<br>".join(speak(each, look.language) for each in (words, number))
