"""Dates as people type them: 2024, 2024-06, 2024-06-18, "مارس 2024", "أمس"."""

from __future__ import annotations

import re
from argparse import ArgumentTypeError
from datetime import date, timedelta

from timeline.model import Granularity

Interval = tuple[date, date, Granularity]

_ISO = re.compile(r"(\d{4})(?:-(\d{1,2})(?:-(\d{1,2}))?)?")


def interval(words: str) -> Interval:
    """The interval [begin, until) that is meant. Raises ArgumentTypeError where none is."""
    match = _ISO.fullmatch(words.strip())
    try:
        found = _iso(*match.groups()) if match else _read(words)
    except ValueError:
        found = None
    if found is None:
        raise ArgumentTypeError(f'{words!r} is no date; write 2024, 2024-06, 2024-06-18 or "مارس 2024"')
    return found


def _iso(year: str, month: str | None, day: str | None) -> Interval:
    if day:
        begin = date(int(year), int(month or 1), int(day))
        return begin, begin + timedelta(days=1), "day"
    if month:
        begin = date(int(year), int(month), 1)
        return begin, (begin + timedelta(days=31)).replace(day=1), "month"
    return date(int(year), 1, 1), date(int(year) + 1, 1, 1), "year"


def _read(words: str) -> Interval | None:
    from timeline import text, timex  # noqa: PLC0415 (loads the lexicon)

    today = date.today()  # noqa: DTZ011 (the user's own day)
    for found in timex.tag(text.read(words), today):
        if found.begin and found.until:
            return found.begin, found.until, found.granularity or "range"
    return None
