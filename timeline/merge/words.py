"""Words as they are compared: folded, lightly stemmed, without those that say nothing of the event."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache, lru_cache

from timeline.lexicon import table


def stems(forms: Iterable[str]) -> tuple[str, ...]:
    """The distinct stems of the content words among token forms, in text order, without marks and figures."""
    found = dict.fromkeys(stem(form) for form in forms)
    found.pop("", None)
    return tuple(found)


@lru_cache(maxsize=1 << 17)
def stem(form: str) -> str:
    """The light stem of a token form, or "" for a word without content: "والحكومات" → "حكوم"."""
    if len(form) < 2 or not form.isalpha() or form in _stopwords():
        return ""
    prefixes, suffixes = _affixes()
    word = next(
        (form[len(p) :] for p, least in prefixes if form.startswith(p) and len(form) - len(p) >= least), form
    )
    if word in _stopwords():
        return ""
    for suffix, least in suffixes:
        if word.endswith(suffix) and len(word) - len(suffix) >= least:
            word = word[: -len(suffix)]
    return word


@cache
def _stopwords() -> frozenset[str]:
    return frozenset(row["word"] for row in table("ar/stopwords.tsv"))


@cache
def _affixes() -> tuple[list[tuple[str, int]], list[tuple[str, int]]]:
    rows = [(row["kind"], row["affix"], int(row["least"])) for row in table("ar/light_stem.tsv")]
    return (
        [(affix, least) for kind, affix, least in rows if kind == "prefix"],
        [(affix, least) for kind, affix, least in rows if kind == "suffix"],
    )
