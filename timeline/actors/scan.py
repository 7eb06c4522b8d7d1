"""One walk over a text that takes, at each token, the longest actor that begins there."""

from __future__ import annotations

from typing import NamedTuple

from timeline.actors import descriptions, organisations, persons
from timeline.actors.choice import place_heads
from timeline.actors.clues import Clues
from timeline.actors.descriptions import COLLECTIVE
from timeline.actors.evidence import accepted
from timeline.actors.gazetteer import Entry
from timeline.actors.identity import actor
from timeline.actors.words import DEFINITE, LINK, NAME, ORDINARY, PARTICLE, ROLE, STOP, TITLE, UNKNOWN

_YIELDING = COLLECTIVE | {"club", "media"}  # known names that are also heads: الاتحاد الدولي للشرطة
_BEGINNING = NAME | UNKNOWN | LINK | ROLE
_SERVANT = "عبد"
_LINEAGE = frozenset(("بن", "ابن", "بنت", "ال", "ولد"))


class Found(NamedTuple):
    """Tokens [first, last) less `cut` characters name `entry`; `role` is the office said of a person."""

    first: int
    last: int
    cut: int
    entry: Entry
    role: str = ""


def scan(clues: Clues) -> list[Found]:
    """The actors of a text, in its order, without overlap; who is who is not yet settled."""
    out: list[Found] = []
    i = 0
    while i < len(clues.forms):
        entry, match = clues.chosen[i], clues.known[i]
        if match is not None and entry is not None and entry.type == "none":
            i = match.last
            continue
        if entry is None and _barren(clues, i):
            i += 1
            continue
        found = _at(clues, i)
        if found is not None:
            out.append(found)
        i = max(found.last, i + 1) if found is not None else i + 1
    return out


def _barren(clues: Clues, i: int) -> bool:
    """Whether no actor can begin with such a word, unless the lexicon has it as a name: so are most words."""
    traits = clues.words[i].traits
    plain = traits & (PARTICLE | ORDINARY) and not traits & DEFINITE
    return not (traits & _BEGINNING or plain or organisations.is_head(clues.forms[i]))


def _at(clues: Clues, i: int) -> Found | None:
    """What begins at token `i`: of a person, an organisation, a description and a known name the longest."""
    known = _known(clues, i)
    reach = known.last if known is not None else i
    named = _person(clues, i, reach)
    described = None if named else descriptions.describe(clues, i)
    if described is not None:
        known, reach = Found(*described), described[1]
    return _organisation(clues, i, reach) or named or known or _new_place(clues, i)


def _known(clues: Clues, i: int) -> Found | None:
    match, entry = clues.known[i], clues.chosen[i]
    if match is None or entry is None:
        return None
    if entry.kind == "person":
        titled = clues.words[i].traits & TITLE and clues.words[i].traits & DEFINITE and match.last > i + 1
        first, cut = (i + 1, 0) if titled else (i, match.cut)
        last = max(match.last, persons.extent(clues, first)) if titled else match.last
        return Found(first, last, cut, entry, descriptions.role_before(clues, first))
    return Found(i, match.last, match.cut, entry)


def _organisation(clues: Clues, i: int, reach: int) -> Found | None:
    span = organisations.organisation(clues, i)
    named = clues.chosen[i]
    if span is None or span.last <= reach or (named is not None and named.type not in _YIELDING):
        return None
    entry = actor(clues.written(span.first, span.last, span.cut), "organisation")
    if span.institution:
        entry = entry._replace(form="description")
    return Found(span.first, span.last, span.cut, entry)


def _person(clues: Clues, i: int, reach: int) -> Found | None:
    """A person's name; a known one may go on with بن or آل, and with anything else it names somebody else."""
    last, cut = persons.extent(clues, i), clues.words[i].cut
    entry = clues.chosen[i]
    known = entry is not None and entry.kind == "person"
    if last <= reach or (known and clues.forms[reach] == _SERVANT) or not (known or accepted(clues, i, last)):
        return None
    same = known and clues.forms[reach] in _LINEAGE
    who = entry if entry is not None and same else actor(clues.written(i, last, cut), "person")
    return Found(i, last, cut, who, descriptions.role_before(clues, i))


def _new_place(clues: Clues, i: int) -> Found | None:
    """A word that is no Arabic word, after one that says it is a place: بلدة بريانة."""
    traits = clues.words[i].traits
    if i == 0 or not traits & UNKNOWN or traits & (STOP | DEFINITE) or clues.words[i].cut:
        return None
    if not place_heads().get(clues.forms[i - 1]):
        return None
    return Found(i, i + 1, 0, actor(clues.written(i, i + 1, 0), "place"))
