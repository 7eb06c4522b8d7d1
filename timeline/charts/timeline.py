"""The timeline: events in lanes, the doubt of their dates drawn, labels that hide nothing."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from timeline import frames, labels
from timeline.charts import arrangement, beyond, gathered, lanes, marks, timescale
from timeline.charts.caption import Caption, Sign
from timeline.charts.lanes import Lane, Stage
from timeline.charts.theme import Look
from timeline.charts.typesetting import speak

MOST = 2_000  # marks in one figure; beyond, events are gathered on the server
_BAR = 9.0  # pixels of the axis for each bar of gathered events, at least


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
    `figure.layout.meta` holds `shown`, `undated` (ids for the tray), `aggregated` and `beyond`
    (`Beyond`: the far events that are left out).
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
    known = frames.dated(frame)
    stage = lanes.stage(known, look, names if named else {})
    rows = rows[stage.scale.holds(rows)]
    gather = len(rows) > MOST
    names = {lane: name for lane, name in names.items() if (rows["lane"] == lane).any()}
    draw_rows = _bars if gather else _marks
    traces, made, key = draw_rows(rows, names, stage, words.get("chosen")) if names else ([], [], [])
    figure = go.Figure(traces)
    key += timescale.key(stage.scale, look)
    lanes.compose(figure, stage, made, words.get("caption") or Caption(), key)
    left = beyond.beyond(stage.scale, known)
    for note in beyond.notes(left, stage.scale, look) if made else [_nothing(look)]:
        figure.add_annotation(note)
    figure.update_layout(
        meta={
            "shown": int(rows["id"].nunique()),
            "undated": frames.undated(frame)["id"].tolist(),
            "aggregated": gather,
            "beyond": left,
        }
    )
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
    measured = stage.scale.clip(arrangement.measure(rows, stage))

    def fill(lane: str) -> tuple[list[pd.DataFrame], float]:
        part, height = arrangement.stack(measured[measured["lane"] == lane], stage)
        return [part], height

    (drawn,), made = _arrange(rows, names, stage, fill)
    return marks.draw(drawn, stage.look, chosen), made, marks.key(drawn, stage.look)


def _bars(
    rows: pd.DataFrame, names: dict[str, str], stage: Stage, chosen: str | None
) -> tuple[list[Any], list[Lane], list[Sign]]:
    """Bars that count events, under the most reported ones by name: traces, lanes, key."""
    scale, look = stage.scale, stage.look
    counts, step = gathered.gather(rows, max(12, int(scale.room / _BAR)), scale.span)
    told = pd.concat([gathered.headlines(rows), rows[rows["id"] == chosen]]).drop_duplicates(["id", "lane"])
    measured = scale.clip(arrangement.measure(told, stage))

    def fill(lane: str) -> tuple[list[pd.DataFrame], float]:
        part, above = arrangement.stack(measured[measured["lane"] == lane], stage)
        bars, height = gathered.stack(counts, lane, look)
        return [part, bars.assign(y=bars["y"] + above + 6)], above + height + 6

    (named, bars), made = _arrange(rows, names, stage, fill)
    traces = [*gathered.draw(bars, look), *marks.draw(named, look, chosen)]
    return traces, made, gathered.key(counts, step, look)


def _arrange(
    rows: pd.DataFrame,
    names: dict[str, str],
    stage: Stage,
    fill: Callable[[str], tuple[list[pd.DataFrame], float]],
) -> tuple[list[pd.DataFrame], list[Lane]]:
    """The lanes one under the other, and what stands in them with y in the plot.

    `fill` gives the tables that stand in a lane, with y in the lane, and the lane's height.
    """
    made: list[Lane] = []
    parts, top = [], 0.0
    for key, name in names.items():
        tables, height = fill(key)
        parts.append([table.assign(y=table["y"] + top + stage.above) for table in tables])
        made.append(Lane(name, int((rows["lane"] == key).sum()), top, top + stage.above + height + 8))
        top = made[-1].bottom
    return [pd.concat(tables) for tables in zip(*parts, strict=True)], made


def _lane_names(rows: pd.DataFrame, lane: frames.Lane, language: str) -> dict[str, str]:
    """Display names by lane, in drawing order: the fullest first, events of no type and the rest last."""
    order = rows["lane"].value_counts()
    actors = frames.names(rows) if lane == "actor" else {}
    out = {}
    for key in sorted(order.index, key=lambda k: (k == "", k == "OTHER", -order[k], k)):
        if key == "":
            nowhere = lane == "source" and not rows.loc[rows["lane"] == "", "sources"].map(len).any()
            out[key] = labels.name("chart", "no source" if nowhere else "rest", language)
        elif lane == "actor":
            out[key] = labels.actor(key, actors.get(key, key), language)
        else:
            out[key] = labels.name("type" if lane == "type" else "chart", key, language)
    return out
