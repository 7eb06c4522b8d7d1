"""Dates as people type them: 2024, 2024-06, 2024-06-18, "مارس 2024", "أمس"."""

from __future__ import annotations

from argparse import ArgumentTypeError
from datetime import date, timedelta

from timeline.model import Granularity

Interval = tuple[date, date, Granularity]


def interval(words: str) -> Interval:
    """The interval [begin, until) that is meant. Raises ArgumentTypeError where none is."""
    from timeline.timex.typed import typed  # noqa: PLC0415 (loads the lexicon)

    found = typed(words)
    if found is None:
        raise ArgumentTypeError(f'{words!r} is no date; write 2024, 2024-06, 2024-06-18 or "مارس 2024"')
    return (*found, granularity(*found))


def granularity(begin: date, until: date) -> Granularity:
    """The calendar unit that [begin, until) is exactly, else "range"."""
    if until - begin == timedelta(days=1):
        return "day"
    months = (until.year - begin.year) * 12 + until.month - begin.month
    whole = begin.day == until.day == 1
    if whole and months == 1:
        return "month"
    return "year" if whole and months == 12 and begin.month == 1 else "range"
