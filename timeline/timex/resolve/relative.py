"""What is counted from the reference day: أمس, الأسبوع الماضي, قبل شهرين, بقية العام."""

from __future__ import annotations

from datetime import date, timedelta

from timeline.timex import calendar as cal
from timeline.timex import nodes as n
from timeline.timex.calendar import DAY, Interval
from timeline.timex.resolve.value import Context, Value, means, resolve, stretch, unit_value

_OPEN = {"day": "XXXX-XX-XX", "week": "XXXX-WXX", "month": "XXXX-XX", "quarter": "XXXX-QX"}
_CLOCK = ("hour", "minute", "second")


@means(n.Rel)
def rel(node: n.Rel, c: Context) -> Value:
    """اليوم · الأسبوع الماضي · العام نفسه (the story's)."""
    if (
        node.story
        and c.story
        and node.unit == "day"
        and not node.shift
        and (c.story[1] - c.story[0]).days > 1
    ):
        return stretch(c.story)  # that day, somewhere in what was told
    base = _told(node, c.story) if node.story and c.story else c.today
    if node.unit == "new year":
        return _new_year(base)
    if base is None:
        return Value(_OPEN.get(node.unit, "XXXX"))
    return unit_value(node.unit, cal.unit(node.unit, base, node.shift, c.settings.week_start))


def _told(node: n.Rel, story: Interval) -> date | None:
    """The day that الشهر التالي counts from; none where what was told is much longer than the unit."""
    if node.shift and (story[1] - story[0]).days > _LONGEST.get(node.unit, 36_600):
        return None
    return story[1] - DAY if node.shift > 0 else story[0]


_LONGEST = {"day": 10, "week": 31, "month": 92, "quarter": 190, "year": 1100}  # days


def _new_year(today: date | None) -> Value:
    """العام الجديد: from autumn on the next year, in its first months this one, between them open."""
    if today is None or _SPRING < today.month < _AUTUMN:
        return Value("XXXX")
    return unit_value("year", cal.years(today.year + (today.month >= _AUTUMN)))


_SPRING, _AUTUMN = 3, 9  # months


@means(n.InYear)
def in_year(node: n.InYear, c: Context) -> Value:
    """هذا اليوم من العام الماضي."""
    of, year = rel(node.of, c), node.year
    if of.begin is None or c.today is None:
        return Value("XXXX")
    if year is None:
        return Value(f"XXXX-{of.begin:%m-%d}" if node.of.unit == "day" else "XXXX")
    told = year if isinstance(year, int) else c.today.year + year.shift
    at = cal.add_months(of.begin, 12 * (told - of.begin.year))
    return unit_value(node.of.unit, cal.unit(node.of.unit, at, 0, c.settings.week_start) if at else None)


@means(n.Ago)
def ago(node: n.Ago, c: Context) -> Value:
    """قبل ثلاثة أيام is a day, قبل شهرين that month, قبل عقدين that year: no false exact day.

    بعد 470 يوما with no verb that looks ahead is a length, and so is بعد عام with one of the present only.
    """
    short = node.lengths[0][1] in ("day", "week", "night", *_CLOCK)
    ahead = c.fragment or c.tense in (("future", "present", "imperfect") if short else ("future", "present"))
    sign = node.sign if node.sign < 0 else int(ahead and (node.sign > 0 or c.tense == "future" or c.fragment))
    if c.today is None or sign == 0:
        return Value(cal.iso(node.lengths), type="DURATION")
    at: date | None = c.today
    for count, unit in node.lengths:
        at = cal.moved(at, count * sign, unit) if at else None
    finest = node.lengths[-1][1]
    if at is None:
        return Value("XXXX")
    if finest in _CLOCK:
        return _hours_away(c.today, at)
    if node.exact or finest in ("day", "week", "night"):
        return unit_value("day", (at, at + DAY))
    unit = "month" if finest in ("month", "quarter") else "year"
    return unit_value(unit, cal.unit(unit, at, 0))._replace(mod="APPROX")


def _hours_away(today: date, at: date) -> Value:
    """Every day that the hours touch."""
    if at == today:
        return unit_value("day", (today, today + DAY))._replace(type="TIME")
    return stretch((min(at, today), max(at, today) + DAY), type="TIME")


@means(n.Last)
def last(node: n.Last, c: Context) -> Value:
    """الأشهر الستة الماضية ends before today, اليومين المقبلين begins after it; خلال أسبوع holds it."""
    if node.n is None:
        return Value("PAST_REF" if node.sign < 0 else "FUTURE_REF")
    length = cal.iso(((node.n, node.unit),))
    if c.today is None or (node.inclusive and node.sign > 0 and c.tense != "future" and not c.fragment):
        return Value(length, type="DURATION")
    if node.unit == "decade" and not node.inclusive:
        first = c.today.year // 10 * 10
        return stretch(cal.years(first - 10 * int(node.n) if node.sign < 0 else first + 10, 10 * int(node.n)))
    at = cal.moved(c.today, node.n * node.sign, node.unit)
    if at is None:
        return Value("XXXX")
    holds_today = node.inclusive or node.unit in _CLOCK
    if node.sign < 0:
        return stretch((at, c.today + DAY if holds_today else c.today))
    return stretch((c.today if holds_today else c.today + DAY, at + DAY))


@means(n.Running)
def running(node: n.Running, c: Context) -> Value:
    """لليوم السادس: six days up to today."""
    if c.today is None:
        return Value("XXXX")
    unit = "day" if node.unit in ("night", *_CLOCK) else node.unit
    here = cal.unit(unit, c.today, 0, c.settings.week_start)
    begin = cal.moved(here[0], 1 - node.n, unit) if here else None
    return stretch((begin, c.today + DAY)) if begin else Value("XXXX")


@means(n.Rest)
def rest(node: n.Rest, c: Context) -> Value:
    """بقية الأسبوع holds today; لاحقا هذا الشهر begins tomorrow."""
    whole = resolve(node.of, c)
    if whole.begin is None or whole.until is None or c.today is None or whole.granularity == "day":
        return whole
    begin = c.today + DAY if node.which == "later" else c.today
    return stretch((max(whole.begin, begin), whole.until))


@means(n.Weekend)
def weekend(node: n.Weekend, c: Context) -> Value:
    """Two days from the setting's first one."""
    if c.today is None:
        return Value("XXXX-WXX-WE")
    begin = cal.week(c.today, node.shift)[0] + timedelta(days=c.settings.weekend_start)
    year, week, _ = begin.isocalendar()
    return stretch((begin, begin + 2 * DAY))._replace(value=f"{year:04}-W{week:02}-WE")


@means(n.Length)
def length(node: n.Length, _: Context) -> Value:
    """أربع سنوات has no place in the calendar."""
    return Value(cal.iso(node.lengths), type="DURATION")


@means(n.Every)
def every(node: n.Every, _: Context) -> Value:
    """كل يوم neither."""
    return Value(node.value, type="SET")


@means(n.Vague)
def vague(node: n.Vague, _: Context) -> Value:
    """الآن: no interval, and none invented."""
    return Value(node.value)
