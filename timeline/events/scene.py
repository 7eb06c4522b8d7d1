"""A sentence as its actors stand in it: which phrases belong to which trigger, and what they look like."""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import dataclass

from timeline.events.clauses import Clause, Reading, Trigger
from timeline.events.lexicon import cues
from timeline.events.phrases import Phrase
from timeline.model import ActorMention
from timeline.text import Text

PUNCTUATION = frozenset('؛;:–—|()[]«»"“”-')


@dataclass(frozen=True, slots=True, eq=False)
class Scene:
    """The noun phrases `found` in a sentence that was read; `timed` are the tokens of time expressions."""

    text: Text
    reading: Reading
    found: Sequence[Phrase]
    actors: Sequence[ActorMention]
    timed: Set[int]

    def near(self, trigger: Trigger) -> list[Phrase]:
        """The phrases of the trigger's clause."""
        first, last = self._extent(trigger.clause)
        return [p for p in self.found if p.first >= first and p.last <= last and not self._bracketed(p)]

    def _bracketed(self, phrase: Phrase) -> bool:
        """Whether it only says another name: حركة المقاومة (حماس)."""
        return self.text.forms[phrase.first - 1 : phrase.first] == ["("]

    def _extent(self, at: int) -> tuple[int, int]:
        """The clause with what brackets, dashes and quotation marks only set off in it."""
        clauses = self.reading.clauses
        last = at
        while last + 1 < len(clauses) and self._set_off(clauses[last + 1]):
            last += 1
        return clauses[at].first, clauses[last].last

    def _set_off(self, clause: Clause) -> bool:
        return (
            clause.kind == "opener" and clause.verb is None and self.text.forms[clause.first] in PUNCTUATION
        )

    def foreground(self, verb: Trigger) -> int:
        """The token where a verb's clause turns to another event: أعلن … | بعد اتهام …"""
        last = self._extent(verb.clause)[1]
        forms = self.text.forms
        return next((i for i in range(verb.last, last) if forms[i] in cues("background")), last)

    def next_deed(self, trigger: Trigger) -> int:
        """Where the next event of the sentence is named, whose phrases are not this one's."""
        later = (t.first for t in self.reading.triggers if t.first > trigger.last and t.entry.use == "event")
        return next(later, self.reading.sentence.last)

    def after(self, trigger: Trigger) -> str:
        """The form of the token after a trigger, "." at the end of the sentence."""
        return self.form_at(trigger.last)

    def form_at(self, token: int) -> str:
        """The form of a token, "." at the end of the sentence."""
        return self.text.forms[token] if token < self.reading.sentence.last else "."

    def is_people(self, phrase: Phrase) -> bool:
        """Whether it names people by what they are."""
        actor = self.actors[phrase.heads[0]]
        return actor.kind == "group" or actor.form == "adjective"

    def accusative(self, phrase: Phrase) -> bool:
        """Whether its ending says that the phrase is no subject: استهدفت نازحين, اعتقلت شابا."""
        return self.is_people(phrase) and not phrase.marker and self._head(phrase).endswith(("ين", "ا"))

    def nominative(self, phrase: Phrase) -> bool:
        """Whether its ending says that the phrase is no object: مستوطنون, جنديان."""
        return self.is_people(phrase) and self._head(phrase).endswith(("ون", "ان"))

    def can_suffer(self, phrase: Phrase, subject: Phrase | None) -> bool:
        """Whether the phrase can be an object, and no title of the person before it: قال فلان أمين عام."""
        follows = subject is not None and subject.kind == "person" and phrase.first == subject.last
        apposed = follows and phrase.kind == "person" and self.titled(phrase)
        return not apposed and not self.nominative(phrase)

    def _head(self, phrase: Phrase) -> str:
        return self.text.forms[phrase.first]

    def names_person(self, phrase: Phrase) -> bool:
        """Whether it is a person's name."""
        actor = self.actors[phrase.heads[0]]
        return actor.kind == "person" and actor.form == "name"

    def titled(self, phrase: Phrase) -> bool:
        """Whether it is an office or a kind of person, after which the name can come."""
        what = self.actors[phrase.heads[0]]
        described = what.form == "description" and what.kind != "organisation"
        return not self.names_person(phrase) and (phrase.led or described)
