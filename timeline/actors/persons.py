"""Persons' names: how far a name reaches.

جاك شيراك                     given name and surname
سعود بن عبد العزيز آل سعود     links (بن، آل، عبد) take the next word along
رود فان نيستلروي               particles join foreign names
"""

from __future__ import annotations

from timeline.actors.choice import place_heads
from timeline.actors.clues import Clues
from timeline.actors.dictionary import listed
from timeline.actors.evidence import introduced
from timeline.actors.words import (
    ADDRESS,
    DEFINITE,
    FATHER,
    FOREIGN,
    GIVEN,
    LINK,
    NAME,
    NISBA,
    OFFICE,
    ON,
    ORDINAL,
    ORDINARY,
    PARTICLE,
    ROLE,
    SON,
    SPEECH,
    STOP,
    SURNAME,
    TITLE,
    UNKNOWN,
    WEAK,
)

_LONGEST = 9
_SERVANT, _BOY = "عبد", "ولد"
_GOD = frozenset(("الله", "ربه", "رب"))
_END = frozenset('،,.؛:؟!()»"\n')
_INFLECTED = frozenset("يتلبوسفن")  # how verbs and words with proclitics begin
_PLURALS = ("ات", "ون", "ين", "يه")


def extent(clues: Clues, start: int) -> int:
    """The token after the last of the name that begins at `start`; `start` itself where none does."""
    if not _can_start(clues, start):
        return start
    alone = clues.words[start].traits & DEFINITE > 0  # الظواهري: a surname with ال stands by itself
    at = start
    while at - start < (1 if alone else _LONGEST) and (step := _step(clues, start, at)):
        at += step
    while at > start and _loose(clues, at - 1):
        at -= 1
    return at


def _can_start(clues: Clues, at: int) -> bool:
    """Whether a name may begin here: not with a title, an adjective of a state, or علي before no name."""
    traits, entry = clues.words[at].traits, clues.chosen[at]
    if fathered(clues, at):
        return True
    if entry is not None and (entry.form == "adjective" or entry.kind != "person") and not traits & GIVEN:
        return False
    if traits & (ROLE | STOP):
        return traits & NAME > 0 and not traits & DEFINITE and _is_name(clues, at + 1)
    return traits & (NAME | UNKNOWN | LINK | PARTICLE | ORDINARY) > 0


def fathered(clues: Clues, at: int) -> bool:
    """Whether بن says that a title is a name here: رائد بن عبد الرحمن."""
    if at + 1 >= len(clues.forms) or not clues.words[at + 1].traits & SON:
        return False
    traits = clues.words[at].traits
    return traits & TITLE > 0 and not traits & (NAME | DEFINITE | STOP)


def _loose(clues: Clues, at: int) -> bool:
    """Whether a token cannot end a name: a particle, a function word."""
    return not clues.words[at].traits & ~(PARTICLE | DEFINITE | STOP) and clues.forms[at] not in _GOD


def _step(clues: Clues, start: int, at: int) -> int:
    """How many tokens from `at` on continue the name that began at `start`."""
    if at >= len(clues.forms):
        return 0
    if at == start:
        return _first(clues, at)
    if clues.words[at].cut or clues.forms[at] == clues.forms[start] or _other(clues, at):
        return 0
    traits = clues.words[at].traits
    if traits & ORDINAL:
        return int(at == start + 1 and clues.words[start].traits & (GIVEN | WEAK) > 0)
    return _linked(clues, start, at) if traits & LINK else int(_continues(clues, start, at))


def _first(clues: Clues, at: int) -> int:
    traits = clues.words[at].traits
    if fathered(clues, at):
        return 1
    if traits & LINK:
        return _linked(clues, at, at)
    if traits & (NAME | UNKNOWN):
        return 1
    if traits & (DEFINITE | STOP | SPEECH | ROLE):
        return 0
    return int(_addressed(clues, at) or (traits & (PARTICLE | ORDINARY) > 0 and _foreign(clues, at + 1)))


def _continues(clues: Clues, start: int, at: int) -> bool:
    """Whether one more token belongs to a name."""
    traits = clues.words[at].traits
    if traits & PARTICLE and (
        _foreign(clues, at + 1) or (_particle(clues, at + 1) and _foreign(clues, at + 2))
    ):
        return True
    if traits & (STOP | SPEECH | ROLE) and not _name_after_all(clues, at):
        return False
    arabic = not clues.words[start].traits & (FOREIGN | UNKNOWN)
    if traits & (NAME | UNKNOWN):
        return arabic or at == start + 1 or not traits & (WEAK | DEFINITE)
    if clues.forms[at] == "-":
        return _is_name(clues, at + 1) and _short(clues, at)
    nisba = traits & NISBA > 0 and arabic and at - start < 4
    return nisba or (not traits & NISBA and _plain_surname(clues, start, at))


def _plain_surname(clues: Clues, start: int, at: int) -> bool:
    """An ordinary word after a first name: كريستوفر هيل, محمد القباج; after a weak one beside a role."""
    traits, first, token = clues.words[at].traits, clues.words[start].traits, clues.forms[at]
    after = clues.words[at + 1].traits if at + 1 < len(clues.forms) else STOP
    if (
        not traits & ORDINARY
        or len(token) < 3
        or token.endswith(_PLURALS)
        or (len(token) == 5 and token[0] == "م" and token[2] == "ا")  # مصانع, مواقع: plurals too
        or (after & DEFINITE and not after & ROLE)
    ):
        return False
    if at == start + 1 and _says_that(clues, start, at):
        return True
    if first & WEAK and at == start + 1 and (after & ROLE or introduced(clues, start) in (TITLE, OFFICE)):
        first |= GIVEN
    second = at == start + 1 or (at == start + 2 and first & LINK > 0)
    if traits & DEFINITE:
        return second and first & (GIVEN | LINK) > 0
    plain = token[0] not in _INFLECTED and token[-1] != "ه" and not _adverbial(token)
    return at == start + 1 and first & (FOREIGN | GIVEN) > 0 and plain


def _adverbial(token: str) -> bool:
    """Whether a word ends in the alif of the accusative: دائما, وزيرا."""
    return token[-1] == "ا" and token[:2] != "ال" and listed(token[:-1])


def _says_that(clues: Clues, start: int, at: int) -> bool:
    """Whether a role or a verb of speech stands before two tokens and إن after them: قال لويس فيغو إن."""
    if at + 1 >= len(clues.forms) or clues.forms[at + 1] not in _THAT or clues.chosen[start] is not None:
        return False
    if clues.forms[at] == "القول" or clues.forms[at][1:3] == "ال":
        return False  # ختم كلامه بالقول إن
    return clues.words[start].traits & (NAME | UNKNOWN) > 0 and introduced(clues, start) > 0


_THAT = frozenset(("ان", "انه", "انها", "بان", "بانه", "بانها"))


def _addressed(clues: Clues, at: int) -> bool:
    """Whether a form of address makes an ordinary word a name: الأمير زيان, not أمير منطقة."""
    address = clues.words[at - 1].traits if at else 0
    if not address & ADDRESS or not address & DEFINITE or clues.words[at].cut:
        return False
    after = clues.words[at + 1].traits if at + 1 < len(clues.forms) else 0
    plain = (
        clues.words[at].traits & ORDINARY > 0
        and len(clues.forms[at]) > 2
        and "ال" not in clues.forms[at][1:4]
    )
    return plain and not after & DEFINITE and clues.forms[at] not in place_heads()


def _name_after_all(clues: Clues, at: int) -> bool:
    """Whether a word that is a name and also a title, a verb or علي is the name inside a name."""
    traits = clues.words[at].traits
    if not traits & (WEAK | SURNAME):
        return False
    if traits & DEFINITE or at + 1 >= len(clues.forms) or clues.forms[at + 1] in _END:
        return True
    after = clues.words[at + 1].traits
    also = NISBA if clues.forms[at] == ON else SPEECH
    return after & (NAME | UNKNOWN | LINK | STOP | also) > 0


def _linked(clues: Clues, start: int, at: int) -> int:
    """A link and what it takes along: عبد + ال…, بن + a name, أبو + a name or a noun."""
    if at + 1 >= len(clues.forms) or at - start >= _LONGEST:
        return 0
    link = clues.forms[at][clues.words[at].cut :]
    after, token = clues.words[at + 1], clues.forms[at + 1]
    if link == _SERVANT:
        return 2 if after.traits & DEFINITE or token in _GOD else 0
    if after.traits & LINK and link != token and not after.cut:
        more = _linked(clues, start, at + 1)
        return 1 + more if more else 0
    if at == start and not clues.words[at].traits & FATHER:
        begins = link != _BOY and after.traits & (NAME | UNKNOWN) and not after.traits & (STOP | ROLE)
        return 2 if begins and not after.cut else 0
    noun = after.traits & ORDINARY and not after.traits & (STOP | SPEECH | ROLE) and not after.cut
    return 2 if after.traits & NAME or noun or (after.traits & UNKNOWN and not after.cut) else 0


def _other(clues: Clues, at: int) -> bool:
    """Whether a known state, place, organisation or demonym, and no part of a person's name, begins here."""
    match, entry = clues.known[at], clues.chosen[at]
    if entry is None or match is None or entry.kind == "person":
        return False
    return match.last > at + 1 or not clues.words[at].traits & NAME


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


def _particle(clues: Clues, at: int) -> bool:
    return at < len(clues.forms) and clues.words[at].traits & PARTICLE > 0


def _short(clues: Clues, at: int) -> bool:
    """East Asian names are written with spaces around their hyphens: كيم جونغ - ايل."""
    return 0 < at < len(clues.forms) - 1 and max(map(len, clues.forms[at - 1 : at + 2])) <= 5
