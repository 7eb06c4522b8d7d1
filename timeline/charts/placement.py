"""Where marks and their labels go so that none hides another: first fit in lanes, pushing in networks."""

from __future__ import annotations

from bisect import bisect_left, insort
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Literal, TypeAlias

import numpy as np
from numpy.typing import NDArray

Side: TypeAlias = Literal["left", "right", "over"]
Points: TypeAlias = NDArray[np.float64]
Values: TypeAlias = NDArray[np.float64]

_AIR = 5.0  # pixels around a mark with a label
_LESS = 0.5  # pixels around a mark without
_STANDOFF = 6.0  # pixels between a mark and its label


@dataclass(frozen=True, slots=True)
class Box:
    """A mark from `left` to `right` (pixels) with a label `label` pixels wide (0: none) and `lines` high."""

    left: float
    right: float
    label: float = 0.0
    lines: int = 0


@dataclass(frozen=True, slots=True)
class Place:
    """The row of a box in its lane, from 0 at the top, and the side of its label."""

    row: int
    side: Side


def place(boxes: Sequence[Box], room: float, prefer: Side) -> list[Place]:
    """Rows for boxes so that no two overlap: the labelled downwards as time goes, the others between.

    Labels stay inside the plot where they fit; boxes come in any order.
    """
    sides = [_side(box, room, prefer) for box in boxes]
    rows: list[list[tuple[float, float]]] = []
    chosen = [0] * len(boxes)
    for index in sorted(range(len(boxes)), key=lambda i: (not boxes[i].label, boxes[i].left, i)):
        span = _span(boxes[index], sides[index])
        row = next((n for n, taken in enumerate(rows) if _fits(span, taken)), len(rows))
        if row == len(rows):
            rows.append([])
        insort(rows[row], span)
        chosen[index] = row
    return [Place(row, side) for row, side in zip(chosen, sides, strict=True)]


def _fits(span: tuple[float, float], taken: list[tuple[float, float]]) -> bool:
    """Whether a span is clear of the others in a row; they are sorted and apart."""
    left, right = span
    at = bisect_left(taken, span)
    clear_before = at == 0 or taken[at - 1][1] <= left
    return clear_before and (at == len(taken) or right <= taken[at][0])


def _side(box: Box, room: float, prefer: Side) -> Side:
    """The preferred side where the label fits, else the other; over a mark that leaves room on neither."""
    before, after = box.left - _STANDOFF, room - box.right - _STANDOFF
    fits: dict[Side, bool] = {"left": before >= box.label, "right": after >= box.label}
    if fits[prefer]:
        return prefer
    other: Side = "left" if prefer == "right" else "right"
    if fits[other]:
        return other
    if box.right - box.left >= box.label:
        return "over"
    return "left" if before > after else "right"


def _span(box: Box, side: Side) -> tuple[float, float]:
    """What a box takes of its row, air included."""
    if not box.label:
        return box.left - _LESS, box.right + _LESS
    if side == "over":
        return box.left - _AIR, box.right + _AIR
    if side == "left":
        return box.left - _STANDOFF - box.label - _AIR, box.right + _AIR
    return box.left - _AIR, box.right + _STANDOFF + box.label + _AIR


def spread(
    spots: Points, sizes: Values, label: Points, room: tuple[float, float], *, rounds: int = 400
) -> Points:
    """Circles with labels under them, moved apart until none overlaps another (or the rounds are over).

    `spots` (n, 2) are centres in pixels, `sizes` (n) diameters, `label` (n, 2) widths and heights;
    the result stays inside a plot of `room` (width, height). Each gives way on the shorter way; later,
    by turns, up and down as well, for a row may be too full for its names.
    """
    half_width = np.maximum(sizes, label[:, 0]) / 2 + 3
    above, below = sizes / 2 + 3, sizes / 2 + label[:, 1] + 5
    at = spots.astype(np.float64).copy()
    best, least = at, np.inf
    for turn in range(rounds):
        dx, dy, lap_x, lap_y = _laps(at, half_width, above, below)
        hit = (lap_x > 0) & (lap_y > 0) & ~np.eye(len(at), dtype=bool)
        overlap = float((lap_x * lap_y)[hit].sum())
        if overlap < least:
            best, least = at.copy(), overlap
        if not hit.any():
            break
        sideways = hit & (lap_x < lap_y) & (turn < rounds // 2 or turn % 2 == 0)
        at[:, 0] += np.where(sideways, _away(dx) * lap_x * 0.3, 0).sum(axis=1).clip(-40, 40)
        at[:, 1] += np.where(hit & ~sideways, _away(dy) * lap_y * 0.3, 0).sum(axis=1).clip(-40, 40)
        at[:, 0] = at[:, 0].clip(half_width, np.maximum(half_width, room[0] - half_width))
        at[:, 1] = at[:, 1].clip(above, np.maximum(above, room[1] - below))
    return best


def _laps(
    at: Points, half_width: Values, above: Values, below: Values
) -> tuple[Values, Values, Values, Values]:
    """For each two boxes, how far apart their middles are and how far the boxes overlap, across and down."""
    middle = at[:, 1] + (below - above) / 2
    dx, dy = at[:, None, 0] - at[None, :, 0], middle[:, None] - middle[None, :]
    high = (above + below) / 2
    return (
        dx,
        dy,
        half_width[:, None] + half_width[None, :] - np.abs(dx),
        high[:, None] + high[None, :] - np.abs(dy),
    )


def _away(distance: Values) -> Values:
    """The way that leads each box from the other, by their order where they lie one upon the other."""
    order = np.arange(len(distance))
    return np.where(distance == 0, np.sign(order[:, None] - order[None, :]), np.sign(distance))
