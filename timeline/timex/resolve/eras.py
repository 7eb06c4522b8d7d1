"""Seasons, school years, holidays, decades and centuries."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from timeline.timex import calendar as cal
from timeline.timex import nodes as n
from timeline.timex.calendar import DAY, Interval
from timeline.timex.lexicon import Tense, holidays
from timeline.timex.resolve.dates import calendar_date
from timeline.timex.resolve.value import Context, Value, means, stretch, unit_value

_SEASONS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}
_WINTER_OVER = 4  # month up to which هذا الشتاء is that which began the December before


@means(n.Season)
def season(node: n.Season, c: Context) -> Value:
    """Three whole months; winter begins in December of its year."""
    unknown = Value(f"XXXX-{node.code}")
    if isinstance(node.year, int):
        years = [node.year]
    elif c.today is None:
        return unknown
    else:
        base = c.today.year + (node.year.shift if node.year else 0)
        running = node.code == "WI" and not node.year and c.today.month <= _WINTER_OVER
        years = [base - running] if node.year or not node.shift else list(range(base - 2, base + 3))
    fits = {year: found for year in years if (found := _three_months(year, _SEASONS[node.code]))}
    if c.today and node.shift and not node.year:
        today = c.today
        over = {
            year: found
            for year, found in fits.items()
            if (found[1] <= today if node.shift < 0 else found[0] > today)
        }
        fits = {year: over[year] for year in sorted(over)[:: node.shift][:1]}
    for year, found in fits.items():
        return stretch(found)._replace(value=f"{year:04}-{node.code}")
    return unknown


def _three_months(year: int, first: int) -> Interval | None:
    begin = cal.month(year, first)
    end = cal.add_months(begin[0], 3) if begin else None
    return (begin[0], end) if begin and end else None


@means(n.Decade)
def decade(node: n.Decade, c: Context) -> Value:
    """الثمانينات with no century said: the last such decade that has begun."""
    century = node.century
    if century is None:
        now = c.today.year if c.today else 2020
        century = 21 if node.tens == 0 or (node.tens < 30 and 2000 + node.tens <= now) else 20
    return unit_value("decade", cal.years((century - 1) * 100 + node.tens, 10))


@means(n.Century)
def century(node: n.Century, _: Context) -> Value:
    """The calendar's century: the 20th is 1901 to 2000."""
    if node.calendar != "gregorian":
        return Value(f"{'BC' if node.calendar == 'before_christ' else 'H'}{node.n - 1:02}")
    return unit_value("century", cal.years((node.n - 1) * 100 + 1, 100))._replace(value=f"{node.n - 1:02}")


@means(n.Seasons)
def seasons(node: n.Seasons, c: Context) -> Value:
    """موسم 2023-2024: September to June, roughly; in summer the last is that just over."""
    first = node.first if node.first is not None else _season_now(node.shift, c.today)
    if first is None:
        return Value("XXXX")
    begin, until = cal.month(first, 9), cal.month(first + 1, 7)
    return stretch((begin[0], until[0]))._replace(mod="APPROX") if begin and until else Value("XXXX")


def _season_now(shift: int, today: date | None) -> int | None:
    """The first year of a season counted from today; in summer "this" may be the last or the next: open."""
    if today is None or (shift == 0 and today.month in _SUMMER):
        return None
    before = today.month <= _SUMMER[-1] and not (shift > 0 and today.month in _SUMMER)
    return today.year - before + (shift if today.month not in _SUMMER else 0)


_SUMMER = (6, 7, 8)  # months


@means(n.Holiday)
def holiday(node: n.Holiday, c: Context) -> Value:
    """عيد الأضحى by the calendar it is kept in; else the nearest one; العيد is either."""
    if node.row is None:
        return _nearest([n.Date(None, month, day, "hijri") for month, day in _EIDS], c)
    row = holidays()[node.row]
    date = n.Date(node.year, row.month, row.day, row.calendar, node.shift)
    value = calendar_date(date, c) if node.year or node.shift is not None else _nearest([date], c)
    if row.length == 1 or value.begin is None:
        return value
    return stretch((value.begin, value.begin + DAY * row.length))


_EIDS = ((10, 1), (12, 10))  # month and day of the Hijra: al-Fitr and al-Adha


def _nearest(dates: list[n.Date], c: Context) -> Value:
    """Of all their past and coming occurrences the one nearest to today; a fragment's كريسماس is to come."""
    ahead = c.fragment and c.tense is None and all(one.calendar == "gregorian" for one in dates)
    if ahead:
        return calendar_date(replace(dates[0], shift=1), c)
    tenses: tuple[Tense, ...] = ("past", "future")
    tries = [calendar_date(one, c._replace(tense=tense)) for one in dates for tense in tenses]
    today = c.today
    return min(tries, key=lambda one: abs((one.begin - today).days) if one.begin and today else 9999)
