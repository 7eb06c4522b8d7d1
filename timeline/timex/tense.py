"""The light tense of a clause: is what an expression dates over, or still to come?

The nearest verb or cue before the expression decides, else the first one after it in the sentence. No parsing;
a future verb is known by its سـ.
"""

from __future__ import annotations

from typing import Final

from timeline.text import Text
from timeline.timex.lexicon import Tense, tenses

_BEFORE, _AFTER = 25, 12  # tokens looked at
_FUTURE: Final = ("سي", "ست", "سن", "سأ", "سا", "وسي", "وست", "فسي", "وسن")
_NO_VERBS: Final = frozenset(
    {"سياسه", "سياسات", "سياسي", "سيار", "سياره", "سيارات", "سياق", "سيد", "سيده", "سيطره", "سيول", "سيناء", "ستين"}
    | {"سته", "ستون", "ست", "ستار", "سناتور", "سنه", "سنوات", "سنين", "سني", "سنوي", "سنويا", "سابق", "سابقه", "سابقا"}
    | {"ساحه", "ساحات", "ساحل", "سارع", "ساعه", "ساعات", "ساعد", "ساعي", "ساخن", "سالم", "سامي", "سامح", "سارت", "سيرا"}
    | {"سيره", "سيف", "سينما", "سيناريو", "سيدي", "سيئه", "سيئ", "ستاد", "ستيفن", "سنغافوره", "سياده", "سيادي", "سيارته"}
    | {"ساهم", "ساهمت", "ساد", "سادت", "سائق", "سادس", "سادسه", "سابع", "سابعه", "ساعتين", "ساعدت", "سياحه", "سياحي"}
    | {"سيدات", "سيرجي", "سيرغي", "سيمون", "ستوكهولم", "سنتين", "سند", "سندات", "سياسيه", "سياسيا", "سياسيين", "سائل"}
)


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
    known, weak = tenses(), None
    for i in where:
        form = text.forms[i]
        said = known.get(form) or (known.get(form[1:]) if form[:1] in ("و", "ف") else None)
        if said == "present":
            weak = said
        elif said:
            return said
        if form.startswith(_FUTURE) and len(form) > 4 and form.lstrip("وف") not in _NO_VERBS:
            return "future"
    return weak
