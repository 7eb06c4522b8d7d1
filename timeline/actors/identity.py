"""Who is who: one actor for all the names that a document, and other documents, give it.

كيم جونغ أون, then كيم: the same. شين وونسيك and شين وون سيك: the same. كيم جونغ إيل: another.
A short name goes to the full name that has it and stood last before it.
"""

from __future__ import annotations

from functools import cache

from timeline.actors.gazetteer import Entry, entries, index
from timeline.lexicon import table
from timeline.model import ActorKind
from timeline.text import form

_DROPPED = frozenset(("فان", "دي", "دو", "فون", "دا", "ال"))  # نيستلروي for فان نيستلروي
_SAME_SOUND = str.maketrans({"غ": "ج", "ؤ": "و", "ئ": "ي", "ء": None, "-": None, " ": None})


@cache
def _links() -> frozenset[str]:
    """Links and particles, which a surname keeps before it."""
    return frozenset(
        form(row["word"])
        for row in table("ar/name_links.tsv")
        if row["class"] in ("link", "son", "father", "particle")
    )


@cache
def _sons() -> frozenset[str]:
    """بن and its like, which forefathers follow."""
    return frozenset(form(row["word"]) for row in table("ar/name_links.tsv") if row["class"] == "son")


@cache
def _family_first() -> frozenset[str]:
    return frozenset(form(row["name"]) for row in table("ar/family_names_first.tsv"))


def key(name: str) -> str:
    """A name as its spellings share it: no spaces, أ/إ/ا, ى/ي, ة/ه, غ/ج and doubled letters made one."""
    sounds = form(name).translate(_SAME_SOUND)
    return "".join(letter for i, letter in enumerate(sounds) if i == 0 or letter != sounds[i - 1])


@cache
def _known(kind: ActorKind) -> dict[str, Entry]:
    """Known actors of a kind by the key of each of their names."""
    found: dict[str, Entry] = {}
    for first, tails in index().items():
        for rest, meanings in tails:
            for entry, wary in meanings:
                if entry.kind == kind and entry.form == "name" and not wary:
                    found.setdefault(key(" ".join((first, *rest))), entry)
    return found


def actor(name: str, kind: ActorKind) -> Entry:
    """The actor of a name: a known one in any spelling, else one whose identifier the name itself makes."""
    prefix = "org" if kind == "organisation" else kind
    return _known(kind).get(key(name)) or Entry(f"{prefix}:{key(name)}", name, "", kind, "new")


def short_names(name: str) -> list[str]:
    """The forms under which later sentences name the person again, the likeliest first.

    A surname keeps the links before it (بن شملان, عبد الناصر, فان باستن); in Korean and Chinese names the
    family's name comes first.
    """
    words = form(name).replace("-", " ").split()
    if len(words) < 2:
        return []
    if words[0] in _family_first() and len(words) <= 4 and all(len(word) <= 5 for word in words):
        return [words[0]]
    at = len(words) - 1
    while at > 1 and words[at - 1] in _links():
        at -= 1
    surname = " ".join(words[at:])
    bare = words[-1] if at < len(words) - 1 and words[at] in _DROPPED else ""
    given = words[0] if words[0] not in _links() else ""
    return [each for each in (surname, bare, given) if each]


def brief_names(name: str) -> list[str]:
    """A full name without forefathers, as it is also written: فيصل بن بندر, سلمان آل سعود."""
    words = form(name).split()
    sons = [i for i, word in enumerate(words) if word in _sons() and i]
    brief = [" ".join(words[:i]) for i in sons[1:]]
    if sons and words[sons[-1] + 2 :]:
        brief.append(" ".join((*words[: sons[0]], *words[sons[-1] + 2 :])))
    return brief


class Roster:
    """The persons of one document, under their full and short names."""

    def __init__(self) -> None:
        self._full: dict[str, Entry] = {}
        self._brief: dict[str, Entry] = {}
        self._short: dict[str, list[tuple[int, Entry]]] = {}
        self._given: dict[str, Entry] = {}

    def enter(self, name: str, entry: Entry, at: int, *, kin: bool = False) -> None:
        """Take down a full name that stands at token `at`; `kin`: of somebody's father or brother."""
        self._full.setdefault(key(name), entry)
        for brief in brief_names(name):
            self._brief.setdefault(key(brief), entry)
        for i, short in enumerate(short_names(name)):
            if i and short == form(name).split()[0]:
                self._given.setdefault(short, entry)
            elif not (kin and short in self._short):
                self._short.setdefault(short, []).append((at, entry))

    def who(self, name: str, at: int) -> Entry:
        """The person that a full or short name at token `at` means: of two Kims the one named last."""
        written, known = form(name), self._brief.get(key(name)) or self._full.get(key(name))
        if known is not None:
            return known
        if written in self._short:
            named = self._short[written]
            return next((entry for first, entry in reversed(named) if first < at), named[0][1])
        return self._given.get(written) or actor(name, "person")

    def surnames(self) -> frozenset[str]:
        """The short names that can stand for a person anywhere in the document."""
        return frozenset(self._short)


def english(id_: str) -> str | None:
    """The English name of a known actor."""
    entry = entries().get(id_)
    return entry.english if entry else None
