"""The headline's first clause, which is the news. What و adds (والمقاومة تتصدى) is other news of the day."""

from __future__ import annotations

from collections.abc import Sequence

from timeline import text
from timeline.actors.dictionary import listed
from timeline.events.headline import KICKER
from timeline.merge.words import stems

LEAST = 3
"""Tokens that a clause has before و may end it."""

TOLD = 2
"""Content words that it has by then."""


def first_clause(title: text.Text) -> Sequence[str]:
    """The token forms of the first clause, without a kicker that names the topic (الحرب على غزة..)."""
    sentences = title.sentences
    kicker = len(sentences) > 1 and sentences[0].last - sentences[0].first <= KICKER
    first = sentences[1].first if kicker else 0
    for i in range(first + LEAST, len(title)):
        if _joins(title.forms[i]) and len(stems(title.forms[first:i])) >= TOLD:
            return title.forms[first:i]
    return title.forms[first:]


def _joins(form: str) -> bool:
    """Whether a word begins with the conjunction و, which is no letter of its own as in وقف."""
    return form.startswith("و") and len(form) > LEAST and not listed(form)
