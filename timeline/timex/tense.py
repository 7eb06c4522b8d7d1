"""The light tense of a clause: is what an expression dates over, or still to come?

The nearest verb or cue before the expression decides, else the first one after it in the sentence.
No parsing; a future verb is known by its سـ.
"""

from __future__ import annotations

from functools import lru_cache
from typing import Final

from timeline.text import Text
from timeline.timex.lexicon import Tense, tenses

_BEFORE, _AFTER = 25, 12  # tokens looked at
_FUTURE: Final = ("سي", "ست", "سن", "سأ", "سا", "وسي", "وست", "فسي", "وسن")


def tense_at(text: Text, first: int, last: int) -> Tense | None:
    """What the clause around tokens [first, last) says; None where nothing does."""
    low, high = bounds(text, first)
    return _search(text, range(first - 1, max(low, first - _BEFORE) - 1, -1)) or _search(
        text, range(last, min(high, last + _AFTER))
    )


def bounds(text: Text, token: int) -> tuple[int, int]:
    """The token range of the sentence that holds a token."""
    sentence = text.sentence_at(text.starts[token])
    return (sentence.first, sentence.last) if sentence else (0, len(text))


def _search(text: Text, where: range) -> Tense | None:
    """The nearest cue; a verb of the present gives way to a future cue beyond it, not to a past one."""
    weak: Tense | None = None
    for i in where:
        said = _cue(text, i)
        if said == "future" or (said == "past" and weak is None):
            return said
        if said == "past":
            break
        weak = weak or said
    return weak


def _compared(text: Text, i: int) -> bool:
    """أقل من المتوقع tells of what is over; من المتوقع أن does not."""
    return i > 1 and text.forms[i - 1] == "من" and tenses().get(text.forms[i - 2]) == "than"


def _cue(text: Text, i: int) -> Tense | None:
    """What one word says where it stands."""
    said = _said(text.forms[i])
    if said == "future" and _compared(text, i):
        return None
    if said in ("present", "imperfect") and text.forms[max(i - 2, 0) : i] == ["علي", "ان"]:
        return "future"  # على أن يعود الجمعة
    return said


@lru_cache(1 << 14)
def _said(form: str) -> Tense | None:
    """What a word says by itself, by the table or by its shape (يصوت, سيصوت)."""
    known = tenses()
    said = known.get(form) or (known.get(form[1:]) if form[:1] in ("و", "ف") else None)
    if said == "none" or said == "than":  # noqa: PLR1714 - which mypy understands
        return None
    if said is not None:
        return said
    if form.startswith("ي") and 4 <= len(form) <= 7:
        return "imperfect"
    ahead = form.startswith(_FUTURE) and len(form) > 4 and known.get(form.lstrip("وف")) != "none"
    return "future" if ahead else None
