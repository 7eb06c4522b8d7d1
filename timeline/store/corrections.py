"""What users set right: an append-only log, and what of it stands.

Later corrections win over earlier ones; those that were undone do not count. They name mentions,
whose ids last, so that they hold however often the events around them are merged again.
"""

from __future__ import annotations

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import UTC, date, datetime
from itertools import combinations, product
from typing import Any, Literal

from sqlalchemy import Connection, Row, insert, select, update

from timeline.model import Correction, DateClaim, Event, Granularity
from timeline.store import schema
from timeline.store.records import dump

Kind = Literal["same", "split", "date", "hide"]
Pair = tuple[str, str]

_LOG = schema.correction


@dataclass(frozen=True, slots=True)
class Said:
    """A correction before it is in the log (timeline.model.Correction says what each kind needs)."""

    kind: Kind
    author: str
    event: str | None = None
    mentions: tuple[str, ...] = ()
    begin: date | None = None
    until: date | None = None
    granularity: Granularity | None = None


@dataclass(frozen=True, slots=True)
class Standing:
    """The corrections that count now, in the order they were made."""

    log: tuple[Row[Any], ...]

    def pairs(self) -> tuple[list[Pair], list[Pair]]:
        """Pairs of mention ids that are one event, and pairs that are not; the last word on a pair counts."""
        said: dict[Pair, str] = {}
        for row in self.log:
            mentions, rest = json.loads(row.mentions), json.loads(row.rest)
            told = combinations(mentions, 2) if row.kind == "same" else product(mentions, rest)
            said |= {(min(pair), max(pair)): row.kind for pair in told}
        return _of(said, "same"), _of(said, "split")

    def apply(self, event: Event, aliases: Mapping[str, str]) -> tuple[Event, bool]:
        """The event with its date as corrected, and whether it is hidden. `aliases`: gone id → living id."""
        hidden = any(row.kind == "hide" and row.event == event.id for row in self.log)
        for row in self.log:
            if row.kind == "date" and aliases.get(row.event, row.event) == event.id:
                event = _dated(event, row)
        return event, hidden


def _of(said: Mapping[Pair, str], kind: Kind) -> list[Pair]:
    return [pair for pair, each in said.items() if each == kind]


def standing(connection: Connection) -> Standing:
    """What counts now."""
    rows = connection.execute(select(_LOG).where(_LOG.c.undone.is_(None)).order_by(_LOG.c.id)).all()
    return Standing(tuple(rows))


def log(connection: Connection) -> list[Correction]:
    """All that was ever corrected, the latest first, with what was undone."""
    rows = connection.execute(select(_LOG).order_by(_LOG.c.id.desc())).all()
    return [_record(row) for row in rows]


def add(connection: Connection, said: Said, members: Sequence[str]) -> int:
    """Append a correction; returns its number. `members`: the mentions of the event that it names.

    Raises ValueError where what its kind needs is missing.
    """
    _check(said, members)
    rest = [mention for mention in members if mention not in said.mentions] if said.kind == "split" else []
    row = {**asdict(said), "at": _now(), "mentions": dump(said.mentions), "rest": dump(rest)}
    return int(connection.execute(insert(_LOG).returning(_LOG.c.id), row).scalar_one())


def _check(said: Said, members: Sequence[str]) -> None:
    if said.kind == "same":
        if len(set(said.mentions)) < 2:
            raise ValueError("name at least two mentions that are one event")
    elif said.event is None:
        raise ValueError(f"a correction of kind {said.kind!r} names an event that is there")
    if said.kind == "split" and not set() < set(said.mentions) < set(members):
        raise ValueError("name some of the event's mentions, and not all of them")
    if said.kind == "date" and (said.begin is None) != (said.until is None):
        raise ValueError("give both ends of the date, or neither where it is unknown")
    if said.begin and said.until and said.begin >= said.until:
        raise ValueError("`until` is the first day after the event: it comes after `begin`")


def whole(connection: Connection, mentions: Sequence[str]) -> list[str]:
    """All mentions of the events that some belong to: who says that two are one means the events."""
    table = schema.mention
    events = select(table.c.event).where(table.c.id.in_(mentions))
    found = select(table.c.id).where(table.c.event.in_(events)).order_by(table.c.number)
    return list(connection.execute(found).scalars())


def mentions(row: Row[Any]) -> list[str]:
    """All mentions that a correction speaks of, on either side."""
    return [*json.loads(row.mentions), *json.loads(row.rest)]


def undo(connection: Connection, id: int) -> Row[Any] | None:
    """Mark a correction as taken back; returns its row, or None where there is none that stands."""
    taking = update(_LOG).where(_LOG.c.id == id, _LOG.c.undone.is_(None)).values(undone=_now())
    return connection.execute(taking.returning(_LOG)).one_or_none()


def _dated(event: Event, row: Row[Any]) -> Event:
    claim = DateClaim(row.begin, row.until, row.granularity, articles=0)
    others = tuple(c for c in event.dates if (c.begin, c.until) != (row.begin, row.until))
    dates = (claim, *others) if row.begin else others
    return replace(event, begin=row.begin, until=row.until, granularity=row.granularity, dates=dates)


def _record(row: Row[Any]) -> Correction:
    return Correction(
        id=row.id,
        kind=row.kind,
        author=row.author,
        at=row.at.replace(tzinfo=UTC),
        event=row.event,
        mentions=tuple(json.loads(row.mentions)),
        begin=row.begin,
        until=row.until,
        granularity=row.granularity,
        undone=row.undone and row.undone.replace(tzinfo=UTC),
    )


def _now() -> datetime:
    """Databases differ in time zones; all is kept in UTC without one."""
    return datetime.now(UTC).replace(tzinfo=None)
