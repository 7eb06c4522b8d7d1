"""Merging inside the store: only the neighbourhood of what changed is clustered again."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from typing import Any

from sqlalchemy import Connection, Row, bindparam, delete, insert, select, update

from timeline.merge import Inferred, Report, assemble, cluster, infer_published, settle
from timeline.model import Event, Link
from timeline.store import corrections, mentions, neighbourhood, schema, search
from timeline.store.database import batches, mapping
from timeline.store.records import event_from_text, event_to_text, link_to_row
from timeline.store.stages import follow_again

_MENTION, _EVENT, _LINK, _ALIAS = schema.mention, schema.event, schema.link, schema.alias

Groups = Mapping[str, Sequence[str]]


def merge(
    connection: Connection, numbers: Iterable[int], events: Collection[str] = ()
) -> dict[str, Inferred]:
    """Cluster again around the mentions `numbers` and all of `events`, and write what came of it.

    Returns the publication dates that undated articles turn out to have.
    """
    groups = _regroup(connection, neighbourhood.around(connection, numbers, events), events)
    return infer_published(groups)


def regroup(connection: Connection, numbers: Iterable[int]) -> None:
    """Cluster the mentions `numbers` again, and those of the same events; all others stay as they are."""
    _regroup(connection, neighbourhood.whole(connection, numbers))


def retell(connection: Connection, event: str) -> None:
    """Write an event again with the mentions that it has, for what was said of it."""
    rows = neighbourhood.rows(connection, sorted(neighbourhood.members_of(connection, [event])))
    reports = {row.id: mentions.report_from_text(row.report) for row in rows}
    _tell(connection, {event: list(reports)}, reports, _stored(connection, [event]))


def _regroup(
    connection: Connection, rows: Sequence[Row[Any]], events: Collection[str] = ()
) -> list[list[Report]]:
    """Cluster what the rows of mentions hold and write their events; those of `events` that are none go."""
    reports = {row.id: mentions.report_from_text(row.report) for row in rows}
    previous = {row.id: row.event for row in rows if row.event}
    groups, links = _cluster(connection, reports)
    ids, aliases = _settle(connection, groups, previous)
    named = dict(zip(ids, groups, strict=True))
    _move(connection, named, previous)
    _relink(connection, reports, links)
    before = _stored(connection, {*previous.values(), *events, *ids})
    _retire(connection, (set(previous.values()) | set(events)) - set(ids), ids, aliases)
    _tell(connection, named, reports, before)
    return [[reports[mention] for mention in group] for group in groups]


def _tell(
    connection: Connection, named: Groups, reports: Mapping[str, Report], before: Mapping[str, Event]
) -> None:
    """Write the events of groups of mentions, as corrected. `before`: those that were in their places."""
    said, known_as = corrections.standing(connection), mapping(connection, select(_ALIAS))
    built = [assemble(id, [reports[mention] for mention in group]) for id, group in named.items()]
    told = [said.apply(_following(event, before), known_as) for event in built]
    numbered = _write(connection, told)
    search.replace(connection, ((numbered[event.id], _words(event, reports)) for event, _ in told))
    follow_again(connection, _moved(before, {event.id: event for event, _ in told}))


def _stored(connection: Connection, ids: Collection[str]) -> dict[str, Event]:
    """Events as they are in the store, by id; unknown ids are passed over."""
    found: dict[str, Event] = {}
    for some in batches(sorted(ids)):
        rows = connection.execute(select(_EVENT.c.data).where(_EVENT.c.id.in_(some))).scalars()
        found |= {event.id: event for event in map(event_from_text, rows)}
    return found


def _following(event: Event, before: Mapping[str, Event]) -> Event:
    """The event, with the stage that it followed before."""
    return replace(event, follows=before[event.id].follows) if event.id in before else event


def _moved(before: Mapping[str, Event], after: Mapping[str, Event]) -> set[date]:
    """The days on which an event begins, or began, that is new, gone or not what it was."""
    changed = (id for id in before.keys() | after.keys() if before.get(id) != after.get(id))
    states = (events.get(id) for id in changed for events in (before, after))
    return {event.begin for event in states if event and event.begin}


def _cluster(
    connection: Connection, reports: Mapping[str, Report]
) -> tuple[Sequence[Sequence[str]], Sequence[Link]]:
    if not reports:
        return (), ()
    together, apart = corrections.standing(connection).pairs()
    rare = mentions.rarity(connection, reports.values())
    found = cluster(list(reports.values()), together=together, apart=apart, rare=rare)
    return found.groups, found.links


def _settle(
    connection: Connection, groups: Sequence[Sequence[str]], previous: Mapping[str, str]
) -> tuple[Sequence[str], dict[str, str]]:
    """Stable ids. Where a new id is that of an event outside the neighbourhood, that one counts as taken."""
    taken: dict[str, str] = {}
    while True:
        ids, aliases = settle(groups, {**previous, **taken})
        clash = _existing(connection, sorted(set(ids) - set(previous.values())))
        if not clash:
            return ids, aliases
        taken |= {f"\0{id}": id for id in clash}  # no mention has such an id


def _existing(connection: Connection, ids: Sequence[str]) -> dict[str, int]:
    """The numbers of those events that exist already."""
    found: dict[str, int] = {}
    for some in batches(ids):
        found |= mapping(connection, select(_EVENT.c.id, _EVENT.c.number).where(_EVENT.c.id.in_(some)))
    return found


def _move(connection: Connection, named: Groups, previous: Mapping[str, str]) -> None:
    moved = [
        {"of": mention, "to": id}
        for id, group in named.items()
        for mention in group
        if previous.get(mention) != id
    ]
    if moved:
        moving = update(_MENTION).where(_MENTION.c.id == bindparam("of")).values(event=bindparam("to"))
        connection.execute(moving, moved)


def _relink(connection: Connection, reports: Iterable[str], links: Sequence[Link]) -> None:
    for some in batches(sorted(reports)):
        connection.execute(delete(_LINK).where(_LINK.c.left.in_(some)))
    if links:
        connection.execute(insert(_LINK), [link_to_row(link) for link in links])


def _retire(connection: Connection, gone: set[str], ids: Iterable[str], aliases: Mapping[str, str]) -> None:
    """Drop events that are no more; their ids, and those that led to them, lead on to what took them over."""
    for some in batches(sorted(gone)):
        numbers = connection.execute(delete(_EVENT).where(_EVENT.c.id.in_(some)).returning(_EVENT.c.number))
        search.remove(connection, list(numbers.scalars()))
    for old in sorted(gone):
        leads = update(_ALIAS).where(_ALIAS.c.event == old) if old in aliases else None
        if leads is not None:
            connection.execute(leads.values(event=aliases[old]))
            connection.execute(insert(_ALIAS), {"id": old, "event": aliases[old]})
        else:
            connection.execute(delete(_ALIAS).where(_ALIAS.c.event == old))
    for some in batches(sorted(ids)):  # an id that is used again leads nowhere else
        connection.execute(delete(_ALIAS).where(_ALIAS.c.id.in_(some)))


def _write(connection: Connection, events: Sequence[tuple[Event, bool]]) -> dict[str, int]:
    """Insert or replace events; returns their numbers."""
    known = _existing(connection, [event.id for event, _ in events])
    rows = [
        {"key": event.id, "start": event.begin, "data": event_to_text(event), "hidden": hidden}
        for event, hidden in events
    ]
    if old := [row for row in rows if row["key"] in known]:
        connection.execute(
            update(_EVENT).where(_EVENT.c.id == bindparam("key")).values(begin=bindparam("start")), old
        )
    if new := [row for row in rows if row["key"] not in known]:
        connection.execute(insert(_EVENT).values(id=bindparam("key"), begin=bindparam("start")), new)
    return known | _existing(connection, [str(row["key"]) for row in new])


def _words(event: Event, reports: Mapping[str, Report]) -> str:
    return search.words(_said(event, [reports[mention] for mention in event.mentions]))


def _said(event: Event, reports: Iterable[Report]) -> Iterator[str]:
    """All that an event can be found by: its title, its actors, the sentences that tell of it."""
    yield event.title
    yield from (actor.name for actor in event.actors)
    for report in reports:
        yield report.title
        yield report.sentence
