"""What a sentence is read as: its clauses, and the words in them that can name events."""

from __future__ import annotations

from dataclasses import dataclass, field

from timeline.events.lexicon import Entry
from timeline.model import Span
from timeline.morphology import Analysis
from timeline.text import Sentence, Text


@dataclass(slots=True, eq=False)
class Trigger:
    """A word that can name an event: tokens [first, last), how it is read, and where it stands.

    `carrier` is the verb that takes this noun along (شن غارة), `heads` the weak nouns before it (عملية
    تهريب), `twin` the noun that و joins it to; `cut` counts the characters of its proclitics.
    """

    first: int
    last: int
    cut: int
    entry: Entry
    inflection: Analysis | None
    clause: int
    carrier: Trigger | None = None
    heads: list[Trigger] = field(default_factory=list)
    twin: Trigger | None = None

    @property
    def is_verb(self) -> bool:
        """Whether the trigger is a finite verb."""
        return self.inflection is not None and self.inflection.pos == "verb"

    def span(self, text: Text) -> Span:
        """The trigger's characters without proclitics; ال stays."""
        return text.starts[self.first] + self.cut, text.ends[self.last - 1]


@dataclass(slots=True)
class Clause:
    """Tokens [first, last) with at most one finite verb; `kind` is how it opens."""

    first: int
    last: int
    kind: str
    verb: Trigger | None = None


@dataclass(slots=True)
class Reading:
    """A sentence as it was read."""

    sentence: Sentence
    clauses: list[Clause] = field(default_factory=list)
    triggers: list[Trigger] = field(default_factory=list)
    plans: set[int] = field(default_factory=set)
    times: set[int] = field(default_factory=set)

    def before(self, text: Text, token: int) -> str:
        """The form of the token before one of the sentence, "" at its start."""
        return text.forms[token - 1] if token > self.sentence.first else ""

    def planned_at(self, first: int) -> bool:
        """Whether the clause that starts at token `first` follows a word of planning: من المقرر أن."""
        return first in self.plans

    def opens_time(self, first: int) -> bool:
        """Whether the clause that starts at token `first` tells of the time of the one before: عندما, حيث."""
        return first in self.times
