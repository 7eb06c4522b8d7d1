"""Every record of the project: frozen, slotted, and nothing else.

Offsets count Unicode code points of the document's text, start inclusive, end exclusive.
Intervals are [begin, until): `until` is the first day that no longer belongs. Unknown is None.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from typing import Literal, TypeAlias

Span: TypeAlias = tuple[int, int]

Granularity: TypeAlias = Literal["day", "week", "month", "quarter", "year", "decade", "century", "range"]
TimexType: TypeAlias = Literal["DATE", "TIME", "DURATION", "SET"]
Status: TypeAlias = Literal["past", "ongoing", "future", "negated", "hypothetical"]
DatedBy: TypeAlias = Literal["timex", "dct", "context", "none"]
Role: TypeAlias = Literal["source", "target", "other"]
ActorKind: TypeAlias = Literal["person", "state", "organisation", "place", "group"]
ActorForm: TypeAlias = Literal["name", "adjective", "description", "pronoun"]
PublishedSource: TypeAlias = Literal["given", "metadata", "url", "byline", "inferred", "unknown"]


@dataclass(frozen=True, slots=True)
class Article:
    """One news article. `text` is the whole document, headline included, exactly as given.

    `title` is the given title ("" where there is none); when it is given, `text` starts with
    it and a line break. `published` is the document creation time (TimeML's DCT) at its own local date, and
    `published_why` says in words how it was found where it was not simply given.
    """

    id: str
    text: str
    title: str = ""
    published: date | None = None
    published_source: PublishedSource = "unknown"
    published_why: str = ""
    source: str = ""
    url: str = ""
    language: str = "ar"


@dataclass(frozen=True, slots=True)
class Timex:
    """A time expression with its TIMEX3 value (TimeML / ISO 24617-1) and calendar interval.

    `begin` and `until` are None for durations, sets and whatever the text leaves open; `open`
    marks ranges with one end unsaid (since …, until …).
    """

    start: int
    end: int
    text: str
    type: TimexType
    value: str
    mod: str | None = None
    begin: date | None = None
    until: date | None = None
    granularity: Granularity | None = None
    open: bool = False


@dataclass(frozen=True, slots=True)
class ActorMention:
    """A place in the text that names an actor. The span leaves out proclitics and titles.

    `id` is shared by every mention of the same actor, across documents: "iso:PRK",
    "person:…", "org:…", "place:…", "group:…". `name` is its Arabic display name.
    """

    start: int
    end: int
    text: str
    id: str
    name: str
    kind: ActorKind
    form: ActorForm = "name"


@dataclass(frozen=True, slots=True)
class Participant:
    """The part an actor plays in an event: `mention` indexes the document's actor mentions."""

    mention: int
    role: Role


@dataclass(frozen=True, slots=True)
class Quantity:
    """A counted thing: 7000 حاوية has value 7000 and unit حاوية; `of` says what was done to them."""

    start: int
    end: int
    value: float
    unit: str | None = None
    of: str | None = None


@dataclass(frozen=True, slots=True)
class EventMention:
    """One event as one document reports it. `type` and `mode` are PLOVER's, or "OTHER" and None.

    `also` are the other words for it in the document. `timex` indexes the document's time
    expressions; `dated_by` says where the interval comes from, so a fallback is always visible.
    `main` marks the event that the headline reports: at most one a document.
    """

    id: str
    sentence: Span
    trigger: Span
    type: str
    status: Status
    also: tuple[Span, ...] = ()
    mode: str | None = None
    begin: date | None = None
    until: date | None = None
    granularity: Granularity | None = None
    dated_by: DatedBy = "none"
    timex: int | None = None
    actors: tuple[Participant, ...] = ()
    place: int | None = None
    numbers: tuple[Quantity, ...] = ()
    main: bool = False
    confidence: float = 1.0


@dataclass(frozen=True, slots=True)
class Annotation:
    """An article and all that was read in it; tuples are in text order."""

    article: Article
    timexes: tuple[Timex, ...] = ()
    actors: tuple[ActorMention, ...] = ()
    events: tuple[EventMention, ...] = ()


@dataclass(frozen=True, slots=True)
class DateClaim:
    """An interval that reports claim for an event, and how many independent articles claim it."""

    begin: date | None
    until: date | None
    granularity: Granularity | None
    articles: int


@dataclass(frozen=True, slots=True)
class EventActor:
    """An actor of a merged event."""

    id: str
    name: str
    kind: ActorKind
    role: Role


@dataclass(frozen=True, slots=True)
class Event:
    """What happened, once, however many articles report it.

    `dates` holds every claimed date, the best supported and most precise first; `begin`, `until`
    and `granularity` repeat the first. `mentions` are ids of event mentions, `articles` of
    documents. `follows` is the id of an earlier stage of the same affair.
    """

    id: str
    title: str
    type: str
    status: Status
    mode: str | None = None
    begin: date | None = None
    until: date | None = None
    granularity: Granularity | None = None
    dates: tuple[DateClaim, ...] = ()
    actors: tuple[EventActor, ...] = ()
    place: str | None = None
    articles: tuple[str, ...] = ()
    mentions: tuple[str, ...] = ()
    confidence: float = 1.0
    follows: str | None = None


@dataclass(frozen=True, slots=True)
class Evidence:
    """One comparison that spoke for (positive) or against (negative) two mentions being one event.

    `weight` is a match weight, log2 of the Bayes factor (Fellegi & Sunter; Splink).
    """

    comparison: str
    level: str
    weight: float


@dataclass(frozen=True, slots=True)
class Link:
    """A scored pair of event mentions; `weight` is the sum of its evidence and the prior."""

    left: str
    right: str
    weight: float
    evidence: tuple[Evidence, ...] = ()


@dataclass(frozen=True, slots=True)
class Correction:
    """What a user set right; the log is append-only. `undone` is when it was taken back.

    kinds and their fields: "same" (mentions: two or more that are one event), "split"
    (mentions: those that are not the rest of `event`), "date" (event; begin, until, granularity),
    "hide" (event).
    """

    id: int
    kind: Literal["same", "split", "date", "hide"]
    author: str
    at: datetime
    event: str | None = None
    mentions: tuple[str, ...] = ()
    begin: date | None = None
    until: date | None = None
    granularity: Granularity | None = None
    undone: datetime | None = None
