"""Words as they are compared: one stem for all that names one deed or thing, none for what says nothing."""

from __future__ import annotations

from collections.abc import Iterable
from functools import cache, lru_cache

from timeline.actors import gazetteer
from timeline.actors.dictionary import listed
from timeline.events.lexicon import family, word
from timeline.lexicon import table

ARTICLE = "ال"


def stems(forms: Iterable[str]) -> tuple[str, ...]:
    """The distinct stems of the content words among token forms, in text order, without marks and figures."""
    found = dict.fromkeys(stem(form) for form in forms)
    found.pop("", None)
    return tuple(found)


@lru_cache(maxsize=1 << 17)
def stem(form: str) -> str:
    """The stem of a token form, or "" for a word without content.

    A word for a deed is its verb, as the lexicon of events has it (وترحيب, رحبت → رحب); any other word loses
    its proclitics and endings (بالحكومات → حكوم).
    """
    if len(form) < 2 or not form.isalpha() or form in _stopwords():
        return ""
    bare = _bare(form)
    if bare in _stopwords():
        return ""
    known = word(form)
    deed = (known.noun or known.verb) if known else None
    return family().get(deed.lemma, deed.lemma) if deed else _light(bare)


def _bare(form: str) -> str:
    """A form without proclitics and article, as the dictionary or a name has it; else by the table's rows."""
    for _, rest in gazetteer.openings(form):
        whole = rest.removeprefix(ARTICLE) if len(rest) > len(ARTICLE) + 2 else rest
        if listed(whole) or rest in gazetteer.index():
            return whole
    prefixes, _ = _affixes()
    fit = (form[len(p) :] for p, least in prefixes if form.startswith(p) and len(form) - len(p) >= least)
    return next(fit, form)


def _light(bare: str) -> str:
    for suffix, least in _affixes()[1]:
        if bare.endswith(suffix) and len(bare) - len(suffix) >= least:
            bare = bare[: -len(suffix)]
    return bare


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
