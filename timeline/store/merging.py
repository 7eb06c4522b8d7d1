"""Merging inside the store: only the neighbourhood of what changed is clustered again."""

from __future__ import annotations

from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import replace

from sqlalchemy import Connection, bindparam, delete, insert, select, update

from timeline.merge import Inferred, Report, assemble, cluster, follow, infer_published, settle
from timeline.merge.stages import HORIZON
from timeline.model import Event, Link
from timeline.store import corrections, mentions, neighbourhood, schema, search
from timeline.store.database import batches, mapping
from timeline.store.records import event_from_text, event_to_text, link_to_row

_MENTION, _EVENT, _LINK, _ALIAS = schema.mention, schema.event, schema.link, schema.alias

Groups = Mapping[str, Sequence[str]]


def merge(
    connection: Connection, numbers: Iterable[int], events: Collection[str] = ()
) -> dict[str, Inferred]:
    """Cluster again around the mentions `numbers` and all of `events`, and write what came of it.

    Returns the publication dates that undated articles turn out to have.
    """
    rows = neighbourhood.around(connection, numbers, events)
    reports = {row.id: mentions.report_from_text(row.report) for row in rows}
    previous = {row.id: row.event for row in rows if row.event}
    said = corrections.standing(connection)
    groups, links = _cluster(connection, reports, said)
    ids, aliases = _settle(connection, groups, previous)
    named = dict(zip(ids, groups, strict=True))
    _move(connection, named, previous)
    _relink(connection, reports, links)
    _retire(connection, (set(previous.values()) | set(events)) - set(ids), ids, aliases)
    known_as = mapping(connection, select(_ALIAS))
    built = [assemble(id, [reports[mention] for mention in group]) for id, group in named.items()]
    numbered = _write(connection, [said.apply(event, known_as) for event in built])
    search.replace(connection, ((numbered[event.id], _words(event, reports)) for event in built))
    _follow(connection, built)
    return infer_published([[reports[mention] for mention in group] for group in groups])


def _cluster(
    connection: Connection, reports: Mapping[str, Report], said: corrections.Standing
) -> tuple[Sequence[Sequence[str]], Sequence[Link]]:
    if not reports:
        return (), ()
    together, apart = said.pairs()
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


def _follow(connection: Connection, changed: Sequence[Event]) -> None:
    """Say of the changed events, and of those around them in time, which earlier stage they follow."""
    begun = [event.begin for event in changed if event.begin]
    if not begun:
        return
    window = _EVENT.c.begin.between(min(begun) - 2 * HORIZON, max(begun) + HORIZON)
    rows = connection.execute(select(_EVENT.c.data).where(window)).scalars()
    events = [event_from_text(data) for data in rows]
    stages = follow(events)
    moved = [
        {"key": event.id, "data": event_to_text(replace(event, follows=stages.get(event.id)))}
        for event in events
        if event.follows != stages.get(event.id) and event.begin and event.begin >= min(begun)
    ]
    if moved:
        connection.execute(update(_EVENT).where(_EVENT.c.id == bindparam("key")), moved)


def _words(event: Event, reports: Mapping[str, Report]) -> str:
    return search.words(_said(event, [reports[mention] for mention in event.mentions]))


def _said(event: Event, reports: Iterable[Report]) -> Iterator[str]:
    """All that an event can be found by: its title, its actors, the sentences that tell of it."""
    yield event.title
    yield from (actor.name for actor in event.actors)
    for report in reports:
        yield report.title
        yield report.sentence
