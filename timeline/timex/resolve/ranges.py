"""Two ends, or one."""

from __future__ import annotations

from dataclasses import replace

from timeline.timex import nodes as n
from timeline.timex.calendar import DAY
from timeline.timex.resolve.value import Context, Value, means, resolve, stretch


@means(n.Range)
def between(node: n.Range, c: Context) -> Value:
    """From the first day of one end to the last day of the other; what one leaves unsaid the other lends."""
    first, last = _borrow(node.a, node.b), _lend(node.b, node.a)
    a, b = resolve(first, c), resolve(last, c)
    if a.begin and isinstance(last, n.Part | n.Rel) and _dated(first):
        b = resolve(last, c._replace(today=a.begin))  # من يناير 2023 حتى نهاية العام: of that year
    if a.begin and b.until and a.begin >= b.until:
        a, b = _untangled(first, last, a, b, c)
    if a.begin is None or b.until is None or a.begin >= b.until:
        return Value(f"{a.value}/{b.value}")
    return stretch((a.begin, b.until))


def _dated(node: n.Node) -> bool:
    date = _date_in(node)
    return date is not None and isinstance(date.year, int)


def _untangled(first: n.Node, last: n.Node, a: Value, b: Value, c: Context) -> tuple[Value, Value]:
    """The ends were resolved apart and came out crossed: one is taken anew from the other's day."""
    if a.begin and isinstance(last, n.Weekday | n.Date | n.Day):
        later = resolve(last, c._replace(today=a.begin, tense="future"))
        if (
            later.until
            and later.until > a.begin
            and (c.tense != "past" or c.today is None or later.until <= c.today + DAY)
        ):
            return a, later
    if b.begin and isinstance(first, n.Weekday | n.Date | n.Day):
        return resolve(first, c._replace(today=b.begin, tense="past")), b
    return a, b


def _date_in(node: n.Node) -> n.Date | None:
    """The calendar date of a node, if it has one."""
    if isinstance(node, n.Day):
        return next((part for part in node.parts if isinstance(part, n.Date)), None)
    return node if isinstance(node, n.Date) else None


def _with_date(node: n.Node, old: n.Date, new: n.Date) -> n.Node:
    if isinstance(node, n.Day):
        return replace(node, parts=tuple(new if part is old else part for part in node.parts))
    return new


def _lend(last: n.Node, first: n.Node) -> n.Node:
    """The second end takes the month that only the first says: الأحد 11 أكتوبر حتى الأربعاء 14."""
    late, early = _date_in(last), _date_in(first)
    if late and early and late.day and late.month is None and isinstance(early.month, int):
        lent = replace(early, day=late.day)
        return _with_date(last, late, lent)
    return last


def _borrow(first: n.Node, last: n.Node) -> n.Node:
    """The first end takes the year that only the second says: من 28 مايو إلى 2 يونيو 2023."""
    early, late = _date_in(first), _date_in(last)
    if (
        early is None
        or late is None
        or early.year is not None
        or early.shift is not None
        or late.year is None
    ):
        return first
    if not isinstance(early.month, int):
        return first
    year = late.year
    if isinstance(year, int) and isinstance(late.month, int) and early.month > late.month:
        year -= 1
    return _with_date(first, early, replace(early, year=year, calendar=late.calendar))


_SINCE = frozenset({"منذ", "ومنذ", "مذ"})


@means(n.Open)
def open_end(node: n.Open, c: Context) -> Value:
    """منذ X runs to the day of publication, it included; حتى X from it."""
    said = c._replace(tense="past") if c.before in _SINCE else c
    of, now = resolve(node.of, said), c.published or c.today
    if of.begin is None or of.until is None:
        return of._replace(open=True)
    if now is None:
        return (
            of._replace(until=None, granularity="range", open=True)
            if node.edge == "since"
            else of._replace(open=True)
        )
    if node.edge == "since":
        return (
            stretch((of.begin, now + DAY))._replace(open=True) if of.begin <= now else of._replace(open=True)
        )
    return stretch((now, of.until))._replace(open=True) if of.until > now else of
