"""The timeline of more events than can be drawn one by one: circles that gather a stretch of time."""

from __future__ import annotations

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from timeline import frames, labels
from timeline.charts.caption import Sign
from timeline.charts.theme import QUADS, Look
from timeline.charts.typesetting import speak

_LARGEST = 26.0  # pixels
_ROW = 30.0


def gather(rows: pd.DataFrame, most: int) -> tuple[pd.DataFrame, str]:
    """The dated rows, each in its `lane`, as counts (lane, quad, begin, until, events), and the step.

    An event whose date is uncertain is shared out over its interval; circles of less than half an event
    are left out.
    """
    edges, step = frames.stretches(rows, most)
    parts = [
        pd.DataFrame(
            {
                "lane": lane,
                "quad": quad,
                "begin": edges[:-1],
                "until": edges[1:],
                "events": frames.shared(part, edges),
            }
        )
        for (lane, quad), part in rows.groupby(["lane", "quad"], sort=False)
    ]
    counts = pd.concat(parts, ignore_index=True)
    return counts[counts["events"] >= 0.5].reset_index(drop=True), step


def place(counts: pd.DataFrame, lane: str) -> tuple[pd.DataFrame, float]:
    """The circles of a lane with size and y in it, one row a quad, and the lane's height."""
    part = counts[counts["lane"] == lane].copy()
    present = [quad for quad in QUADS if (part["quad"] == quad).any()]
    part["y"] = [(present.index(quad) + 0.5) * _ROW for quad in part["quad"]]
    part["size"] = 4 + (_LARGEST - 4) * np.sqrt(part["events"] / counts["events"].max())
    return part, _ROW * max(1, len(present))


def draw(counts: pd.DataFrame, look: Look) -> list[go.Scatter]:
    """One trace a quad. The circles carry no event's id: there are many behind each."""
    out = []
    for quad in QUADS:
        part = counts[counts["quad"] == quad]
        middle = part["begin"] + (part["until"] - part["begin"]) / 2
        out.append(
            go.Scatter(
                x=middle.dt.strftime("%Y-%m-%d %H:%M:%S"),
                y=part["y"],
                mode="markers",
                marker={"size": part["size"], "color": look.palette.quads[quad], "line": {"width": 0}},
                hovertext=[
                    _hover(*row, look)
                    for row in zip(part["begin"], part["until"], part["events"], strict=True)
                ],
                hovertemplate="%{hovertext}<extra></extra>",
            )
        )
    return out


def _hover(begin: pd.Timestamp, until: pd.Timestamp, events: float, look: Look) -> str:
    days = labels.interval(begin.date(), until.date(), "range", look.language)
    number = labels.count("event", round(events), look.language)
    return "<br>".join(speak(words, look.language) for words in (f"<b>{days}</b>", number))


def key(counts: pd.DataFrame, step: str, look: Look) -> list[Sign]:
    """The legend: the quads that are drawn, and what a circle is."""
    language = look.language
    quads = [quad for quad in QUADS if (counts["quad"] == quad).any()]
    out = [("●", look.palette.quads[quad], labels.name("quad", quad, language)) for quad in quads]
    words = labels.name("chart", "aggregated", language).format(
        step=labels.name("granularity", step, language)
    )
    return [*out, ("•●", look.palette.muted, words)]
