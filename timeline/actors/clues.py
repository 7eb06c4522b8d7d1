"""All that is known of a text's tokens before persons and organisations are looked for."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from timeline.actors import words
from timeline.actors.choice import Chooser
from timeline.actors.gazetteer import Entry, Match, names, shorter
from timeline.actors.words import DEFINITE, GIVEN, NISBA, ORDINARY, STOP, UNKNOWN, Word
from timeline.text import Text

_HAMZAS = frozenset("أإآ")  # ألونسو has no ال
_CLITICS = frozenset("وبلكف")


@dataclass(frozen=True, slots=True, eq=False)
class Clues:
    """The tokens of a text in parallel lists: forms, traits, and the known names that begin there.

    `chosen` holds what a known name means where it stands; None where it means nothing.
    """

    text: Text
    forms: Sequence[str]
    words: Sequence[Word]
    known: Sequence[Match | None]
    chosen: Sequence[Entry | None]

    def place(self, at: int) -> bool:
        """Whether a known state or place begins at a token."""
        entry = self.chosen[at]
        return entry is not None and entry.kind in ("state", "place") and entry.form == "name"

    def written(self, first: int, last: int, cut: int) -> str:
        """The text of tokens [first, last) without the first `cut` characters."""
        return self.text.raw[self.text.starts[first] + cut : self.text.ends[last - 1]]


def gather(text: Text) -> Clues:
    """The clues of a text; time is linear in its length."""
    known = names(text.forms)
    chosen: list[Entry | None] = [None] * len(text)
    chooser = Chooser(text, known)
    last_place, i = -1, 0
    while i < len(text):
        match = known[i]
        if match is not None:
            entry = chooser.choose(match, last_place == i)
            while entry is None and match.last > i + 1 and (match := shorter(text.forms, match)):
                entry = chooser.choose(match, last_place == i)
            known[i], chosen[i] = (match, entry) if entry else (None, None)
            if match and entry:
                i = match.last - 1
                last_place = match.last if entry.kind in ("state", "place") and entry.form == "name" else -1
        i += 1
    return Clues(text, text.forms, _words(text), known, chosen)


_DOUBTFUL = DEFINITE | UNKNOWN | GIVEN


def _words(text: Text) -> list[Word]:
    """The traits of every token, doubts settled."""
    found, vocabulary = map(words.READ.__getitem__, text.forms), frozenset(text.forms)
    return [
        _settled(text, i, word, vocabulary) if word.traits & _DOUBTFUL or text.forms[i] == words.ON else word
        for i, word in enumerate(found)
    ]


def _settled(text: Text, i: int, word: Word, vocabulary: frozenset[str]) -> Word:
    """Doubts settled: على or علي, تأمر or تامر, and whether a foreign name begins with و."""
    token = text.forms[i]
    if word.traits & GIVEN and "أ" in text.raw[text.starts[i] + word.cut + 1 : text.ends[i]]:
        return word if token[word.cut :] in words.with_hamza() else Word(ORDINARY)
    if token == words.ON and text.raw[text.ends[i] - 1] == "ى":
        return Word(STOP)
    if word.traits & DEFINITE and text.raw[text.starts[i] + word.cut] in _HAMZAS:
        return Word(word.traits & ~(DEFINITE | NISBA), word.cut)
    if word.traits & UNKNOWN and token[0] in _CLITICS and len(token) > 3:
        conjunction = token[0] == "و" and token[1] not in "ايو"
        if conjunction or (token[1:] in vocabulary and words.read(token[1:]).traits & (UNKNOWN | words.NAME)):
            return Word(word.traits, 1)
    return word
