"""The stage of a timeline: its lanes and their names, axes, margins and caption."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from timeline.charts import caption as captions
from timeline.charts import theme, timescale
from timeline.charts.caption import Caption, Frame, Sign
from timeline.charts.theme import Look
from timeline.charts.timescale import Timescale
from timeline.charts.typesetting import show, width, wrap

_NARROW = 640  # below this width lane names stand in the lanes, not beside them
_NAME = 14.0  # pixels
_TALL = 800.0  # a plot higher than this has its dates above as well: below they are out of sight
_OVERHANG = 13.0  # pixels that a tick's label at an end of the axis needs beyond the edge


@dataclass(frozen=True, slots=True)
class Lane:
    """A lane from `top` to `bottom`, in pixels from the top of the plot."""

    name: str
    count: int
    top: float
    bottom: float


@dataclass(frozen=True, slots=True)
class Stage:
    """Where the rows are drawn: margins left and right, the time axis, lanes with names or without."""

    look: Look
    left: float
    right: float
    scale: Timescale
    named: bool

    @property
    def above(self) -> float:
        """Pixels in a lane above its first row."""
        return 26.0 if self.named and not self.beside else 10.0

    @property
    def beside(self) -> bool:
        """Whether lane names stand beside the lanes."""
        return max(self.left, self.right) > captions.EDGE + _OVERHANG


def stage(rows: pd.DataFrame, look: Look, names: dict[str, str]) -> Stage:
    """The stage for dated rows in lanes of these names; no names: lanes are not told apart."""
    beside = 0.0
    if names and look.width >= _NARROW:
        beside = captions.EDGE + max(
            width(line, _NAME) * 1.06 for name in names.values() for line in _name(name)
        )
    bare, named = captions.EDGE + _OVERHANG, captions.EDGE + beside
    left, right = (bare, max(bare, named)) if look.rtl else (max(bare, named), bare)
    scale = timescale.fit(rows["begin"], rows["until"], look.width - left - right, look)
    return Stage(look, left, right, scale, bool(names))


def _name(name: str) -> list[str]:
    return wrap(name, 170, _NAME)


def compose(figure: go.Figure, stage: Stage, lanes: list[Lane], caption: Caption, key: list[Sign]) -> None:
    """Axes, bands, lane names, caption and margins."""
    look, plot = stage.look, max((each.bottom for each in lanes), default=120.0)
    edge = Frame(
        look.width - 2 * captions.EDGE,
        stage.left - captions.EDGE,
        stage.right - captions.EDGE,
        64 if plot > _TALL else 22,
        46,
    )
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
    if plot > _TALL:
        timescale.above(figure, stage.scale, look)


def _bands(lanes: list[Lane], look: Look) -> list[dict[str, Any]]:
    """A ground under every other lane."""
    paint = {"fillcolor": look.palette.band, "line": {"width": 0}, "layer": "below"}
    across = {"type": "rect", "xref": "paper", "x0": 0, "x1": 1, **paint}
    return [across | {"y0": each.top, "y1": each.bottom} for each in lanes[::2]]


def _names(lanes: list[Lane], stage: Stage) -> list[dict[str, Any]]:
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


def _heading(lane: Lane, look: Look, beside: bool) -> str:
    name = "<br>".join(f"<b>{show(line)}</b>" for line in _name(lane.name))
    return name if beside else f"{name} <span style='color:{look.palette.muted}'>{lane.count}</span>"
