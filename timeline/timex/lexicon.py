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
Tense = Literal["past", "present", "imperfect", "future"]
Cue = Literal["past", "present", "imperfect", "future", "than", "none"]
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


class Index(NamedTuple):
    """Every spelling of every word, made once.

    `starting`: the kinds that may begin an expression. `ways`: spelling → the words it may be, each with its
    clitic and whether definite. `firsts`: spellings that may begin an expression, alone (`single`) or before
    certain forms (`pairs`: أول → أمس), and those that only so may (`led`). Of the single ones `leads` begin
    nothing unless a word of time, a number or a mark follows (هذا, قبل, الأول). `followers`: what may come
    after a lead.
    """

    starting: frozenset[str]
    ways: Mapping[str, list[tuple[Word, str, bool]]]
    firsts: frozenset[str]
    single: frozenset[str]
    leads: frozenset[str]
    pairs: Mapping[str, set[str]]
    led: Mapping[str, set[str]]
    followers: frozenset[str]


@cache
def index() -> Index:
    """The index of ar/time."""
    starting, leading = _kinds("starts"), _kinds("leads")
    ways: dict[str, list[tuple[Word, str, bool]]] = {}
    pairs: dict[str, set[str]] = {}
    single: set[str] = set()
    strong: set[str] = set()
    seconds: set[str] = set()
    for word, first in _words():
        seconds.update(word.rest[:1])
        for spelling, glue, definite in _spellings(first, word):
            ways.setdefault(spelling, []).append((word, glue, definite))
            if word.kind not in starting:
                continue
            if word.rest:
                pairs.setdefault(spelling, set()).add(word.rest[0])
                continue
            single.add(spelling)
            weak = word.kind == "weekday" and word.detail == "weak"
            whole = word.kind == "unit" and (word.value == 0 or (word.value == 1 and definite))
            if not (word.kind in leading or weak or whole):
                strong.add(spelling)
    firsts = frozenset(single | pairs.keys())
    following = _kinds("follows")
    followers = frozenset({spelling for spelling, met in ways.items() if _any(met, following)} | seconds)
    led = {spelling: seconds for spelling, seconds in pairs.items() if spelling not in single}
    return Index(starting, ways, firsts, frozenset(single), frozenset(single - strong), pairs, led, followers)


def _any(met: list[tuple[Word, str, bool]], kinds: frozenset[str]) -> bool:
    return any(word.kind in kinds for word, _, _ in met)


def _words() -> Iterator[tuple[Word, str]]:
    """Every word and its first form; those of more forms first."""
    rows = [(*(form(part) for part in written.split()),) for _, _, _, written in _rows()]
    words = [
        Word(k, v, "", written.startswith(ARTICLE), r[1:], d)  # as written: ألف has no article
        for r, (k, v, d, written) in zip(rows, _rows(), strict=True)
    ]
    yield from sorted(zip(words, (r[0] for r in rows), strict=True), key=lambda pair: -len(pair[0].rest))


def _spellings(first: str, word: Word) -> Iterator[tuple[str, str, bool]]:
    """The ways a first form is met: (spelling, glue, definite)."""
    own, article = word.definite, word.kind in _kinds("article")
    for glue in GLUES:
        yield glue + first, glue, own
        if not own and article:
            yield glue + ARTICLE + first, glue, True
        if glue.endswith("ل") and (own or article):
            yield glue + "ل" + (first[2:] if own else first), glue + "ل", True


class _Meanings(dict[str, Meanings]):
    """Spelling → its words by kind, worked out when first met."""

    _MOST = 1 << 15

    def __missing__(self, spelling: str) -> Meanings:
        out: dict[str, list[Word]] = {}
        for word, glue, definite in index().ways.get(spelling, ()):
            out.setdefault(word.kind, []).append(word._replace(glue=glue, definite=definite))
        if len(self) >= self._MOST:
            self.clear()
        self[spelling] = found = {kind: tuple(words) for kind, words in out.items()} if out else NOTHING
        return found


MEANINGS: Final = _Meanings()


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
