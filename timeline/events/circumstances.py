"""What tells an attack that is reported from one that is talked about, in a sentence without its article."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date

from timeline.events.draft import Draft
from timeline.events.lexicon import cues
from timeline.model import ActorMention, Timex
from timeline.text import Sentence, Text

_KINDS = ("weapon", "wound", "commentary")
_MOST = 3
"""Words of a kind that count; more say no more."""
_LONG = 40
_RECENT = 3
"""Days around publication that news is of."""


def details(text: Text, sentence: Sentence) -> tuple[str, ...]:
    """How much a sentence has of weapons, wounds and commentary, and whether it is long."""
    forms = text.forms[sentence.first : sentence.last]
    counts = ((kind, sum(form in cues(kind) for form in forms)) for kind in _KINDS)
    length = "long" if len(forms) > _LONG else "short"
    return (length, *(f"{kind} {min(count, _MOST)}" for kind, count in counts if count))


def cast(draft: Draft, actors: Sequence[ActorMention]) -> Iterator[str]:
    """What kind of actors play which role: an army by name, gunmen by what they are."""
    for mention, role in draft.roles.items():
        yield f"{role} {actors[mention].kind} {actors[mention].form}"


def time(timex: Timex | None, published: date | None) -> Iterator[str]:
    """How exactly the text dates it, and whether in the days of the news."""
    if timex is None or timex.begin is None:
        return
    yield f"in a {timex.granularity}"
    if published is not None:
        yield "recent" if abs((published - timex.begin).days) <= _RECENT else "old"
