"""An event mention while it is being put together."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import Literal

from timeline.events.clauses import Reading, Trigger
from timeline.model import DatedBy, Granularity, Quantity, Role, Span, Status

Position = Literal["headline", "lead", "early", "late", "untitled"]
"""Where the document tells it: early, in the second sentence of the body; untitled, without a headline."""

Foremost = tuple[bool, bool, bool, int]
"""What ranks the events of a headline: quoted, sets the scene, carries another or is aimed at, position."""


@dataclass(slots=True, eq=False)
class Draft:
    """One trigger on its way to an event.

    `line` is its sentence's number, `headline` and `lead` say whether either tells it, `roles` maps actor
    mentions to roles, `people` persons to their ids; `foremost` is its rank in the headline.
    """

    trigger: Trigger
    reading: Reading
    line: int
    status: Status
    position: Position
    type: str
    mode: str | None
    span: Span
    score: float = 0.0
    timex: int | None = None
    begin: date | None = None
    until: date | None = None
    granularity: Granularity | None = None
    dated_by: DatedBy = "none"
    roles: dict[int, Role] = field(default_factory=dict)
    people: dict[int, str] = field(default_factory=dict)
    place: int | None = None
    numbers: list[Quantity] = field(default_factory=list)
    also: list[Span] = field(default_factory=list)
    main: bool = False
    foremost: Foremost | None = None
    aside: bool = False
    hurt: bool = False
    talk: bool = False
    headline: bool = field(init=False)
    lead: bool = field(init=False)

    def __post_init__(self) -> None:
        """At first an event is told where its trigger stands; others may join it."""
        self.headline, self.lead = self.position == "headline", self.position == "lead"

    counted: bool = False
    circumstances: tuple[str, ...] = ()
    lone: bool = False
    casualties: list[Draft] = field(default_factory=list)

    @property
    def lemma(self) -> str:
        """The trigger's lemma, a lexicon key."""
        return self.trigger.entry.lemma

    @property
    def use(self) -> str:
        """How the lemma counts as an event (verbs.tsv)."""
        return self.trigger.entry.use

    def take(self, other: Draft) -> None:
        """Make `other` but another word for this event, which has its actors and time if it lacks them."""
        self.also += [other.span, *other.also]
        self.timex = other.timex if self.timex is None else self.timex
        for mention, role in other.roles.items():
            self.roles.setdefault(mention, role)

    def of_role(self, role: Role) -> list[int]:
        """The actor mentions with a role."""
        return [mention for mention, played in self.roles.items() if played == role]
