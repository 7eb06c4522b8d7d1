"""Which events a command shows or exports: the same filters for both."""

from __future__ import annotations

from argparse import ArgumentParser, ArgumentTypeError, Namespace
from collections.abc import Iterable, Iterator
from typing import TYPE_CHECKING

from timeline import text
from timeline.cli.dates import interval
from timeline.cli.numbers import share
from timeline.model import Event

if TYPE_CHECKING:
    from timeline.store import Store

_STATUSES = ("past", "ongoing", "future", "negated", "hypothetical")


def describe(parser: ArgumentParser) -> None:
    """The filters' arguments; each may be given once, and an event must pass all of them."""
    group = parser.add_argument_group("filters")
    when = 'DATE as 2024, 2024-06, 2024-06-18 or "مارس 2024"'
    group.add_argument("--from", dest="since", type=interval, metavar="DATE", help=f"not before the {when}")
    group.add_argument(
        "--to", dest="to", type=interval, metavar="DATE", help="not after that day, month or year"
    )
    group.add_argument(
        "--actor", metavar="NAME", help="with this actor: a name, part of one, or an id such as iso:PRK"
    )
    group.add_argument("--place", metavar="NAME", help="at this place: the same")
    types = "PLOVER type: CONSULT, ASSAULT, … or its name"
    group.add_argument("--type", type=event_type, metavar="TYPE", help=types)
    group.add_argument("--status", choices=_STATUSES, help="past, ongoing, future, negated or hypothetical")
    group.add_argument("--source", metavar="NAME", help="reported by this outlet")
    group.add_argument(
        "--search", metavar="WORDS", help="whose title, actors or sentences have all these words"
    )
    group.add_argument("--confidence", type=share, default=0.0, metavar="P", help="at least so sure: 0 to 1")
    group.add_argument("--undated", action="store_true", help="only events without a date")


def event_type(words: str) -> str:
    """The type that is meant by its key, or its Arabic or English name. Raises ArgumentTypeError for none."""
    from timeline import labels  # noqa: PLC0415 (slow to load)

    types = labels.keys("type")
    wanted = text.form(words.strip().lower())
    for key in types:
        names = (key, *(labels.name("type", key, language) for language in ("ar", "en")))
        if wanted in (text.form(name.lower()) for name in names):
            return key
    raise ArgumentTypeError(f"{words!r} is no type; choose one of {', '.join(types)}")


def select(store: Store, options: Namespace) -> list[Event]:
    """The events that pass every filter, oldest first."""
    events: Iterable[Event] = store.events()
    if options.search:
        found = store.search(options.search)
        events = (event for event in events if event.id in found)
    if options.source:
        wanted = text.form(options.source)
        told = {entry.id for entry in store.articles() if wanted in text.form(entry.source)}
        events = (event for event in events if told.intersection(event.articles))
    return [event for event in events if _in_time(event, options) and _named(event, options)]


def _in_time(event: Event, options: Namespace) -> bool:
    if options.undated or not (event.begin and event.until):
        return not (event.begin and event.until) and not (options.since or options.to)
    after = not options.since or event.until > options.since[0]
    return after and (not options.to or event.begin < options.to[1])


def _named(event: Event, options: Namespace) -> bool:
    actors = (word for actor in event.actors for word in (actor.id, actor.name))
    return (
        (not options.type or event.type == options.type)
        and (not options.status or event.status == options.status)
        and (not options.actor or _meant(options.actor, actors))
        and (not options.place or _meant(options.place, _places(event)))
        and event.confidence >= options.confidence
    )


def _places(event: Event) -> Iterator[str]:
    if event.place:
        yield event.place
        yield from (actor.name for actor in event.actors if actor.id == event.place)


def _meant(asked: str, names: Iterable[str]) -> bool:
    wanted = text.form(asked.strip())
    return any(wanted in text.form(name) for name in names)
