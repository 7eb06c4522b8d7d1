"""Counted things beside an event: 7000 حاوية, 12 قتيلا, مقتل ثلاثة أشخاص."""

from __future__ import annotations

from functools import cache

from timeline.events.clauses import Reading
from timeline.lexicon import table
from timeline.model import Quantity
from timeline.text import Text, form

_REACH = 3


def quantities(text: Text, reading: Reading, taken: set[int]) -> list[tuple[int, Quantity]]:
    """Token index and quantity of every count of a known thing; `taken` are tokens of time expressions."""
    found = []
    for i in range(reading.sentence.first, reading.sentence.last):
        number = _number(text.forms[i]) if i not in taken else None
        if number is not None:
            quantity = _counted(text, i, number, reading.sentence.last)
            if quantity is not None:
                found.append((i, quantity))
    return found


def _number(key: str) -> float | None:
    if key.isascii() and key.isdigit() and len(key) < 16:
        return float(key)
    return _words("count").get(key)


def _counted(text: Text, i: int, value: float, last: int) -> Quantity | None:
    """The number at token `i` with the thing that it counts, a few tokens on at most."""
    times = _words("times")
    for j in range(i + 1, min(i + 1 + _REACH, last)):
        key = text.forms[j]
        if key in times:
            value *= times[key]
        elif key in _things():
            unit, done = _things()[key]
            return Quantity(text.starts[i], text.ends[j], value, unit, done)
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
