"""Title, subtitle and footer: what an image must say of itself once it has left the page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from typing import Any, TypeAlias

import pandas as pd
import plotly.graph_objects as go

from timeline import frames, labels
from timeline.charts.theme import Look
from timeline.charts.typesetting import embed, speak, width, wrap

Sign: TypeAlias = tuple[str, str, str]  # a glyph, its colour, what it means

EDGE = 16.0  # pixels between a figure's edge and anything in it
_TITLE, _SUBTITLE, _KEY, _FOOTER = 21.0, 13.5, 12.5, 11.5
_TOOLS, _SMALL = 175.0, 480.0  # pixels of plotly's mode bar, and of figures too small to have one


@dataclass(frozen=True, slots=True)
class Caption:
    """The words around a chart. Empty strings take no room."""

    title: str = ""
    subtitle: str = ""
    footer: str = ""


@dataclass(frozen=True, slots=True)
class Frame:
    """Where a caption may stand: `room` pixels wide, reaching `left` and `right` beyond the plot.

    `top` and `bottom` are the pixels next to the plot that legends and axes need.
    """

    room: float
    left: float = 0.0
    right: float = 0.0
    top: float = 0.0
    bottom: float = 0.0


def describe(frame: pd.DataFrame, total: int, look: Look, **words: Any) -> Caption:
    """The caption of a chart that shows the frame's events out of `total`.

    `words`: `title`, `filters` (each in words) and `day`, the date of export; all may be left out.
    """
    language, day = look.language, words.get("day")
    parts = [labels.count("event", len(frame), language)]
    if len(frame) != total:
        whole = labels.count("event", total, language)
        parts = [labels.name("chart", "shown", language).format(n=f"{len(frame):,}", total=whole)]
    if undated := len(frames.undated(frame)):
        parts.append(labels.name("chart", "undated", language).format(n=f"{undated:,}"))
    made = (
        [labels.name("chart", "made", language).format(day=labels.interval(day, None, "day", language))]
        if day
        else []
    )
    return Caption(words.get("title", ""), " · ".join([*parts, *words.get("filters", ())]), "".join(made))


def head(
    caption: Caption, look: Look, frame: Frame, key: Sequence[Sign] = ()
) -> tuple[list[dict[str, Any]], float]:
    """Annotations for title, subtitle and key, and the height in pixels that they take above the plot.

    `frame.top` is what must stay free between them and the plot.
    """
    lines: list[tuple[float, str, float, str]] = []
    top = 12.0
    for text, size, most in ((caption.title, _TITLE, 3), (caption.subtitle, _SUBTITLE, 4)):
        for line in wrap(text, frame.room, size, most) if text else ():
            markup = escape(line, quote=False)
            bold = size == _TITLE
            lines.append(
                (
                    top,
                    f"<b>{markup}</b>" if bold else markup,
                    size,
                    look.palette.ink if bold else look.palette.muted,
                )
            )
            top += size * 1.45
    top += 6 if lines and key else 0
    for line in _key_lines(key, frame.room - (_TOOLS if frame.room > _SMALL else 0)):
        lines.append((top, line, _KEY, look.palette.muted))
        top += _KEY * 1.6
    top += 6 if lines else 0
    return [
        _line(_said(markup, size, look), (size, colour), look, frame)
        | {"y": 1, "yanchor": "top", "yshift": top + frame.top - offset}
        for offset, markup, size, colour in lines
    ], top


def around(figure: go.Figure, caption: Caption, look: Look) -> dict[str, Any]:
    """What a picture of a figure without a caption needs to have one: `annotations`, and the pixels that
    they take at its `top` and `bottom`.
    """
    margin = figure.layout.margin
    edge = Frame(look.width - 2 * EDGE, margin.l - EDGE, margin.r - EDGE, margin.t, margin.b)
    above, top = head(caption, look, edge)
    below, bottom = foot(caption, look, edge)
    return {"annotations": above + below, "top": round(top), "bottom": round(bottom)}


def _key_lines(key: Sequence[Sign], room: float) -> list[str]:
    """The key's signs in as many lines as they need; beside them the mode bar has its place."""
    lines: list[list[str]] = []
    used = room
    for glyph, colour, words in key:
        need = width(f"{glyph} {words}", _KEY) + 26
        if used + need > room:
            lines.append([])
            used = 0.0
        used += need
        lines[-1].append(f"<span style='color:{colour}'>{glyph}</span> {escape(words, quote=False)}")
    return ["\u2003".join(line) for line in lines]


def foot(caption: Caption, look: Look, frame: Frame) -> tuple[list[dict[str, Any]], float]:
    """Annotations for the footer, `frame.bottom` pixels under the plot, and the height that they take."""
    notes, below = [], 0.0
    for line in wrap(caption.footer, frame.room, _FOOTER, 3) if caption.footer else ():
        note = _line(
            speak(escape(line, quote=False), look.language), (_FOOTER, look.palette.muted), look, frame
        )
        notes.append(note | {"y": 0, "yanchor": "top", "yshift": -frame.bottom - below})
        below += _FOOTER * 1.6
    return notes, below + 10


def _said(markup: str, size: float, look: Look) -> str:
    """A title reads as its own letters do, all else as the chart's language does."""
    return embed(markup) if size == _TITLE else speak(markup, look.language)


def _line(text: str, font: tuple[float, str], look: Look, frame: Frame) -> dict[str, Any]:
    """A line of some size and colour at the edge of the figure where reading starts."""
    side = "right" if look.rtl else "left"
    return {
        "text": text,
        "xref": "paper",
        "yref": "paper",
        "x": 1 if look.rtl else 0,
        "xanchor": side,
        "align": side,
        "xshift": frame.right if look.rtl else -frame.left,
        "showarrow": False,
        "borderpad": 0,
        "font": {"size": font[0], "color": font[1]},
    }
