"""Days, weeks, months and years as intervals [begin, until), in both calendars.

Hijri dates follow Umm al-Qura (hijridate, years 1343–1500). Impossible dates give None, never a neighbour.
"""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date, timedelta
from functools import lru_cache

Interval = tuple[date, date]
DAY = timedelta(days=1)


def day(year: int, month: int, number: int) -> Interval | None:
    """One Gregorian day."""
    try:
        begin = date(year, month, number)
        return begin, begin + DAY
    except (ValueError, OverflowError):
        return None


def month(year: int, number: int) -> Interval | None:
    """One Gregorian month."""
    try:
        return date(year, number, 1), date(year + number // 12, number % 12 + 1, 1)
    except ValueError:
        return None


def years(first: int, count: int = 1) -> Interval | None:
    """Whole Gregorian years."""
    try:
        return date(first, 1, 1), date(first + count, 1, 1)
    except ValueError:
        return None


def add_months(start: date, count: int) -> date | None:
    """The same day `count` months away, or the last day of a shorter month."""
    at = start.year * 12 + start.month - 1 + count
    span = month(at // 12, at % 12 + 1)
    return min(span[0] + timedelta(days=start.day - 1), span[1] - DAY) if span else None


def add_days(start: date, count: float) -> date | None:
    """`count` days away, or None beyond Python's calendar."""
    try:
        return start + timedelta(days=int(count))
    except (OverflowError, ValueError):
        return None


def week(of: date, shift: int = 0, first: int = 0) -> Interval:
    """The week that holds a day, `shift` weeks away; it starts on weekday `first` (Monday = 0)."""
    begin = of - timedelta(days=(of.weekday() - first) % 7) + timedelta(weeks=shift)
    return begin, begin + timedelta(weeks=1)


@lru_cache(4096)
def hijri(year: int, number: int | None = None, of_month: int | None = None) -> Interval | None:
    """A Hijri year, month (1–12) or day; None outside 1343–1500."""
    from hijridate import Hijri  # noqa: PLC0415 - a megabyte of tables, needed by few texts

    try:
        begin = Hijri(year, number or 1, of_month or 1).to_gregorian()
        if of_month:
            return _plain(begin), _plain(begin) + DAY
        if number:
            after = (year, number + 1, 1) if number < 12 else (year + 1, 1, 1)
        else:
            after = (year + 1, 1, 1)
        return _plain(begin), _plain(Hijri(*after).to_gregorian())
    except (ValueError, OverflowError):
        return None


@lru_cache(1024)
def hijri_year(of: date) -> int | None:
    """The Hijri year that holds a day; None outside 1343–1500."""
    from hijridate import Gregorian  # noqa: PLC0415

    try:
        return int(Gregorian(of.year, of.month, of.day).to_hijri().year)
    except (ValueError, OverflowError):
        return None


def _plain(of: date) -> date:
    return date(of.year, of.month, of.day)


_LETTERS = {"century": "Y", "decade": "Y", "year": "Y", "quarter": "M", "month": "M", "week": "W", "day": "D", "night": "D"}
_TIMES = {"hour": "H", "minute": "M", "second": "S"}
_TIMES_OF = {"century": 100, "decade": 10, "quarter": 3}


def iso(of: Iterable[tuple[float, str]]) -> str:
    """An ISO 8601 duration: P4Y, P1Y6M, PT48H."""
    days, times = "", ""
    for count, unit in of:
        number = f"{count * _TIMES_OF.get(unit, 1):g}"
        if unit in _TIMES:
            times += number + _TIMES[unit]
        else:
            days += number + _LETTERS[unit]
    return "P" + days + ("T" + times if times else "")
