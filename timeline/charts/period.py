"""Which stretch of time a chart shows: the long silences cut out of it, the few far events left beside it."""

from __future__ import annotations

from typing import TypeAlias

import numpy as np
import pandas as pd
from numpy.typing import NDArray

Seconds: TypeAlias = NDArray[np.float64]
Span: TypeAlias = tuple[float, float]

DAY = 86_400.0
_LEAST = 300 * DAY  # a silence shorter than this is not cut
_SILENCE = 0.14  # … nor one that takes less of the axis than this
_CUTS = 5  # more torn strips than this nobody reads as one axis
_LONG = 0.35  # an interval that takes more of the axis than this fills no silence: its two ends do
_CORE = 0.95  # the share of the events that is told best …
_QUARTER = 0.25  # … and the share of the axis that these must have at least
_REACH = 1.5  # lengths of the core that are shown at each side of it


def seconds(times: pd.Series) -> Seconds:
    """datetime64 as seconds since 1970."""
    return times.to_numpy(dtype="datetime64[s]").astype(np.float64)


def silences(left: Seconds, right: Seconds) -> tuple[Span, ...]:
    """The stretches with no event in [left, right) that would take too much of what is left of the axis."""
    left, right = _marked(left, right)
    order = np.argsort(left, kind="stable")
    reached = np.maximum.accumulate(right[order])[:-1]
    gaps = [(a, b) for a, b in zip(reached, left[order][1:], strict=True) if b > a]
    gaps.sort(key=lambda gap: gap[1] - gap[0], reverse=True)
    rest, cut = float(right.max() - left.min()), []
    for a, b in gaps[:_CUTS]:
        if b - a < max(_SILENCE * rest, _LEAST):
            break
        cut.append((float(a), float(b)))
        rest -= b - a
    margin = max(rest * 0.05, 10 * DAY)
    return tuple(sorted((a + min(margin, (b - a) / 4), b - min(margin, (b - a) / 4)) for a, b in cut))


def _marked(left: Seconds, right: Seconds) -> tuple[Seconds, Seconds]:
    """The intervals where something is to be seen: of one that spans much of the axis, its two ends."""
    long = right - left > _LONG * (right.max() - left.min())
    if long.all():
        return left, right
    return (
        np.concatenate([left[~long], left[long], right[long] - DAY]),
        np.concatenate([right[~long], left[long] + DAY, right[long]]),
    )


def focus(left: Seconds, right: Seconds, cuts: tuple[Span, ...]) -> Span | None:
    """The stretch to show where a few far events would press all others flat; None where none do.

    A news archive of 2024 that mentions the sixteenth century is a chart of 2024. The stretch holds nearly
    all events, and what lies near them.
    """
    begins = np.sort(left)
    most = int(np.ceil(_CORE * len(begins)))
    if most == len(begins):
        return None
    spans = begins[most - 1 :] - begins[: len(begins) - most + 1]
    at = int(np.argmin(spans))
    core = begins[at], begins[at + most - 1] + DAY
    shown = _without(cuts, (left.min(), right.max()))
    if _without(cuts, core) >= _QUARTER * shown:
        return None
    length = core[1] - core[0]
    near = begins[(begins >= core[0] - _REACH * length) & (begins <= core[1] + _REACH * length)]
    first, last = _month(near[0], length), _month(near[-1], length, after=True)
    return max(first, float(left.min())), min(last, float(right.max()))


def _without(cuts: tuple[Span, ...], span: Span) -> float:
    """The length of a span without what is cut out of it."""
    return float(span[1] - span[0] - sum(max(0.0, min(b, span[1]) - max(a, span[0])) for a, b in cuts))


def _month(moment: float, length: float, *, after: bool = False) -> float:
    """The first of the month of a moment, or of the next; the day where the whole is a matter of days."""
    unit = "M" if length > 60 * DAY else "D"
    whole = np.datetime64(int(moment), "s").astype(f"datetime64[{unit}]") + int(after)
    return float(whole.astype("datetime64[s]").astype(np.int64))
