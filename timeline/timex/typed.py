"""Dates that people type in filters and commands: 2024-06-18, يونيو 2024, منذ 2014, last week, 18 juin 2024.

Our own grammar comes first, dateparser (many languages) after it. Body text never comes here.
"""

from __future__ import annotations

from datetime import date, datetime, timedelta

from timeline.text import read
from timeline.timex.calendar import Interval, week
from timeline.timex.tagger import tag


def typed(words: str, today: date | None = None) -> Interval | None:
    """The interval [begin, until) that the words mean as a whole; None where they mean none.

    Relative words count from `today`.
    """
    words, today = words.strip(), today or date.today()  # noqa: DTZ011 - a local calendar day is meant
    if not words or len(words) > 80:
        return None
    found = _iso(words) or _arabic(words, today)
    return found or (None if set(words) <= _ISO else _foreign(words, today))


_ISO = frozenset("0123456789-/ ")  # refused rather than guessed at: 2024-13
_LANGUAGES = ["en", "fr", "de", "es", "it", "pt", "tr", "fa", "ur", "he", "ru"]


def _iso(words: str) -> Interval | None:
    """2024 · 2024-06 · 2024-06-18 · 2024-06-18/2024-06-20 (the last day included)."""
    first, slash, last = words.partition("/")
    if slash and len(first) >= 7:
        a, b = _iso(first), _iso(last)
        return (a[0], b[1]) if a and b and a[0] < b[1] else None
    parts = words.split("-")
    if not all(part.isascii() and part.isdigit() for part in parts) or len(parts[0]) != 4 or len(parts) > 3:
        return None
    try:
        begin = date(*(int(part) for part in (*parts, "1", "1")[:3]))
        if len(parts) == 3:
            return begin, begin + timedelta(days=1)
        months = begin.year * 12 + begin.month - 1 + (1 if len(parts) == 2 else 12)
        return begin, date(months // 12, months % 12 + 1, 1)
    except (ValueError, OverflowError):
        return None


def _arabic(words: str, today: date) -> Interval | None:
    """What the tagger reads, if it reads nearly all of it."""
    found = tag(read(words), today)
    if len(found) != 1 or found[0].begin is None or found[0].until is None:
        return None
    return (found[0].begin, found[0].until) if 2 * len(found[0].text) >= len(words) else None


def _foreign(words: str, today: date) -> Interval | None:
    """What dateparser reads: a day, or the month or year that was said."""
    from dateparser import DateDataParser  # noqa: PLC0415 - 30 MB, and needed by few commands

    noon = datetime(today.year, today.month, today.day, 12)  # noqa: DTZ001 - only its day is used
    options = {"RELATIVE_BASE": noon, "PREFER_DATES_FROM": "past", "RETURN_TIME_AS_PERIOD": False}
    try:
        got = DateDataParser(languages=_LANGUAGES, settings=options).get_date_data(words)
    except (ValueError, OverflowError, RecursionError):
        return None
    if got is None or got.date_obj is None:
        return None
    day = got.date_obj.date()
    if got.period == "week":
        return week(day)
    written = {"year": f"{day.year:04}", "month": f"{day:%Y-%m}"}
    return _iso(written.get(got.period, day.isoformat()))
