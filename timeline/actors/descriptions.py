"""Actors named by what they are: الرئيس الروسي, وزير الخارجية الفرنسي, الجيش اللبناني, مسؤولون أتراك."""

from __future__ import annotations

from timeline.actors import persons
from timeline.actors.clues import Clues
from timeline.actors.evidence import accepted
from timeline.actors.gazetteer import Entry
from timeline.actors.words import DEFINITE, OFFICE, ORDINARY, STOP, TITLE

_LONGEST = 4
_TEAM = "فريق"  # a lieutenant general only before a name
COLLECTIVE = frozenset(("force", "people"))


def describe(clues: Clues, i: int) -> tuple[int, int, int, Entry, str] | None:
    """The description that begins at a token: [first, last), cut, actor and, of a person, the role."""
    match, entry = clues.known[i], clues.chosen[i]
    if match is not None and entry is not None and entry.type in COLLECTIVE:
        return _collective(clues, i, match.last, match.cut, entry)
    traits = clues.words[i].traits
    if not traits & (TITLE | OFFICE) or traits & STOP or clues.forms[i].endswith(_TEAM):
        return None
    at = _state_after(clues, i)
    if at is None or _named(clues, at):
        return None
    cut = clues.words[i].cut
    name = clues.written(i, at, cut)
    return (
        i,
        at,
        cut,
        Entry("person:" + role_key(clues, i, at), name, "", "person", "role", "description"),
        role_key(clues, i, at),
    )


def role_before(clues: Clues, i: int) -> str:
    """The role and state that lead to a person's name: "رئيس-rus" in الرئيس الروسي بوتين; "" without."""
    for first in range(i - 1, max(-1, i - 1 - _LONGEST), -1):
        if clues.words[first].traits & (TITLE | OFFICE) and _state_after(clues, first) == i:
            return role_key(clues, first, i)
    return ""


def role_key(clues: Clues, first: int, last: int) -> str:
    """A role and its state as one word: رئيس الوزراء اللبناني → "رئيس-وزراء-lbn"."""
    words = [clues.forms[first][clues.words[first].cut :]]
    for at in range(first + 1, last):
        entry = clues.chosen[at]
        if entry is not None and entry.form == "adjective":
            words.append(entry.state.lower())
            break
        words.append(clues.forms[at])
    return "-".join(word.removeprefix("لل").removeprefix("ال") for word in words)


def _state_after(clues: Clues, i: int) -> int | None:
    """The token after the adjective of a state that a role word leads to; None where there is none."""
    for at in range(i + 1, min(i + 1 + _LONGEST, len(clues.forms))):
        entry = clues.chosen[at]
        if entry is not None:
            match = clues.known[at]
            return (
                match.last if match and not match.cut and entry.form == "adjective" and entry.state else None
            )
        traits = clues.words[at].traits
        if not traits & DEFINITE or traits & STOP or not traits & (ORDINARY | TITLE | OFFICE):
            return None
    return None


def _named(clues: Clues, at: int) -> bool:
    """Whether a person's name follows."""
    if at >= len(clues.forms):
        return False
    entry = clues.chosen[at]
    if entry is not None and entry.kind == "person":
        return True
    last = persons.extent(clues, at)
    return last > at and accepted(clues, at, last)


def _collective(clues: Clues, i: int, last: int, cut: int, entry: Entry) -> tuple[int, int, int, Entry, str]:
    """A force or a people with its state, if that follows: الجيش اللبناني."""
    after = clues.chosen[last] if last < len(clues.forms) else None
    match = clues.known[last] if last < len(clues.forms) else None
    if after is None or match is None or match.cut or after.form != "adjective":
        return i, last, cut, entry, ""
    id_ = f"{entry.id}-{after.id.partition(':')[2].lower()}"
    return (
        i,
        match.last,
        cut,
        entry._replace(id=id_, name=clues.written(i, match.last, cut), english=""),
        "",
    )
