"""A cursor over tokens: what the grammar's rules ask about a text.

A rule is a function (scan, i) → (what it found, the index after it) or None. Rules look a bounded way
ahead, so a text of any length is read in linear time.
"""

from __future__ import annotations

from functools import cache
from typing import Final, NamedTuple

from timeline.text import Text
from timeline.timex.lexicon import MEANINGS, Meanings, Word

BARE: Final = frozenset({""})
AND: Final = frozenset({"و", "ف"})
IN: Final = frozenset({"", "ب", "ل", "لل", "بال"})
ANY: Final = frozenset({"", "و", "ف", "ب", "ل", "ك", "وب", "ول", "فب", "فل", "لل", "ولل", "فلل"})

Hit = tuple[Word, int]


class Number(NamedTuple):
    """A number as written: its digits' width says 04 from 4, a word has width 0."""

    value: int
    width: int = 0


_WIDEST = 4  # digits
_BEYOND = [""] * 64  # forms beyond both ends, for index -1 leads there too; no rule looks farther ahead


@cache
def _number(spelling: str) -> Number:
    return Number(int(spelling), len(spelling))


class Scan:
    """The tokens of one text.

    `unlisted` is the index up to which numbers were read as a list in vain: none is tried again there.
    """

    def __init__(self, text: Text) -> None:
        self.unlisted = 0
        self.text = text
        self.forms = text.forms + _BEYOND
        self.size = len(text.forms)

    def form(self, i: int) -> str:
        """The form of token `i`, "" beyond the ends."""
        return self.forms[i] or self._line(i)

    def _line(self, i: int) -> str:
        """A tatweel by itself is a dash."""
        return "-" if 0 <= i < self.size and self.text.raw[self.text.starts[i]] == "ـ" else ""

    def meanings(self, i: int) -> Meanings:
        """What token `i` may mean, by kind."""
        return MEANINGS[self.forms[i]]

    def word(self, i: int, kind: str, glue: frozenset[str] = BARE) -> Hit | None:
        """The longest word of a kind at token `i`, and the index after it."""
        for word in MEANINGS[self.forms[i]].get(kind, ()):
            if word.glue in glue and (not word.rest or self.follows(i + 1, word.rest)):
                return word, i + 1 + len(word.rest)
        return None

    def may_be(self, i: int, kinds: frozenset[str]) -> bool:
        """Whether token `i` may be a word of one of the kinds; a cheap no to most rules."""
        meant = MEANINGS[self.forms[i]]
        return bool(meant) and not kinds.isdisjoint(meant)

    def follows(self, i: int, rest: tuple[str, ...]) -> bool:
        """Whether exactly these forms stand at `i`."""
        return self.forms[i] == rest[0] and tuple(self.forms[i : i + len(rest)]) == rest

    def digits(self, i: int) -> Number | None:
        """A short number in digits at token `i`."""
        spelling = self.forms[i]
        if ":" > spelling >= "0" and len(spelling) <= _WIDEST:
            return _number(spelling)
        return None

    def glued(self, i: int) -> bool:
        """Whether token `i` touches the one before it."""
        text = self.text
        return 0 < i < self.size and text.starts[i] == text.end(i - 1)

    def stretched(self, i: int) -> bool:
        """Whether token `i` ends in a tatweel, and so leans on the next: الـ 14."""
        return 0 <= i < self.size and self.text.raw[self.text.end(i) - 1] == "ـ"

    def decimal(self, i: int) -> bool:
        """Whether the digits at `i` are part of a longer number: 3.5, 1,250, 20%, 12:30."""
        before, after = self.form(i - 1), self.form(i + 1)
        if before in _INNER and self.glued(i) and self.glued(i - 1) and self.form(i - 2)[:1].isdigit():
            return True
        if after in _INNER and self.glued(i + 1) and self.glued(i + 2) and self.form(i + 2)[:1].isdigit():
            return True
        return after in _SIGNS or (before in _SIGNS and self.glued(i))

    def skip(self, i: int, *forms: str) -> int:
        """The index after an optional token."""
        return i + 1 if self.form(i) in forms else i


_INNER: Final = frozenset(".,:،٫٬")
_SIGNS: Final = frozenset("%٪$€£+")
