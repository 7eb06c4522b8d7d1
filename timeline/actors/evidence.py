"""What stands around a name that could be a person's and says that it is one."""

from __future__ import annotations

from timeline.actors.clues import Clues
from timeline.actors.words import (
    BRIDGE,
    DEFINITE,
    FOREIGN,
    GIVEN,
    LINK,
    NAME,
    OFFICE,
    ORDINARY,
    ROLE,
    SON,
    SPEECH,
    STOP,
    SURNAME,
    TITLE,
    UNKNOWN,
)

_REACH = 8  # how far before a name its office may stand, in tokens
_QUOTES = frozenset("\"'«»“”‘’()[]")
_COMMAS = frozenset(("،", ",", "("))
_SAID = "قال"


def introduced(clues: Clues, start: int) -> int:
    """What leads to a token: TITLE right before it, OFFICE with its complement, SPEECH, or 0."""
    at = start - 1
    while at >= 0 and clues.forms[at] in _QUOTES:
        at -= 1
    if at < 0:
        return 0
    before = clues.words[at].traits
    if before & ROLE:
        return TITLE
    if _countryman(clues, at):
        return OFFICE
    return SPEECH if before & SPEECH else _office(clues, at)


def _countryman(clues: Clues, at: int) -> bool:
    """Whether an adjective of a state stands for a man: تغلب الإسباني …; not النادي الإسباني …"""
    entry, match = clues.chosen[at], clues.known[at]
    if entry is None or match is None or entry.form != "adjective" or match.last != at + 1:
        return False
    token = clues.forms[at][match.cut :]
    if at == 0 or not token.startswith("ال") or not token.endswith("ي"):
        return False
    return not clues.words[at - 1].traits & DEFINITE and clues.chosen[at - 1] is None


def _office(clues: Clues, at: int) -> int:
    """OFFICE where nouns, adjectives and names lead back from a token to a role: وزير الخارجية الفرنسي …"""
    for back in range(at, max(-1, at - _REACH), -1):
        traits = clues.words[back].traits
        if traits & ROLE:
            return OFFICE
        noun = traits & (DEFINITE | ORDINARY) or clues.chosen[back] is not None
        if not traits & BRIDGE and (traits & (STOP | SPEECH) or not noun):
            return 0
    return 0


def accepted(clues: Clues, start: int, last: int) -> bool:
    """Whether tokens [start, last), which could be a name, are one."""
    traits, several = clues.words[start].traits, last - start > 1
    if traits & LINK or (several and clues.words[start + 1].traits & SON):
        return several
    if traits & (GIVEN | FOREIGN) or (several and traits & (NAME | UNKNOWN) and _company(clues, start, last)):
        return True
    lead = introduced(clues, start)
    if traits & (UNKNOWN | SURNAME):
        return _surname(clues, last, traits, lead)
    if not traits & NAME:
        return lead in (TITLE, OFFICE)
    if several and last < len(clues.forms) and clues.words[last].traits & ROLE:
        return True
    return lead == TITLE or (lead == OFFICE and several) or (lead == SPEECH and _speaks(clues, start - 1))


def _surname(clues: Clues, last: int, traits: int, lead: int) -> bool:
    """Whether a word by itself is a surname: after a role or a verb, or before a verb or an office."""
    told = bool(lead) and not (lead == OFFICE and traits & DEFINITE)
    return told or _followed(clues, last)


def _company(clues: Clues, start: int, last: int) -> bool:
    """Whether another part of the name is a part of names by itself."""
    return any(word.traits & (NAME | UNKNOWN | LINK) for word in clues.words[start + 1 : last])


def _followed(clues: Clues, last: int) -> bool:
    """Whether a verb of speech, or a comma and an office, comes after: لانكوف، الأستاذ في …"""
    if last >= len(clues.forms):
        return False
    if _speaks(clues, last):
        return True
    after = clues.words[last + 1].traits if last + 1 < len(clues.forms) else 0
    return clues.forms[last] in _COMMAS and after & (TITLE | OFFICE) > 0


def _speaks(clues: Clues, at: int) -> bool:
    """Whether a token is a verb of speech and no noun too, as those of three letters often are (نقل)."""
    verb = clues.forms[at][clues.words[at].cut :]
    if not clues.words[at].traits & SPEECH or len(verb) < 3:
        return False
    return verb == _SAID or verb[-1] == "ت" or (len(verb) > 3 and verb[0] in "ايت")
