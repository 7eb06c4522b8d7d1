"""What comes in day by day is merged as if it had all been there at once."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

import pytest
from labelled import COVERAGE

from timeline import merge
from timeline.merge.training import annotated
from timeline.model import Annotation, Event
from timeline.store import Store, mentions


@cache
def coverage() -> list[Annotation]:
    """The labelled articles as they are read."""
    return annotated(COVERAGE)


def groups(events: Sequence[Event]) -> set[frozenset[str]]:
    """The mentions of each event."""
    return {frozenset(event.mentions) for event in events}


def test_at_once_a_store_merges_as_without_one(store: Store) -> None:
    store.ingest(coverage())
    assert groups(store.events()) == groups(merge.merge(coverage()).events)


@pytest.mark.parametrize("size", [10])
def test_in_batches_nearly_every_event_is_the_same(store: Store, size: int) -> None:
    for first in range(0, len(coverage()), size):
        store.ingest(coverage()[first : first + size])
    at_once, found = groups(merge.merge(coverage()).events), groups(store.events())
    assert len(at_once & found) / len(at_once | found) > 0.95


def test_names_of_actors_are_counted_as_words_are(store: Store) -> None:
    """An actor whom all the news names tells little, in a part of the store as in the whole."""
    store.ingest(coverage())
    told = [report for annotation in coverage() for report in merge.reports(annotation)]
    known = merge.rarity(told, len(coverage()))
    with store._engine.connect() as connection:
        counted = mentions.rarity(connection, told)
    assert (counted.articles, dict(counted.count)) == (known.articles, dict(known.count))
