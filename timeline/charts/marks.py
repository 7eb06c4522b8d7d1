"""The marks of a timeline: days as circles and diamonds, doubt and duration as soft bars, labels."""

from __future__ import annotations

from html import escape
from typing import Any

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from timeline import labels
from timeline.charts.caption import Sign
from timeline.charts.theme import QUADS, SYMBOLS, Look, Palette, halo, translucent
from timeline.charts.typesetting import block, clean, speak, wrap

LABEL = 14.0  # pixels
LEADING = 18.0
_HOVER = 330.0
_SHORT = 14.0  # a bar of fewer pixels is drawn as a point as well
_SOFT = 80  # more bars than this have hard edges: each layer is drawn by the browser
_STAMP = "%Y-%m-%d %H:%M:%S"


def hover(row: Any, language: str) -> str:
    """What the pointer reads: title, date as resolved and as written, how it was found, actors, articles."""
    actors = dict.fromkeys(
        clean(labels.actor(id, name, language)) for id, name in zip(row.actors, row.names, strict=True)
    )
    told = [
        f"<b>{when(row, language)}</b>",
        _finding(row, language),
        *(escape(line, quote=False) for line in wrap("، ".join(actors), _HOVER, 13, most=3)),
        sort(row, language),
        labels.count("article", row.articles, language),
    ]
    title = block(row.title, _HOVER, 14, most=4)
    return "<br>".join([title, *(speak(each, language) for each in told if each)])


def _finding(row: Any, language: str) -> str:
    """How the date was found: its words in the text, and whether it was inferred."""
    found = []
    if row.written:
        words = escape(clean(row.written), quote=False)
        found.append(labels.name("chart", "written", language).format(words=words))
    if row.dated_by in ("context", "dct", "correction"):
        found.append(labels.name("dated_by", row.dated_by, language))
    return " · ".join(found)


def sort(row: Any, language: str) -> str:
    """What sort of event: its PLOVER type, mode, and status where it is not simply past."""
    status = None if row.status == "past" else row.status
    named = (("type", row.type), ("mode", row.mode), ("status", status))
    return " · ".join(filter(None, (labels.name(kind, key, language) for kind, key in named)))


def when(row: Any, language: str, *, both: bool = True) -> str:
    """The row's interval in words."""
    begin = None if pd.isna(row.begin) else row.begin.date()
    until = None if pd.isna(row.until) else row.until.date()
    return labels.interval(begin, until, row.granularity, language, both=both)


def draw(rows: pd.DataFrame, look: Look, chosen: str | None = None) -> list[Any]:
    """Every trace of a timeline, the lowest first. The rows are those of `charts.timeline`."""
    palette = look.palette
    return [*ring(rows, palette, chosen), *bars(rows, palette), *points(rows, palette), *texts(rows, look)]


def ring(rows: pd.DataFrame, palette: Palette, chosen: str | None) -> list[go.Scatter]:
    """A ring around the chosen event in each of its lanes."""
    found = rows[rows["id"] == chosen]
    if not len(found):
        return []
    return [
        go.Scatter(
            x=middle(found).dt.strftime(_STAMP),
            y=found["y"],
            mode="markers",
            marker={
                "size": found["size"] + 12,
                "color": translucent(palette.accent, 0.18),
                "line": {"width": 2, "color": palette.accent},
            },
            hoverinfo="skip",
            showlegend=False,
            cliponaxis=False,
        )
    ]


def bars(rows: pd.DataFrame, palette: Palette) -> list[go.Bar]:
    """Intervals longer than a day; long ones fade towards their ends: nobody knows where the event lies."""
    chosen = rows[rows["bar"]]
    if not len(chosen):
        return []
    soft = len(chosen) <= _SOFT
    out = [_bar(chosen, palette, [0.0], 0.11 if soft else 0.55)]
    out[0].update(_pointed(chosen))
    if soft:
        out.append(_bar(chosen, palette, [0.024 * layer for layer in range(1, 11)], 0.11))
        out[1].update(hoverinfo="skip")
    return out


def _bar(rows: pd.DataFrame, palette: Palette, insets: list[float], opacity: float) -> go.Bar:
    """Layers of the rows' intervals, each shortened at both ends by its inset (a share of the length).

    Their opacities add up to a soft edge; what lasts a week or less keeps its length.
    """
    layers = pd.concat([rows.assign(inset=inset) for inset in insets])
    whole = (layers["until"] - layers["begin"]).dt.total_seconds() * 1000
    inset = layers["inset"].where(whole > 8 * 86_400_000, 0.0)
    colours = [
        translucent(palette.quads[quad], opacity * (0.45 if hollow else 1))
        for quad, hollow in zip(layers["quad"], layers["hollow"], strict=True)
    ]
    return go.Bar(
        base=(layers["begin"] + (whole * inset / 1000).astype("timedelta64[s]")).dt.strftime(_STAMP),
        x=whole * (1 - 2 * inset),
        y=layers["y"],
        width=np.where(layers["pixels"] >= _SHORT, layers["size"] * 0.8, 2.5),
        orientation="h",
        marker={"color": colours, "cornerradius": 0 if insets[0] else 9, "line": {"width": 0}},
        customdata=layers[["id"]],
        showlegend=False,
    )


def _pointed(rows: pd.DataFrame) -> dict[str, Any]:
    return {"hovertext": rows["hover"], "hovertemplate": "%{hovertext}<extra></extra>"}


def points(rows: pd.DataFrame, palette: Palette) -> list[go.Scatter]:
    """Days, and intervals too short to be seen as bars.

    Filled where the text says the date, hollow where it was inferred, blurred where only the month
    or the year is known.
    """
    shown = rows[~rows["bar"] | (rows["pixels"] < _SHORT)]
    return [
        _points(shown[shown["quad"] == quad], palette.quads[quad], SYMBOLS[quad], palette)
        for quad in QUADS
        if (shown["quad"] == quad).any()
    ]


def _points(rows: pd.DataFrame, colour: str, symbol: str, palette: Palette) -> go.Scatter:
    hollow, blurred = rows["hollow"].to_numpy(), rows["blurred"].to_numpy()
    size = rows["size"].to_numpy() * (1.15 if symbol == "diamond" else 1.0)
    soft, softer = translucent(colour, 0.55), translucent(colour, 0.25)
    fill = np.where(hollow, palette.paper, np.where(blurred, soft, colour))
    return go.Scatter(
        x=middle(rows).dt.strftime(_STAMP),
        y=rows["y"],
        mode="markers",
        marker={
            "symbol": symbol,
            "size": np.where(blurred, size * 0.8, size),
            "color": fill,
            "opacity": 1,
            "line": {
                "width": np.where(blurred, size * 0.35, np.where(hollow, 2.0, 1.0)),
                "color": np.where(blurred, softer, np.where(hollow, colour, palette.paper)),
            },
        },
        customdata=rows[["id"]],
        showlegend=False,
        cliponaxis=False,
        **_pointed(rows),
    )


def middle(rows: pd.DataFrame) -> pd.Series:
    """Where the mark of a day or of a short interval stands."""
    half = (rows["until"] - rows["begin"]) / 2
    return rows["begin"] + half.where(rows["bar"], pd.Timedelta(0))


def texts(rows: pd.DataFrame, look: Look) -> list[go.Scatter]:
    """The labels, in a trace of their own that can be clicked as the marks can."""
    chosen = rows[rows["label"] != ""]
    if not len(chosen):
        return []
    over = chosen["side"] == "over"
    at_end = (chosen["side"] == "right") | (over & look.rtl)
    rightwards = (chosen["side"] == "right") | (over & (not look.rtl))
    long = chosen["bar"] & (chosen["pixels"] >= _SHORT)
    end = chosen["until"].where(at_end, chosen["begin"])
    return [
        go.Scatter(
            x=end.where(long, middle(chosen)).dt.strftime(_STAMP),
            y=chosen["y"],
            mode="markers+text",
            text=chosen["label"],
            textposition=np.where(rightwards, "middle right", "middle left"),
            textfont={"size": LABEL, "color": look.palette.ink, "shadow": halo(look.palette.paper)},
            marker={"opacity": 0, "size": np.where(long, 8, chosen["size"] + 8)},
            customdata=chosen[["id"]],
            hoverinfo="skip",
            showlegend=False,
            cliponaxis=False,
        )
    ]


def key(rows: pd.DataFrame, look: Look) -> list[Sign]:
    """The legend as (glyph, colour, words): the quads that are drawn, then the other signs that are."""
    quads = [q for q in QUADS if (rows["quad"] == q).any()]
    glyphs = {"circle": "●", "diamond": "◆", "square": "■"}
    out = [(glyphs[SYMBOLS[q]], look.palette.quads[q], labels.name("quad", q, look.language)) for q in quads]
    signs = (
        ("▬", "bar", rows["bar"].any()),
        ("○", "hollow", rows["hollow"].any()),
        ("•●", "size", rows["articles"].nunique() > 1),
    )
    return out + [
        (g, look.palette.muted, labels.name("chart", word, look.language))
        for g, word, drawn in signs
        if drawn
    ]
