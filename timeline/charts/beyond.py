"""The few far events that a timeline leaves out: how many lie before and after it, and where it says so."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any, TypedDict

import pandas as pd

from timeline import labels
from timeline.charts import period, timescale
from timeline.charts.theme import Look
from timeline.charts.timescale import Timescale
from timeline.charts.typesetting import speak


class Beyond(TypedDict):
    """How many events lie `before` the axis and `after` it; its first and last day, ISO, both inclusive."""

    before: int
    after: int
    first: str
    last: str


def beyond(scale: Timescale, known: pd.DataFrame) -> Beyond:
    """What the axis leaves out of the dated rows, one an event."""
    far = known[~scale.holds(known)]
    before = int((period.seconds(far["begin"]) < scale.begin).sum())
    first, last = (date.fromisoformat(timescale.stamp(end)[:10]) for end in (scale.begin, scale.until - 1))
    return Beyond(before=before, after=len(far) - before, first=str(first), last=str(last))


def said(left: Beyond, look: Look) -> dict[str, str]:
    """What lies "before" and "after" the axis, in words; a side where nothing does is not there."""
    first, last = date.fromisoformat(left["first"]), date.fromisoformat(left["last"])
    days = {"before": (left["before"], first), "after": (left["after"], last)}
    out = {}
    for side, (n, day) in days.items():
        if n:
            words = labels.interval(day, day + timedelta(days=1), "day", look.language, both=False)
            number = labels.count("event", n, look.language)
            out[side] = labels.name("chart", side, look.language).format(n=number, day=words)
    return out


def notes(left: Beyond, scale: Timescale, look: Look) -> list[dict[str, Any]]:
    """The annotations above the ends of the axis."""
    shared = {
        "xref": "paper", "yref": "y", "y": 0, "yanchor": "bottom", "yshift": 1, "showarrow": False,
        "borderpad": 0, "font": {"size": 11, "color": look.palette.muted},
    }  # fmt: skip
    out = []
    for side, words in said(left, look).items():
        at_left = (side == "before") is not scale.reverse
        place = {"x": 0 if at_left else 1, "xanchor": "left" if at_left else "right"}
        out.append(shared | place | {"text": speak(words, look.language)})
    return out
