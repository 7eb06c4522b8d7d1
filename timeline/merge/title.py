"""Titles: a short phrase that names an event, cut from what was written and never reworded."""

from __future__ import annotations

from functools import cache

from timeline import text
from timeline.lexicon import table
from timeline.model import Annotation, EventMention

LONGEST = 14
"""Tokens: what a reader takes in at a glance, and a timeline can show."""

LEAST = 3
"""Tokens that a phrase has before the next clause may end it."""

_STOPS = frozenset("\n.،؛؟!:,;?»”…|–—")
_NOT_LAST = frozenset({"-", "«", "“", "(", "[", '"', "'"})


def phrase(tokens: text.Text, annotation: Annotation, event: EventMention) -> str:
    """The event's clause from its trigger on, or from its source where that comes first (بوتين يزور …).

    It ends before the next clause, and after LONGEST tokens at the most. Proclitics of its first word
    are left out.
    """
    start = _start(tokens, annotation, event)
    first = tokens.token_at(start)
    last = first + 1
    while last < len(tokens) and tokens.starts[last] < event.sentence[1] and not _closes(tokens, first, last):
        last += 1
    while last > first + 1 and (tokens.forms[last - 1] in _NOT_LAST or _word_kind(tokens.forms[last - 1])):
        last -= 1
    return annotation.article.text[start : tokens.ends[last - 1]]


def _start(tokens: text.Text, annotation: Annotation, event: EventMention) -> int:
    """The trigger, or the nearest source before it in the same clause."""
    trigger = tokens.token_at(event.trigger[0])
    sources = (annotation.actors[part.mention].start for part in event.actors if part.role == "source")
    for start in sorted(sources, reverse=True):
        first = tokens.token_at(start)
        near = event.sentence[0] <= start < event.trigger[0] and trigger - first < LONGEST // 2
        if near and not any(_closes(tokens, first, i) for i in range(first + 1, trigger)):
            return start
    return event.trigger[0]


def _closes(tokens: text.Text, first: int, at: int) -> bool:
    """Whether the token at `at` ends the phrase that began at `first`."""
    if tokens.forms[at] in _STOPS:
        inside = tokens.glued(at) and at + 1 < len(tokens) and tokens.glued(at + 1)  # 3.5, 12:30
        return not inside
    return at - first >= LONGEST or (at - first >= LEAST and _word_kind(tokens.forms[at]) == "clause")


def _word_kind(form: str) -> str | None:
    """ "clause" for a word that opens a clause, "link" for one that cannot end a phrase."""
    return _kinds().get(form)


@cache
def _kinds() -> dict[str, str]:
    return {row["word"]: row["kind"] for row in table("ar/clause_words.tsv")}
