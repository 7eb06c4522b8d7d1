"""Stages of one affair: the talks, the vote and the signing are three events, each following the last."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable
from datetime import date, timedelta
from itertools import combinations

from timeline import text
from timeline.merge.words import stems
from timeline.model import Event

HORIZON = timedelta(days=92)
"""An affair that is silent for a quarter of a year is over."""

SHARED = 2
"""Actors, and words beyond their names, that a stage shares with the one before."""

RECENT = 20
"""How many earlier events of the same two actors are looked at, the latest first."""


def follow(events: Iterable[Event]) -> dict[str, str]:
    """Event → the event that it follows: the latest earlier one with the same actors on the same matter.

    Both are dated to a week or better, lie within HORIZON, and share SHARED actors and SHARED words of
    their titles beyond the names of those actors. Events that follow none are left out.
    """
    dated = sorted((e for e in events if e.begin and e.granularity in ("day", "week")), key=_begin)
    past: dict[tuple[str, ...], list[Event]] = defaultdict(list)
    words = {event.id: _matter(event) for event in dated}
    found: dict[str, str] = {}
    for event in dated:
        pairs = list(combinations(sorted(actor.id for actor in event.actors), SHARED))
        earlier = {e.id: e for pair in pairs for e in past[pair][-RECENT:] if _before(e, event)}
        alike = [e for e in earlier.values() if len(words[e.id] & words[event.id]) >= SHARED]
        if alike:
            found[event.id] = max(alike, key=_begin).id
        for pair in pairs:
            past[pair].append(event)
    return found


def _begin(event: Event) -> tuple[date, str]:
    return event.begin or date.max, event.id


def _before(earlier: Event, later: Event) -> bool:
    """Whether `earlier` had ended when `later` began, not long before."""
    return bool(
        earlier.until
        and later.begin
        and earlier.until <= later.begin
        and later.begin - earlier.until <= HORIZON
    )


def _matter(event: Event) -> frozenset[str]:
    """The stems of the title that name none of the event's actors."""
    named = stems(form for actor in event.actors for form in text.read(actor.name).forms)
    return frozenset(stems(text.read(event.title).forms)).difference(named)
