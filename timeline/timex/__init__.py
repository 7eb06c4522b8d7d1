"""Time expressions: recognised and resolved (TIMEX3, ISO 24617-1).

    lexicon → grammar → resolve

`tag(text, published)` is all that others call.
"""

from __future__ import annotations

from datetime import date

from timeline.model import Timex
from timeline.text import Text
from timeline.timex.resolve import Settings
from timeline.timex.tagger import tag

__all__ = ["Settings", "tag"]
_ = (date, Timex, Text)
