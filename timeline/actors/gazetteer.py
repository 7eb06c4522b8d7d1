"""The names that the lexicon knows, and where they stand in a text.

A name is found under its first token; proclitics (و ف ب ك ل) are taken off where the whole token begins no
name itself, and لل… is read as ل + ال…. One name may mean several actors (برشلونة, a city and a club):
timeline.actors.choice decides.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import Final, NamedTuple

from timeline.actors.demonyms import inflections, nisba
from timeline.lexicon import table
from timeline.model import ActorForm, ActorKind
from timeline.text import Memo, read

_SLUG = re.compile(r"[^a-z0-9]+")
_ACCENTS = str.maketrans("áàâäãåāçćčéèêëğíîïīıñńóôöõøōúûüýšşžž", "aaaaaaaccceeeegiiiiinnoooooouuuysszz")


class Entry(NamedTuple):
    """A known actor: `type` is its table's word for it (city, club …), `state` the ISO code of its state."""

    id: str
    name: str
    english: str
    kind: ActorKind
    type: str
    form: ActorForm = "name"
    state: str = ""


class Meaning(NamedTuple):
    """What a name may mean; `wary` where the name is also another word."""

    entry: Entry
    wary: bool


class Match(NamedTuple):
    """Tokens [first, last) name one of `meanings`; `cut` characters of the first token are proclitics."""

    first: int
    last: int
    cut: int
    meanings: tuple[Meaning, ...]


Tail = tuple[tuple[str, ...], tuple[Meaning, ...]]


def slug(name: str) -> str:
    """A name as the stable part of an identifier: "Saint-Étienne" → "saint-etienne"."""
    return _SLUG.sub("-", name.casefold().translate(_ACCENTS)).strip("-")


def variants(cell: str) -> list[str]:
    """The names in a cell of a table, the one to show first."""
    return [name.strip() for name in cell.split("|")]


@cache
def index() -> dict[str, list[Tail]]:
    """Every known name under its first token: its other tokens and its meanings, longest names first."""
    names: dict[tuple[str, ...], list[Meaning]] = {}
    for name, entry in _named():
        meanings = names.setdefault(tuple(read(name.rstrip("?")).forms), [])
        if all(entry.id != known.entry.id for known in meanings):
            meanings.append(Meaning(entry, name.endswith("?")))
    for tokens, entry in _adjectives():
        names.setdefault(tokens, []).append(Meaning(entry, False))
    out: dict[str, list[Tail]] = {}
    for tokens, meanings in sorted(names.items(), key=lambda item: -len(item[0])):
        if tokens:
            out.setdefault(tokens[0], []).append((tokens[1:], tuple(meanings)))
    return out


@cache
def entries() -> dict[str, Entry]:
    """Every known actor by its id."""
    return {entry.id: entry for _, entry in _named()}


@cache
def unnamed() -> frozenset[str]:
    """Ids of people who are only described (متظاهرون, قتلى): one id for whoever the word fits."""
    return frozenset(
        entry.id for entry in entries().values() if entry.kind == "group" and entry.form == "description"
    )


def _named() -> Iterator[tuple[str, Entry]]:
    """Every name as it stands in a table, and whom it names."""
    for row in table("ar/states.tsv"):
        yield from _row(row, "iso:" + row["iso"], "state", "state")
    for row in table("ar/persons.tsv"):
        yield from _row(row, "person:" + slug(row["english"]), "person", "person")
    for row in table("ar/organisations.tsv"):
        yield from _row(row, "org:" + slug(row["english"]), "organisation", row["type"])
    for row in table("ar/places.tsv"):
        yield from _row(row, "place:" + slug(row["english"]), "place", row["type"])
    for row in table("ar/groups.tsv"):
        form_: ActorForm = "name" if row["type"] == "named" else "description"
        force = row["type"] == "force"
        id_ = ("org:" if force else "group:") + slug(row["english"])
        yield from _row(row, id_, "organisation" if force else "group", row["type"], form_)
    for row in table("ar/not_names.tsv"):
        yield row["phrase"], Entry("", "", "", "group", "none")


def _row(
    row: dict[str, str], id_: str, kind: ActorKind, type_: str, form_: ActorForm = "name"
) -> Iterator[tuple[str, Entry]]:
    names = variants(row["names"])
    entry = Entry(
        id_, names[0].rstrip("?"), row["english"], kind, type_, form_, row.get("state", row.get("iso", ""))
    )
    return ((name, entry) for name in names)


def _adjectives() -> Iterator[tuple[tuple[str, ...], Entry]]:
    """Demonyms in all their forms, those of the table and those that the rule makes of the states' names."""
    known = entries()
    pairs = [(row["of"], row["demonym"]) for row in table("ar/demonyms.tsv")]
    doubtful = {
        "iso:" + row["iso"] for row in table("ar/states.tsv") if variants(row["names"])[0].endswith("?")
    }
    states = (entry for entry in known.values() if entry.kind == "state" and entry.id not in doubtful)
    pairs += [(state.id, demonym) for state in states if (demonym := nisba(state.name))]
    for of, demonym in dict.fromkeys(pairs):
        adjective = known[of]._replace(form="adjective")
        yield from ((tokens, adjective) for tokens in inflections(demonym))


def openings(token: str) -> Iterator[tuple[int, str]]:
    """The readings of a token as proclitics and a name's first token: the characters to cut, and that token.

    وللعراق → (0, "وللعراق"), (1, "للعراق"), (1, "العراق"): of لل only what stands before it is cut.
    """
    yield 0, token
    for cut in (0, 1):
        if cut and token[:1] not in ("و", "ف"):
            return
        rest = token[cut:]
        if cut and len(rest) > 1:
            yield 1, rest
        if rest.startswith("لل") and len(rest) > 4:
            yield cut, "ال" + rest[2:]
        if rest[:1] in ("ب", "ك", "ل") and len(rest) > 3:
            yield cut + 1, rest[1:]


def names(forms: Sequence[str]) -> list[Match | None]:
    """The longest known name that begins at each token."""
    tails = map(_TAILS.__getitem__, forms)
    return [_longest(forms, i, some) if some else None for i, some in enumerate(tails)]


def shorter(forms: Sequence[str], than: Match) -> Match | None:
    """The longest known name that begins with a match and ends before it: المصري in المصري اليوم."""
    return _longest(forms, than.first, _TAILS[forms[than.first]], than.last)


def _longest(forms: Sequence[str], i: int, readings: Tails, before: int | None = None) -> Match | None:
    for cut, tails in readings:
        for rest, meanings in tails:
            last = i + 1 + len(rest)
            if before is not None and last >= before:
                continue
            if not rest or tuple(forms[i + 1 : last]) == rest:
                return Match(i, last, cut, meanings)
    return None


Tails = tuple[tuple[int, list[Tail]], ...]


def _tails(token: str) -> Tails:
    """What may follow a token in known names, for each of its readings."""
    known = index()
    return tuple((cut, known[key]) for cut, key in openings(token) if key in known)


_TAILS: Final = Memo(_tails)
