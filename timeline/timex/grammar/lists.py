"""Several dates under one head: neighbours make one range, others stay apart.

يومي 18 و19 يونيو · 12 و13 آب · عامي 2011 و2012 · شهري مايو ويونيو · أيام الجمعة والسبت والأحد
"""

from __future__ import annotations

from dataclasses import replace
from itertools import pairwise
from typing import Final, NamedTuple

from timeline.timex.grammar import dates, days
from timeline.timex.grammar.numbers import NUMBERS, day_number
from timeline.timex.grammar.years import year_range
from timeline.timex.nodes import Date, Node, Range, Weekday
from timeline.timex.scan import AND, ANY, BARE, Scan

_LONGEST = 12
_ANDS = ("و", "،", ",", "او")


class Expression(NamedTuple):
    """A node and the tokens [first, last) it was read from."""

    node: Node
    first: int
    last: int


def listed(scan: Scan, i: int) -> list[Expression]:
    """The items of a list that starts at token `i`; none where there is no list."""
    kinds = scan.meanings(i).keys()
    whole = "unit" in kinds
    if (whole or scan.digits(i) or kinds & NUMBERS) and (found := days_of_month(scan, i)):
        return found
    if whole and (found := years(scan, i)):
        return found
    return names(scan, i) if whole or kinds & _NAMES else []


_NAMES: Final = frozenset({"weekday", "month"})


def adds(scan: Scan, i: int) -> bool:
    """Whether an "and" stands at token `i`, alone or glued to its word."""
    return scan.form(i).startswith("و")


def _head(scan: Scan, i: int, unit: str) -> int | None:
    """The index after a dual or plural head: يومي, أعوام, شهري."""
    head = scan.word(i, "unit", ANY)
    return head[1] if head and head[0].detail == unit and head[0].value in (0, 2) else None


def days_of_month(scan: Scan, i: int) -> list[Expression]:
    """يومي 18 و19 يونيو · 12 و13 آب · 3 و5 و7 مايو."""
    before = scan.meanings(i - 1).get("unit", ())
    if scan.form(i - 1) in ("بين", "وبين") or any(word.detail != "day" for word in before):
        return []  # الأسبوع الثالث والرابع من يونيو
    if i < scan.unlisted:
        return []
    at = start = _head(scan, i, "day") or i
    numbers: list[tuple[int, int, int]] = []
    while len(numbers) < _LONGEST and (hit := day_number(scan, at, ANY if at == start else BARE | AND)):
        numbers.append((hit[0].value, at, hit[1]))
        if not (scan.form(hit[1]) in _ANDS or adds(scan, hit[1])):
            break
        at = scan.skip(hit[1], *_ANDS)
    whole = dates.date(scan, numbers[-1][1], BARE | AND) if len(numbers) > 1 else None
    if whole is None or not whole[0].day:
        scan.unlisted = numbers[-1][1] if len(numbers) == _LONGEST else scan.unlisted
        return []
    return _spread(i, [*numbers[:-1], (whole[0].day, numbers[-1][1], whole[1])], whole[0])


def _spread(i: int, numbers: list[tuple[int, int, int]], of: Date) -> list[Expression]:
    values = [value for value, _, _ in numbers]
    if values == list(range(values[0], values[0] + len(values))):
        return [Expression(Range(replace(of, day=values[0]), of), i, numbers[-1][2])]
    firsts = [i, *(first for _, first, _ in numbers[1:])]
    pairs = zip(firsts, numbers, strict=True)
    return [Expression(replace(of, day=value), first, last) for first, (value, _, last) in pairs]


def years(scan: Scan, i: int) -> list[Expression]:
    """عامي 2011 و2012 · الأعوام 2011 و2012 و2013 · عامي 2020-2023."""
    at = _head(scan, i, "year")
    if at is None:
        return []
    if span := year_range(scan, at):
        return [Expression(span[0], i, span[1])]
    found: list[tuple[Date, int, int]] = []
    while len(found) < _LONGEST and (said := dates.numbered_year(scan, at, 1000)):
        found.append((Date(said[0], calendar=said[1]), at, said[2]))
        at = scan.skip(said[2], *_ANDS, "الي", "حتي", "-", "–")
    if len(found) < 2:
        return []
    first, last = found[0][0], found[-1][0]
    if scan.form(i - 1) in ("بين", "وبين", "من", "ما") or _in_a_row([one.year for one, _, _ in found]):
        return [Expression(Range(replace(first, calendar=last.calendar), last), i, found[-1][2])]
    firsts = [i, *(start for _, start, _ in found[1:])]
    return [Expression(date, start, end) for start, (date, _, end) in zip(firsts, found, strict=True)]


def _in_a_row(numbers: list[object]) -> bool:
    """Whether each number is one more than that before it."""
    return all(isinstance(a, int) and isinstance(b, int) and b - a == 1 for a, b in pairwise(numbers))


def names(scan: Scan, i: int) -> list[Expression]:
    """يومي السبت والأحد · شهري مايو ويونيو 2015 · أيام الجمعة والسبت والأحد · سبتمبر أو أكتوبر المقبلين."""
    found: list[tuple[Date | Weekday, int, int]] = []
    at = _head(scan, i, "day") or _head(scan, i, "month") or i
    while len(found) < _LONGEST and (one := _name(scan, at, BARE if not found and at > i else ANY)):
        found.append((one[0], at, one[1]))
        if not (scan.form(one[1]) in _ANDS or adds(scan, one[1])):
            break
        at = scan.skip(one[1], *_ANDS)
    if len(found) < 2 or len({type(name) for name, _, _ in found}) > 1:
        return []
    if dated := _dated(scan, i, found):
        return dated
    nodes = _share([name for name, _, _ in found])
    if _neighbours(nodes):
        return [Expression(Range(nodes[0], nodes[-1]), i, found[-1][2])]
    if found[0][1] == i and scan.form(i - 1) in ("بين", "وبين"):
        return []
    firsts = [i, *(start for _, start, _ in found[1:])]
    return [
        Expression(node, start, end) for node, start, (_, _, end) in zip(nodes, firsts, found, strict=True)
    ]


def _dated(scan: Scan, i: int, found: list[tuple[Date | Weekday, int, int]]) -> list[Expression]:
    """يومي السبت والأحد 15 و16 يونيو: the dates say which weekdays are meant."""
    if not isinstance(found[-1][0], Weekday):
        return []
    joins = scan.word(found[-1][2], "joins")
    dated = days_of_month(scan, joins[1] if joins else scan.skip(found[-1][2], "،", ","))
    return [dated[0]._replace(first=i)] if len(dated) == 1 else []


def _name(scan: Scan, i: int, glue: frozenset[str]) -> tuple[Date | Weekday, int] | None:
    """A weekday, or a month with what follows it."""
    weekday = days.named_weekday(scan, i, glue)
    if weekday:
        return None if dates.date(scan, weekday[1]) or scan.word(weekday[1], "joins") else weekday
    month = dates.month_date(scan, i, glue)
    return (month[0], month[2]) if month and isinstance(month[0].month, int) else None


def _share(nodes: list[Date | Weekday]) -> list[Date | Weekday]:
    """The year or modifier said after the last name holds for those before it."""
    last, out = nodes[-1], []
    for node in nodes:
        if isinstance(node, Date) and isinstance(last, Date) and node.year is None and node.shift is None:
            node = replace(node, year=last.year, shift=last.shift)  # noqa: PLW2901
        elif (
            isinstance(node, Weekday)
            and isinstance(last, Weekday)
            and node.week is None
            and node.shift is None
        ):
            node = replace(node, week=last.week, shift=last.shift)  # noqa: PLW2901
        out.append(node)
    return out


def _neighbours(nodes: list[Date | Weekday]) -> bool:
    """Whether weekdays follow each other, or months under one modifier do (سبتمبر أو أكتوبر المقبلين)."""
    days = [node.day for node in nodes if isinstance(node, Weekday)]
    if days:
        return len(days) < 7 and all((b - a) % 7 == 1 for a, b in pairwise(days))
    months = [node for node in nodes if isinstance(node, Date) and node.shift is not None]
    numbers = [node.month for node in months if isinstance(node.month, int)]
    alike = len({(node.year, node.shift) for node in months}) == 1
    return alike and len(numbers) == len(nodes) and all(b - a == 1 for a, b in pairwise(numbers))
