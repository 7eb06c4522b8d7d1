"""Comparison: how two reports agree, one level for each thing that they can agree on.

Everything is computed for many pairs at once. A level is a position in LEVELS; NULL means that one of
the two says nothing of it, which speaks neither for nor against.
"""

from __future__ import annotations

from collections.abc import Mapping

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array

from timeline.merge.columns import STATUSES, UNKNOWN, Columns, Flags, Ints

Levels = NDArray[np.int8]

NULL = -1
ALIKE = (0.0, 0.125, 0.1875, 0.25, 0.3125, 0.375, 0.4375, 0.5)
"""Cosines from which a new level of likeness begins; most reports of one event lie between .2 and .5."""

SHARED = (0.001, 0.15, 0.3, 0.5, 0.75)
"""Cosines of actors from which a new level begins."""

LEVELS: Mapping[str, tuple[str, ...]] = {
    "date": (
        "apart",  # disjoint, and by more than midnight or the press can explain
        "late",  # disjoint, but one is dated by its publication and the other a few days before
        "next",  # disjoint by one day: time zones, events at night
        "loose",  # overlap, the longer one beyond a month
        "month",  # overlap, the longer one up to a month
        "overlap",  # overlap, both up to a week
        "same",  # the same days
    ),
    "published": ("apart", "days", "next", "same"),  # main events only: news is printed when it is new
    "type": ("differ", "type", "mode", "act"),
    "actors": ("none", *(f"cosine from {cosine:g}" for cosine in SHARED), "two persons"),
    "roles": ("swapped", "other", "agree"),
    "place": ("differ", "same"),
    "numbers": ("differ", "one", "several"),
    "words": tuple(f"cosine from {cosine:g}" for cosine in ALIKE),
    "status": ("denied", "supposed", "told"),
}
"""Every comparison with its levels, as evidence shows them; what each weighs is learnt, see `training`."""

APART = LEVELS["date"].index("apart")
WEEK, MONTH = 7, 31
DELAY = 3
"""Days for which the press still prints an event without its date."""

_CHUNK = 1 << 18


def compare(columns: Columns, left: Ints, right: Ints) -> Levels:
    """The levels of each pair of rows, as an array (pairs, comparisons) in the order of LEVELS."""
    out = np.empty((len(left), len(LEVELS)), np.int8)
    for start in range(0, len(left), _CHUNK):
        part = slice(start, start + _CHUNK)
        out[part] = np.stack(_compare(columns, left[part], right[part]), axis=1)
    return out


def _compare(c: Columns, left: Ints, right: Ints) -> list[Levels]:
    return [
        _date(c, left, right),
        _published(c, left, right),
        _type(c, left, right),
        _actors(c, left, right),
        _roles(c, left, right),
        _same(c.place, left, right),
        _numbers(c, left, right),
        _words(c, left, right),
        _status(c.status[left], c.status[right]),
    ]


def _date(c: Columns, left: Ints, right: Ints) -> Levels:
    begin, until = (np.maximum, np.minimum)
    gap = begin(c.begin[left], c.begin[right]) - until(c.until[left], c.until[right])  # 0: the next day
    longer = np.maximum(c.until[left] - c.begin[left], c.until[right] - c.begin[right])
    same = (c.begin[left] == c.begin[right]) & (c.until[left] == c.until[right]) & (longer <= WEEK)
    late = _late(c, left, right) | _late(c, right, left)
    undated = (c.begin[left] == UNKNOWN) | (c.begin[right] == UNKNOWN)
    dated = np.select(
        [
            same,
            (gap < 0) & (longer <= WEEK),
            (gap < 0) & (longer <= MONTH),
            gap < 0,
            (gap == 0) & (longer <= WEEK),
            late,
        ],
        [_level("date", name) for name in ("same", "overlap", "month", "loose", "next", "late")],
        APART,
    )
    return np.where(undated, _without_year(c, left, right), dated).astype(np.int8)


def _without_year(c: Columns, left: Ints, right: Ints) -> Ints:
    """13 September of a year unsaid is not 25 April of any, and may well be this 13 September."""
    known = (c.opens[left] != UNKNOWN) & (c.opens[right] != UNKNOWN)
    meet = np.maximum(c.opens[left], c.opens[right]) <= np.minimum(c.closes[left], c.closes[right])
    return np.select([~known, meet], [NULL, _level("date", "overlap")], APART)


def _late(c: Columns, press: Ints, event: Ints) -> Flags:
    """Whether `press` is dated by its publication alone, which followed `event` within the press's delay."""
    gap = c.begin[press] - c.until[event]
    return c.by_publication[press] & (gap >= 0) & (gap < DELAY)


def _published(c: Columns, left: Ints, right: Ints) -> Levels:
    """How many days lie between two articles that have these as their main events."""
    known = (c.published[left] != UNKNOWN) & (c.published[right] != UNKNOWN)
    gap = np.abs(c.published[left] - c.published[right])
    level = np.select([gap == 0, gap == 1, gap <= DELAY], [3, 2, 1], 0)
    return np.where(c.main[left] & c.main[right] & known, level, NULL).astype(np.int8)


def _type(c: Columns, left: Ints, right: Ints) -> Levels:
    known = (c.type[left] != UNKNOWN) & (c.type[right] != UNKNOWN)
    same = known & (c.type[left] == c.type[right])
    mode = same & (c.mode[left] == c.mode[right]) & (c.mode[left] != UNKNOWN)
    act = _dot(c.acts, c.acts, left, right) > 0
    return np.select([act, mode, same, known], [3, 2, 1, 0], NULL).astype(np.int8)


def _actors(c: Columns, left: Ints, right: Ints) -> Levels:
    """How alike their actors are, each as telling as it is rare: all of the news may name one state.

    Two persons who are named together are most often named of one deed.
    """
    sizes = np.diff(c.actors.indptr)
    told = (sizes[left] > 0) & (sizes[right] > 0)
    level = np.searchsorted(SHARED, _dot(c.telling, c.telling, left, right), "right")
    meet = _dot(c.persons, c.persons, left, right) > 1
    return np.select([~told, meet], [NULL, _level("actors", "two persons")], level).astype(np.int8)


def _roles(c: Columns, left: Ints, right: Ints) -> Levels:
    agree = _dot(c.sources, c.sources, left, right) + _dot(c.targets, c.targets, left, right)
    swapped = _dot(c.sources, c.targets, left, right) + _dot(c.targets, c.sources, left, right)
    shared = _dot(c.actors, c.actors, left, right)
    return np.select([agree > swapped, swapped > agree, shared > 0], [2, 0, 1], NULL).astype(np.int8)


def _same(column: Ints, left: Ints, right: Ints) -> Levels:
    known = (column[left] != UNKNOWN) & (column[right] != UNKNOWN)
    return np.where(known, column[left] == column[right], NULL).astype(np.int8)


def _numbers(c: Columns, left: Ints, right: Ints) -> Levels:
    """Shared figures agree, whatever they count; other figures of the same unit differ."""
    shared, units = _dot(c.figures, c.figures, left, right), _dot(c.units, c.units, left, right)
    return np.select([shared > 1, shared > 0, units > 0], [2, 1, 0], NULL).astype(np.int8)


def _words(c: Columns, left: Ints, right: Ints) -> Levels:
    """How alike they are worded; within one article, where sentences are shared, that tells nothing."""
    sizes = np.diff(c.words.indptr)
    told = (sizes[left] > 0) & (sizes[right] > 0) & (c.article[left] != c.article[right])
    level = np.searchsorted(ALIKE, _dot(c.words, c.words, left, right), "right") - 1
    return np.where(told, np.maximum(level, 0), NULL).astype(np.int8)


def _status(left: Ints, right: Ints) -> Levels:
    """Past, ongoing and future are one event seen from three days; a denial is not what it denies."""
    negated, supposed = STATUSES.index("negated"), STATUSES.index("hypothetical")
    denied = (left == negated) != (right == negated)
    guessed = (left == supposed) != (right == supposed)
    return np.select([denied, guessed], [0, 1], 2).astype(np.int8)


def _dot(a: csr_array, b: csr_array, left: Ints, right: Ints) -> NDArray[np.float32]:
    """The dot product of row left[i] of `a` with row right[i] of `b`, for each i."""
    return np.asarray(a[left].multiply(b[right]).sum(axis=1), np.float32).ravel()


def _level(comparison: str, level: str) -> int:
    return LEVELS[comparison].index(level)
