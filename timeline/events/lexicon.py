"""What the lexicon says of a word form: the events that it can name, the cues that it can be."""

from __future__ import annotations

from collections import defaultdict
from functools import cache
from typing import NamedTuple

from timeline import morphology
from timeline.lexicon import table
from timeline.morphology import Analysis
from timeline.morphology.almor import alternatives, masdars
from timeline.text import form


class Entry(NamedTuple):
    """A lemma that can name events: PLOVER type and mode, how it is used (verbs.tsv), its verb or noun."""

    type: str
    mode: str | None
    use: str
    lemma: str


class Word(NamedTuple):
    """The readings of one form as a verb and as a noun; either may be missing, not both."""

    verb: Entry | None
    inflection: Analysis | None
    noun: Entry | None
    declension: Analysis | None


_words: dict[str, Word | None] = {}


def word(key: str) -> Word | None:
    """How a form can name an event; None for the many forms that cannot."""
    try:
        return _words[key]
    except KeyError:
        found = _words[key] = _word(key)
        return found


def _word(key: str) -> Word | None:
    if len(key) < 2 or key in cues("stop"):
        return None
    verb = noun = None
    for analysis in morphology.analyse(key):
        if analysis.pos == "verb":
            verb = _better(verb, analysis, _verbs().get(analysis.lemma))
        else:
            noun = _better(noun, analysis, _nouns().get(analysis.lemma))
    if verb is None and noun is None:
        return None
    return Word(*(verb or (None, None)), *(noun or (None, None)))


_Found = tuple[Entry, Analysis]
_ASPECTS = {"p": 0, "i": 1, "c": 3}
_USES = {use: rank for rank, use in enumerate("event casualty speech light phase weak result state".split())}


def _better(best: _Found | None, analysis: Analysis, entry: Entry | None) -> _Found | None:
    """The likelier of two readings: past before present before command, the plainer use first."""
    if entry is None:
        return best
    if best is None:
        return entry, analysis
    old = _ASPECTS.get(best[1].aspect, 0), best[1].voice == "p", len(best[0].lemma) > len(entry.lemma)
    new = _ASPECTS.get(analysis.aspect, 0), analysis.voice == "p", False
    return (entry, analysis) if new < old else best


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
    return Entry(row["type"], row["mode"] or None, row["use"], form(lemma))


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


@cache
def objects() -> dict[str, dict[str, tuple[str, str | None]]]:
    """Verb → object near it → the type and mode that the two make together."""
    found: dict[str, dict[str, tuple[str, str | None]]] = defaultdict(dict)
    for row in table("ar/events/objects.tsv"):
        for noun in row["objects"].split():
            found[form(row["verb"])].setdefault(noun, (row["type"], row["mode"] or None))
    return dict(found)


__all__ = ["Entry", "Phrase", "Word", "alternatives", "cues", "family", "objects", "phrases", "word"]
