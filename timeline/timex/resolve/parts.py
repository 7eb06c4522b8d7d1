"""Parts of periods: thirds, halves, quarters, the nth week or weekday."""

from __future__ import annotations

from datetime import date, timedelta

from timeline.timex import calendar as cal
from timeline.timex import nodes as n
from timeline.timex.calendar import DAY, Interval
from timeline.timex.resolve.value import Context, Value, means, resolve, stretch, unit_value

_PLACES = {"START": 0, "MID": 1, "END": 2}
_MONTHS_OF_YEAR = ((0, 3), (4, 8), (9, 12))  # first quarter, middle third, last quarter
_YEARS_OF_DECADE = ((0, 4), (3, 7), (7, 10))
_DAYS_OF_WEEK = ((0, 3), (1, 5), (3, 7))
_PIECES = {"half": 2, "third": 3, "quarter": 4}


@means(n.Part)
def part(node: n.Part, c: Context) -> Value:
    """أوائل, منتصف or أواخر of a period."""
    of = resolve(node.of, c)
    if of.begin is None or of.until is None or of.granularity == "day":
        return of._replace(mod=node.which)
    begin, until = _third(node, of.begin, of.until, of.granularity)
    if (until - begin).days == 1:
        return unit_value("day", (begin, until))._replace(mod=node.which)
    return stretch((begin, until))._replace(value=of.value, mod=node.which)


def _third(node: n.Part, begin: date, until: date, granularity: str | None) -> Interval:
    """Whole days of a month or week, months of a year, years of a decade, as Arabic news means them."""
    at = _PLACES[node.which]
    if granularity == "month":
        return _of_month(node, begin, until)
    if granularity == "year":
        first, last = (cal.add_months(begin, count) for count in _MONTHS_OF_YEAR[at])
        return first or begin, last or until
    if granularity in ("decade", "century"):
        tenth = (until.year - begin.year) // 10
        first_year, last_year = (begin.year + tenth * years for years in _YEARS_OF_DECADE[at])
        return date(first_year, begin.month, 1), min(date(last_year, begin.month, 1), until)
    if granularity == "week":
        first_day, last_day = _DAYS_OF_WEEK[at]
        return begin + first_day * DAY, begin + last_day * DAY
    third = (until - begin).days // 3
    edges = (begin, begin + third * DAY, until - third * DAY, until)
    return edges[at], edges[at + 1]


def _of_month(node: n.Part, begin: date, until: date) -> Interval:
    """Ten days each; أول شباط and آخر شباط are one day, and so is نصف شهر مارس."""
    if node.word.endswith("نصف"):
        return begin + 14 * DAY, begin + 15 * DAY
    if node.word.endswith("اول"):
        return begin, begin + DAY
    if node.word.removeprefix("و").removeprefix("ب") in ("اخر", "سلخ"):
        return until - DAY, until
    edges = (begin, begin + 10 * DAY, begin + 20 * DAY, until)
    at = _PLACES[node.which]
    return edges[at], edges[at + 1]


@means(n.Nth)
def nth(node: n.Nth, c: Context) -> Value:
    """The nth unit of a period, -1 the last."""
    of = resolve(node.of, c)
    if of.begin is None or of.until is None:
        return Value(of.value)
    if node.unit in _PIECES:
        return _piece(node, of, of.begin, of.until)
    if node.unit == "weekday":
        return unit_value("day", _nth_weekday(node, of.begin, of.until))
    if node.unit == "week":
        return _nth_week(node, of.begin, of.until, of.granularity, c.settings.week_start)
    base = cal.moved(of.until, -1, node.unit) if node.n < 0 else cal.moved(of.begin, node.n - 1, node.unit)
    feast = of.granularity == "day" and node.unit == "day" and 0 < node.n < 10  # ثاني أيام عيد الأضحى
    inside = base is not None and (feast or of.begin <= base < of.until)
    return unit_value(node.unit, cal.unit(node.unit, base, 0) if base and inside else None)


@means(n.Edge)
def edge(node: n.Edge, c: Context) -> Value:
    """The first or last n units of a period."""
    of = resolve(node.of, c)
    if of.begin is None or of.until is None:
        return Value(of.value)
    if node.end > 0:
        until = cal.moved(of.begin, node.n, node.unit)
        return stretch((of.begin, min(until, of.until))) if until else Value("XXXX")
    begin = cal.moved(of.until, -node.n, node.unit)
    return stretch((max(begin, of.begin), of.until)) if begin else Value("XXXX")


def _nth_weekday(node: n.Nth, begin: date, until: date) -> Interval | None:
    """الأربعاء الخامس من أغسطس is the fifth where that is a Wednesday, else the fifth Wednesday."""
    if node.place and node.n > 0 and (begin + (node.n - 1) * DAY).weekday() == node.weekday:
        return begin + (node.n - 1) * DAY, begin + node.n * DAY
    first = begin + (node.weekday - begin.weekday()) % 7 * DAY
    last = until - DAY - (until - DAY - first) % timedelta(weeks=1)
    at = first + timedelta(weeks=node.n - 1) if node.n > 0 else last
    return (at, at + DAY) if begin <= at < until else None


def _nth_week(node: n.Nth, begin: date, until: date, granularity: str | None, week_start: int) -> Value:
    """The nth full week of a month; the nth ISO week of a year; 0 is the week that holds the day."""
    week = timedelta(weeks=1)
    if node.n == 0:
        first = cal.week(begin, 0, week_start)[0]
    elif node.n < 0:
        first = cal.week(until, 0, week_start)[0] - week
    elif granularity == "year":
        first = cal.week(date(begin.year, 1, 4), node.n - 1)[0]
    else:
        first = cal.week(begin + 6 * DAY, 0, week_start)[0] + week * (node.n - 1)
    return unit_value("week", (first, first + week) if first < until else None)


def _piece(node: n.Nth, of: Value, begin: date, until: date) -> Value:
    """A half, third or quarter: whole months of a Gregorian year, days of anything else."""
    count = _PIECES[node.unit]
    at = count if node.n < 0 else node.n
    if of.granularity == "year" and not of.value.startswith("H"):
        first, last = (cal.add_months(begin, 12 // count * k) or until for k in (at - 1, at))
        if node.unit == "quarter":
            return unit_value("quarter", (first, last))
        value = stretch((first, last))
        return value._replace(value=f"{begin.year:04}-H{at}") if node.unit == "half" else value
    days = (until - begin).days
    cuts = [begin + round(days * k / count) * DAY for k in (at - 1, at)]
    if of.granularity == "month" and node.unit == "half":
        cuts = [begin, begin + 15 * DAY] if at == 1 else [begin + 15 * DAY, until]
    return stretch((cuts[0], cuts[1]))
