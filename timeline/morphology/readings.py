"""The readings of an Arabic word in a morphological database: a prefix, a stem and a suffix that go together.

They are those of camel_tools' Analyzer (tests/test_morphology.py compares the two), which looks into every
word for digits, punctuation and foreign letters first and needs seven times as long.
"""

from __future__ import annotations

from collections.abc import Iterator
from itertools import product
from typing import Any

Parts = list[tuple[str, dict[str, str]]]
"""The entries of one spelling in a table of the database: category and features."""


def readings(database: Any, word: str) -> Iterator[dict[str, str]]:
    """The features of each reading of a folded word; none where the database knows no such word.

    `database` is camel_tools' MorphologyDB. A suffix overrules its stem, a prefix both.
    """
    starts, ends = database.prefix_stem_compat, database.stem_suffix_compat
    around = database.prefix_suffix_compat
    for prefixes, stems, suffixes in _segmentations(database, word):
        for (before, first), (middle, stem), (after, last) in product(prefixes, stems, suffixes):
            together = middle in starts[before] and after in ends.get(middle, ())
            if together and after in around.get(before, ()):
                yield stem | last | first


def _segmentations(database: Any, word: str) -> Iterator[tuple[Parts, Parts, Parts]]:
    """The ways to split a word into parts that are all known, the shortest prefix first."""
    size, longest = len(word), database.max_suffix_size
    for begin in range(min(database.max_prefix_size, size - 1) + 1):
        prefixes = database.prefix_hash.get(word[:begin])
        for end in range(max(begin + 1, size - longest), size + 1) if prefixes else ():
            stems = database.stem_hash.get(word[begin:end])
            suffixes = database.suffix_hash.get(word[end:]) if stems else None
            if suffixes:
                yield prefixes, stems, suffixes
