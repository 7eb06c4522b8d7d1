"""A text as tokens and sentences that always point back into the original.

`forms` are what lexicons are keyed by: no diacritics, tatweel or invisible characters, أإآٱ→ا,
ى→ي, ة→ه, digits in ASCII. Offsets are those of the text as given. Invisible characters (marks of direction,
joiners) are no tokens: they stay with what stands before them.
"""

from __future__ import annotations

import re
from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass
from functools import cached_property
from itertools import accumulate, compress, count
from operator import add
from typing import Final, NamedTuple, TypeVar

from timeline.model import Span

T = TypeVar("T")

_TATWEEL_AND_MARKS = [range(0x640, 0x641), range(0x670, 0x671), range(0x610, 0x61B), range(0x64B, 0x660)]
_KORAN_MARKS = [range(0x6D6, 0x6EE)]
_INVISIBLE = [range(0xAD, 0xAE), range(0x61C, 0x61D), range(0x200B, 0x2010), range(0x202A, 0x202F)]
_JOINERS = [range(0x2060, 0x2061), range(0x2066, 0x206A), range(0xFEFF, 0xFF00)]


def _characters(spans: list[range]) -> str:
    return "".join(chr(code) for span in spans for code in span)


UNSEEN: Final = _characters(_INVISIBLE + _JOINERS)
_DROPPED = _characters(_TATWEEL_AND_MARKS + _KORAN_MARKS) + UNSEEN
_FOLDED = {"أ": "ا", "إ": "ا", "آ": "ا", "ٱ": "ا", "ى": "ي", "ی": "ي", "ة": "ه", "ک": "ك", "ھ": "ه", "ہ": "ه"}
_DIGITS = {ord(d): str(i % 10) for i, d in enumerate("٠١٢٣٤٥٦٧٨٩۰۱۲۳۴۵۶۷۸۹")}
_KEPT = {code: code for code in range(0x621, 0x64B)}  # said outright, for a failed look-up costs more
_FORM = _KEPT | str.maketrans(_FOLDED) | _DIGITS | dict.fromkeys(map(ord, _DROPPED))

_LETTER = "\u0621-\u063f\u0641-\u064a\u066e-\u066f\u0671-\u06d3\u06d5\u06fa-\u06ff\ufb50-\ufdff\ufe70-\ufefc"
_SPACE = "".join(space for space in map(chr, range(0x10000)) if space.isspace() and space != "\n")
_TOKEN = (
    rf"[{_LETTER}][{_LETTER}{_DROPPED}]*+"  # an Arabic word
    r"|[0-9]++|[٠-٩]++|[۰-۹]++"  # digits of one script
    r"|&(?:quot|amp|lt|gt|nbsp|#\d{1,6});"  # an entity that a feed left in
    r"|[^\W\d_]++"  # a word of another script
    rf"|\n|[^\s{UNSEEN}]"  # a line break, or one other character
)
_PIECE = re.compile(rf"(?:{_TOKEN})[{_SPACE}{UNSEEN}]*+")  # a token and the white space after it
_ENDS = frozenset("\n.؟!?…")
_CLOSERS = frozenset("\"'”’»)]")
_ABBREVIATIONS = frozenset("دماصبتقهجشعس")


class Sentence(NamedTuple):
    """A sentence as offsets [start, end) and token indexes [first, last)."""

    start: int
    end: int
    first: int
    last: int


@dataclass(frozen=True, eq=False)
class Text:
    """The tokens of a text in parallel lists (their starts, ends and forms), and its sentences.

    `pieces` are the tokens with the white space after them. Ends and sentences are worked out when they are
    first asked for, which for dates they seldom are.
    """

    raw: str
    pieces: list[str]
    starts: list[int]
    forms: list[str]

    @cached_property
    def ends(self) -> list[int]:
        """Where each token ends."""
        return list(map(add, self.starts, map(_LENGTH_OF.__getitem__, self.pieces)))

    @cached_property
    def sentences(self) -> list[Sentence]:
        """The sentences in order: a line, or a part of it up to a full stop that white space follows."""
        return _sentences(self)

    def end(self, index: int) -> int:
        """Where one token ends."""
        return self.starts[index] + _LENGTH_OF[self.pieces[index]]

    def __len__(self) -> int:
        """How many tokens there are."""
        return len(self.forms)

    def slice(self, first: int, last: int) -> str:
        """The original text of tokens [first, last)."""
        return self.raw[self.starts[first] : self.end(last - 1)]

    def token_at(self, offset: int) -> int:
        """The index of the last token that starts at or before `offset` (-1 before the first)."""
        return bisect_right(self.starts, offset) - 1

    def sentence_at(self, offset: int) -> Sentence | None:
        """The sentence that holds `offset`, or the nearest before it; None in an empty text."""
        at = bisect_right(self.sentences, offset, key=lambda s: s.start) - 1
        return self.sentences[max(at, 0)] if self.sentences else None

    def glued(self, index: int) -> bool:
        """Whether token `index` touches the token before it (الـ14, و19, 2024م)."""
        return index > 0 and self.starts[index] == self.end(index - 1)


class Memo(dict[str, T]):
    """What a function says of a word, remembered for as many words as a language uses."""

    _MOST, _LONGEST = 1 << 16, 30

    def __init__(self, ask: Callable[[str], T]) -> None:
        self._ask = ask

    def __missing__(self, word: str) -> T:
        found = self._ask(word)
        if len(word) <= self._LONGEST:
            if len(self) >= self._MOST:
                self.clear()
            self[word] = found
        return found


def form(word: str) -> str:
    """The lexicon key of a word."""
    return _FORMS[word]


def _token(piece: str) -> str:
    """A piece without the white space after it."""
    return "\n" if piece[0] == "\n" else piece.split(None, 1)[0]


_FORMS: Final = Memo(lambda word: word.translate(_FORM))
_FORM_OF: Final = Memo(lambda piece: _token(piece).translate(_FORM))
_LENGTH_OF: Final = Memo(lambda piece: len(_token(piece)))


def read(raw: str) -> Text:
    """Split a text into tokens and sentences. Never fails; time is linear in its length."""
    pieces = _PIECE.findall(raw)
    begin = len(raw) - len(raw.lstrip(_SPACE + UNSEEN))
    starts = list(accumulate(map(len, pieces), initial=begin))[:-1]  # the pieces leave nothing out
    return Text(raw, pieces, starts, list(map(_FORM_OF.__getitem__, pieces)))


def _sentences(text: Text) -> list[Sentence]:
    out: list[Sentence] = []
    forms, first = text.forms, 0
    for i in compress(count(), map(_ENDS.__contains__, forms)):
        if forms[i] == "\n":
            _close(out, text, first, i)
            first = i + 1
        elif i >= first and not _goes_on(text, i):
            stop = i + 1
            while stop < len(forms) and forms[stop] in _CLOSERS and text.glued(stop):
                stop += 1
            _close(out, text, first, stop)
            first = stop
    _close(out, text, first, len(forms))
    return out


def _goes_on(text: Text, i: int) -> bool:
    """Whether the stop at token `i` ends no sentence: 3.5, د. محمد, an ellipsis inside a word."""
    end = text.end(i)
    after = text.raw[end] if end < len(text.raw) else " "
    if not (after.isspace() or after in _CLOSERS):
        return True
    before = text.forms[i - 1] if i else ""
    return text.forms[i] == "." and before in _ABBREVIATIONS


def _close(out: list[Sentence], text: Text, first: int, last: int) -> None:
    if last > first:
        out.append(Sentence(text.starts[first], text.end(last - 1), first, last))


def overlap(a: Span, b: Span) -> int:
    """How many characters two spans share."""
    return max(0, min(a[1], b[1]) - max(a[0], b[0]))
