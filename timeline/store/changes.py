"""What is new in a store since somebody last read it, told by comparing what its rows hold.

Every write may change any row, whoever made it, so nothing is logged: fingerprints of the rows are compared,
and only those rows are parsed that differ. That costs a twentieth of reading all of them.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, Generic, TypeVar

from sqlalchemy import Connection, Select, select

from timeline.model import Annotation, Event
from timeline.store import schema
from timeline.store.records import annotation_from_text, event_from_text

R = TypeVar("R")

Seen = Mapping[str, int]
"""The fingerprint of each row that a reader has read, by id."""


@dataclass(frozen=True, slots=True)
class Change(Generic[R]):
    """Records that are new or differ, by id; the ids of those that are gone; all that is there now."""

    new: dict[str, R]
    gone: frozenset[str]
    seen: Seen


@dataclass(frozen=True, slots=True)
class Known:
    """How much of a store a reader knows; nothing to begin with."""

    version: int = -1
    events: Seen = field(default_factory=dict)
    annotations: Seen = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Changes:
    """What a reader does not know yet, of the events that are not hidden and of the annotations."""

    events: Change[Event]
    annotations: Change[Annotation]
    known: Known


def since(connection: Connection, known: Known) -> Changes:
    """What has changed since. The version is read first: what is written meanwhile is found the next time."""
    event, article = schema.event, schema.article
    version = int(connection.execute(select(schema.state.c.version)).scalar_one())
    shown = select(event.c.id, event.c.data).where(event.c.hidden.is_(False))
    events = _compared(connection, shown, known.events, event_from_text)
    read = select(article.c.id, article.c.annotation)
    annotations = _compared(connection, read, known.annotations, annotation_from_text)
    return Changes(events, annotations, Known(version, events.seen, annotations.seen))


def _compared(connection: Connection, rows: Select[Any], known: Seen, parse: Callable[[str], R]) -> Change[R]:
    new, seen = {}, {}
    for id, text in connection.execute(rows):
        seen[id] = hash(text)
        if known.get(id) != seen[id]:
            new[id] = parse(text)
    return Change(new, frozenset(known.keys() - seen.keys()), seen)
