"""What joins two expressions, and what leaves one end unsaid.

من 28 مايو إلى 2 يونيو · بين الجمعة والأحد · 3-5 مايو · منذ 2014 · حتى نهاية العام
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Final, Literal

from timeline.timex.grammar import dates
from timeline.timex.grammar.lists import adds
from timeline.timex.grammar.numbers import day_number
from timeline.timex.nodes import Date, Day, Every, Holiday, Length, Node, Open, Range, Rel, Vague, Weekday
from timeline.timex.scan import AND, ANY, BARE, Scan

Found = tuple[Node, int]
Reader = Callable[[Scan, int], Found | None]
UNBOUND: Final = (Length, Every, Vague)  # nodes that are no place in time
_DASHES: Final = ("-", "–", "ـ", "/")
_MONTHS: Final = 2
_FROM: Final = frozenset({"من", "ومن", "منذ", "بدءا", "بين", "ابتداء", "اعتبارا"})


def ranged(scan: Scan, i: int, found: Found, simple: Reader) -> Found:
    """A to B, where A was found at token `i`."""
    node, at = found
    start = _joint(scan, i, at)
    if start is None:
        return found
    other = simple(scan, start) or (_month(scan, start) if _kind(node) == _MONTHS else None)
    if other is None or isinstance(other[0], UNBOUND):
        return found
    if twin := _twin(node, other[0]):
        return twin, other[1]
    if _kind(node) == _kind(other[0]) != 0:
        return Range(node, other[0]), other[1]
    led = scan.form(i - 1) in _FROM and scan.form(at) not in _DASHES
    return (Range(node, other[0]), other[1]) if led else found


def _month(scan: Scan, i: int) -> Found | None:
    """بين يناير ومارس: after a month even a weak name is one."""
    found = dates.month_date(scan, i, BARE | AND)
    return (found[0], found[2]) if found else None


def _joint(scan: Scan, i: int, at: int) -> int | None:
    """The index after إلى, حتى or a dash; after و where بين stands before."""
    hit = scan.word(at, "to")
    if hit:
        return scan.skip(hit[1], "يوم") if scan.form(hit[1]) == "يوم" else hit[1]
    if scan.form(at) in _DASHES:
        return at + 1
    if scan.form(i - 1) in ("بين", "وبين", "ما") and adds(scan, at):
        return scan.skip(at, "و")
    return None


def _twin(a: Node, b: Node) -> Node | None:
    """One date in two calendars: 1260هـ - 1844م; the Gregorian one is kept."""
    if (
        not (isinstance(a, Date) and isinstance(b, Date))
        or a.calendar == b.calendar
        or a.year is None
        or b.year is None
    ):
        return None
    if "before_christ" in (a.calendar, b.calendar) or _kind(a) != _kind(b):
        return None
    return a if a.calendar == "gregorian" else b


def _kind(node: Node) -> int:
    """3 for days, 2 for months, 1 for years, 0 for the rest."""
    if isinstance(node, Date):
        return 3 if node.day else _MONTHS if node.month else 1
    return 3 if isinstance(node, (Day, Weekday)) or (isinstance(node, Rel) and node.unit == "day") else 0


def range_of_days(scan: Scan, i: int) -> Found | None:
    """3 إلى 5 مايو · 3-5 مايو · 4 حتى 23 من هذا الشهر · بين 2 و7 فبراير · 1 إلى 30/11/1436هـ."""
    first = day_number(scan, i, ANY)
    if first is None:
        return month_of_days(scan, i)
    hit = scan.word(first[1], "to")
    both = scan.form(i - 1) in ("بين", "وبين") and adds(scan, first[1])
    if not (hit or both or scan.form(first[1]) in _DASHES):
        return None
    at = hit[1] if hit else scan.skip(first[1], *_DASHES, "و")
    apart = hit or both or not scan.glued(at)  # 2 - 4/6/1436; not 2-4/6
    last = dates.date(scan, at, BARE | AND) if apart else dates.day_first(scan, at, BARE | AND)
    if last is None or last[0].day is None or last[0].day <= first[0].value:
        return None
    return Range(replace(last[0], day=first[0].value), last[0]), last[1]


def month_of_days(scan: Scan, i: int) -> Found | None:
    """يوليو 13-15 · شهر نوفمبر بين 19 و 20 · اغسطس 27 الى 29 · الشهر المقبل من 4 إلى 23."""
    of = _months_name(scan, i)
    if of is None:
        return None
    lead = scan.form(of[1]) in ("بين", "من")
    first = day_number(scan, of[1] + lead) if lead or isinstance(of[0].month, int) else None
    if first is None:
        return None
    hit = scan.word(first[1], "to")
    at = hit[1] if hit else scan.skip(first[1], *_DASHES, "و")
    last = day_number(scan, at, BARE | AND)
    if last is None or (at == first[1] and not adds(scan, at)) or last[0].value <= first[0].value:
        return None
    said = dates.year(scan, last[1]) if isinstance(of[0].month, int) else None
    a = replace(of[0], day=first[0].value, year=said[0] if said else None)
    return Range(a, replace(a, day=last[0].value)), said[2] if said else last[1]


def _months_name(scan: Scan, i: int) -> tuple[Date, int] | None:
    """يوليو · الشهر المقبل."""
    if month := dates.month(scan, i, ANY):
        return Date(None, month[0], None, month[1]), month[3]
    rel = dates.relative(scan, i, "month", ANY)
    return (Date(None, rel[0]), rel[1]) if rel else None


def opened(scan: Scan, i: int, node: Node) -> Node:
    """منذ X, اعتبارا من X, حتى X: one end is unsaid."""
    if isinstance(node, (Holiday, Open, *UNBOUND)):
        return node
    if not (scan.may_be(i - 1, _EDGES) or scan.may_be(i - 2, _EDGES)):
        return node
    edges: tuple[Literal["since", "until"], ...] = ("since", "until")
    for edge in edges:
        for back in (1, 2):
            hit = scan.word(i - back, edge, ANY)
            if hit and hit[1] == i:
                return Open(node, edge)
    return node


_EDGES: Final = frozenset({"since", "until"})
