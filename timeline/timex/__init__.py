"""Time expressions: recognised and resolved (TIMEX3, ISO 24617-1).

    lexicon → grammar → resolve

`tag(text, published)` reads articles, `typed(words)` what people type. The words are in lexicon/ar/time, each
rule of the grammar stands beside its examples, and the spec's examples are in tests/corpus/timex.tsv.
"""

from timeline.timex.resolve import Settings
from timeline.timex.tagger import tag
from timeline.timex.typed import typed

__all__ = ["Settings", "tag", "typed"]
