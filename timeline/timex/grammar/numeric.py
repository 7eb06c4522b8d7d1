"""Dates in digits: 25-1-2011 · 25/1/2011 · 2011.01.25 · 20 / 10 / 1436هـ · 3/2015 · 4/22.

Day first; a part above 12 settles the order; four digits are the year. 32/13/2020 is refused.
"""

from __future__ import annotations

from typing import Final

from timeline.timex.nodes import Calendar, Date
from timeline.timex.scan import Number, Scan

_MARKS: Final = frozenset("/-.–−⁄\\")
_SIGNS: Final = frozenset("+$€£#_@:=&%٪٫")
_CUES: Final = frozenset(
    {"يوم", "بتاريخ", "تاريخ", "ليوم", "اليوم", "مساء", "صباح", "الموافق", "في", "وفي", "فجر"}
)


def numeric(scan: Scan, i: int) -> tuple[Date, int] | None:
    """A date in digits that starts at token `i`."""
    first = scan.digits(i)
    if first is None or joined(scan, i):
        return None
    parts, marks, at = _parts(scan, i, first)
    found = (
        _three(parts, marks[0])
        if len(parts) == 3
        else _two(scan, i, parts, marks)
        if len(parts) == 2
        else None
    )
    if found is None:
        return None
    said = scan.word(at, "era")
    if said:
        calendar: Calendar = str(said[0].value)  # type: ignore[assignment]
        return Date(found.year, found.month, found.day, calendar), said[1]
    return (_lunar(found), at) if isinstance(found.year, int) and 1300 <= found.year <= 1500 else (found, at)


def _lunar(found: Date) -> Date:
    """A year such as 1436 in digits is a Hijri year."""
    return Date(found.year, found.month, found.day, "hijri")


def joined(scan: Scan, i: int) -> bool:
    """Whether the digits go on to the left: 966-50-…, 3.12.4, $5/4."""
    before = scan.form(i - 1)
    return scan.glued(i) and (before in _MARKS or before in _SIGNS or (before.isascii() and before.isalnum()))


def _parts(scan: Scan, i: int, first: Number) -> tuple[list[Number], list[str], int]:
    """The numbers, the marks between them, and the index after them."""
    marks: list[str] = []
    parts, at = [first], i + 1
    while len(parts) < 4:
        mark, after = scan.form(at), at + 1
        number = scan.digits(after)
        if mark in ("،", ",") and len(parts) == 2 and number and number.width == 4:
            mark = marks[0]
        spaced = mark != "/" and not (scan.glued(at) and scan.glued(after))
        if mark not in _MARKS or number is None or (spaced and not _yearly(scan, parts, after)):
            break
        parts.append(number)
        marks.append(mark)
        at = after + 1
    glued_on = (
        scan.form(at) in _MARKS and scan.glued(at) and scan.form(at + 1)[:1].isdigit() and scan.glued(at + 1)
    )
    if len(parts) == 4 or len(set(marks)) > 1 or glued_on:
        return [], [], at
    return parts, marks, at


def _yearly(scan: Scan, parts: list[Number], i: int) -> bool:
    """Whether numbers apart are a date, for four digits are among them: 14 - 6 - 2024; not 3 - 5."""
    here, beyond = scan.digits(i), scan.digits(i + 2)
    ahead = beyond is not None and beyond.width == 4 and scan.form(i + 1) == scan.form(i - 1)
    return bool(here and here.width == 4) or ahead or (len(parts) == 2 and parts[0].width == 4)


def _three(parts: list[Number], mark: str) -> Date | None:
    """Day, month and year; with a year of two digits the others have two as well, but for 1/2/16."""
    a, b, c = parts
    if a.width == 4:
        return _date(a.value, b.value, c.value)
    if c.width == 4:
        return _date(c.value, b.value, a.value)
    if c.width == 2 and (a.width == b.width == 2 or (mark == "/" and max(a.width, b.width) <= 2)):
        if c.value <= 31 and a.value <= 31 and b.value <= 12 and c.value > 12 and a.value <= 12:
            return _date(
                2000 + a.value if _late(parts) else 2000 + c.value,
                b.value,
                c.value if _late(parts) else a.value,
            )
        return _date(2000 + c.value if c.value < 70 else 1900 + c.value, b.value, a.value)
    return None


def _late(parts: list[Number]) -> bool:
    """16/04/21 is read year first only where day first cannot be."""
    return parts[0].value > 31


def _date(year: int, month: int, day: int) -> Date | None:
    if month > 12 >= day:
        month, day = day, month
    return Date(year, month, day) if 1 <= month <= 12 and 1 <= day <= 31 and 1000 <= year <= 2200 else None


def _two(scan: Scan, i: int, parts: list[Number], marks: list[str]) -> Date | None:
    """Month and year, or day and month where a cue or the slash makes it one."""
    a, b = parts
    if a.width == 4 and b.width <= 2 and marks[0] != ".":
        return Date(a.value, b.value) if 1 <= b.value <= 12 and 1900 <= a.value <= 2100 else None
    if b.width == 4 and a.width <= 2 and marks[0] != ".":
        return Date(b.value, a.value) if 1 <= a.value <= 12 and 1900 <= b.value <= 2100 else None
    if a.width > 2 or b.width > 2 or not _day_and_month(scan, i, marks[0]):
        return None
    month, day = (b.value, a.value) if b.value <= 12 else (a.value, b.value)
    return Date(None, month, day) if 1 <= month <= 12 and 1 <= day <= 31 else None


def _day_and_month(scan: Scan, i: int, mark: str) -> bool:
    """يوم 22/04 · في 4/22, or a text that is nothing else."""
    if scan.form(i - 1) in _CUES or scan.word(i - 1, "weekday") or scan.word(i - 1, "daypart"):
        return mark != "." or scan.form(i - 1) in ("يوم", "بتاريخ")
    if mark == "/" and scan.form(i - 1) in ("من", "بين") and (to := scan.word(i + 3, "to")):
        return scan.digits(to[1]) is not None and scan.form(to[1] + 1) == mark  # من 1/1 إلى 31/3
    verb = scan.form(i - 1).startswith("س") and scan.size <= 6
    return verb or (mark == "/" and (scan.size == 3 or _settled(scan, i)))


def _settled(scan: Scan, i: int) -> bool:
    """Whether one part can only be the day: 31/12, 4/22; not 24/7 nor a round of 1/16."""
    a, b = int(scan.form(i)), int(scan.form(i + 2))
    return (
        max(a, b) > 12
        and 0 < min(a, b) <= 12
        and (a, b) != (24, 7)
        and a != 1
        and not scan.form(i + 3)[:1].isalnum()
    )
