"""The timeline: events in lanes, the doubt of their dates drawn, labels that hide nothing."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from timeline import frames, labels
from timeline.charts import arrangement, gathered, lanes, marks, timescale
from timeline.charts.caption import Caption, Sign
from timeline.charts.lanes import Lane, Stage
from timeline.charts.theme import Look
from timeline.charts.typesetting import speak

MOST = 5_000  # marks in one figure; beyond, events are gathered on the server
_CIRCLE = 17.0  # pixels of the axis for each circle of gathered events


def timeline(
    frame: pd.DataFrame,
    look: Look | None = None,
    *,
    lane: frames.Lane = "none",
    caption: Caption | None = None,
    chosen: str | None = None,
) -> go.Figure:
    """A figure of the events of `frames.events`, in lanes; see `timeline.charts`.

    Every mark and label carries its event's id as customdata[0]; the event `chosen` gets a ring.
    `figure.layout.meta` holds `shown`, `undated` (ids for the tray) and `aggregated`.
    """
    look = look or Look()
    rows = frames.rows_by_lane(frames.dated(frame), lane)
    names = _lane_names(rows, lane, look.language)
    return draw(frame, rows, names, look, caption=caption, chosen=chosen, named=lane != "none")


def draw(
    frame: pd.DataFrame,
    rows: pd.DataFrame,
    names: dict[str, str],
    look: Look,
    *,
    named: bool = True,
    **words: Any,
) -> go.Figure:
    """The timeline of `rows`, each in its `lane`; `names` says which lanes, in their order, and their names.

    `words`: `caption` and `chosen` as in `timeline`.
    """
    stage = lanes.stage(rows, look, names if named else {})
    gather = len(rows) > MOST
    traces, made, key = (_circles if gather else _marks)(rows, names, stage, words.get("chosen"))
    figure = go.Figure(traces)
    key += timescale.key(stage.scale, look)
    lanes.compose(figure, stage, made, words.get("caption") or Caption(), key)
    undated = frames.undated(frame)["id"].tolist()
    figure.update_layout(meta={"shown": int(rows["id"].nunique()), "undated": undated, "aggregated": gather})
    return figure


def _nothing(look: Look) -> dict[str, Any]:
    """What an empty timeline says."""
    words = speak(labels.name("chart", "nothing", look.language), look.language)
    middle = {"xref": "paper", "yref": "paper", "x": 0.5, "y": 0.5, "showarrow": False}
    return middle | {
        "text": words,
        "font": {"size": 15, "color": look.palette.muted},
        "bgcolor": look.palette.paper,
    }


def _marks(
    rows: pd.DataFrame, names: dict[str, str], stage: Stage, chosen: str | None
) -> tuple[list[Any], list[Lane], list[Sign]]:
    """Each event by itself: traces, lanes, key."""
    measured = arrangement.measure(rows, stage)
    drawn, made = _arrange(
        measured, names, stage, lambda key: arrangement.stack(measured[measured["lane"] == key], stage)
    )
    return marks.draw(drawn, stage.look, chosen), made, marks.key(drawn, stage.look)


def _circles(
    rows: pd.DataFrame, names: dict[str, str], stage: Stage, _: str | None
) -> tuple[list[Any], list[Lane], list[Sign]]:
    """Circles that gather events: traces, lanes, key."""
    counts, step = gathered.gather(rows, max(12, int(stage.scale.room / _CIRCLE)))
    drawn, made = _arrange(counts, names, stage, lambda key: gathered.place(counts, key))
    return gathered.draw(drawn, stage.look), made, gathered.key(drawn, step, stage.look)


def _arrange(
    rows: pd.DataFrame,
    names: dict[str, str],
    stage: Stage,
    fill: Callable[[str], tuple[pd.DataFrame, float]],
) -> tuple[pd.DataFrame, list[Lane]]:
    """The lanes one under the other, and their rows with y in the plot.

    `fill` gives a lane's rows with y in the lane, and the lane's height.
    """
    made: list[Lane] = []
    parts, top = [rows.iloc[:0].assign(y=0.0, side="right", label="")], 0.0
    for key, name in names.items():
        part, height = fill(key)
        parts.append(part.assign(y=part["y"] + top + stage.above))
        made.append(Lane(name, len(part), top, top + stage.above + height + 8))
        top = made[-1].bottom
    return (pd.concat(parts[1:]) if made else parts[0]), made


def _lane_names(rows: pd.DataFrame, lane: frames.Lane, language: str) -> dict[str, str]:
    """Display names by lane, in drawing order: the fullest first, the rest last."""
    order = rows["lane"].value_counts()
    actors = frames.names(rows) if lane == "actor" else {}
    out = {}
    for key in sorted(order.index, key=lambda k: (k == "", -order[k], k)):
        if key == "":
            out[key] = labels.name("chart", "rest", language)
        elif lane == "actor":
            out[key] = labels.actor(key, actors.get(key, key), language)
        else:
            out[key] = labels.name("type" if lane == "type" else "chart", key, language)
    return out
