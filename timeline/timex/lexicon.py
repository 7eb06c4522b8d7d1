"""The words of time, as the grammar sees them: a form → its meanings.

Forms are those of `timeline.text` (folded, without diacritics). A meaning may need further words after its
first (تشرين الأول); clitics (و ف ب ل ك) and the article are taken off here: the tables list plain words.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from functools import cache
from typing import Final, Literal, NamedTuple

from timeline.lexicon import table
from timeline.text import form

Value = int | str
Tense = Literal["past", "present", "future"]
Cue = Literal["past", "present", "future", "none"]
ARTICLE: Final = "ال"
CONTRACTED: Final = "لل"  # ل + ال
GLUES: Final = ("", "و", "ف", "ب", "ل", "ك", "وب", "ول", "فب", "فل")


class Word(NamedTuple):
    """One meaning of a token: `glue` is the clitic before it, `rest` the forms that must follow."""

    kind: str
    value: Value
    glue: str = ""
    definite: bool = False
    rest: tuple[str, ...] = ()
    detail: str = ""


Meanings = Mapping[str, tuple[Word, ...]]
NOTHING: Final[Meanings] = {}


def _rows() -> Iterator[tuple[str, Value, str, str]]:
    """Every row of the tables as kind, value, detail, written form."""
    for row in table("ar/time/months.tsv"):
        yield "month", int(row["month"]), f"{row['calendar']} {row['sense']}", row["form"]
    for row in table("ar/time/weekdays.tsv"):
        yield "weekday", int(row["weekday"]), row["sense"], row["form"]
    for row in table("ar/time/units.tsv"):
        yield "unit", int(row["count"]), row["unit"], row["form"]
    for row in table("ar/time/numbers.tsv"):
        yield row["kind"], int(row["value"]), "", row["form"]
    for at, row in enumerate(table("ar/time/holidays.tsv")):
        yield "holiday", at, "", row["form"]
    for row in table("ar/time/words.tsv"):
        value = row["value"]
        yield row["kind"], int(value) if value.lstrip("-").isdigit() else value, "", row["form"]


@cache
def _kinds(flag: str) -> frozenset[str]:
    """The kinds that ar/time/kinds.tsv marks so."""
    return frozenset(row["kind"] for row in table("ar/time/kinds.tsv") if row[flag] == "yes")


@cache
def _base() -> dict[str, list[Word]]:
    """First form → its meanings, those of more words first."""
    out: dict[str, list[Word]] = {}
    for kind, value, detail, written in _rows():
        first, *rest = (form(part) for part in written.split())
        out.setdefault(first, []).append(
            Word(kind, value, "", first.startswith(ARTICLE), tuple(rest), detail)
        )
    for meanings in out.values():
        meanings.sort(key=lambda word: -len(word.rest))
    return out


def _spellings(first: str, kind: str) -> Iterator[tuple[str, str, bool]]:
    """The ways a first form is met: (spelling, glue, definite)."""
    own = first.startswith(ARTICLE)
    for glue in GLUES:
        yield glue + first, glue, own
        if not own and kind in _kinds("article"):
            yield glue + ARTICLE + first, glue, True
        if glue.endswith("ل") and (own or kind in _kinds("article")):
            yield glue + "ل" + (first[2:] if own else first), glue + "ل", True


@cache
def _all() -> dict[str, tuple[tuple[str, str, bool], ...]]:
    """Spelling → the (first form, glue, definite) that it may be."""
    out: dict[str, list[tuple[str, str, bool]]] = {}
    for first, words in _base().items():
        for kind in {word.kind for word in words}:
            for spelling, glue, definite in _spellings(first, kind):
                seen = out.setdefault(spelling, [])
                if (first, glue, definite) not in seen:
                    seen.append((first, glue, definite))
    return {spelling: tuple(ways) for spelling, ways in out.items()}


def meanings(spelling: str) -> Meanings:
    """What a token may mean, by kind; several words before one. Call only for known spellings."""
    out: dict[str, list[Word]] = {}
    for first, glue, definite in _all()[spelling]:
        for word in _base()[first]:
            if (spelling, glue, definite) in _spellings(first, word.kind):
                out.setdefault(word.kind, []).append(word._replace(glue=glue, definite=definite))
    return {kind: tuple(sorted(words, key=lambda w: -len(w.rest))) for kind, words in out.items()}


class _Meanings(dict[str, Meanings]):
    """Spelling → meanings, worked out when first met; unknown words are not kept."""

    def __missing__(self, spelling: str) -> Meanings:
        if spelling not in known():
            return NOTHING
        self[spelling] = found = meanings(spelling)
        return found


MEANINGS: Final = _Meanings()


@cache
def known() -> frozenset[str]:
    """Every spelling of every word of time."""
    return frozenset(_all())


@cache
def starters() -> frozenset[str]:
    """The spellings that may begin an expression by themselves."""
    return frozenset(s for s in known() if any(not word.rest for word in _starting(s)))


@cache
def leads() -> frozenset[str]:
    """The starters that begin nothing unless a word of time, a number or a mark follows: هذا, قبل, الأول."""
    return frozenset(s for s in starters() if all(_leads(word) for word in _starting(s) if not word.rest))


def _leads(word: Word) -> bool:
    if word.kind == "unit":
        return word.value == 1 and word.definite
    return word.kind in _kinds("leads") or (word.kind == "weekday" and word.detail == "weak")


@cache
def followers() -> frozenset[str]:
    """What may come after a lead: every word of time, and the second words of longer entries."""
    return known() | {word.rest[0] for words in _base().values() for word in words if word.rest}


@cache
def pairs() -> Mapping[str, frozenset[str]]:
    """Spellings that begin an expression only with one of these forms after them: أول → أمس, قبل → أمس."""
    rest = {s: frozenset(word.rest[0] for word in _starting(s) if word.rest) for s in known() - starters()}
    return {spelling: after for spelling, after in rest.items() if after}


def _starting(spelling: str) -> tuple[Word, ...]:
    return tuple(
        word for kind, words in meanings(spelling).items() if kind in _kinds("starts") for word in words
    )


@cache
def tenses() -> Mapping[str, Cue]:
    """Form → what it says of its clause."""
    return {form(row["form"]): row["tense"] for row in table("ar/time/tense.tsv")}  # type: ignore[misc]


class HolidayRow(NamedTuple):
    """A day with a date of its own."""

    calendar: Literal["gregorian", "hijri"]
    month: int
    day: int
    length: int


@cache
def holidays() -> tuple[HolidayRow, ...]:
    """The rows of ar/time/holidays.tsv in order; words of kind "holiday" hold their places."""
    rows = table("ar/time/holidays.tsv")
    return tuple(HolidayRow(r["calendar"], int(r["month"]), int(r["day"]), int(r["length"])) for r in rows)  # type: ignore[arg-type]


@cache
def named_years() -> Mapping[tuple[int, int, str], int]:
    """(month, day or 0, form of the word before or "") → the year of the event that the date names."""
    rows = table("ar/time/named.tsv")
    return {(int(row["month"]), int(row["day"]), form(row["cue"])): int(row["year"]) for row in rows}
