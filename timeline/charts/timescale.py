"""The time axis: its range, the long silences cut out of it, pixels, and its words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any, TypeAlias

import numpy as np
import pandas as pd
from numpy.typing import NDArray

from timeline import labels
from timeline.charts.theme import Look
from timeline.charts.typesetting import PDF, RLE, embed, speak, width

Seconds: TypeAlias = NDArray[np.float64]

_DAY = 86_400.0
_TICK = 52.0  # pixels that a tick's label needs
_SILENCE = 0.35  # a gap that takes more of the axis than this is cut …
_LEAST = 300 * _DAY  # … if it is longer than this


@dataclass(frozen=True, slots=True)
class Timescale:
    """Seconds since 1970 from `begin` to `until`, without the `cuts`, drawn `room` pixels wide."""

    begin: float
    until: float
    cuts: tuple[tuple[float, float], ...]
    room: float
    reverse: bool = False

    def pixels(self, seconds: NDArray[np.float64]) -> NDArray[np.float64]:
        """Pixels from the left edge of the plot."""
        x = self._shown(seconds) / max(1.0, float(self._shown(np.array([self.until]))[0])) * self.room
        return self.room - x if self.reverse else x

    def _shown(self, seconds: NDArray[np.float64]) -> NDArray[np.float64]:
        hidden = np.zeros_like(seconds, dtype=np.float64)
        for left, right in self.cuts:
            hidden += np.clip(seconds, left, right) - left
        return np.clip(seconds, self.begin, self.until) - self.begin - hidden


def seconds(times: pd.Series) -> NDArray[np.float64]:
    """datetime64 as seconds since 1970."""
    return times.to_numpy(dtype="datetime64[s]").astype(np.float64)


def fit(begin: pd.Series, until: pd.Series, room: float, look: Look) -> Timescale:
    """The timescale that holds all intervals [begin, until) with some air at both ends."""
    left, right = seconds(begin), seconds(until)
    if len(left) == 0:
        today = float(pd.Timestamp.today().normalize().timestamp())
        return Timescale(today - 365 * _DAY, today, (), room, look.reverse)
    cuts = _silences(left, right) if look.cut else ()
    shown = right.max() - left.min() - sum(b - a for a, b in cuts)
    air = max(shown * 0.03, 2 * _DAY)
    return Timescale(left.min() - air, right.max() + air, cuts, room, look.reverse)


def _silences(left: NDArray[np.float64], right: NDArray[np.float64]) -> tuple[tuple[float, float], ...]:
    """The stretches with no event that would take too much of what is left of the axis."""
    left, right = _marked(left, right)
    order = np.argsort(left, kind="stable")
    reached = np.maximum.accumulate(right[order])[:-1]
    gaps = [(a, b) for a, b in zip(reached, left[order][1:], strict=True) if b > a]
    gaps.sort(key=lambda gap: gap[1] - gap[0], reverse=True)
    shown, cuts = float(right.max() - left.min()), []
    for a, b in gaps:
        if b - a < max(_SILENCE * shown, _LEAST):
            break
        rest = shown - (b - a)
        margin = min(max(rest * 0.05, 10 * _DAY), (b - a) / 4)
        cuts.append((float(a + margin), float(b - margin)))
        shown = rest + 2 * margin
    return tuple(sorted(cuts))


def _marked(left: Seconds, right: Seconds) -> tuple[Seconds, Seconds]:
    """The intervals where something is to be seen: of one that spans much of the axis, its two ends."""
    long = right - left > _SILENCE * (right.max() - left.min())
    if long.all():
        return left, right
    return (
        np.concatenate([left[~long], left[long], right[long] - _DAY]),
        np.concatenate([right[~long], left[long] + _DAY, right[long]]),
    )


def axis(scale: Timescale, look: Look) -> dict[str, Any]:
    """Plotly's x axis for a timescale."""
    palette, language = look.palette, look.language
    ends = [stamp(scale.begin), stamp(scale.until)]
    return {
        "type": "date",
        "range": ends[::-1] if scale.reverse else ends,
        "rangebreaks": [{"bounds": [stamp(a), stamp(b)]} for a, b in scale.cuts],
        "showgrid": True,
        "gridcolor": palette.grid,
        "gridwidth": 1,
        "zeroline": False,
        "showline": True,
        "linecolor": palette.muted,
        "ticks": "outside",
        "ticklen": 5,
        "tickcolor": palette.muted,
        "tickfont": {"size": 12, "color": palette.muted},
        "hoverformat": "%-d %B %Y",
    } | (
        _ticks(scale, language)
        if scale.cuts
        else {"nticks": max(3, int(scale.room / 90)), "tickformatstops": tick_formats(language)}
    )


def tick_formats(language: str) -> list[dict[str, Any]]:
    """Days, months and years as people write them; what follows the line break is written once a year."""
    mark = (RLE, PDF) if language == "ar" else ("", "")
    day, month = f"{mark[0]}%-d %b{mark[1]}\n%Y", f"{mark[0]}%b{mark[1]}\n%Y"
    return [
        {"dtickrange": [None, 6 * 604_800_000 // 2], "value": day},
        {"dtickrange": [6 * 604_800_000 // 2, "M6"], "value": month},
        {"dtickrange": ["M12", None], "value": "%Y"},
    ]


def _ticks(scale: Timescale, language: str) -> dict[str, Any]:
    """Ticks for a cut axis, which plotly labels too sparsely: each stretch gets what fits in it."""
    edges = [scale.begin, *(edge for cut in scale.cuts for edge in cut), scale.until]
    values, texts, year = [], [], 0
    for a, b in zip(edges[::2], edges[1::2], strict=True):
        moments = _stretch(a, b, scale)
        yearly = all(moment.month == 1 for moment in moments)
        for moment in moments:
            month = labels.month(moment.month, language, both=False)
            month = month if language == "ar" else month[:3]
            head = f"<b>{moment.year}</b>" if moment.year != year else ""
            texts.append("<br>".join(filter(None, (head, "" if yearly else month))))
            values.append(moment.strftime("%Y-%m-%d"))
            year = moment.year
    return {"tickmode": "array", "tickvals": values, "ticktext": [_line_by_line(t) for t in texts]}


def _line_by_line(text: str) -> str:
    return "<br>".join(embed(line) for line in text.split("<br>"))


def _stretch(a: float, b: float, scale: Timescale) -> list[pd.Timestamp]:
    """First days of months in a stretch, as many as leave each its room: every 1, 2, 3, 6, 12 … months."""
    for step in (1, 2, 3, 6, 12, 24, 60, 120, 240, 600):
        months = pd.date_range(
            pd.Timestamp(a, unit="s").normalize().replace(day=1), pd.Timestamp(b, unit="s"), freq="MS"
        )
        chosen = [m for m in months if m.timestamp() >= a and (m.year * 12 + m.month - 1) % step == 0]
        x = scale.pixels(np.array([m.timestamp() for m in chosen]))
        if len(x) < 2 or np.abs(np.diff(x)).min() >= _TICK:
            left, right = sorted(scale.pixels(np.array([a, b])))
            return [
                m
                for m, at in zip(chosen, x, strict=True)
                if left + 22 * (a != scale.begin) <= at <= right - 22 * (b != scale.until)
            ]
    return []


def stamp(moment: float) -> str:
    """Seconds since 1970 as plotly writes dates."""
    return str(pd.Timestamp(moment, unit="s").strftime("%Y-%m-%d %H:%M:%S"))


def tears(scale: Timescale, look: Look, bottom: float) -> tuple[list[Any], list[Any]]:
    """The shapes and annotations that show where silence was cut out: a torn strip, and its length above."""
    shapes, notes, palette = [], [], look.palette
    taken = -np.inf
    for a, b in scale.cuts:
        for fill, line in ((palette.paper, palette.paper), (None, palette.grid)):
            shapes.append(_zigzag(stamp(a), bottom, fill, line))
        text, at = _silence(b - a, look.language), float(scale.pixels(np.array([a]))[0])
        if abs(at - taken) < width(text, 11) + 6:
            continue  # the strip is still seen; its neighbour says what such strips are
        taken = at
        notes.append(
            {
                "x": stamp(a), "y": 0, "yanchor": "bottom", "yshift": 1, "text": speak(text, look.language),
                "showarrow": False, "font": {"size": 11, "color": palette.muted}, "borderpad": 0,
            }
        )  # fmt: skip
    return shapes, notes


def key(scale: Timescale, look: Look) -> list[tuple[str, str, str]]:
    """What the torn strips mean, for the legend; nothing where there is none."""
    if not scale.cuts:
        return []
    return [("⋯", look.palette.muted, labels.name("chart", "silence", look.language))]


def _zigzag(x: str, bottom: float, fill: str | None, line: str) -> dict[str, Any]:
    """A torn strip 14 pixels wide and `bottom` high around the moment x."""
    steps = max(2, round(bottom / 10))
    heights = [round(bottom * i / steps, 1) for i in range(steps + 1)]
    right = [f"{7 if i % 2 else 11},{y}" for i, y in enumerate(heights)]
    left = [f"{-11 if i % 2 else -7},{y}" for i, y in enumerate(heights)]
    if fill:
        path = "M" + " L".join(right + left[::-1]) + " Z"
    else:
        path = "M" + " L".join(right) + " M" + " L".join(left)
    return {
        "type": "path", "path": path, "xref": "x", "yref": "y", "xsizemode": "pixel", "xanchor": x,
        "fillcolor": fill, "line": {"width": 1, "color": line}, "layer": "below",
    }  # fmt: skip


def _silence(length: float, language: str) -> str:
    months = round(length / (30.44 * _DAY))
    long = (
        labels.count("year", months // 12, language)
        if months >= 24
        else labels.count("month", months, language)
    )
    return f"⋯ {long} ⋯"
