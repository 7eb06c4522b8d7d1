"""The names that the lexicon knows, and where they stand in a text.

A name is found under its first token; proclitics (و ف ب ك ل س) are taken off where the whole token is no
name itself, and لل… is read as ل + ال….
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from functools import cache
from typing import NamedTuple

from timeline.actors.demonyms import inflections, nisba
from timeline.lexicon import table
from timeline.model import ActorForm, ActorKind
from timeline.text import form, read

_SLUG = re.compile(r"[^a-z0-9]+")
_ACCENTS = str.maketrans("áàâäãåçéèêëíîïñóôöõøúûüýšž", "aaaaaaceeeeiiinooooouuuysz")


class Entry(NamedTuple):
    """A known actor under one of its names. `wary`: the name is also an ordinary word."""

    id: str
    name: str
    english: str
    kind: ActorKind
    form: ActorForm
    wary: bool = False
    capital_of: str = ""


class Match(NamedTuple):
    """Tokens [first, last) name `entry`; the first `cut` characters of the first token are proclitics."""

    first: int
    last: int
    cut: int
    entry: Entry


Index = dict[str, list[tuple[tuple[str, ...], Entry]]]


def slug(name: str) -> str:
    """A name as the stable part of an identifier: "Saint-Étienne" → "saint-etienne"."""
    return _SLUG.sub("-", name.casefold().translate(_ACCENTS)).strip("-")


def variants(cell: str) -> list[str]:
    """The names in a cell of a table, the one to show first."""
    return [name.strip() for name in cell.split("|")]


@cache
def index() -> Index:
    """Every known name under its first token; longest names first."""
    out: Index = {}
    taken: set[tuple[str, ...]] = set()
    for tokens, entry in _entries():
        if tokens and tokens not in taken:
            taken.add(tokens)
            out.setdefault(tokens[0], []).append((tokens[1:], entry))
    for names in out.values():
        names.sort(key=lambda pair: -len(pair[0]))
    return out


def _entries() -> Iterator[tuple[tuple[str, ...], Entry]]:
    """All names as tokens; where two actors share a name the first holds it."""
    for known in (_states(), _places(), _demonyms()):
        for name, entry in known:
            yield tuple(read(name).forms), entry


def _states() -> Iterator[tuple[str, Entry]]:
    for row in table("ar/states.tsv"):
        names = variants(row["names"])
        for name in names:
            yield name, Entry("iso:" + row["iso"], names[0], row["english"], "state", "name")


def _places() -> Iterator[tuple[str, Entry]]:
    for row in table("ar/places.tsv"):
        names, type_ = variants(row["names"]), row["type"]
        capital_of = row["state"] if type_ == "capital" else ""
        entry = Entry(
            "place:" + slug(row["english"]),
            names[0],
            row["english"],
            "place",
            "name",
            type_.endswith("?"),
            capital_of,
        )
        for name in names:
            yield name, entry


def _demonyms() -> Iterator[tuple[str, Entry]]:
    entries = {e.id: e for _, e in (*_states(), *_places())}
    pairs = [(row["of"], row["demonym"]) for row in table("ar/demonyms.tsv")]
    pairs += [(i, n) for i, e in entries.items() if e.kind == "state" and (n := nisba(e.name))]
    for of, demonym in pairs:
        adjective = entries[of]._replace(form="adjective", capital_of="")
        for tokens in inflections(demonym):
            yield " ".join(tokens), adjective


def openings(token: str) -> Iterator[tuple[int, str]]:
    """The readings of a token as proclitics and a name's first token: how many characters to cut, and the rest.

    وللعراق → (0, "وللعراق"), (1, "للعراق"), (1, "العراق") …: of لل only what stands before it is cut.
    """
    yield 0, token
    for cut in (0, 1):
        if cut and token[:1] not in ("و", "ف"):
            return
        if cut and len(token) > 2:
            yield 1, token[1:]
        rest = token[cut:]
        if rest.startswith("لل") and len(rest) > 4:
            yield cut, "ال" + rest[2:]
        elif rest[:1] in ("ب", "ك", "ل") and len(rest) > 3:
            yield cut + 1, rest[1:]


def names_at(forms: Sequence[str], i: int) -> Match | None:
    """The longest known name that begins at token `i`."""
    for cut, key in _known_openings(forms[i]):
        for rest, entry in index()[key]:
            last = i + 1 + len(rest)
            if not rest or tuple(forms[i + 1 : last]) == rest:
                return Match(i, last, cut, entry)
    return None


_OPENINGS: dict[str, tuple[tuple[int, str], ...]] = {}
_LIMIT = 200_000


def _known_openings(token: str) -> tuple[tuple[int, str], ...]:
    """`openings` that begin a known name, remembered for each token."""
    found = _OPENINGS.get(token)
    if found is None:
        if len(_OPENINGS) > _LIMIT:
            _OPENINGS.clear()
        names = index()
        found = _OPENINGS[token] = tuple((cut, key) for cut, key in openings(token) if key in names)
    return found


def fold(name: str) -> str:
    """A name as its spelling variants share it: without spaces, أ/إ/ا, ى/ي and ة/ه made one."""
    return form(name).replace(" ", "")
