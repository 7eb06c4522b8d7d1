"""Weekdays, and days that are named in several ways at once."""

from __future__ import annotations

from datetime import date, timedelta

from timeline.timex import calendar as cal
from timeline.timex import nodes as n
from timeline.timex.calendar import DAY
from timeline.timex.resolve.dates import calendar_date, span
from timeline.timex.resolve.relative import rel
from timeline.timex.resolve.value import Context, Value, means, resolve, stretch, unit_value

_SOON = 3  # days ahead in which a present verb (تستضيف الدوحة الأربعاء) speaks of a coming weekday


@means(n.Weekday)
def weekday(node: n.Weekday, c: Context) -> Value:
    """The nearest such day before or after today, as the modifier or the tense says; today itself counts."""
    if c.today is None:
        return Value(f"XXXX-WXX-{node.day + 1}")
    if node.week or node.shift == 0:
        week = node.week or n.Rel("week", 0)
        base = c.story[0] if week.story and c.story else c.today
        begin = cal.week(base, week.shift, c.settings.week_start)[0]
        at = cal.add_days(begin, (node.day - begin.weekday()) % 7)
    else:
        at = cal.add_days(c.today, _distance(node, c, c.today))
    return unit_value("day", (at, at + DAY) if at else None, f"XXXX-WXX-{node.day + 1}")


def _distance(node: n.Weekday, c: Context, today: date) -> int:
    """Days from today."""
    back, ahead = (today.weekday() - node.day) % 7, (node.day - today.weekday()) % 7
    if node.shift is not None:
        further = 7 * (abs(node.shift) - 1)
        return -(back or 7) - further if node.shift < 0 else (ahead or 7) + further
    if c.tense == "future" or (c.tense == "present" and ahead <= _SOON):
        return ahead
    return (ahead or 7) if c.fragment and not c.tense else -back


@means(n.Day)
def day(node: n.Day, c: Context) -> Value:
    """One day said in several ways: the surest name decides, the others check it."""
    dates = [part for part in node.parts if isinstance(part, n.Date)]
    weekdays = [part.day for part in node.parts if isinstance(part, n.Weekday)]
    near = [part for part in node.parts if isinstance(part, n.Rel)]
    value = _full(dates, c) or _near(near, weekdays, c) or _by_weekday(dates, weekdays, c)
    value = value or resolve(dates[0] if dates else node.parts[0], c)
    if weekdays and dates and all(one.calendar == "hijri" for one in dates):
        value = _mended(value, weekdays[0])  # the new moon is seen a day earlier or later
    return _with_daypart(node, value)


def _full(dates: list[n.Date], c: Context) -> Value | None:
    """A date with its year; the Gregorian one before the Hijri."""
    whole = [one for one in dates if one.day and one.year is not None]
    values = [calendar_date(one, c) for one in sorted(whole, key=lambda one: one.calendar)]
    return next((value for value in values if value.begin), None)


def _near(near: list[n.Rel], weekdays: list[int], c: Context) -> Value | None:
    """أمس الأحد: the weekday mends a day that is one off."""
    if not near:
        return None
    value = rel(near[0], c)
    return _mended(value, weekdays[0]) if weekdays else value


def _mended(value: Value, weekday: int) -> Value:
    """The same day, or that beside it which falls on the weekday."""
    if value.begin is None:
        return value
    days = [value.begin, value.begin - DAY, value.begin + DAY]
    fits = [one for one in days if one.weekday() == weekday]
    return unit_value("day", (fits[0], fits[0] + DAY)) if fits else value


def _by_weekday(dates: list[n.Date], weekdays: list[int], c: Context) -> Value | None:
    """الخميس 13 يونيو · الخميس 21: the date nearest to today that falls on that weekday."""
    if not dates or not weekdays or c.today is None or dates[0].day is None or dates[0].shift is not None:
        return None
    one = dates[0]
    if one.month is None:
        months = [cal.add_months(c.today.replace(day=1), step) for step in range(-2, 3)]
        spans = [cal.day(month.year, month.month, one.day or 1) for month in months if month]
    elif one.calendar == "gregorian" and isinstance(one.month, int):
        spans = [span(one, c.today.year + step) for step in range(-6, 7)]
    elif isinstance(one.month, int) and (now := cal.hijri_year(c.today)):
        told = [found[0] for step in (-1, 0, 1) if (found := span(one, now + step))]
        near = [at for at in told if abs((at - c.today).days) <= _HALF_A_YEAR]
        spans = [(at + k * DAY, at + (k + 1) * DAY) for at in near for k in (0, -1, 1)]  # the moon may differ
    else:
        return None
    fits = [found for found in spans if found and found[0].weekday() == weekdays[0]]
    today = c.today
    best = min(fits, key=lambda found: abs((found[0] - today).days), default=None)
    return unit_value("day", best) if best else None


_HALF_A_YEAR = 178  # days, of the Hijra


def _with_daypart(node: n.Day, value: Value) -> Value:
    """صباح الخميس is a TIME on that day; ليلة الجمعة keeps two days, عشية الأول من مايو is the day before."""
    if node.daypart is None or value.begin is None:
        return value
    if node.daypart == "EVE":
        eve = any(isinstance(part, n.Date) for part in node.parts)
        return unit_value("day", (value.begin - timedelta(eve), value.begin + timedelta(not eve)))
    begin = value.value
    if node.daypart == "NIGHT" and len(node.parts) == 1 and isinstance(node.parts[0], n.Weekday):
        value = stretch(
            (value.begin - DAY, value.begin + DAY)
        )  # classically its eve, in modern news its night
    return value._replace(type="TIME", value=f"{begin}T{node.daypart[:2]}")
