"""Who takes part: each actor once, by the mention that a reader would look at."""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Sequence

from timeline.events.draft import Draft
from timeline.model import ActorMention, Participant, Span


class Participants:
    """The actors of one document, by the places that name them."""

    def __init__(self, actors: Sequence[ActorMention]) -> None:
        self.actors = actors
        self.names: dict[str, list[int]] = defaultdict(list)
        for mention, actor in enumerate(actors):
            if actor.form == "name":
                self.names[actor.id].append(mention)

    def of(self, draft: Draft) -> tuple[Participant, ...]:
        """Each actor of an event once, as its own sentence names it, or else the nearest before it."""
        sentence = draft.reading.sentence.start, draft.reading.sentence.end
        chosen: dict[str, tuple[int, int]] = {}
        for mention in sorted(draft.roles, key=lambda m: not self._inside(m, sentence)):
            named = self._named(mention, sentence, draft.span[0])
            chosen.setdefault(self.actors[mention].id, (named, mention))
        return tuple(Participant(named, draft.roles[mention]) for named, mention in sorted(chosen.values()))

    def _inside(self, mention: int, sentence: Span) -> bool:
        return sentence[0] <= self.actors[mention].start < sentence[1]

    def _named(self, mention: int, sentence: Span, trigger: int) -> int:
        """The mention to show for one that stands elsewhere."""
        actor = self.actors[mention]
        if self._inside(mention, sentence):
            return mention
        names = self.names.get(actor.id, [])
        here = [m for m in names if self._inside(m, sentence)]
        if here:
            return min(here, key=lambda m: abs(self.actors[m].start - trigger))
        earlier = bisect_left(names, trigger, key=lambda m: self.actors[m].start)
        return names[earlier - 1] if earlier else mention
