"""Which of its meanings a known name has where it stands, if any.

صحيفة الوطن names a newspaper, الوطن alone nothing; مدينة برشلونة is a city, and فاز برشلونة في المباراة a club.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import cache

from timeline.actors.gazetteer import Entry, Match
from timeline.lexicon import table
from timeline.text import Text, form

_QUOTES_BEFORE, _QUOTES_AFTER = frozenset("\"'«“‘"), frozenset("\"'»”’")
_SPORTING = 2  # words of sport that make a sentence one about sport
_PREPOSITIONS = frozenset(("في", "الي"))
_AND = "و"


@cache
def heads() -> dict[str, frozenset[str]]:
    """The types of organisation that each head vouches for (صحيفة: media), with and without ال and proclitics."""
    out: dict[str, set[str]] = {}
    for row in table("ar/organisation_heads.tsv"):
        for written in _with_clitics(form(row["word"])):
            out.setdefault(written, set()).add(row["type"])
    return {word: frozenset(types) for word, types in out.items()}


@cache
def place_heads() -> dict[str, bool]:
    """Words before a place that say what it is (مدينة، قطاع …), and whether even an unknown word is then a place."""
    rows = table("ar/place_heads.tsv")
    return {written: row["names"] == "yes" for row in rows for written in _with_clitics(form(row["word"]))}


@cache
def _sport() -> frozenset[str]:
    return frozenset(form(row["word"]) for row in table("ar/sport.tsv"))


def _with_clitics(word: str) -> list[str]:
    base = [word] if word.startswith("ال") else [word, "ال" + word]
    return base + [clitic + each for each in base for clitic in ("و", "ب", "ل", "ف", "وب", "ول")]


class Chooser:
    """Chooses the meanings of names in one text."""

    def __init__(self, text: Text, known: Sequence[Match | None]) -> None:
        self._text = text
        self._known = known
        self._states: Counter[str] | None = None
        self._sporting: dict[int, bool] = {}

    def choose(self, match: Match, after_place: bool) -> Entry | None:
        """The meaning that fits, or None; `after_place`: the name right before this one is a place."""
        before = self._before(match.first)
        quoted = before != match.first - 1
        types = heads().get(self._text.forms[before], frozenset()) if before >= 0 else frozenset[str]()
        at_place = before >= 0 and not match.cut and self._text.forms[before] in place_heads()
        for entry, wary in match.meanings:
            if wary and self._vouched(match, entry, types, at_place, quoted, after_place):
                return entry
        sure = [entry for entry, wary in match.meanings if not wary]
        if len(sure) > 1 and all(entry.kind in ("state", "place") for entry in sure):
            return max(sure, key=self._mentions)
        return sure[0] if sure else None

    def _mentions(self, entry: Entry) -> int:
        """How often the text names the state of a place by names that mean nothing else."""
        if self._states is None:
            only = (match.meanings[0].entry for match in self._known if match and len(match.meanings) == 1)
            self._states = Counter(entry.state for entry in only)
        return self._states[entry.state]

    def _vouched(
        self,
        match: Match,
        entry: Entry,
        types: frozenset[str],
        at_place: bool,
        quoted: bool,
        after_place: bool,
    ) -> bool:
        """Whether something beside a doubtful name says that it is meant."""
        if entry.kind in ("place", "state"):
            beside = after_place and self._text.forms[match.first][:1] == _AND and match.cut > 0
            return at_place or beside or (entry.kind == "state" and self._in_or_to(match))
        if entry.type in types:
            return True
        if entry.type == "media":
            return quoted and self._closed(match.last)
        if entry.type != "club" or at_place or any(m.entry.form == "adjective" for m in match.meanings):
            return False
        return not self._qualifies(match.first) and self._in_sport(match.first)

    def _qualifies(self, first: int) -> bool:
        """Whether the word may be an adjective of the word before it."""
        before = self._text.forms[first - 1] if first else ""
        return before.startswith("ال") or (first > 0 and self._known[first - 1] is not None)

    def _in_or_to(self, match: Match) -> bool:
        return match.first > 0 and self._text.forms[match.first - 1] in _PREPOSITIONS

    def _before(self, first: int) -> int:
        """The token before a name, quotation marks left aside."""
        at = first - 1
        while at >= 0 and self._text.forms[at] in _QUOTES_BEFORE:
            at -= 1
        return at

    def _closed(self, last: int) -> bool:
        return last < len(self._text) and self._text.forms[last] in _QUOTES_AFTER

    def _in_sport(self, token: int) -> bool:
        """Whether the token's sentence is about sport."""
        sentence = self._text.sentence_at(self._text.starts[token])
        if sentence is None:
            return False
        known = self._sporting.get(sentence.first)
        if known is None:
            words = self._text.forms[sentence.first : sentence.last]
            known = self._sporting[sentence.first] = sum(w in _sport() for w in words) >= _SPORTING
        return known
