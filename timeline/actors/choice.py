"""Which of its meanings a known name has where it stands, if any.

صحيفة الوطن names a newspaper, الوطن alone nothing; مدينة برشلونة is a city, and a club is meant where
the sentence is about sport.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from functools import cache
from typing import NamedTuple

from timeline.actors import words
from timeline.actors.dictionary import listed
from timeline.actors.gazetteer import Entry, Match
from timeline.lexicon import table
from timeline.text import Text, form

_QUOTES_BEFORE, _QUOTES_AFTER = frozenset("\"'«“‘"), frozenset("\"'»”’")
_SPORTING = 2  # words of sport that make a sentence one about sport
_CITES = words.SPEECH | words.STOP  # قالت «الحياة», في «الأهرام»
_PREPOSITIONS = frozenset(("في", "الي"))


@cache
def organisation_heads() -> dict[str, frozenset[str]]:
    """The types of organisation that each head, as it is written, vouches for (صحيفة: media)."""
    out: dict[str, set[str]] = {}
    for row in table("ar/organisation_heads.tsv"):
        for written in _with_clitics(form(row["word"])):
            out.setdefault(written, set()).add(row["type"])
    return {word: frozenset(types) for word, types in out.items()}


@cache
def place_heads() -> dict[str, bool]:
    """Words before a place (مدينة، قطاع …), and whether after them even an unknown word is one."""
    rows = table("ar/place_heads.tsv")
    return {written: row["names"] == "yes" for row in rows for written in _with_clitics(form(row["word"]))}


@cache
def _sport() -> frozenset[str]:
    return frozenset(form(row["word"]) for row in table("ar/sport.tsv"))


def _with_clitics(word: str) -> list[str]:
    base = [word] if word.startswith("ال") else [word, "ال" + word]
    return base + [clitic + each for each in base for clitic in ("و", "ب", "ل", "ف", "وب", "ول")]


class _Before(NamedTuple):
    """What stands before a name: heads of organisations or places, words that cite a quoted name, a place."""

    types: frozenset[str]
    at_place: bool
    quoted: bool
    after_place: bool


class Chooser:
    """Chooses the meanings of names in one text; `known` are the matches at its tokens."""

    def __init__(self, text: Text, known: Sequence[Match | None]) -> None:
        self._text = text
        self._known = known
        self._states: Counter[str] | None = None
        self._sporting: dict[int, bool] = {}

    def choose(self, match: Match, after_place: bool) -> Entry | None:
        """The meaning that fits, or None; `after_place`: the name right before this one is a place."""
        if match.cut and match.last == match.first + 1 and self._homograph(match):
            return None
        before = self._before(match, after_place)
        for entry, wary in match.meanings:
            if wary and self._vouched(match, entry, before):
                return entry
        sure = [entry for entry, wary in match.meanings if not wary]
        if len(sure) > 1 and all(entry.kind in ("state", "place") for entry in sure):
            return max(sure, key=self._mentions)
        return sure[0] if sure else None

    def _before(self, match: Match, after_place: bool) -> _Before:
        at = match.first - 1
        while at >= 0 and self._text.forms[at] in _QUOTES_BEFORE:
            at -= 1
        head = self._text.forms[at] if at >= 0 else ""
        return _Before(
            types=organisation_heads().get(head, frozenset()),
            at_place=not match.cut and head in place_heads(),
            quoted=at != match.first - 1 and (head == "ل" or words.read(head).traits & _CITES > 0),
            after_place=after_place,
        )

    def _homograph(self, match: Match) -> bool:
        """Whether a name with a proclitic is just as well an ordinary word (وابل is no و + آبل)."""
        places = any(meaning.entry.kind in ("state", "place") for meaning in match.meanings)
        return not places and listed(self._text.forms[match.first])

    def _mentions(self, entry: Entry) -> int:
        """How often the text names the state of a place by names that mean nothing else."""
        if self._states is None:
            only = (match.meanings[0].entry for match in self._known if match and len(match.meanings) == 1)
            self._states = Counter(entry.state for entry in only)
        return self._states[entry.state]

    def _vouched(self, match: Match, entry: Entry, before: _Before) -> bool:
        """Whether something beside a doubtful name says that it is meant."""
        if entry.kind in ("place", "state"):
            beside = before.after_place and match.cut > 0 and self._text.forms[match.first][0] == "و"
            return before.at_place or beside or (entry.kind == "state" and self._in_or_to(match))
        if entry.type in before.types:
            return True
        if entry.type == "force":
            return self._of_state(match.last)
        if entry.type == "media":
            return before.quoted and self._closed(match.last)
        return entry.type == "club" and not before.at_place and self._plays(match)

    def _of_state(self, at: int) -> bool:
        """Whether a state's adjective stands at a token: القوات الروسية."""
        match = self._known[at] if at < len(self._text) else None
        return match is not None and not match.cut and match.meanings[0].entry.form == "adjective"

    def _in_or_to(self, match: Match) -> bool:
        return match.first > 0 and self._text.forms[match.first - 1] in _PREPOSITIONS

    def _closed(self, last: int) -> bool:
        return last < len(self._text) and self._text.forms[last] in _QUOTES_AFTER

    def _plays(self, match: Match) -> bool:
        """Whether a club's name stands in a sentence about sport and is no adjective of what is before it."""
        first = match.first
        before = self._text.forms[first - 1] if first and not match.cut else ""
        qualifies = before.startswith("ال") or (before != "" and self._known[first - 1] is not None)
        adjective = any(meaning.entry.form == "adjective" for meaning in match.meanings)
        return not qualifies and not adjective and self._sport_at(first)

    def _sport_at(self, token: int) -> bool:
        sentence = self._text.sentence_at(self._text.starts[token])
        if sentence is None:
            return False
        known = self._sporting.get(sentence.first)
        if known is None:
            tokens = self._text.forms[sentence.first : sentence.last]
            known = self._sporting[sentence.first] = sum(token in _sport() for token in tokens) >= _SPORTING
        return known
