"""Persons: how far a name reaches, and whether what stands around it says that it is one.

الرئيس الفرنسي جاك شيراك → جاك شيراك        a title, then given name and surname
الأمير سعود بن عبد العزيز آل سعود            links (بن، آل، عبد) take the next word along
وقال لانكوف                                  a verb of speech, then a word that is not Arabic
"""

from __future__ import annotations

from timeline.actors.choice import place_heads
from timeline.actors.clues import Clues
from timeline.actors.words import (
    ADDRESS,
    DEFINITE,
    FOREIGN,
    GIVEN,
    KIN,
    LINK,
    NAME,
    NISBA,
    OFFICE,
    ON,
    ORDINAL,
    ORDINARY,
    PARTICLE,
    ROLE,
    SPEECH,
    STOP,
    SURNAME,
    TITLE,
    UNKNOWN,
    WEAK,
)

_LONGEST = 9
_REACH = 8  # how far before a name its title may stand
_QUOTES = frozenset("\"'«»“”‘’()[]")
_BRIDGES = frozenset(
    ("في", "باسم", "لشؤون", "شؤون", "من", "السابق", "السابقه", "الاسبق", "الحالي", "الجديد", "الجديده", "الراحل", "المنتخب", "عام", "العام")
)  # fmt: skip
_SERVANT = "عبد"
_GOD = frozenset(("الله", "ربه", "رب"))
_FATHERS = frozenset(("ابو", "ابي"))
_COMMAS = frozenset(("،", ",", "("))
_PLURALS = ("ات", "ون", "ين", "يه")
_INFLECTED = frozenset("يتلبوسفن")  # how verbs and words with proclitics begin
_END = frozenset('،,.؛:؟!()»"\n')


def extent(clues: Clues, start: int) -> int:
    """The token after the last of the name that begins at `start`; `start` itself where none does."""
    if not _can_start(clues, start):
        return start
    at = start
    alone = clues.words[start].traits & DEFINITE > 0  # الظواهري: a surname with ال stands by itself
    while at - start < (1 if alone else _LONGEST) and (step := _step(clues, start, at)):
        at += step
    while (
        at > start
        and not clues.words[at - 1].traits & ~(PARTICLE | DEFINITE | STOP)
        and clues.forms[at - 1] not in _GOD
    ):
        at -= 1
    return at


def _can_start(clues: Clues, at: int) -> bool:
    """Whether a name may begin here at all: not with a title, an adjective of a state, or علي before no name."""
    traits, entry = clues.words[at].traits, clues.chosen[at]
    if entry is not None and (entry.form == "adjective" or entry.kind != "person") and not traits & GIVEN:
        return False
    if traits & (ROLE | STOP):
        return traits & WEAK > 0 and _is_name(clues, at + 1)
    return traits & (NAME | UNKNOWN | LINK | PARTICLE | ORDINARY) > 0


def _step(clues: Clues, start: int, at: int) -> int:
    """How many tokens from `at` on continue the name that began at `start`."""
    if at >= len(clues.forms):
        return 0
    traits = clues.words[at].traits
    if at == start:
        return _first(clues, at)
    if clues.words[at].cut or clues.forms[at] == clues.forms[start] or _other(clues, at):
        return 0
    if traits & ORDINAL:
        return int(at == start + 1 and clues.words[start].traits & (GIVEN | WEAK) > 0)
    if traits & LINK:
        return _linked(clues, start, at)
    if traits & PARTICLE and (
        _foreign(clues, at + 1) or _particle(clues, at + 1) and _foreign(clues, at + 2)
    ):
        return 1
    if traits & (STOP | SPEECH | ROLE) and not _name_after_all(clues, at):
        return 0
    arabic = not clues.words[start].traits & (FOREIGN | UNKNOWN)
    if traits & (NAME | UNKNOWN):
        return int(arabic or at == start + 1 or not traits & (WEAK | DEFINITE))
    if clues.forms[at] == "-":
        return int(_is_name(clues, at + 1) and _short(clues, at))
    if traits & NISBA:
        return int(arabic and at - start < 4)
    return int(_plain_surname(clues, start, at))


def _first(clues: Clues, at: int) -> int:
    traits = clues.words[at].traits
    if traits & LINK:
        return _linked(clues, at, at)
    if traits & (NAME | UNKNOWN):
        return 1
    if traits & (DEFINITE | STOP | SPEECH | ROLE):
        return 0
    if _addressed(clues, at):
        return 1
    return int(traits & (PARTICLE | ORDINARY) > 0 and _foreign(clues, at + 1))


def _addressed(clues: Clues, at: int) -> bool:
    """Whether a form of address makes even an ordinary word a name: الأمير زيان, but not أمير منطقة or سمو ولي العهد."""
    if at == 0 or not clues.words[at - 1].traits & ADDRESS or not clues.words[at - 1].traits & DEFINITE:
        return False
    after = clues.words[at + 1].traits if at + 1 < len(clues.forms) else 0
    plain = clues.words[at].traits & ORDINARY and not clues.words[at].cut and len(clues.forms[at]) > 2
    return bool(plain) and not after & DEFINITE and clues.forms[at] not in place_heads()


def _plain_surname(clues: Clues, start: int, at: int) -> bool:
    """An ordinary word after a foreign first name (كريستوفر هيل), one with ال after an Arabic one (محمد القباج)."""
    traits, first, token = clues.words[at].traits, clues.words[start].traits, clues.forms[at]
    if first & WEAK and at == start + 1 and introduced(clues, start) in (TITLE, OFFICE):
        first |= GIVEN
    after = clues.words[at + 1].traits if at + 1 < len(clues.forms) else STOP
    if not traits & ORDINARY or len(token) < 3 or (after & DEFINITE and not after & ROLE):
        return False
    if traits & DEFINITE:
        second = at == start + 1 or (at == start + 2 and first & LINK > 0)
        return second and first & (GIVEN | LINK) > 0 and not token.endswith(_PLURALS)
    if token.endswith(_PLURALS):
        return False
    return (
        first & (FOREIGN | GIVEN) > 0 and at == start + 1 and token[0] not in _INFLECTED and token[-1] != "ه"
    )


def _particle(clues: Clues, at: int) -> bool:
    return at < len(clues.forms) and clues.words[at].traits & PARTICLE > 0


def _name_after_all(clues: Clues, at: int) -> bool:
    """Whether a word that is a name and also a title, a verb or علي is the name inside a name."""
    traits = clues.words[at].traits
    if not traits & (WEAK | SURNAME):
        return False
    if traits & DEFINITE:
        return True
    if at + 1 >= len(clues.forms) or clues.forms[at + 1] in _END:
        return True
    after = clues.words[at + 1]
    if clues.forms[at] == ON:
        return after.traits & (NAME | UNKNOWN | LINK | NISBA | STOP) > 0
    return after.traits & (NAME | UNKNOWN | LINK | STOP | SPEECH) > 0


def _linked(clues: Clues, start: int, at: int) -> int:
    """A link and what it takes along: عبد + ال…, بن + a name, أبو + a name or a noun."""
    if at + 1 >= len(clues.forms):
        return 0
    link, after = clues.forms[at], clues.words[at + 1]
    if link == _SERVANT:
        return 2 if after.traits & DEFINITE or clues.forms[at + 1] in _GOD else 0
    if after.cut and not after.traits & NAME:
        return 0
    if after.traits & LINK and link != clues.forms[at + 1]:
        more = _linked(clues, start, at + 1)
        return 1 + more if more else 0
    if at == start and link not in _FATHERS:
        return (
            2 if link != "ولد" and after.traits & (NAME | UNKNOWN) and not after.traits & (STOP | ROLE) else 0
        )
    if after.traits & (NAME | UNKNOWN):
        return 2
    return 2 if after.traits & ORDINARY and not after.traits & (STOP | SPEECH | ROLE) else 0


def _other(clues: Clues, at: int) -> bool:
    """Whether a known state, place, organisation or demonym begins at a token that is no part of persons' names."""
    entry = clues.chosen[at]
    match = clues.known[at]
    if entry is None or match is None or entry.kind == "person":
        return False
    if match.last > at + 1:
        return True
    if entry.form == "adjective":
        return not clues.words[at].traits & (NAME | NISBA) or not clues.words[at].traits & NAME
    return not clues.words[at].traits & NAME


def _is_name(clues: Clues, at: int) -> bool:
    if at >= len(clues.forms) or clues.words[at].cut:
        return False
    traits = clues.words[at].traits
    return traits & (NAME | UNKNOWN | LINK) > 0 and not traits & (STOP | ROLE)


def _foreign(clues: Clues, at: int) -> bool:
    """Whether a token can only be a name: what makes an ordinary word before it a name too (كولو توريه)."""
    if at >= len(clues.forms) or clues.words[at].cut or clues.chosen[at] is not None:
        return False
    return (
        clues.words[at].traits & (UNKNOWN | SURNAME | FOREIGN) > 0 and not clues.words[at].traits & DEFINITE
    )


def _short(clues: Clues, at: int) -> bool:
    """East Asian names are written with spaces around their hyphens: كيم جونغ - ايل."""
    return 0 < at < len(clues.forms) - 1 and max(map(len, clues.forms[at - 1 : at + 2])) <= 5


def introduced(clues: Clues, start: int) -> int:
    """What leads to a token: TITLE right before it, OFFICE with its complement, SPEECH, or 0."""
    at = start - 1
    while at >= 0 and clues.forms[at] in _QUOTES:
        at -= 1
    if at < 0:
        return 0
    if clues.words[at].traits & ROLE:
        return TITLE
    if clues.words[at].traits & SPEECH:
        return SPEECH
    for back in range(at, max(-1, at - _REACH), -1):
        traits, bridge = clues.words[back].traits, clues.forms[back] in _BRIDGES
        if traits & (TITLE | OFFICE | KIN):
            return OFFICE
        if not bridge and (
            traits & (STOP | SPEECH) or not (traits & (DEFINITE | ORDINARY) or clues.chosen[back])
        ):
            return 0
    return 0


def accepted(clues: Clues, start: int, last: int) -> bool:
    """Whether tokens [start, last), which could be a name, are one."""
    traits, size = clues.words[start].traits, last - start
    if traits & LINK:
        return size > 1
    if traits & (GIVEN | FOREIGN):
        return True
    lead = introduced(clues, start)
    if not traits & (NAME | UNKNOWN):
        return lead in (TITLE, OFFICE)
    if size > 1 and any(word.traits & (NAME | UNKNOWN | LINK) for word in clues.words[start + 1 : last]):
        return True
    if traits & (UNKNOWN | SURNAME):
        return bool(lead) and not (lead == OFFICE and traits & DEFINITE) or _followed(clues, last)
    return lead in (TITLE, SPEECH)


def _followed(clues: Clues, last: int) -> bool:
    """Whether a verb of speech, or a comma and an office, comes after: لانكوف، الأستاذ في …"""
    if last >= len(clues.forms):
        return False
    if clues.words[last].traits & SPEECH:
        return True
    comma = clues.forms[last] in _COMMAS
    return comma and last + 1 < len(clues.forms) and clues.words[last + 1].traits & (TITLE | OFFICE) > 0
