"""Organisations that no table knows: a head word and the name after it.

جامعة القاهرة, معهد الدراسات المتقدمة   the head belongs to the name
شركة ديمورا, مجلة «لوبوان»              it does not
وزارة الخارجية الفرنسية                 an institution, named by what it is
"""

from __future__ import annotations

from functools import cache
from typing import NamedTuple

from timeline.actors.clues import Clues
from timeline.actors.words import (
    DEFINITE,
    FOREIGN,
    GIVEN,
    LINK,
    NAME,
    ORDINARY,
    ROLE,
    SPEECH,
    STOP,
    TITLE,
    UNKNOWN,
)
from timeline.lexicon import table
from timeline.text import form

_LONGEST = 9
_OPEN, _CLOSE = frozenset("\"'«“‘"), frozenset("\"'»”’")
_FORCES = ("قوات", "جيش", "حكومه", "شرطه")
_FEMININE = ("ه", "ات")
_QUOTED = 5  # tokens that a name in quotation marks has at most
_ADJECTIVE_ENDINGS = (
    "ي",
    "يه",
    "العامه",
    "العليا",
    "المسلحه",
    "المتحده",
    "الخاصه",
    "المتقدمه",
    "الاعلي",
    "العام",
)


_PEOPLES = frozenset(("وشعب", "والشعب", "وبرلمان"))  # حكومة وشعب المملكة


class Span(NamedTuple):
    """Tokens [first, last) name an organisation; `institution` where they only say what it is."""

    first: int
    last: int
    cut: int
    institution: bool


@cache
def _parts() -> dict[str, tuple[str, int]]:
    """What each head does (in, out, def, body), and the proclitics before it, by written form."""
    out: dict[str, tuple[str, int]] = {}
    for row in sorted(table("ar/organisation_heads.tsv"), key=lambda row: not row["word"].startswith("ال")):
        head = form(row["word"])
        for word in (head,) if head.startswith("ال") or row["part"] == "near" else (head, "ال" + head):
            for clitics in ("", "و", "ب", "ل", "ف", "وب", "ول"):
                out.setdefault(clitics + word, (row["part"], len(clitics)))
    return out


def is_head(token: str) -> bool:
    """Whether a token may be the head word of an organisation."""
    return token in _parts()


def organisation(clues: Clues, at: int) -> Span | None:
    """The organisation whose head word stands at a token."""
    found = _parts().get(clues.forms[at])
    if found is None or found[0] == "near" or at + 1 >= len(clues.forms):
        return None
    part, cut = found
    inside = _quoted(clues, at + 1)
    if inside is not None:
        match = clues.known[inside[0]]
        known = match is not None and match.last == inside[1]
        return Span(*inside, 0, False) if part != "body" and not known else None
    if part == "out":
        last = _foreign_run(clues, at + 1)
        return Span(at + 1, last, 0, False) if last > at + 1 else None
    definite = clues.forms[at][cut:].startswith("ال")
    last = _qualified(clues, at) if definite else _complement(clues, at + 1, part == "body")
    return Span(at, last, cut, part == "body" or (definite and part == "in")) if last > at + 1 else None


def _qualified(clues: Clues, at: int) -> int:
    """The end of the adjectives of a head with ال and of what it is for: الهيئة العامة للسياحة."""
    if not _agree(clues.forms[at], clues.forms[at + 1]):
        return at
    return _adjectives(clues, at + 1, purpose=not clues.forms[at].endswith(_FORCES))


def _agree(head: str, adjective: str) -> bool:
    """Whether an adjective has the gender of a head with ال: الوزارة الاتحادية, not الوزارة العام."""
    return head.endswith(_FEMININE) == adjective.endswith(("ه", "يا"))


def _quoted(clues: Clues, at: int) -> tuple[int, int] | None:
    """The tokens between quotation marks that open at a token: مجلة «لوبوان»."""
    if clues.forms[at] not in _OPEN:
        return None
    for last in range(at + 1, min(at + 2 + _QUOTED, len(clues.forms))):
        if clues.forms[last] in _CLOSE:
            return (at + 1, last) if last > at + 1 else None
    return None


def _foreign_run(clues: Clues, at: int) -> int:
    """The end of the words that are no Arabic words: ديمورا, بروميثيان تكنولوجي غروب."""
    while at < len(clues.forms) and not clues.words[at].cut and clues.chosen[at] is None:
        traits = clues.words[at].traits
        if not traits & UNKNOWN or traits & (STOP | SPEECH | ROLE | DEFINITE):
            break
        at += 1
    return at


def _complement(clues: Clues, at: int, institution: bool) -> int:
    """The end of what completes a head without ال: a name or nouns, then adjectives.

    An institution leaves the name of a state, a place or a person to stand for itself (حكومة لبنان), unless
    it says what it is for.
    """
    match, entry = clues.known[at], clues.chosen[at]
    traits = clues.words[at].traits
    if match is not None and entry is not None and entry.form == "name":
        if institution and not match.cut and match.last < len(clues.forms) and _purpose(clues, match.last):
            return _adjectives(clues, match.last, purpose=True)  # مركز القدس للدراسات
        return at if institution or match.cut else _adjectives(clues, match.last, proper=True)
    if institution and clues.forms[at] in _PEOPLES:
        return at
    if clues.words[at].cut or traits & (STOP | SPEECH) or (institution and traits & (ROLE | NAME | LINK)):
        return at
    if traits & (TITLE | GIVEN | FOREIGN | LINK):
        begin = at + 1 if traits & TITLE else at
        last = _person(clues, begin)
        return last if last > begin else _nouns(clues, at)
    return _nouns(clues, at)


def _nouns(clues: Clues, at: int) -> int:
    """The end of the nouns that complete a head (القاهرة, إدارة الأعمال) and of their adjectives."""
    traits = clues.words[at].traits
    if traits & DEFINITE:
        return _adjectives(clues, at + 1)
    if traits & UNKNOWN:
        return _adjectives(clues, _foreign_run(clues, at), proper=True)
    if traits & ORDINARY and _definite(clues, at + 1):
        return _adjectives(clues, at + 2)
    return at


def _person(clues: Clues, at: int) -> int:
    """The end of a person's name in an institution's: جامعة الملك سعود, مستشفى محمد الخامس."""
    end = at
    while end < len(clues.forms) and end - at < 4 and clues.words[end].traits & (NAME | LINK):
        end += 2 if clues.words[end].traits & LINK else 1
    return min(end, len(clues.forms))


def _definite(clues: Clues, at: int) -> bool:
    if at >= len(clues.forms):
        return False
    return clues.words[at].traits & DEFINITE > 0 and not clues.words[at].traits & (STOP | ROLE)


def _adjectives(clues: Clues, at: int, proper: bool = False, purpose: bool = False) -> int:
    """The end of the adjectives, the nouns with وال and, to say a `purpose`, those with ل from a token on.

    After a `proper` name the adjective of a state only says whence it is: جامعة ريكو [اليابانية].
    """
    first = at
    while at < len(clues.forms) and at - first < _LONGEST:
        if proper and clues.chosen[at] is not None:
            break
        size = _joins(clues, at)
        if not size and purpose:
            size = _purpose(clues, at)
        if not size:
            break
        at += size
    return at


def _joins(clues: Clues, at: int) -> int:
    """1 where a token is an adjective with ال, or a noun with وال that is no actor itself; else 0."""
    token, traits = clues.forms[at], clues.words[at].traits
    if traits & (STOP | SPEECH | ROLE) or len(token) < 5:
        return 0
    adjective = token.startswith("ال") and token.endswith(_ADJECTIVE_ENDINGS)
    return int(adjective or (token.startswith("وال") and len(token) > 5 and clues.chosen[at] is None))


def _purpose(clues: Clues, at: int) -> int:
    """How many tokens say what an organisation is for: للطاقة, لرصد الزلازل."""
    token, traits = clues.forms[at], clues.words[at].traits
    if traits & (STOP | SPEECH | ROLE):
        return 0
    if token.startswith("لل") and len(token) > 4:
        return 1
    return 2 if token[:1] == "ل" and traits & ORDINARY and _definite(clues, at + 1) else 0
