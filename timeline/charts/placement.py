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
    spots: Points, sizes: Values, label: Points, room: tuple[float, float], *, rounds: int = 200
) -> Points:
    """Circles with labels under them, moved apart until none overlaps another (or the rounds are over).

    `spots` (n, 2) are centres in pixels, `sizes` (n) diameters, `label` (n, 2) widths and heights;
    the result stays inside a plot of `room` (width, height).
    """
    half_width = np.maximum(sizes, label[:, 0]) / 2 + 3
    above, below = sizes / 2 + 3, sizes / 2 + label[:, 1] + 5
    at = spots.astype(np.float64).copy()
    for _ in range(rounds):
        dx = at[:, None, 0] - at[None, :, 0]
        dy = (at[:, 1] + (below - above) / 2)[:, None] - (at[:, 1] + (below - above) / 2)[None, :]
        lap_x = half_width[:, None] + half_width[None, :] - np.abs(dx)
        lap_y = (above + below)[:, None] / 2 + (above + below)[None, :] / 2 - np.abs(dy)
        hit = (lap_x > 0) & (lap_y > 0) & ~np.eye(len(at), dtype=bool)
        if not hit.any():
            break
        sideways = hit & (lap_x < lap_y)
        order = np.arange(len(at))
        sign_x = np.where(dx == 0, np.sign(order[:, None] - order[None, :]), np.sign(dx))
        sign_y = np.where(dy == 0, np.sign(order[:, None] - order[None, :]), np.sign(dy))
        at[:, 0] += np.where(sideways, sign_x * lap_x * 0.3, 0).sum(axis=1).clip(-40, 40)
        at[:, 1] += np.where(hit & ~sideways, sign_y * lap_y * 0.3, 0).sum(axis=1).clip(-40, 40)
        at[:, 0] = at[:, 0].clip(half_width, np.maximum(half_width, room[0] - half_width))
        at[:, 1] = at[:, 1].clip(above, np.maximum(above, room[1] - below))
    return at
