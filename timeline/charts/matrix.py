"""The matrix of actors: who (rows) did how much to whom (columns), and of what sort."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import pandas as pd
import plotly.graph_objects as go

from timeline import graph as graphs
from timeline import labels
from timeline.charts import caption as captions
from timeline.charts import theme
from timeline.charts.caption import Caption, Frame
from timeline.charts.network import diverging, tie_hover
from timeline.charts.theme import Look
from timeline.charts.typesetting import show, speak, width, wrap
from timeline.graph import Graph

MOST = 18
_NAME = 13.0


def matrix(graph: Graph, look: Look | None = None, *, caption: Caption | None = None) -> go.Figure:
    """A cell for each pair of the busiest actors, coloured from conflict to cooperation, with its count.

    What two actors did together stands in both their cells. A cell is a square mark with customdata
    [from, to]: heatmaps cannot be clicked in Streamlit.
    """
    look, caption = look or Look(), caption or Caption()
    shown = graphs.strongest(graph, max(5, min(MOST, look.width // 46)))
    names = _names(shown, look)
    size = _measure(names, look)
    frame = Frame(
        look.width - 2 * captions.EDGE,
        size.left - captions.EDGE,
        size.right - captions.EDGE,
        size.top + 8,
        10,
    )
    above, head = captions.head(caption, look, frame, _key(look))
    below, foot = captions.foot(caption, look, frame)
    figure = go.Figure(_squares(_cells(shown), look, size.cell))
    figure.update_layout(
        theme.layout(look, size.cell * max(1, len(names)) + head + frame.top + foot + frame.bottom),
        margin={
            "l": size.left, "r": size.right, "t": head + frame.top, "b": foot + frame.bottom,
            "pad": 0, "autoexpand": False,
        },
        **_axes(names, look),
        annotations=[*above, *below, _corner(look)],
        meta={"shown": len(names), "total": len(graphs.tied(graph))},
    )  # fmt: skip
    return figure


@dataclass(frozen=True, slots=True)
class _Size:
    """Pixels: a cell's side and the room for names around the cells."""

    cell: float
    left: float
    right: float
    top: float


def _names(graph: Graph, look: Look) -> dict[str, str]:
    rows = zip(graph.nodes["id"], graph.nodes["name"], strict=True)
    return {id: labels.actor(id, name, look.language) for id, name in rows}


def _measure(names: dict[str, str], look: Look) -> _Size:
    """The largest cells that leave room for the names: beside the rows, and above the columns."""
    widths = [width(_short(name, look), _NAME) * 1.06 for name in names.values()] or [0.0]
    beside = max(widths) + 16 + captions.EDGE
    beyond = max(captions.EDGE, widths[-1] * 0.72 + 8) if _slanted(look) else captions.EDGE
    cell = min(64.0, (look.width - beside - beyond) / max(1, len(names)))
    beyond = look.width - beside - cell * max(1, len(names))
    left, right = (beyond, beside) if look.rtl else (beside, beyond)
    return _Size(cell, left, right, max(widths) * (0.72 if _slanted(look) else 1) + 16)


def _slanted(look: Look) -> bool:
    """Whether the names of columns are slanted; on narrow screens they stand, for cells need the room."""
    return look.width >= 640


def _short(name: str, look: Look) -> str:
    return wrap(name, 190 if _slanted(look) else 120, _NAME, most=1)[0]


def _cells(graph: Graph) -> pd.DataFrame:
    """One row a directed cell: a, b, events, cooperation, conflict, balance, both names."""
    edges = graph.edges
    mirrored = edges[~edges["directed"]].rename(columns={"source": "target", "target": "source"})
    table = pd.concat([edges, mirrored]).rename(columns={"source": "a", "target": "b"})
    sums = table.groupby(["a", "b"], as_index=False)[["events", "cooperation", "conflict"]].sum()
    name = graph.nodes.set_index("id")["name"]
    return sums.assign(balance=graphs.balance(sums), a_name=sums["a"].map(name), b_name=sums["b"].map(name))


def _squares(cells: pd.DataFrame, look: Look, across: float) -> list[go.Scatter]:
    share = cells["events"] / cells["events"].max() if len(cells) else cells["events"]
    colours = [
        theme.mix(look.palette.paper, diverging(balance, look), 0.4 + 0.6 * part)
        for balance, part in zip(cells["balance"], share, strict=True)
    ]
    return [
        go.Scatter(
            x=cells["b"],
            y=cells["a"],
            mode="markers+text",
            text=cells["events"].astype(str),
            textfont={"size": 13, "color": [theme.legible(each) for each in colours], "weight": 600},
            marker={"symbol": "square", "size": across - 3, "color": colours, "line": {"width": 0}},
            customdata=cells[["a", "b"]],
            hovertext=[tie_hover(row, look) for row in cells.itertuples()],
            hovertemplate="%{hovertext}<extra></extra>",
            cliponaxis=False,
        )
    ]


def _axes(names: dict[str, str], look: Look) -> dict[str, Any]:
    order, count = list(names), len(names)
    shared: dict[str, Any] = {
        "type": "category",
        "categoryorder": "array",
        "categoryarray": order,
        "tickvals": order,
        "ticktext": [show(_short(name, look)) for name in names.values()],
        "tickfont": {"size": _NAME, "color": look.palette.ink},
        "gridcolor": look.palette.grid,
        "fixedrange": True,
        "showline": False,
        "zeroline": False,
        "ticks": "",
    }
    ends = [-0.5, count - 0.5]
    angle = 45 if _slanted(look) else 90
    across = {
        "side": "top",
        "tickangle": angle if look.rtl else -angle,
        "range": ends[::-1] if look.rtl else ends,
    }
    down = {"side": "right" if look.rtl else "left", "range": ends[::-1], "ticklabelstandoff": 6}
    return {"xaxis": shared | across, "yaxis": shared | down}


def _corner(look: Look) -> dict[str, Any]:
    """Which side acts: words in the corner between rows and columns."""
    words = [labels.name("chart", word, look.language) for word in ("source", "target")]
    arrow = labels.name("chart", "arrow", look.language).format(a=words[0], b=words[1])
    return {
        "text": speak(arrow, look.language), "xref": "paper", "yref": "paper",
        "x": 1 if look.rtl else 0, "y": 1,
        "xanchor": "left" if look.rtl else "right", "yanchor": "bottom", "showarrow": False,
        "xshift": 10 if look.rtl else -10, "yshift": 8, "font": {"size": 12, "color": look.palette.muted},
    }  # fmt: skip


def _key(look: Look) -> list[captions.Sign]:
    ends = (("cooperation", 1.0), ("mixed", 0.0), ("conflict", -1.0))
    return [("■", diverging(at, look), labels.name("chart", word, look.language)) for word, at in ends]
