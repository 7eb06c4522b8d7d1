"""Records as the JSON of the command line, and back. Dates are ISO; None is null."""

from __future__ import annotations

from dataclasses import fields
from datetime import date
from functools import cache
from typing import TYPE_CHECKING, Any, TypeVar

from timeline.model import (
    ActorMention,
    Annotation,
    Article,
    DateClaim,
    Event,
    EventActor,
    EventMention,
    Participant,
    Quantity,
    Timex,
)

if TYPE_CHECKING:
    from _typeshed import DataclassInstance

Json = dict[str, Any]
R = TypeVar("R", bound="DataclassInstance")


def annotation_to_json(annotation: Annotation) -> Json:
    """One line of `timeline annotate`: the article's fields, timexes, actors, events."""
    out: Json = _plain(annotation)
    return out.pop("article") | out  # type: ignore[no-any-return]


def annotation_from_json(data: Json) -> Annotation:
    """The inverse of `annotation_to_json`; unknown fields are ignored.

    Raises KeyError, TypeError or ValueError where a needed field is missing or malformed.
    """
    return Annotation(
        article=_build(Article, data),
        timexes=tuple(_build(Timex, t) for t in data.get("timexes", ())),
        actors=tuple(_build(ActorMention, a) for a in data.get("actors", ())),
        events=tuple(_event_mention(e) for e in data.get("events", ())),
    )


def event_to_json(event: Event) -> Json:
    """One line of `timeline merge`."""
    return _plain(event)  # type: ignore[no-any-return]


def event_from_json(data: Json) -> Event:
    """The inverse of `event_to_json`; raises as `annotation_from_json` does."""
    return _build(
        Event,
        data
        | {
            "dates": tuple(_build(DateClaim, d) for d in data["dates"]),
            "actors": tuple(_build(EventActor, a) for a in data["actors"]),
        },
    )


def _event_mention(data: Json) -> EventMention:
    return _build(
        EventMention,
        data
        | {
            "also": tuple(tuple(span) for span in data.get("also", ())),
            "actors": tuple(_build(Participant, p) for p in data.get("actors", ())),
            "numbers": tuple(_build(Quantity, q) for q in data.get("numbers", ())),
        },
    )


def _build(record: type[R], data: Json) -> R:
    """A record from its fields; lists become tuples and ISO strings dates."""
    return record(**{name: _value(name, data[name]) for name in _names(record) if name in data})


def _value(name: str, value: Any) -> Any:
    if name in ("published", "begin", "until") and isinstance(value, str):
        return date.fromisoformat(value[:10])
    return tuple(value) if isinstance(value, list) else value


_PLAIN = frozenset((str, int, float, bool, type(None)))


@cache
def _names(record: Any) -> tuple[str, ...]:
    return tuple(field.name for field in fields(record))


def _plain(value: Any) -> Any:
    """A record as JSON has it. dataclasses.asdict copies every value and takes ten times as long."""
    kind: Any = type(value)
    if kind in _PLAIN:
        return value
    if kind is tuple:
        return [_plain(each) for each in value]
    if kind is date:
        return value.isoformat()
    return {name: _plain(getattr(value, name)) for name in _names(kind)}
