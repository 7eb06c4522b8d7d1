"""What the lexicon says of a word form: the events that it can name, the cues that it can be."""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from typing import Final, NamedTuple

from timeline import morphology
from timeline.lexicon import table
from timeline.morphology import Analysis
from timeline.morphology.almor import masdars
from timeline.text import Memo, form

FAINT: Final = frozenset(("speech", "light", "phase", "result", "state"))
"""Uses of words that carry or tell of another event (verbs.tsv)."""

_PRONOUNS = ("ها", "هم", "ه")


class Entry(NamedTuple):
    """A lemma that can name events: PLOVER type and mode, how it is used (verbs.tsv), its verb or noun.

    `by_object` says that only its object gives it that type (استخدم الفيتو). `initial` is the letter that
    it begins with, hamza and all.
    """

    type: str
    mode: str | None
    use: str
    lemma: str
    by_object: bool = False
    initial: str = ""


class Word(NamedTuple):
    """The readings of one form as a verb and as a noun; either may be missing, not both.

    `present` is what the verb is with a feminine subject, where that differs: تواصل, تراجع.
    """

    verb: Entry | None
    inflection: Analysis | None
    noun: Entry | None
    declension: Analysis | None
    present: tuple[Entry, Analysis] | None = None


_words: dict[str, Word | None] = {}


def word(key: str) -> Word | None:
    """How a form can name an event; None for the many forms that cannot."""
    try:
        return _words[key]
    except KeyError:
        found = _words[key] = _word(key)
        return found


def _word(key: str) -> Word | None:
    if len(key) < 2 or key in cues("stop") or (key[0] in "وف" and key[1:] in cues("stop")):
        return None
    verb = noun = present = None
    for analysis in morphology.analyse(key):
        if analysis.pos == "verb":
            entry = _verbs().get(analysis.lemma) if _told(analysis) else None
            verb = _better(verb, analysis, entry)
            feminine = analysis.aspect == "i" and analysis.gender == "f" and analysis.voice == "a"
            if feminine and (entry is None or entry.lemma not in cues("rare")):
                present = _better(present, analysis, entry)
        elif analysis.pos == "noun":
            noun = _better(noun, analysis, _nouns().get(analysis.lemma))
    if verb is None and noun is None:
        return None
    changes = verb is not None and verb[1].aspect == "p" and verb[1].lemma == form(key)
    entry, inflection = verb or (None, None)
    named, declension = noun or (None, None)
    return Word(entry, inflection, named, declension, present if changes else None)


_Found = tuple[Entry, Analysis]


def _told(analysis: Analysis) -> bool:
    """Whether news tells of others with this reading of a verb: no command, no I, no rare passive (زير)."""
    rare = (
        analysis.voice == "p"
        and analysis.aspect == "p"
        and len(analysis.lemma) == 3
        and analysis.lemma[1] == "ا"
    )
    return analysis.aspect != "c" and analysis.person == "3" and not rare


def _better(best: _Found | None, analysis: Analysis, entry: Entry | None) -> _Found | None:
    """The likelier of two readings: active, fewer clitics, past, an event, the longer lemma."""
    if entry is None:
        return best
    if best is None or _rank(entry, analysis) < _rank(*best):
        return entry, analysis
    return best


def _rank(entry: Entry, analysis: Analysis) -> tuple[bool, bool, bool, bool, bool, bool, bool, int]:
    clitics = bool(analysis.conjunction), bool(analysis.preposition), analysis.pronoun
    seldom = entry.use in ("result", "state") or analysis.number != "s"
    rare = entry.lemma in cues("rare")
    return (analysis.voice == "p", rare, *clitics, analysis.aspect == "i", seldom, -len(entry.lemma))


@cache
def cues(kind: str) -> frozenset[str]:
    """The words of a kind of ar/events/cues.tsv."""
    return _cues().get(kind, frozenset())


@cache
def _cues() -> dict[str, frozenset[str]]:
    kinds = defaultdict(set)
    for row in table("ar/events/cues.tsv"):
        kinds[row["kind"]].add(row["word"])
    return {kind: frozenset(words) for kind, words in kinds.items()}


def _entry(row: dict[str, str], lemma: str) -> Entry:
    return Entry(row["type"], row["mode"] or None, row["use"], form(lemma), initial=lemma[0])


@cache
def _verbs() -> dict[str, Entry]:
    entries: dict[str, Entry] = {}
    for row in table("ar/events/verbs.tsv"):
        entries.setdefault(form(row["past"]), _entry(row, row["past"]))
    return entries


@cache
def _nouns() -> dict[str, Entry]:
    entries = {form(row["noun"]): _entry(row, row["noun"]) for row in table("ar/events/nouns.tsv")}
    for row in table("ar/events/verbs.tsv"):
        for noun in masdars(row):
            entries.setdefault(form(noun), _entry(row, noun))
    return entries


@cache
def family() -> dict[str, str]:
    """Lemma → the verb that it belongs to, so that زار and زيارة are seen as one."""
    verbs: dict[str, str] = {}
    for row in table("ar/events/verbs.tsv"):
        for lemma in (row["past"], *masdars(row)):
            verbs.setdefault(form(lemma), form(row["past"]))
    return verbs


class Phrase(NamedTuple):
    """A trigger of several words."""

    words: tuple[str, ...]
    entry: Entry


@cache
def phrases() -> dict[str, tuple[Phrase, ...]]:
    """Triggers of several words by their first word, the longest first."""
    found = defaultdict(list)
    for row in table("ar/events/phrases.tsv"):
        words = tuple(row["phrase"].split())
        found[words[0]].append(Phrase(words, _entry(row, row["phrase"])))
    return {first: tuple(sorted(some, key=lambda p: -len(p.words))) for first, some in found.items()}


def _phrases_of(key: str) -> tuple[Phrase, ...]:
    """The phrases that may begin with a form as it stands, or without its clitics."""
    some, cut = phrases().get(key), 0
    while some is None and cut < 2 and key[cut : cut + 1] in "وفبل" and len(key) > cut + 2:
        cut += 1
        with_article = phrases().get("ا" + key[cut:]) if key[cut - 1] == "ل" else None
        some = phrases().get(key[cut:]) or with_article
    return some or ()


PHRASES: Final = Memo(_phrases_of)


@cache
def objects() -> dict[str, dict[str, tuple[str, str | None]]]:
    """Verb → object near it → the type and mode that the two make together."""
    found: dict[str, dict[str, tuple[str, str | None]]] = defaultdict(dict)
    for row in table("ar/events/objects.tsv"):
        for noun in row["objects"].split():
            found[form(row["verb"])].setdefault(noun, (row["type"], row["mode"] or None))
    return dict(found)


@cache
def _offices() -> frozenset[str]:
    return frozenset(
        form(row["word"]) for row in table("ar/roles.tsv") if row["class"] in ("office", "address")
    )


def names_office(key: str) -> bool:
    """Whether a form says what somebody is: قائد, رئيسها, المدير."""
    bare = key.removeprefix("ال")
    stems = (bare, *(bare.removesuffix(end) for end in _PRONOUNS if bare.endswith(end)))
    return any(stem in _offices() for stem in stems)


__all__ = [
    "PHRASES",
    "Entry",
    "Phrase",
    "Word",
    "cues",
    "family",
    "names_office",
    "objects",
    "phrases",
    "word",
]
