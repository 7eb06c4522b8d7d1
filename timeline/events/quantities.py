"""Counted things beside an event: 7000 حاوية, 12 قتيلا, مقتل ثلاثة أشخاص."""

from __future__ import annotations

from functools import cache

from timeline.events.clauses import Reading
from timeline.events.lexicon import cues
from timeline.lexicon import table
from timeline.model import Quantity
from timeline.text import Text, form

_REACH = 3
_THOUSANDS = frozenset(",.٬،")
_DECIMAL = frozenset(".,٫")
_MARKS = _THOUSANDS | _DECIMAL | {"/", "-"}
"""What, glued to digits on both sides, makes one number of them, or one of something else."""


def quantities(text: Text, reading: Reading, taken: set[int]) -> list[tuple[int, Quantity]]:
    """Token index and quantity of every count of a known thing; `taken` are tokens of time expressions."""
    found, counts = [], _words("count")
    span = range(reading.sentence.first, reading.sentence.last)
    for i in [i for i in span if text.forms[i] in counts or ":" > text.forms[i] >= "0"]:
        number, last = number_at(text, i) if i not in taken else (None, i)
        if number is not None:
            quantity = _counted(text, i, last, number, reading.sentence.last)
            if quantity is not None:
                found.append((i, quantity))
    return found


def is_count(key: str) -> bool:
    """Whether a form says how many: 12, خمسة, عشرات."""
    return _is_digits(key) or key in _words("count") or key in _words("times") or key in cues("many")


def number_at(text: Text, i: int) -> tuple[float | None, int]:
    """The number that begins at token `i`, and the last token of it: 12, 7,000, 3.5, ثلاثة."""
    digits = text.forms[i]
    if not _is_digits(digits):
        return _words("count").get(digits), i
    if i > 1 and text.ends[i - 1] == text.starts[i] and text.forms[i - 1] in _MARKS:
        return None, i  # the tail of a number, or of what is none: 12/3
    while _goes_on(text, i):
        mark, tail = text.forms[i + 1], text.forms[i + 2]
        thousands = mark in _THOUSANDS and len(tail) == 3
        digits += tail if thousands and "." not in digits else "." + tail
        i += 2
    return (float(digits), i) if digits.count(".") < 2 and len(digits) < 16 else (None, i)


def _is_digits(key: str) -> bool:
    return key.isascii() and key.isdigit() and len(key) < 16


def _goes_on(text: Text, i: int) -> bool:
    """Whether a mark and more digits are glued to the number at token `i`."""
    if i + 2 >= len(text.forms) or text.forms[i + 1] not in _THOUSANDS | _DECIMAL:
        return False
    mark, tail = text.forms[i + 1 : i + 3]
    glued = text.ends[i] == text.starts[i + 1] and text.ends[i + 1] == text.starts[i + 2]
    return glued and _is_digits(tail) and (mark in _DECIMAL or len(tail) == 3)


def _counted(text: Text, first: int, i: int, value: float, last: int) -> Quantity | None:
    """The number of tokens [`first`, `i`] with the thing that it counts, a few tokens on at most."""
    times = _words("times")
    for j in range(i + 1, min(i + 1 + _REACH, last)):
        key = text.forms[j]
        if key in times:
            value *= times[key]
        elif key in _things():
            unit, done = _things()[key]
            return Quantity(text.starts[first], text.ends[j], value, unit, done)
        elif not key.isalpha():
            return None
    return None


@cache
def _words(kind: str) -> dict[str, float]:
    rows = (row for row in table("ar/events/cardinals.tsv") if row["kind"] == kind)
    return {form(row["word"]): float(row["value"]) for row in rows}


@cache
def _things() -> dict[str, tuple[str, str | None]]:
    return {
        form(word): (row["unit"], row["of"] or None)
        for row in table("ar/events/counted.tsv")
        for word in row["forms"].split()
    }
