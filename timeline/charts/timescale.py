"""The time axis: its range, pixels, and its words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

import numpy as np
import pandas as pd
import plotly.graph_objects as go
from numpy.typing import NDArray

from timeline import labels
from timeline.charts import period
from timeline.charts.period import DAY, Seconds, seconds
from timeline.charts.theme import Look
from timeline.charts.typesetting import PDF, RLE, embed, speak, width

_TICK = 52.0  # pixels that a tick's label needs
_FIRST, _LAST = -62_135_596_800.0, 253_402_300_799.0  # the years 1 and 9999, as far as dates are written


@dataclass(frozen=True, slots=True)
class Timescale:
    """Seconds since 1970 from `begin` to `until`, without the `cuts`, drawn `room` pixels wide."""

    begin: float
    until: float
    cuts: tuple[tuple[float, float], ...]
    room: float
    reverse: bool = False

    def pixels(self, seconds: Seconds) -> Seconds:
        """Pixels from the left edge of the plot."""
        x = self._shown(seconds) / max(1.0, float(self._shown(np.array([self.until]))[0])) * self.room
        return self.room - x if self.reverse else x

    def holds(self, rows: pd.DataFrame) -> NDArray[np.bool_]:
        """Which of the dated rows reach into the axis; the others lie before or after it."""
        reaches: NDArray[np.bool_] = seconds(rows["until"]) > self.begin
        return reaches & (seconds(rows["begin"]) < self.until)

    def clip(self, rows: pd.DataFrame) -> pd.DataFrame:
        """The rows with what reaches beyond the axis cut off at its ends."""
        first, last = self.span
        begin, until = rows["begin"], rows["until"]
        return rows.assign(begin=begin.where(begin > first, first), until=until.where(until < last, last))

    @property
    def span(self) -> tuple[pd.Timestamp, pd.Timestamp]:
        """The ends of the axis."""
        begin, until = (pd.Timestamp(np.datetime64(int(end), "s")) for end in (self.begin, self.until))
        return begin, until

    def _shown(self, seconds: Seconds) -> Seconds:
        hidden = np.zeros_like(seconds, dtype=np.float64)
        for left, right in self.cuts:
            hidden += np.clip(seconds, left, right) - left
        return np.clip(seconds, self.begin, self.until) - self.begin - hidden


def fit(begin: pd.Series, until: pd.Series, room: float, look: Look) -> Timescale:
    """The timescale for all intervals [begin, until) with some air at both ends; for nearly all of them
    where a few far ones would press the others flat.
    """
    left, right = seconds(begin).clip(*look.bounds), seconds(until).clip(*look.bounds)
    left, right = left[right > left], right[right > left]
    if len(left) == 0:
        today = float(pd.Timestamp.today().normalize().timestamp())
        return Timescale(today - 365 * DAY, today, (), room, look.reverse)
    cuts = period.silences(left, right) if look.cut else ()
    whole = float(left.min()), float(right.max())
    near = (period.focus(left, right, cuts) if look.cut else None) or whole
    if near != whole:
        inside = (right > near[0]) & (left < near[1])
        cuts = period.silences(left[inside].clip(*near), right[inside].clip(*near))
    air = max((near[1] - near[0] - sum(b - a for a, b in cuts)) * 0.03, 2 * DAY)
    first = near[0] if near[0] > whole[0] else max(near[0] - air, _FIRST, look.bounds[0] - DAY)
    last = near[1] if near[1] < whole[1] else min(near[1] + air, _LAST, look.bounds[1] + DAY)
    return Timescale(first, last, cuts, room, look.reverse)


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
        "ticklabeloverflow": "allow",  # the first one may be the only one with its year
        "hoverformat": "%-d %B %Y",
    } | (
        _ticks(scale, language)
        if scale.cuts
        else {"tickformatstops": tick_formats(language)}
        | spacing((scale.until - scale.begin) / DAY, scale.room)
    )


def above(figure: go.Figure, scale: Timescale, look: Look) -> None:
    """The dates above the plot as well, over what is said of silences; the line drawn there is empty."""
    shown = {"overlaying": "x", "side": "top", "matches": "x", "showgrid": False, "showline": False}
    below = axis(scale, look)
    mode = {
        "tickmode": "linear" if "dtick" in below else "auto"
    }  # plotly's own for such axes rounds dates down
    place = {"ticklen": 0, "ticklabelstandoff": 17}
    figure.update_layout(xaxis2=mode | below | shown | place)
    ends = [stamp(scale.begin), stamp(scale.until)]
    empty = {"x": ends, "y": [None, None], "mode": "lines", "hoverinfo": "skip", "showlegend": False}
    figure.add_trace(go.Scatter(**empty, xaxis="x2"))


def spacing(days: float, room: float) -> dict[str, Any]:
    """How far apart ticks stand where plotly chooses: at least a day, for no date is finer."""
    most = max(3, int(room / 90))
    return {"nticks": most} if days > most else {"tick0": "2000-01-01", "dtick": 1000 * DAY}


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
            values.append(str(moment)[:10])
            year = moment.year
    return {"tickmode": "array", "tickvals": values, "ticktext": [_line_by_line(t) for t in texts]}


def _line_by_line(text: str) -> str:
    return "<br>".join(embed(line) for line in text.split("<br>"))


def _stretch(a: float, b: float, scale: Timescale) -> list[pd.Timestamp]:
    """First days of months in a stretch, as many as leave each its room: every 1, 2, 3, 6, 12 … months;
    where none of these is far enough from what is cut out, the one in the middle.
    """
    first, last = (np.datetime64(int(end), "s").astype("datetime64[M]") for end in (a, b))
    months = np.arange(first, last + 1)
    left, right = sorted(scale.pixels(np.array([a, b])))
    near, far = left + 22 * (a != scale.begin), right - 22 * (b != scale.until)
    x = scale.pixels(months.astype("datetime64[s]").astype(np.float64))
    months = months[(x >= near) & (x <= far)]
    for step in (1, 2, 3, 6, 12, 24, 60, 120, 240, 600, 1200, 2400, 6000):
        chosen = months[(months.astype(np.int64) + 12 * 1970) % step == 0].astype("datetime64[s]")
        x = scale.pixels(chosen.astype(np.float64))
        if len(x) < 2 or np.abs(np.diff(x)).min() >= _TICK:
            middle = months[len(months) // 2 : len(months) // 2 + 1].astype("datetime64[s]")
            return [pd.Timestamp(month) for month in (chosen if len(chosen) else middle)]
    return []


def stamp(moment: float) -> str:
    """Seconds since 1970 as plotly writes dates."""
    return str(np.datetime64(int(moment), "s")).replace("T", " ")


def tears(scale: Timescale, look: Look, bottom: float) -> tuple[list[Any], list[Any]]:
    """The shapes and annotations that show where silence was cut out: a torn strip, and its length above."""
    shapes, notes, palette = [], [], look.palette
    taken = -np.inf
    for a, b in scale.cuts:
        for fill, line in ((palette.paper, palette.paper), (None, palette.grid)):
            shapes.append(_zigzag(stamp(a), bottom, fill, line))
        text, at = _silence(b - a, look.language), float(scale.pixels(np.array([a]))[0])
        if abs(at - taken) < width(text, 11) + 22:
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
    months = round(length / (30.44 * DAY))
    long = (
        labels.count("year", months // 12, language)
        if months >= 24
        else labels.count("month", months, language)
    )
    return f"⋯ {long} ⋯"
