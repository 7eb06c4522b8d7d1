"""The network of actors: size and width count events, colour runs from conflict to cooperation."""

from __future__ import annotations

from html import escape
from math import log2, sqrt
from typing import Any

import numpy as np
import pandas as pd
import plotly.graph_objects as go
from numpy.typing import NDArray

from timeline import graph as graphs
from timeline import labels
from timeline.charts import caption as captions
from timeline.charts import theme
from timeline.charts.caption import Caption, Frame, Sign
from timeline.charts.placement import spread
from timeline.charts.theme import Look
from timeline.charts.typesetting import show, speak, width, wrap
from timeline.graph import Graph

MOST = 42  # actors whose names can all be read
_ALL = 70  # up to so many ties all are drawn; of more, the strongest of each actor
_NAME = 13.0
_WIDEST = 9.0
_FULL = 0.38
_FEW = 14  # nodes that need less than the whole plot


def network(
    graph: Graph, look: Look | None = None, *, caption: Caption | None = None, chosen: str | None = None
) -> go.Figure:
    """The `MOST` busiest actors and their strongest ties; `chosen` is an actor's id, of whom all are drawn.

    customdata of an actor is [id], of a tie (a point in its middle) [a, b]; `figure.layout.meta` says how
    many actors are `shown` of how many that are tied to any (`total`).
    """
    look = look or Look()
    shown = graphs.strongest(graph, MOST if look.width >= 640 else MOST // 2)
    if len(graphs.pairs(shown)) > _ALL:
        shown = graphs.backbone(shown, 3 if chosen is None else 1, chosen or "")
    room, nodes = float(look.width - 2 * captions.EDGE), _nodes(shown, look)
    height = _height(nodes, look, room)
    _place(nodes, shown, room, height)
    ties = graphs.pairs(shown)
    figure = go.Figure([*_lines(ties, nodes, look), *_ring(nodes, look, chosen), *_points(nodes, look)])
    figure.add_traces(_middles(ties, nodes, look))
    frame = Frame(room, top=4, bottom=10)
    above, head = captions.head(caption or Caption(), look, frame, _key(nodes, ties, look))
    below, foot = captions.foot(caption or Caption(), look, frame)
    figure.update_layout(
        theme.layout(look, height + head + foot + 14),
        margin={
            "l": captions.EDGE,
            "r": captions.EDGE,
            "t": head + 4,
            "b": foot + 10,
            "pad": 0,
            "autoexpand": False,
        },
        xaxis={"range": [0, room], "visible": False},
        yaxis={"range": [height, 0], "visible": False},
        annotations=above + below,
        meta={"shown": len(nodes), "total": len(graphs.tied(graph))},
    )
    return figure


def _nodes(graph: Graph, look: Look) -> pd.DataFrame:
    """The nodes with display name, size, colour and label, and the label's width and height in pixels."""
    nodes = graph.nodes.copy()
    most = max(1, int(nodes["events"].max())) if len(nodes) else 1
    nodes["size"] = 12 + 34 * np.sqrt(nodes["events"].astype("float64") / most)
    pairs = zip(nodes["id"], nodes["name"], strict=True)
    nodes["name"] = [labels.actor(id, name, look.language) for id, name in pairs]
    nodes["colour"] = [kinds(look).get(kind, look.palette.muted) for kind in nodes["kind"]]
    lines = [wrap(name, 120, _NAME) for name in nodes["name"]]
    nodes["label"] = ["<br>".join(f"<b>{show(line)}</b>" for line in each) for each in lines]
    nodes["wide"] = [max((width(x, _NAME) for x in each), default=0) * 1.08 for each in lines]
    nodes["high"] = [17.0 * len(each) for each in lines]
    return nodes


def _height(nodes: pd.DataFrame, look: Look, room: float) -> float:
    """As high as looks well, and high enough that names and circles take at most `_FULL` of the plot."""
    taken = (nodes[["wide", "size"]].max(axis=1) * (nodes["size"] + nodes["high"])).sum()
    usual = float(np.clip(look.width * 0.62, 430, 860)) * max(0.6, _share(len(nodes)))
    return max(usual, float(taken) / _FULL / room)


def _share(nodes: int) -> float:
    """How much of the plot's width and height so many nodes take; two in opposite corners would look lost."""
    return min(1.0, sqrt(nodes / _FEW))


def _place(nodes: pd.DataFrame, graph: Graph, room: float, height: float) -> None:
    """Give the nodes their places in pixels."""
    spots = ((graphs.place(graph) - 0.5) * 0.86 * _share(len(nodes)) + 0.5) * [room, height]
    label = nodes[["wide", "high"]].to_numpy(dtype=np.float64)
    placed = spread(spots, nodes["size"].to_numpy(), label, (room, height))
    nodes["x"], nodes["y"] = placed[:, 0], placed[:, 1]


def kinds(look: Look) -> dict[str, str]:
    """The colour of each kind of actor."""
    dark = look.theme == "dark"
    colours = ("#C9D1DB", "#5CC2C7", "#B79CD9", "#9AA5B1", "#9AA5B1") if dark else (
        "#2B3644", "#0F7A80", "#6E4F9E", "#80858D", "#80858D")  # fmt: skip
    return dict(zip(("state", "person", "organisation", "group", "place"), colours, strict=True))


def diverging(balance: float, look: Look) -> str:
    """The colour of a balance from −1 (all conflict) by grey to +1 (all cooperation), in nine steps."""
    quads = look.palette.quads
    step = round(float(balance) * 4) / 4
    end = quads["material_cooperation" if step > 0 else "material_conflict"]
    grey = "#B4AFA4" if look.theme == "light" else "#6C7683"
    return theme.mix(grey, end, abs(step))


def _lines(ties: pd.DataFrame, nodes: pd.DataFrame, look: Look) -> list[go.Scatter]:
    """The ties as gentle arcs, one trace for each colour and width."""
    spots = _spots(nodes)
    groups: dict[tuple[str, float], list[NDArray[np.float64]]] = {}
    growth = min(1.6, (_WIDEST - 1.2) / max(1.0, log2(ties["events"].max()))) if len(ties) else 0.0
    row: Any
    for row in ties[::-1].itertuples():
        style = (diverging(row.balance, look), round(1.2 + growth * log2(row.events), 1))
        groups.setdefault(style, []).append(_arc(spots[row.a], spots[row.b]))
    return [
        go.Scatter(
            x=np.concatenate([arc[:, 0] for arc in arcs]),
            y=np.concatenate([arc[:, 1] for arc in arcs]),
            mode="lines",
            line={"color": theme.translucent(colour, 0.72), "width": thickness},
            hoverinfo="skip",
        )
        for (colour, thickness), arcs in groups.items()
    ]


def _spots(nodes: pd.DataFrame) -> dict[str, NDArray[np.float64]]:
    return dict(zip(nodes["id"], nodes[["x", "y"]].to_numpy(dtype=np.float64), strict=True))


def _arc(a: NDArray[np.float64], b: NDArray[np.float64], *, points: int = 13) -> NDArray[np.float64]:
    """A quadratic curve from a to b, bowed a tenth of its length, and a gap after it."""
    t = np.linspace(0, 1, points)[:, None]
    bow = (a + b) / 2 + np.array([b[1] - a[1], a[0] - b[0]]) * 0.1
    curve = (1 - t) ** 2 * a + 2 * t * (1 - t) * bow + t**2 * b
    return np.vstack([curve, [np.nan, np.nan]])


def _points(nodes: pd.DataFrame, look: Look) -> list[go.Scatter]:
    return [
        go.Scatter(
            x=nodes["x"],
            y=nodes["y"],
            mode="markers+text",
            text=nodes["label"],
            textposition="bottom center",
            textfont={"size": _NAME, "color": look.palette.ink, "shadow": theme.halo(look.palette.paper)},
            marker={
                "size": nodes["size"],
                "color": nodes["colour"],
                "opacity": 1,
                "line": {"width": 2, "color": look.palette.paper},
            },
            customdata=nodes[["id"]],
            hovertext=[_hover(row, look) for row in nodes.itertuples()],
            hovertemplate="%{hovertext}<extra></extra>",
            cliponaxis=False,
        )
    ]


def _ring(nodes: pd.DataFrame, look: Look, chosen: str | None) -> list[go.Scatter]:
    found = nodes[nodes["id"] == chosen]
    accent = look.palette.accent
    marker = {
        "size": found["size"] + 14,
        "color": theme.translucent(accent, 0.2),
        "line": {"width": 2.5, "color": accent},
    }
    return [go.Scatter(x=found["x"], y=found["y"], mode="markers", marker=marker, hoverinfo="skip")]


def _middles(ties: pd.DataFrame, nodes: pd.DataFrame, look: Look) -> list[go.Scatter]:
    """A point in the middle of each tie that can be read and clicked."""
    spots = _spots(nodes)
    arcs = [_arc(spots[a], spots[b]) for a, b in zip(ties["a"], ties["b"], strict=True)]
    at = np.array([arc[6] for arc in arcs]).reshape(-1, 2)
    return [
        go.Scatter(
            x=at[:, 0],
            y=at[:, 1],
            mode="markers",
            marker={"size": 14, "color": "rgba(0,0,0,0)", "line": {"width": 0}},
            customdata=ties[["a", "b"]],
            hovertext=[tie_hover(row, look) for row in ties.itertuples()],
            hovertemplate="%{hovertext}<extra></extra>",
        )
    ]


def _hover(row: Any, look: Look) -> str:
    language = look.language
    numbers = (labels.count("event", row.events, language), labels.count("article", row.articles, language))
    kind = labels.name("kind", row.kind, language)
    rest = (speak(words, language) for words in (kind, " · ".join(numbers)))
    return "<br>".join([f"<b>{show(row.name)}</b>", *rest])


def tie_hover(row: Any, look: Look) -> str:
    """Both actors, how many events, and of what sort."""
    language = look.language
    a, b = (labels.actor(id, name, language) for id, name in ((row.a, row.a_name), (row.b, row.b_name)))
    pair = labels.name("chart", "with", language).format(a=a, b=b)
    sorts = [
        f"{labels.name('chart', sort, language)}: {getattr(row, sort)}"
        for sort in ("cooperation", "conflict")
    ]
    number = labels.count("event", row.events, language)
    words = [*wrap(pair, 320, _NAME, most=3), number, " · ".join(sorts)]
    return "<br>".join(speak(escape(each, quote=False), language) for each in words)


def _key(nodes: pd.DataFrame, ties: pd.DataFrame, look: Look) -> list[Sign]:
    language = look.language
    ends = (("cooperation", 1.0), ("mixed", 0.0), ("conflict", -1.0))
    out = (
        [("▬", diverging(at, look), labels.name("chart", word, language)) for word, at in ends]
        if len(ties)
        else []
    )
    for kind, colour in kinds(look).items():
        if (nodes["kind"] == kind).any():
            out.append(("●", colour, labels.name("kind", kind, language)))
    return [*out, ("•●", look.palette.muted, labels.name("chart", "width", language))]
