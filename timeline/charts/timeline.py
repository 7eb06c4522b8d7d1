"""The timeline: events in lanes, the doubt of their dates drawn, labels that hide nothing."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from timeline import frames, labels
from timeline.charts import caption as captions
from timeline.charts import marks, theme, timescale
from timeline.charts.caption import Caption, Frame
from timeline.charts.placement import Box, Place, place
from timeline.charts.theme import Look
from timeline.charts.timescale import Timescale
from timeline.charts.typesetting import show, speak, width, wrap

MOST = 5_000  # marks in one figure; beyond, events are gathered on the server
_EDGE = 16.0  # pixels between the figure's edge and anything in it
_NARROW = 640  # below this width lane names stand in the lanes, not beside them
_NAME = 14.0  # pixels


@dataclass(frozen=True, slots=True)
class _Lane:
    """A lane from `top` to `bottom`, in pixels from the top of the plot."""

    name: str
    count: int
    top: float
    bottom: float


@dataclass(frozen=True, slots=True)
class _Stage:
    """Where the rows are drawn: margins left and right, the time axis, lanes with names or without."""

    look: Look
    left: float
    right: float
    scale: Timescale
    named: bool

    @property
    def beside(self) -> bool:
        """Whether lane names stand beside the lanes."""
        return max(self.left, self.right) > _EDGE


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
    stage = _stage(rows, look, names if named else {})
    rows, lanes = _arrange(rows, names, stage)
    figure = go.Figure(marks.draw(rows, look, words.get("chosen")))
    _compose(figure, stage, lanes, words.get("caption") or Caption(), marks.key(rows, look))
    undated = frames.undated(frame)["id"].tolist()
    figure.update_layout(meta={"shown": int(rows["id"].nunique()), "undated": undated, "aggregated": False})
    return figure


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


def _stage(rows: pd.DataFrame, look: Look, names: dict[str, str]) -> _Stage:
    beside = 0.0
    if names and look.width >= _NARROW:
        beside = _EDGE + max(width(line, _NAME) * 1.06 for name in names.values() for line in _name(name))
    left, right = (_EDGE, _EDGE + beside) if look.rtl else (_EDGE + beside, _EDGE)
    scale = timescale.fit(rows["begin"], rows["until"], look.width - left - right, look)
    return _Stage(look, left, right, scale, bool(names))


def _name(name: str) -> list[str]:
    return wrap(name, 170, _NAME)


def _arrange(rows: pd.DataFrame, names: dict[str, str], stage: _Stage) -> tuple[pd.DataFrame, list[_Lane]]:
    """The rows with all that drawing needs (see `_measured`; label, side and y besides), and the lanes."""
    rows = _measured(rows, stage)
    above = 26.0 if stage.named and not stage.beside else 10.0
    lanes: list[_Lane] = []
    parts, top = [], 0.0
    for key, name in names.items():
        part, height = _stacked(rows[rows["lane"] == key], stage)
        part["y"] += top + above
        lanes.append(_Lane(name, len(part), top, top + above + height + 8))
        top = lanes[-1].bottom
        parts.append(part)
    return (pd.concat(parts) if parts else rows.assign(y=0.0, side="right", label="")), lanes


def _measured(rows: pd.DataFrame, stage: _Stage) -> pd.DataFrame:
    """Adds left and pixels (of the interval), bar, hollow, blurred, size, hover, words, labelled."""
    look, rows = stage.look, rows.copy()
    ends = np.sort([stage.scale.pixels(timescale.seconds(rows[side])) for side in ("begin", "until")], axis=0)
    rows["left"], rows["pixels"] = ends[0], ends[1] - ends[0]
    rows["bar"] = (rows["until"] - rows["begin"]) > pd.Timedelta(days=1)
    rows["hollow"] = rows["dated_by"].isin(["context", "dct"])
    rows["blurred"] = rows["bar"] & ~rows["granularity"].isin(["day", "range", "week"])
    rows["size"] = np.minimum(30.0, 11 + 6 * (np.sqrt(rows["articles"].clip(lower=1)) - 1))
    rows["hover"] = [marks.hover(row, look.language) for row in rows.itertuples()]
    loud = rows.sort_values(["articles", "confidence"], ascending=False, kind="stable").index
    rows["labelled"] = rows.index.isin(loud[: look.labelled])
    rows["words"] = [_words(row, stage) if row.labelled else [] for row in rows.itertuples()]
    return rows


def _words(row: Any, stage: _Stage) -> list[str]:
    """A label's lines: the date, then the title in the lines that it needs beside the mark."""
    room = min(310.0, stage.scale.room * 0.47)
    title = wrap(row.title, room, marks.LABEL, 2 if room > 200 else 3)
    return [marks.when(row, stage.look.language, both=False), *title]


def _stacked(part: pd.DataFrame, stage: _Stage) -> tuple[pd.DataFrame, float]:
    """The rows of a lane with side, label and y in the lane, and the lane's height."""
    boxes = [_box(row) for row in part.itertuples()]
    places = place(boxes, stage.scale.room, "left" if stage.look.rtl else "right")
    heights = _row_heights(boxes, places, part["size"])
    tops = np.concatenate([[0.0], np.cumsum(heights)])
    stacked = part.assign(
        side=[each.side for each in places],
        label=[_markup(words, stage.look.language) for words in part["words"]],
        y=[float(tops[each.row] + heights[each.row] / 2) for each in places],
    )
    return stacked, float(tops[-1])


def _box(row: Any) -> Box:
    middle = row.left + (row.pixels / 2 if row.bar else 0)
    half = max(row.size, row.pixels if row.bar else 0) / 2
    label = max((width(line, marks.LABEL) for line in row.words), default=0.0)
    return Box(middle - half, middle + half, label, len(row.words))


def _markup(words: list[str], language: str) -> str:
    day = [speak(f"<b>{each}</b>", language) for each in words[:1]]
    return "<br>".join([*day, *map(show, words[1:])])


def _row_heights(boxes: list[Box], places: list[Place], sizes: Iterable[float]) -> list[float]:
    heights = [0.0] * (1 + max((each.row for each in places), default=-1))
    for box, spot, size in zip(boxes, places, sizes, strict=True):
        heights[spot.row] = max(heights[spot.row], size + 4, box.lines * marks.LEADING + 7)
    return heights


def _compose(
    figure: go.Figure, stage: _Stage, lanes: list[_Lane], caption: Caption, key: list[captions.Sign]
) -> None:
    """Axes, bands, lane names, caption and margins."""
    look, plot = stage.look, max((each.bottom for each in lanes), default=120.0)
    edge = Frame(look.width - 2 * _EDGE, stage.left - _EDGE, stage.right - _EDGE, top=8, bottom=46)
    above, head = captions.head(caption, look, edge, key)
    below, foot = captions.foot(caption, look, edge)
    torn, silences = timescale.tears(stage.scale, look, plot)
    top, bottom = head + edge.top, edge.bottom + foot
    figure.update_layout(
        theme.layout(look, plot + top + bottom),
        margin={"l": stage.left, "r": stage.right, "t": top, "b": bottom, "pad": 0, "autoexpand": False},
        xaxis=timescale.axis(stage.scale, look),
        yaxis={"range": [plot, 0], "fixedrange": True, "visible": False},
        shapes=(_bands(lanes, look) if stage.named else []) + torn,
        annotations=above + below + (_names(lanes, stage) if stage.named else []) + silences,
        barmode="overlay",
    )


def _bands(lanes: list[_Lane], look: Look) -> list[dict[str, Any]]:
    """A ground under every other lane."""
    paint = {"fillcolor": look.palette.band, "line": {"width": 0}, "layer": "below"}
    across = {"type": "rect", "xref": "paper", "x0": 0, "x1": 1, **paint}
    return [across | {"y0": each.top, "y1": each.bottom} for each in lanes[::2]]


def _names(lanes: list[_Lane], stage: _Stage) -> list[dict[str, Any]]:
    """Lane names beside the lanes where reading starts, or at their heads where the figure is narrow."""
    look, beside = stage.look, stage.beside
    near, far = ("right", "left") if look.rtl else ("left", "right")
    shift = (8 if look.rtl else -8) if beside else 0
    side = far if beside else near
    shared = {
        "xref": "paper", "x": 1 if look.rtl else 0, "xanchor": side, "align": side, "xshift": shift,
        "yref": "y", "yanchor": "middle" if beside else "top", "showarrow": False,
        "font": {"size": _NAME, "color": look.palette.ink},
    }  # fmt: skip
    return [
        shared
        | {
            "text": _heading(each, look, beside),
            "y": (each.top + each.bottom) / 2 if beside else each.top + 2,
        }
        for each in lanes
    ]


def _heading(lane: _Lane, look: Look, beside: bool) -> str:
    name = "<br>".join(f"<b>{show(line)}</b>" for line in _name(lane.name))
    return name if beside else f"{name} <span style='color:{look.palette.muted}'>{lane.count}</span>"
