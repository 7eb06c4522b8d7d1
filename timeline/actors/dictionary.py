"""Whether a token is an ordinary Arabic word: simplemma's dictionary, with clitics and endings taken off.

What the dictionary does not know is most often a foreign name; the ordinary words that it lacks are in
lexicon/ar/ordinary_words.tsv.
"""

from __future__ import annotations

from collections.abc import Set
from functools import cache

from simplemma.strategies.dictionaries.dictionary_factory import DefaultDictionaryFactory

from timeline.lexicon import table
from timeline.text import form

_LONG_VOWELS = frozenset("اويه")


@cache
def words() -> Set[str]:
    """Every word of the dictionary, inflected forms and lemmas, as lexicon keys."""
    known = {form(row["word"]) for row in table("ar/ordinary_words.tsv")}
    for word, lemma in DefaultDictionaryFactory().get_dictionary("ar").items():
        known.add(form(_text(word)))
        known.add(form(_text(lemma)))
    return known


def _text(word: str | bytes) -> str:
    return word.decode("utf-8") if isinstance(word, bytes) else word


@cache
def _affixes() -> tuple[tuple[str, ...], tuple[tuple[str, str], ...]]:
    """The prefixes, and the suffixes with what the stem may have lost before them."""
    lost = {"suffix": "", "feminine": "ه", "hamza": "اء"}
    rows = table("ar/affixes.tsv")
    prefixes = ("", *(row["affix"] for row in rows if row["kind"] == "prefix"))
    suffixes = [(row["affix"], lost[row["kind"]]) for row in rows if row["kind"] != "prefix"]
    return prefixes, (("", ""), *suffixes)


def listed(token: str) -> bool:
    """Whether the dictionary has a token as it stands, so that its first letter is no proclitic (وابل)."""
    return token in words()


def ordinary(token: str) -> bool:
    """Whether a token is an Arabic word, inflected or not, rather than a foreign name."""
    prefixes, _ = _affixes()
    return _verbal(token) or any(
        token.startswith(prefix) and _inflected(token[len(prefix) :]) for prefix in prefixes
    )


def _inflected(rest: str) -> bool:
    """Whether the dictionary has what is left of a word when one of the suffixes is taken off."""
    known = words()
    for suffix, lost in _affixes()[1]:
        stem = rest.removesuffix(suffix)
        if rest.endswith(suffix) and len(stem) > 1 and (stem in known or (lost and stem + lost in known)):
            return True
    return False


def _verbal(token: str) -> bool:
    """Whether an unknown token looks like a verb: four letters, the last three a root (يفند)."""
    return len(token) == 4 and token[0] in "يت" and not set(token[1:]) & _LONG_VOWELS
