"""A pair's own timeline: what one did to the other, the other to the one, and both together."""

from __future__ import annotations

import numpy as np
import pandas as pd
import plotly.graph_objects as go

from timeline import frames, labels
from timeline.charts.caption import Caption
from timeline.charts.theme import Look
from timeline.charts.timeline import draw


def pair(
    frame: pd.DataFrame,
    actors: tuple[str, str],
    look: Look | None = None,
    *,
    caption: Caption | None = None,
    chosen: str | None = None,
) -> go.Figure:
    """The timeline of the events that name both of two `actors` (ids), in up to three lanes."""
    look, (a, b) = look or Look(), actors
    both = frame[np.array([a in ids and b in ids for ids in frame["actors"]], dtype=bool)]
    arabic = frames.names(both)
    first, second = (labels.actor(id, arabic.get(id, id), look.language) for id in (a, b))
    arrow = labels.name("chart", "arrow", look.language)
    names = {
        "ab": arrow.format(a=first, b=second),
        "ba": arrow.format(a=second, b=first),
        "together": labels.name("chart", "together", look.language),
    }
    rows = frames.dated(both)
    parts = (dict(zip(*row, strict=True)) for row in zip(rows["actors"], rows["roles"], strict=True))
    rows = rows.assign(lane=[_direction(each[a], each[b]) for each in parts])
    lanes = {key: name for key, name in names.items() if (rows["lane"] == key).any()}
    return draw(both, rows, lanes, look, caption=caption, chosen=chosen)


def _direction(first: str, second: str) -> str:
    """The lane of an event in which the two have these roles."""
    if (first, second) == ("source", "target"):
        return "ab"
    return "ba" if (first, second) == ("target", "source") else "together"
