"""Which earlier stage of its affair each event follows, told again around what changed."""

from __future__ import annotations

import json
from collections.abc import Iterable, Iterator
from dataclasses import replace
from datetime import date, timedelta

from sqlalchemy import Connection, bindparam, select, update

from timeline import contract
from timeline.merge import follow
from timeline.merge.stages import HORIZON, SHARED
from timeline.model import Event
from timeline.store import schema
from timeline.store.records import event_to_text

_EVENT = schema.event
_REACH = HORIZON + timedelta(days=7)
"""How far apart two stages may begin: the horizon counts from the end of the earlier, at most a week long."""

Window = tuple[date, date]


def follow_again(connection: Connection, days: Iterable[date]) -> None:
    """Say anew what the events follow that may follow one which begins, or began, on one of the days."""
    for first, last in _windows(days):
        events = list(_between(connection, first - _REACH, last))
        stages = follow(events)
        moved = [
            {"key": event.id, "data": event_to_text(replace(event, follows=stages.get(event.id)))}
            for event in events
            if event.follows != stages.get(event.id) and event.begin and event.begin >= first
        ]
        if moved:
            connection.execute(update(_EVENT).where(_EVENT.c.id == bindparam("key")), moved)


def _windows(days: Iterable[date]) -> list[Window]:
    """From each day as far as it is felt; windows that meet are one."""
    windows: list[Window] = []
    for day in sorted(days):
        if windows and day - windows[-1][1] <= _REACH:
            windows[-1] = windows[-1][0], day + _REACH
        else:
            windows.append((day, day + _REACH))
    return windows


def _between(connection: Connection, first: date, last: date) -> Iterator[Event]:
    """The events that begin then and have actors enough to follow or be followed."""
    inside = select(_EVENT.c.data).where(_EVENT.c.begin.between(first, last))
    for text in connection.execute(inside).scalars():
        data = json.loads(text)
        if len(data["actors"]) >= SHARED or data["follows"]:
            yield contract.event_from_json(data)
