"""Adjectives and people's names of states and regions: the nisba rule, and its exceptions in a table.

الصومال → صومالي, الصومالية, صوماليون; what the rule does not give is in lexicon/ar/demonyms.tsv
(كوري شمالي, روس, فلبيني).
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product

from timeline.text import form

_ENDINGS = ("", "ه", "ون", "ين", "ان", "تان", "تين", "ات", "ا", "و", "تي")
_DROPPED = ("يا", "ا", "ه")


def nisba(name: str) -> str | None:
    """The relational adjective of a one-word name, without ال: الصومال → صومالي; None for a phrase."""
    word = form(name).removeprefix("ال")
    if " " in word or len(word) < 3:
        return None
    for ending in _DROPPED:
        if word.endswith(ending) and len(word) - len(ending) >= 3:
            word = word.removesuffix(ending)
            break
    return word if word.endswith("ي") else word + "ي"


def inflections(demonym: str) -> Iterator[tuple[str, ...]]:
    """Every form of a demonym as tokens: كوري شمالي → كوريه شماليه, الكوريون الشماليون, …

    Words that do not end in ي keep their form (الجنوب أفريقي, روس); the last word always takes its ending.
    """
    words = form(demonym).split()
    endings = _ENDINGS if words[-1].endswith("ي") else ("",)
    for article, ending in product(("", "ال"), endings):
        inflected = [word + ending if word.endswith("ي") else word for word in words]
        yield tuple(article + word for word in inflected)
        if len(words) > 1 and not words[0].endswith("ي"):
            yield (article + inflected[0], *inflected[1:])
