"""Meaning and context → TIMEX3 value and interval.

The context is the reference day (the document creation time), the tense of the clause and the last date told.
Whatever the text and its context do not settle stays open: no begin, no until, and X in the value.
"""

from timeline.timex.resolve import dates, days, eras, parts, ranges, relative
from timeline.timex.resolve.value import Context, Settings, Value, resolve

__all__ = ["Context", "Settings", "Value", "dates", "days", "eras", "parts", "ranges", "relative", "resolve"]
