"""Meaning and context → TIMEX3 value and interval.

The context is the reference day (the document creation time), the tense of the clause and the last date told.
Whatever the text and its context do not settle stays open: no begin, no until, and X in the value.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import date, timedelta
from typing import Any, Literal

from timeline.model import Granularity, TimexType
from timeline.timex import calendar as cal
from timeline.timex import nodes as n
from timeline.timex.calendar import DAY, Interval, iso
from timeline.timex.lexicon import Tense, named_years

Reader = Literal["news", "fragment"]


@dataclass(frozen=True, slots=True)
class Settings:
    """What differs between countries: the first day of the week, and of the weekend (Monday = 0)."""

    week_start: int = 0
    weekend_start: int = 4


@dataclass(frozen=True, slots=True)
class Context:
    """What an expression is resolved against. `story` is the last date told, `tense` that of the clause,
    `before` the form of the word before."""

    published: date | None
    today: date | None
    tense: Tense | None = None
    story: Interval | None = None
    fragment: bool = False
    before: str = ""
    settings: Settings = Settings()


@dataclass(frozen=True, slots=True)
class Value:
    """A resolved expression."""

    value: str
    begin: date | None = None
    until: date | None = None
    granularity: Granularity | None = None
    mod: str | None = None
    type: TimexType = "DATE"
    open: bool = False


def resolve(node: n.Node, context: Context) -> Value:
    """The value of a node."""
    return _RULES[type(node)](node, context)


def unit_value(unit: str, span: Interval | None, unknown: str = "XXXX") -> Value:
    """A whole unit of the calendar as TIMEX3 writes it."""
    if span is None:
        return Value(unknown)
    begin = span[0]
    names: dict[str, tuple[str, Granularity]] = {
        "day": (begin.isoformat(), "day"),
        "week": ("{}-W{:02}".format(*(begin + timedelta(days=3)).isocalendar()[:2]), "week"),
        "month": (f"{begin:%Y-%m}", "month"),
        "quarter": (f"{begin.year:04}-Q{(begin.month + 2) // 3}", "quarter"),
        "year": (f"{begin.year:04}", "year"),
        "decade": (f"{begin.year // 10:03}", "decade"),
        "century": (f"{begin.year // 100:02}", "century"),
    }
    value, granularity = names[unit]
    return Value(value, begin, span[1], granularity)


def stretch(span: Interval | None, **more: Any) -> Value:
    """An interval that is no unit of the calendar; ISO 8601, last day included."""
    if span is None or span[0] >= span[1]:
        return Value("XXXX")
    return Value(f"{span[0]}/{span[1] - DAY}", span[0], span[1], "range", **more)


# ── counted from the reference day ──────────────────────────────────────────────────────────


def _rel(node: n.Rel, c: Context) -> Value:
    if node.story and node.unit == "day" and node.shift == 0 and c.story and (c.story[1] - c.story[0]).days > 1:
        return stretch(c.story)  # that day, somewhere in what was told
    base = c.story[0] if node.story and c.story else c.today
    if base is None:
        return Value(_UNKNOWN.get(node.unit, "XXXX"))
    return unit_value(node.unit, span_of(node.unit, base, node.shift, c.settings))


_UNKNOWN = {"day": "XXXX-XX-XX", "week": "XXXX-WXX", "month": "XXXX-XX", "quarter": "XXXX-QX"}


def span_of(unit: str, base: date, shift: int, settings: Settings) -> Interval | None:
    """The unit that holds a day, `shift` units away."""
    if unit == "day":
        begin = cal.add_days(base, shift)
        return (begin, begin + DAY) if begin else None
    if unit == "week":
        return cal.week(base, shift, settings.week_start)
    if unit == "month":
        at = cal.add_months(base.replace(day=1), shift)
        return cal.month(at.year, at.month) if at else None
    if unit == "quarter":
        at = cal.add_months(date(base.year, (base.month - 1) // 3 * 3 + 1, 1), 3 * shift)
        end = cal.add_months(at, 3) if at else None
        return (at, end) if at and end else None
    if unit == "year":
        return cal.years(base.year + shift)
    if unit == "decade":
        return cal.years(base.year // 10 * 10 + 10 * shift, 10)
    return cal.years((base.year - 1) // 100 * 100 + 1 + 100 * shift, 100)


def _ago(node: n.Ago, c: Context) -> Value:
    if c.today is None:
        return Value("XXXX")
    at: date | None = c.today
    if node.sign == 0 and (c.tense == "future" or c.fragment):
        node = replace(node, sign=1)
    for count, unit in node.lengths:
        at = _moved(at, count * node.sign, unit) if at else None
    finest = node.lengths[-1][1]
    if at is None:
        return Value("XXXX")
    if node.sign == 0:
        return replace(Value(iso(node.lengths)), type="DURATION")
    if len(node.lengths) > 1 or finest in ("day", "week", "night"):
        return unit_value("day", (at, at + DAY))
    if finest in ("hour", "minute", "second"):
        return _hours_ago(node, c.today, at)
    if finest in ("year", "decade", "century"):
        return replace(unit_value("year", cal.years(at.year)), mod="APPROX")
    return replace(unit_value("month", cal.month(at.year, at.month)), mod="APPROX")


def _hours_ago(node: n.Ago, today: date, at: date) -> Value:
    if at == today:
        return replace(unit_value("day", (today, today + DAY)), type="TIME")
    return stretch((min(at, today), max(at, today) + DAY), type="TIME")


_DAYS = {"day": 1.0, "night": 1.0, "week": 7.0, "hour": 1 / 24, "minute": 1 / 1440, "second": 1 / 86400}
_MONTHS = {"month": 1, "quarter": 3, "year": 12, "decade": 120, "century": 1200}


def _moved(at: date, count: float, unit: str) -> date | None:
    if unit in _MONTHS:
        months = count * _MONTHS[unit]
        moved = cal.add_months(at, int(months)) if abs(months) < 120000 else None
        return cal.add_days(moved, (months - int(months)) * 30) if moved else None
    return cal.add_days(at, count * _DAYS[unit])


def _last(node: n.Last, c: Context) -> Value:
    letter = iso(((1, node.unit),))[-1]
    if node.n is None or c.today is None:
        return Value("PAST_REF" if node.sign < 0 else "FUTURE_REF") if node.n is None else Value(f"P{node.n:g}{letter}")
    if node.inclusive and node.sign > 0 and c.tense != "future" and not c.fragment:
        return Value(iso(((node.n, node.unit),)), type="DURATION")
    if node.unit == "decade" and not node.inclusive:
        first = c.today.year // 10 * 10
        return stretch(cal.years(first - 10 * int(node.n) if node.sign < 0 else first + 10, 10 * int(node.n)))
    at = _moved(c.today, node.n * node.sign, node.unit)
    if at is None:
        return Value("XXXX")
    clock = node.unit in ("hour", "minute", "second")
    if node.sign < 0:
        return stretch((at, c.today + DAY if clock or node.inclusive else c.today))
    if node.inclusive:
        return stretch((c.today, at + DAY))
    return stretch((c.today, at + DAY) if clock else (c.today + DAY, at + DAY))


def _running(node: n.Running, c: Context) -> Value:
    if c.today is None:
        return Value("XXXX")
    here = span_of(node.unit if node.unit in _MONTHS or node.unit == "week" else "day", c.today, 0, c.settings)
    begin = _moved(here[0], -(node.n - 1), node.unit) if here else None
    return stretch((begin, c.today + DAY)) if begin else Value("XXXX")


def _rest(node: n.Rest, c: Context) -> Value:
    whole = resolve(node.of, c)
    if whole.begin is None or whole.until is None or c.today is None:
        return whole
    if whole.granularity == "day":
        return whole
    begins = c.today + DAY if node.which == "later" else c.today
    return stretch((max(whole.begin, begins), whole.until))


def _weekend(node: n.Weekend, c: Context) -> Value:
    if c.today is None:
        return Value("XXXX-WXX-WE")
    begin = cal.week(c.today, node.shift)[0] + timedelta(days=c.settings.weekend_start)
    return replace(stretch((begin, begin + 2 * DAY)), value="{}-W{:02}-WE".format(*begin.isocalendar()[:2]))


# ── the calendar ────────────────────────────────────────────────────────────────────────────


def _year_of(ref: int | n.Rel | None, c: Context) -> int | None:
    if isinstance(ref, n.Rel):
        base = c.story[0] if ref.story and c.story else c.today
        return base.year + ref.shift if base else None
    return ref


def _date(node: n.Date, c: Context) -> Value:
    if node.calendar == "before_christ":
        return Value(f"BC{node.year:04}") if isinstance(node.year, int) else Value("XXXX")
    if isinstance(node.month, n.Rel):
        inner = _rel(node.month, c)
        span = cal.day(inner.begin.year, inner.begin.month, node.day or 1) if inner.begin else None
        return unit_value("day", span, "XXXX-XX-XX")
    if node.month is None and node.day is not None:
        return _day_alone(node.day, c)
    year = _year_of(node.year, c) or _named_year(node, c) or _choose_year(node, c)
    if year is None:
        return Value(_open_value(node))
    if _is_hijri_year(node, year, c):
        node = replace(node, calendar="hijri")
    if node.calendar == "hijri" and year > 1600 and node.month:
        year = _hijri_year_in(year, node) or year
    unit = "day" if node.day else "month" if node.month else "year"
    if node.calendar == "hijri":
        span = cal.hijri(year, node.month, node.day) if 1343 <= year <= 1500 else None
        written = "-".join(["H" + f"{year:04}", *(f"{x:02}" for x in (node.month, node.day) if x)])
        value = unit_value(unit, span, written)
        return value if unit == "day" or span is None else replace(value, value=written)
    return unit_value(unit, _gregorian(year, node.month, node.day), _open_value(replace(node, year=year)))


def _named_year(node: n.Date, c: Context) -> int | None:
    """هجمات 11 سبتمبر, السابع من أكتوبر: the year of the event that the date names, if it is over."""
    if node.calendar != "gregorian" or not isinstance(node.month, int) or node.shift is not None or node.year is not None:
        return None
    known = named_years()
    year = known.get((node.month, node.day or 0, c.before)) or known.get((node.month, node.day or 0, ""))
    span = _gregorian(year, node.month, node.day) if year else None
    return year if span and c.today and span[0] <= c.today else None


def _is_hijri_year(node: n.Date, year: int, c: Context) -> bool:
    """عام 1435 with no era, within two generations of publication, is a year of the Hijra."""
    now = cal.hijri_year(c.today) if c.today and 1300 < year < 1500 else None
    return bool(now and node.month is None and node.calendar == "gregorian" and now - 60 <= year <= now + 5)


def _hijri_year_in(year: int, node: n.Date) -> int | None:
    """رمضان 2015: the Hijri year whose month begins in that Gregorian year."""
    middle = cal.hijri_year(date(year, 7, 1)) if year < 2070 else None
    tries = [(middle or 0) + step for step in (0, -1, 1)]
    month = node.month if isinstance(node.month, int) else None
    spans = [(y, cal.hijri(y, month, node.day)) for y in tries if middle]
    return next((y for y, span in spans if span and span[0].year == year), None)


def _open_value(node: n.Date) -> str:
    year = f"{node.year:04}" if isinstance(node.year, int) else "XXXX"
    prefix = "H" if node.calendar == "hijri" else ""
    month = f"{node.month:02}" if isinstance(node.month, int) else "XX"
    return prefix + "-".join([year, month, f"{node.day:02}"] if node.day else [year, month] if node.month else [year])


def _gregorian(year: int, month: int | None, day: int | None) -> Interval | None:
    return cal.day(year, month or 1, day) if day else cal.month(year, month) if month else cal.years(year)


def _day_alone(day: int, c: Context) -> Value:
    if c.today is None:
        return Value(f"XXXX-XX-{day:02}")
    return unit_value("day", cal.day(c.today.year, c.today.month, day), f"XXXX-XX-{day:02}")


def _choose_year(node: n.Date, c: Context) -> int | None:
    """The year of a month or a day of one: by its modifier, else by tense, else (a fragment) this year's."""
    if c.today is None or node.month is None or isinstance(node.month, n.Rel):
        return None
    hijri = node.calendar == "hijri"
    now = cal.hijri_year(c.today) if hijri else c.today.year
    if now is None:
        return None
    spans = [(y, cal.hijri(y, node.month, node.day) if hijri else _gregorian(y, node.month, node.day)) for y in range(now - 8, now + 9)]
    fits = [(y, span) for y, span in spans if span]
    past = [y for y, (begin, _) in fits if begin <= c.today]
    before = [y for y, (_, until) in fits if until <= c.today]
    ahead = [y for y, (_, until) in fits if until > c.today]
    after = [y for y, (begin, _) in fits if begin > c.today]
    if node.shift is not None:
        return _shifted(node.shift, now, before, after, [y for y, _ in fits])
    whens = dict(fits)
    if c.tense == "future":
        recent = whens.get(past[-1]) if past and node.day else None
        late = bool(recent and ahead and (c.today - recent[0]).days <= 45 and (whens[ahead[0]][0] - c.today).days > 300)
        return past[-1] if late else ahead[0] if ahead else None
    if c.fragment and not c.tense:
        return now if any(y == now for y, _ in fits) else (ahead or past or [None])[0]  # type: ignore[return-value, unused-ignore]
    soon = whens.get(after[0]) if after and node.day and c.tense != "past" else None
    if soon and (soon[0] - c.today).days <= 14:
        return after[0]
    return past[-1] if past else None


def _in_story(c: Context) -> bool:
    """Whether the story was last on another day than today's."""
    return bool(c.story and c.today and c.story[1] <= c.today and not c.fragment)


def _shifted(shift: int, now: int, before: list[int], after: list[int], fits: list[int]) -> int | None:
    if shift == 0:
        return now if now in fits else None
    return (before[-1] if before else None) if shift < 0 else (after[0] if after else None)


def _weekday(node: n.Weekday, c: Context) -> Value:
    if c.today is None:
        return Value(f"XXXX-WXX-{node.day + 1}")
    if node.week:
        base = c.story[0] if node.week.story and c.story else c.today
        at = cal.week(base, node.week.shift, c.settings.week_start)[0]
        at += timedelta(days=(node.day - at.weekday()) % 7)
        return unit_value("day", (at, at + DAY))
    back, ahead = (c.today.weekday() - node.day) % 7, (node.day - c.today.weekday()) % 7
    if node.shift == 0:
        begin = cal.week(c.today, 0, c.settings.week_start)[0]
        days = (begin - c.today).days + (node.day - begin.weekday()) % 7
    elif node.shift is not None:
        days = -(back or 7) if node.shift < 0 else (ahead or 7)
    elif c.tense == "future" or (c.tense == "present" and ahead <= 3):
        days = ahead
    elif c.fragment and not c.tense:
        days = ahead or 7
    else:
        days = -back
    at_day = cal.add_days(c.today, days)
    return unit_value("day", (at_day, at_day + DAY) if at_day else None, f"XXXX-WXX-{node.day + 1}")


def _day(node: n.Day, c: Context) -> Value:
    """One day said in several ways: the surest name decides, the others check it."""
    dates = [p for p in node.parts if isinstance(p, n.Date)]
    weekdays = [p for p in node.parts if isinstance(p, n.Weekday)]
    near = [p for p in node.parts if isinstance(p, n.Rel)]
    value = _full(dates, c) or _near(near, weekdays, c) or _by_weekday(dates, weekdays, c)
    if value is None:
        value = resolve((dates or weekdays or near)[0], c)
    if node.daypart == "EVE":
        return _eve(node, value)
    if node.daypart == "NIGHT":
        value = _night(node, value)
    if node.daypart and value.begin:
        value = replace(value, type="TIME", value=f"{value.value}T{node.daypart[:2]}")
    return value


def _full(dates: list[n.Date], c: Context) -> Value | None:
    """A date with its year; the Gregorian one before the Hijri."""
    for which in ("gregorian", "hijri"):
        for one in dates:
            if one.calendar == which and one.year is not None and one.day:
                value = _date(one, c)
                if value.begin:
                    return value
    return None


def _near(near: list[n.Rel], weekdays: list[n.Weekday], c: Context) -> Value | None:
    """أمس الأحد: the weekday corrects a day that is one off."""
    if not near:
        return None
    value = _rel(near[0], c)
    if weekdays and value.begin and value.begin.weekday() != weekdays[0].day:
        for step in (-DAY, DAY):
            if (value.begin + step).weekday() == weekdays[0].day:
                return unit_value("day", (value.begin + step, value.begin + step + DAY))
    return value


def _by_weekday(dates: list[n.Date], weekdays: list[n.Weekday], c: Context) -> Value | None:
    """الخميس 13 يونيو · الخميس 21: the nearest date that falls on that weekday."""
    if not dates or not weekdays or c.today is None:
        return None
    wanted, day = weekdays[0].day, dates[0]
    if day.day is None:
        return None
    if day.month is None:
        tries = [cal.add_months(c.today.replace(day=1), k) for k in (0, -1, 1, -2, 2)]
        spans = [cal.day(t.year, t.month, day.day) for t in tries if t]
    elif day.calendar == "hijri" or isinstance(day.month, n.Rel) or day.shift is not None:
        return None
    else:
        now = c.today.year
        spans = [cal.day(now + k, day.month, day.day) for k in (0, -1, 1, -2, 2, -3, 3, -4, 4, -5, 5, -6, 6)]
    fits = [span for span in spans if span and span[0].weekday() == wanted]
    best = min(fits, key=lambda span: abs((span[0] - c.today).days), default=None)  # type: ignore[operator]
    return unit_value("day", best) if best else None


def _night(node: n.Day, value: Value) -> Value:
    """ليلة الجمعة: classically the eve of Friday, in modern news its night; both days are kept."""
    if value.begin is None or not isinstance(node.parts[0], n.Weekday) or len(node.parts) > 1:
        return value
    return replace(stretch((value.begin - DAY, value.begin + DAY)), value=value.value)


def _eve(node: n.Day, value: Value) -> Value:
    """عشية الأول من مايو: the day before."""
    if value.begin is None or not any(isinstance(part, n.Date) for part in node.parts):
        return value
    return unit_value("day", (value.begin - DAY, value.begin))


# ── parts of periods ────────────────────────────────────────────────────────────────────────


def _part(node: n.Part, c: Context) -> Value:
    of = resolve(node.of, c)
    mod = node.which
    if of.begin is None or of.until is None:
        return replace(of, mod=mod)
    span = _third(node, of.begin, of.until, of.granularity)
    if (span[1] - span[0]).days == 1:
        return replace(unit_value("day", span), mod=mod)
    return replace(stretch(span), value=of.value, mod=mod)


def _third(node: n.Part, begin: date, until: date, granularity: str | None) -> Interval:
    """The first, middle or last third of a unit, in whole days, months or years as NEWS dates them."""
    at = {"START": 0, "MID": 1, "END": 2}[node.which]
    if node.word.endswith("نصف") and granularity == "month":
        return begin + 14 * DAY, begin + 15 * DAY
    if granularity == "day":
        return begin, until
    if node.word.endswith("اول") and granularity == "month":
        return begin, begin + DAY
    if node.word.endswith("اخر") and granularity == "month" and not node.word.endswith("اواخر"):
        return until - DAY, until
    if granularity == "month":
        edges = [begin, begin + 10 * DAY, begin + 20 * DAY, until]
    elif granularity == "year":
        months = [(0, 3), (4, 8), (9, 12)][at]
        return tuple(cal.add_months(begin, m) or until for m in months)  # type: ignore[return-value]
    elif granularity in ("decade", "century"):
        size = until.year - begin.year
        cuts = [0, size * 4 // 10, size * 7 // 10, size] if at != 1 else [0, size * 3 // 10, size * 7 // 10, size]
        edges = [date(begin.year + cut, 1, 1) if cut < size else until for cut in cuts]
    elif granularity == "week":
        return [(begin, begin + 3 * DAY), (begin + DAY, begin + 5 * DAY), (begin + 3 * DAY, until)][at]
    else:
        third = (until - begin) // 3
        edges = [begin, begin + timedelta(days=third.days), until - timedelta(days=third.days), until]
    return edges[at], edges[at + 1]


def _nth(node: n.Nth, c: Context) -> Value:
    of = resolve(node.of, c)
    if of.begin is None or of.until is None:
        return Value(of.value)
    begin, until = of.begin, of.until
    if node.unit == "weekday":
        if node.place and _falls(begin, node):
            return unit_value("day", (begin + (node.n - 1) * DAY, begin + node.n * DAY))
        return unit_value("day", _nth_day([begin + DAY * k for k in range(min((until - begin).days, 366))], node), "XXXX")
    if node.unit == "week":
        return _nth_week(node, begin, until, of.granularity, c)
    if node.unit == "day":
        at = until - DAY if node.n < 0 else begin + DAY * (node.n - 1)
        return unit_value("day", (at, at + DAY)) if begin <= at < until else Value("XXXX")
    if node.unit == "month":
        at_month = cal.add_months(until, -1) if node.n < 0 else cal.add_months(begin, node.n - 1)
        return unit_value("month", cal.month(at_month.year, at_month.month)) if at_month else Value("XXXX")
    return _fraction(node, begin, until, of)


def _falls(begin: date, node: n.Nth) -> bool:
    """الأربعاء الخامس من أغسطس: whether the fifth is that weekday, and so no fifth Wednesday is meant."""
    return node.n > 0 and (begin + (node.n - 1) * DAY).weekday() == node.weekday


def _nth_day(days: list[date], node: n.Nth) -> Interval | None:
    fits = [d for d in days if d.weekday() == node.weekday]
    at = node.n if node.n < 0 else node.n - 1
    return (fits[at], fits[at] + DAY) if -len(fits) <= at < len(fits) else None


def _nth_week(node: n.Nth, begin: date, until: date, granularity: str | None, c: Context) -> Value:
    """The nth full week of a month; the nth ISO week of a year; 0 is the week that holds the day."""
    if node.n == 0:
        return unit_value("week", cal.week(begin, 0, c.settings.week_start))
    if granularity == "year" and node.n > 0:
        return unit_value("week", cal.week(date(begin.year, 1, 4), node.n - 1))
    if node.n < 0:
        last = cal.week(until, 0, c.settings.week_start)[0]
        return unit_value("week", (last - 7 * DAY, last))
    first = cal.week(begin + 6 * DAY, 0, c.settings.week_start)[0] + 7 * DAY * (node.n - 1)
    return unit_value("week", (first, first + 7 * DAY)) if first < until else Value("XXXX")


_PIECES = {"half": 2, "third": 3, "quarter": 4}


def _fraction(node: n.Nth, begin: date, until: date, of: Value) -> Value:
    count = _PIECES[node.unit]
    at = count if node.n < 0 else node.n
    if of.granularity == "year" and not of.value.startswith("H"):
        span = tuple(cal.add_months(begin, 12 // count * k) or until for k in (at - 1, at))
        if node.unit == "quarter":
            return unit_value("quarter", (span[0], span[1]))
        return replace(stretch((span[0], span[1])), value=f"{begin.year:04}-H{at}" if node.unit == "half" else f"{span[0]}/{span[1] - DAY}")
    size = (until - begin).days
    cuts = [begin + timedelta(days=round(size * k / count)) for k in (at - 1, at)]
    if of.granularity == "month" and node.unit == "half":
        cuts = [begin, begin + 15 * DAY] if at == 1 else [begin + 15 * DAY, until]
    return stretch((cuts[0], cuts[1]))


_SEASONS = {"SP": 3, "SU": 6, "FA": 9, "WI": 12}


def _season(node: n.Season, c: Context) -> Value:
    if c.today is None and not isinstance(node.year, int):
        return Value(f"XXXX-{node.code}")
    year, first = _year_of(node.year, c), _SEASONS[node.code]
    spans = {y: _three_months(y, first) for y in ([year] if year else range(c.today.year - 2, c.today.year + 3) if c.today else [])}
    fits = [(y, s) for y, s in spans.items() if s]
    if not year and c.today:
        today = c.today
        if node.shift == -1:
            fits = [f for f in fits if f[1][1] <= today][-1:]
        elif node.shift == 1:
            fits = [f for f in fits if f[1][0] > today][:1]
        else:
            fits = [f for f in fits if f[0] == today.year]
    if not fits:
        return Value(f"XXXX-{node.code}")
    return replace(stretch(fits[0][1]), value=f"{fits[0][0]:04}-{node.code}")


def _three_months(year: int, first: int) -> Interval | None:
    span = cal.month(year, first)
    end = cal.add_months(span[0], 3) if span else None
    return (span[0], end) if span and end else None


def _decade(node: n.Decade, c: Context) -> Value:
    century = node.century
    if century is None:
        century = 21 if node.tens == 0 or (node.tens < 30 and c.today) else 20
        if c.today and century == 21 and 2000 + node.tens > c.today.year:
            century = 20
    return unit_value("decade", cal.years((century - 1) * 100 + node.tens, 10))


def _century(node: n.Century, c: Context) -> Value:
    if node.calendar == "before_christ":
        return Value(f"BC{node.n - 1:02}")
    if node.calendar == "hijri":
        return Value(f"H{node.n - 1:02}")
    span = cal.years((node.n - 1) * 100 + 1, 100)
    return replace(unit_value("century", span), value=f"{node.n - 1:02}")


def _seasons(node: n.Seasons, c: Context) -> Value:
    begin, until = cal.month(node.first, 9), cal.month(node.first + 1, 7)
    return replace(stretch((begin[0], until[0])), mod="APPROX") if begin and until else Value("XXXX")


def _holiday(node: n.Holiday, c: Context) -> Value:
    from timeline.lexicon import table  # noqa: PLC0415

    row = table("ar/time/holidays.tsv")[node.row]
    calendar = "hijri" if row["calendar"] == "hijri" else "gregorian"
    if calendar == "hijri" and isinstance(node.year, int) and node.year > 1600:
        now = cal.hijri_year(date(node.year, 7, 1)) or 0
        years: list[int] = [now - 1, now, now + 1]
        spans = [cal.hijri(y, int(row["month"]), int(row["day"])) for y in years]
        span = next((s for s in spans if s and s[0].year == node.year), None)
    else:
        value = _date(n.Date(node.year, int(row["month"]), int(row["day"]), calendar, node.shift), c)  # type: ignore[arg-type]
        span = (value.begin, value.until) if value.begin and value.until else None
    if span is None:
        return Value("XXXX-XX-XX")
    length = int(row["length"])
    return unit_value("day", span) if length == 1 else stretch((span[0], span[0] + DAY * length))


# ── ranges and the rest ─────────────────────────────────────────────────────────────────────


def _range(node: n.Range, c: Context) -> Value:
    node = n.Range(_borrow(node.a, node.b), _lend(node.b, node.a))
    b = resolve(node.b, c)
    a = resolve(node.a, c)
    if b.begin and a.begin and (isinstance(node.b, n.Part | n.Rel) and not isinstance(node.a, n.Rel | n.Weekday)) and a.begin.year != b.begin.year:
        b = resolve(node.b, replace(c, today=a.begin))
    if a.begin and b.until and a.begin >= b.until:
        a, b = _untangled(node, a, b, c)
    if a.begin is None or b.until is None or a.begin >= b.until:
        return Value(f"{a.value}/{b.value}")
    return stretch((a.begin, b.until))


def _untangled(node: n.Range, a: Value, b: Value, c: Context) -> tuple[Value, Value]:
    """The ends were resolved apart and came out crossed: the second is taken from the first's day."""
    if a.begin and isinstance(node.b, n.Weekday | n.Date | n.Day):
        later = resolve(node.b, replace(c, today=a.begin, tense="future"))
        if later.until and c.today and (c.tense != "past" or later.until <= c.today + DAY):
            return a, later
    if b.begin and isinstance(node.a, n.Weekday | n.Date | n.Day):
        return resolve(node.a, replace(c, today=b.begin, tense="past")), b
    return a, b


def _lend(b: n.Node, a: n.Node) -> n.Node:
    """The second end takes the month that only the first says: الأحد 11 أكتوبر حتى الأربعاء 14."""
    late, early = _date_in(b), _date_in(a)
    if late and early and late.month is None and late.day and isinstance(early.month, int):
        lent = replace(late, year=early.year, month=early.month, calendar=early.calendar, shift=early.shift)
        return replace(b, parts=tuple(lent if p is late else p for p in b.parts)) if isinstance(b, n.Day) else lent
    return b


def _date_in(node: n.Node) -> n.Date | None:
    """The calendar date of a node, if it has one."""
    if isinstance(node, n.Day):
        return next((part for part in node.parts if isinstance(part, n.Date)), None)
    return node if isinstance(node, n.Date) else None


def _borrow(a: n.Node, b: n.Node) -> n.Node:
    """The first end takes the year that only the second says: من 28 مايو إلى 2 يونيو 2023."""
    if isinstance(a, n.Day) and (inner := _date_in(a)) and (last := _date_in(b)) and inner.month:
        lent = _borrow(inner, last)
        return replace(a, parts=tuple(lent if p is inner else p for p in a.parts))  # type: ignore[arg-type]
    if isinstance(a, n.Date) and isinstance(b, n.Day):
        return _borrow(a, _date_in(b) or b)
    if isinstance(a, n.Date) and isinstance(b, n.Date) and a.year is None and a.shift is None and b.year is not None:
        if isinstance(b.year, int) and isinstance(a.month, int) and isinstance(b.month, int) and a.month > b.month:
            return replace(a, year=b.year - 1, calendar=b.calendar)
        return replace(a, year=b.year, calendar=b.calendar)
    return a


def _open(node: n.Open, c: Context) -> Value:
    of = resolve(node.of, c)
    now = c.published or c.today
    if node.edge == "since":
        if of.begin is None or now is None:
            return replace(of, open=True, until=None, begin=of.begin, granularity="range" if of.begin else None)
        if of.begin > now:
            return replace(of, open=True)
        return replace(stretch((of.begin, now + DAY)), open=True)
    if of.until is None or now is None or of.until <= now:
        return of
    return replace(stretch((now, of.until)), open=True)


def _length(node: n.Length, c: Context) -> Value:
    return Value(iso(node.lengths), type="DURATION")


def _every(node: n.Every, c: Context) -> Value:
    return Value(node.value, type="SET")


def _vague(node: n.Vague, c: Context) -> Value:
    return Value(node.value)


_RULES: dict[type, Callable[[Any, Context], Value]] = {
    n.Rel: _rel, n.Date: _date, n.Weekday: _weekday, n.Day: _day, n.Part: _part, n.Nth: _nth, n.Season: _season,
    n.Decade: _decade, n.Century: _century, n.Ago: _ago, n.Last: _last, n.Range: _range, n.Open: _open, n.Rest: _rest,
    n.Running: _running, n.Holiday: _holiday, n.Seasons: _seasons, n.Weekend: _weekend, n.Length: _length,
    n.Every: _every, n.Vague: _vague,
}  # fmt: skip
