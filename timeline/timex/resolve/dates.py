"""Calendar dates, and the year of those that leave it unsaid."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

from timeline.timex import calendar as cal
from timeline.timex import nodes as n
from timeline.timex.calendar import Interval
from timeline.timex.lexicon import named_years
from timeline.timex.resolve.relative import rel
from timeline.timex.resolve.value import Context, Value, means, unit_value

_NEAR, _NEXT = (
    14,
    60,
)  # days ahead in which a day with no year is taken as coming, where no verb says it is over
_RECENT, _FAR = (
    45,
    300,
)  # days: over so lately, or ahead so far, that even a future verb does not mean next year


@means(n.Date)
def calendar_date(node: n.Date, c: Context) -> Value:
    """12 يونيو · سبتمبر المقبل · عام 1445هـ · 20 من الشهر الماضي."""
    if node.calendar == "before_christ":
        return Value(f"BC{node.year:04}") if isinstance(node.year, int) else Value("XXXX")
    if isinstance(node.month, n.Rel) or (node.month is None and node.day):
        return _day_of(node, c)
    year = _said_year(node.year, c) or _named_year(node, c) or choose_year(node, c)
    if year is None:
        return Value(_written(node))
    if _is_hijri(node, year, c):
        node = replace(node, calendar="hijri")
    unit = "day" if node.day else "month" if node.month else "year"
    if node.calendar == "gregorian":
        return unit_value(unit, span(node, year), _written(replace(node, year=year)))
    if year > 1600:
        year = _hijri_year_in(year, node) or year
    written = _written(replace(node, year=year))
    value = unit_value(unit, span(node, year), written)
    return value if unit == "day" or value.begin is None else value._replace(value=written)


def span(node: n.Date, year: int) -> Interval | None:
    """The interval of a date in a year of its own calendar; None where there is no such day."""
    month = node.month if isinstance(node.month, int) else None
    if node.calendar == "hijri":
        return cal.hijri(year, month, node.day) if 1343 <= year <= 1500 else None
    if node.day:
        return cal.day(year, month or 1, node.day)
    return cal.month(year, month) if month else cal.years(year)


def _day_of(node: n.Date, c: Context) -> Value:
    """20 من الشهر الماضي · الخميس 21: a day of a month that is counted from today."""
    month = rel(node.month if isinstance(node.month, n.Rel) else n.Rel("month", 0), c)
    open_value = f"XXXX-XX-{node.day:02}"
    if month.begin is None:
        return Value(open_value)
    return unit_value("day", cal.day(month.begin.year, month.begin.month, node.day or 1), open_value)


def _said_year(ref: int | n.Rel | None, c: Context) -> int | None:
    if isinstance(ref, n.Rel):
        base = c.story[0] if ref.story and c.story else c.today
        return base.year + ref.shift if base else None
    return ref


def _named_year(node: n.Date, c: Context) -> int | None:
    """هجمات 11 سبتمبر, السابع من أكتوبر: the year of the event that the date names, if it is over."""
    if node.calendar == "hijri" or not isinstance(node.month, int) or node.shift is not None or node.year:
        return None
    known, at = named_years(), (node.month, node.day or 0)
    year = known.get((*at, c.before)) or known.get((*at, c.before[1:])) or known.get((*at, ""))
    found = span(node, year) if year else None
    return year if found and c.today and found[0] <= c.today else None


def _is_hijri(node: n.Date, year: int, c: Context) -> bool:
    """عام 1435 with no era, within two generations of publication, is a year of the Hijra."""
    if node.month or node.era or node.calendar != "gregorian" or not 1300 < year < 1500 or c.today is None:
        return False
    now = cal.hijri_year(c.today)
    return now is not None and now - 60 <= year <= now + 5


def _hijri_year_in(year: int, node: n.Date) -> int | None:
    """رمضان 2015: the Hijri year whose month begins in that Gregorian year."""
    middle = cal.hijri_year(date(year, 7, 1)) if year < 2070 else None
    for tried in (middle, middle - 1, middle + 1) if middle else ():
        found = span(node, tried)
        if found and found[0].year == year:
            return tried
    return None


def _written(node: n.Date) -> str:
    """TIMEX3 with X for what is not known; H marks the Hijri calendar."""
    year = f"{node.year:04}" if isinstance(node.year, int) else "XXXX"
    month = [f"{node.month:02}" if isinstance(node.month, int) else "XX"] if node.month or node.day else []
    day = [f"{node.day:02}"] if node.day else []
    return ("H" if node.calendar == "hijri" else "") + "-".join([year, *month, *day])


def choose_year(node: n.Date, c: Context) -> int | None:
    """The year of a month, or of a day in one: by its modifier, by the tense, or (a fragment) this one."""
    if c.today is None or not isinstance(node.month, int):
        return None
    now = cal.hijri_year(c.today) if node.calendar == "hijri" else c.today.year
    if now is None:
        return None
    fits = _fits(node, range(now - 1, now + 2))
    if len(fits) < 3:
        fits = _fits(node, range(now - 8, now + 9))  # 29 فبراير
    if node.shift is not None:
        return _by_modifier(node.shift, now, fits, c.today)
    if c.fragment and not c.tense:
        return now if now in fits else min(fits, key=lambda year: abs(year - now), default=None)
    return _by_tense(node, fits, c, c.today)


def _fits(node: n.Date, years: range) -> dict[int, Interval]:
    """The intervals of a date in those of the years that have it."""
    return {year: found for year in years if (found := span(node, year))}


def _by_modifier(shift: int, now: int, fits: dict[int, Interval], today: date) -> int | None:
    if shift == 0:
        return now if now in fits else None
    if shift < 0:
        return max((year for year, (_, until) in fits.items() if until <= today), default=None)
    return min((year for year, (begin, _) in fits.items() if begin > today), default=None)


def _by_tense(node: n.Date, fits: dict[int, Interval], c: Context, today: date) -> int | None:
    """The last one that has begun for the past, the next one that is not over for the future."""
    past = max((year for year, (begin, _) in fits.items() if begin <= today), default=None)
    ahead = min((year for year, (_, until) in fits.items() if until > today), default=None)
    if past is None or ahead is None:
        return ahead if c.tense == "future" else past
    gone, wait = (today - fits[past][0]).days, (fits[ahead][0] - today).days
    if node.day is None:
        near = c.tense != "past" and gone > _FAR and wait <= _NEXT  # عقود سبتمبر in late July
        return ahead if c.tense == "future" or near else past
    if c.tense == "future":
        return past if gone <= _RECENT and wait > _FAR else ahead
    coming = 0 < wait <= (_NEXT if gone > _FAR else _NEAR)
    return ahead if coming and c.tense != "past" else past
