"""Which mentions must be seen together when some of them change.

The neighbourhood of a mention is the mentions that share telling blocking keys with it, and all
that belongs to the same events as those: groups are always seen whole.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from math import log
from typing import Any

from sqlalchemy import Connection, Row, func, select

from timeline.merge.block import CROWD, NEAREST
from timeline.store import mentions, schema
from timeline.store.database import batches

_MENTION, _KEY = schema.mention, schema.blocking_key

_WIDTH = 3
"""Times the candidates that a mention chooses itself: others choose it too."""


def around(connection: Connection, numbers: Iterable[int], events: Iterable[str]) -> list[Row[Any]]:
    """The rows of the mentions around those given and all of `events`, in the order of their numbers."""
    members = set(numbers) | members_of(connection, events)
    return whole(connection, members | _nearest(connection, sorted(members)))


def whole(connection: Connection, numbers: Iterable[int]) -> list[Row[Any]]:
    """The rows of mentions and of all that belong to the same events, in the order of their numbers."""
    members, touched = set(numbers), set[str]()
    for some in batches(sorted(members)):
        chosen = select(_MENTION.c.event).where(_MENTION.c.number.in_(some), _MENTION.c.event.is_not(None))
        touched.update(connection.execute(chosen.distinct()).scalars())
    return rows(connection, sorted(members | members_of(connection, touched)))


def members_of(connection: Connection, events: Iterable[str]) -> set[int]:
    """The numbers of the mentions that belong to events."""
    found: set[int] = set()
    for some in batches(sorted(events)):
        found.update(
            connection.execute(select(_MENTION.c.number).where(_MENTION.c.event.in_(some))).scalars()
        )
    return found


def numbers_of(connection: Connection, ids: Sequence[str]) -> set[int]:
    """The numbers of mentions given by id; unknown ids are passed over."""
    found: set[int] = set()
    for some in batches(ids):
        found.update(connection.execute(select(_MENTION.c.number).where(_MENTION.c.id.in_(some))).scalars())
    return found


def _nearest(connection: Connection, members: Sequence[int]) -> set[int]:
    """The mentions that share the rarest keys with a member: what `timeline.merge` would compare."""
    own = [mentions.key_numbers(mentions.report_from_text(row.report)) for row in rows(connection, members)]
    holders: dict[int, list[int]] = defaultdict(list)
    for some in batches(sorted({key for keys in own for key in keys})):
        for key, mention in connection.execute(select(_KEY).where(_KEY.c.key.in_(some))):
            holders[key].append(mention)
    total = connection.scalar(select(func.count()).select_from(_MENTION)) or 1
    return {near for keys in own for near in _ranked([holders[key] for key in keys], total)}


def _ranked(shared: Iterable[Sequence[int]], total: int) -> list[int]:
    weight: dict[int, float] = defaultdict(float)
    for holders in shared:
        if len(holders) <= CROWD:
            for mention in holders:
                weight[mention] += log(total / len(holders)) + 1
    return sorted(weight, key=lambda mention: (-weight[mention], mention))[: _WIDTH * NEAREST]


def rows(connection: Connection, numbers: Sequence[int]) -> list[Row[Any]]:
    """The rows of mentions by their numbers, in that order."""
    chosen = select(_MENTION).order_by(_MENTION.c.number)
    return [
        row
        for some in batches(numbers)
        for row in connection.execute(chosen.where(_MENTION.c.number.in_(some)))
    ]
