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


_DAYS = {"day": 1.0, "night": 1.0, "week": 7.0, "hour": 1 / 24, "minute": 1 / 1440, "second": 1 / 86400}
_MONTHS = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}


def moved(start: date, count: float, unit: str) -> date | None:
    """`count` units away; half a month is 15 days. None beyond Python's calendar."""
    if unit not in _MONTHS:
        return add_days(start, count * _DAYS[unit])
    months = count * _MONTHS[unit]
    at = add_months(start, int(months)) if abs(months) < 120_000 else None
    return add_days(at, (months - int(months)) * 30) if at else None


def unit(name: str, of: date, shift: int = 0, week_start: int = 0) -> Interval | None:
    """The unit that holds a day, `shift` units away."""
    if name in ("day", "night"):
        begin = add_days(of, shift)
        return (begin, begin + DAY) if begin and begin < date.max else None
    if name == "week":
        return week(of, shift, week_start)
    if name in ("month", "quarter"):
        size = _MONTHS[name]
        at = add_months(date(of.year, (of.month - 1) // size * size + 1, 1), size * shift)
        end = add_months(at, size) if at else None
        return (at, end) if at and end else None
    if name == "year":
        return years(of.year + shift)
    if name == "decade":
        return years(of.year // 10 * 10 + 10 * shift, 10)
    return years((of.year - 1) // 100 * 100 + 1 + 100 * shift, 100)


_MONTH = 30  # days, at most


@lru_cache(4096)
def hijri(year: int, number: int | None = None, of_month: int | None = None) -> Interval | None:
    """A Hijri year, month (1–12) or day; None outside 1343–1500.

    The 30th of a month of 29 is the day after it: where the moon is seen later the month has that day.
    """
    from hijridate import Hijri  # noqa: PLC0415 - a megabyte of tables, needed by few texts

    if of_month == _MONTH and number and (whole := hijri(year, number)):
        return whole[0] + (_MONTH - 1) * DAY, whole[0] + _MONTH * DAY
    try:
        begin = Hijri(year, number or 1, of_month or 1).to_gregorian()
        if of_month:
            return _plain(begin), _plain(begin) + DAY
        after = (year, number + 1, 1) if number and number < 12 else (year + 1, 1, 1)
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


_LETTERS = {
    "century": "Y",
    "decade": "Y",
    "year": "Y",
    "quarter": "M",
    "month": "M",
    "week": "W",
    "day": "D",
    "night": "D",
}
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
