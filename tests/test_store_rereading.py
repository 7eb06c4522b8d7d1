"""Stores that an earlier edition of the program read: told, and read again with ids and corrections."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace

import pytest
from sqlalchemy import delete, func, insert, select, update

from tests.newsroom import ARRIVAL, PARIS, VISIT, told
from timeline import edition
from timeline.model import Annotation, Article
from timeline.store import Store, database, rereading, schema

DAYS = {"visit": (VISIT, "2024-06-18"), "arrival": (ARRIVAL, "2024-06-18"), "paris": (PARIS, "2024-05-06")}


@pytest.fixture
def old(store: Store) -> Store:
    """A store that another edition filled: with counts of its own and a key that nothing leads to."""
    store.ingest([told(id, *each) for id, each in DAYS.items()])
    with database.writing(store._engine) as connection:
        connection.execute(update(schema.article).values(edition="earlier"))
        connection.execute(delete(schema.stem))
        connection.execute(insert(schema.stem), {"stem": "قديم", "articles": 7})
        connection.execute(insert(schema.blocking_key), {"key": 1, "mention": 999})
    return store


def read_by_hand(articles: Iterable[Article]) -> Iterator[Annotation]:
    """What a later edition reads: the same, only surer."""
    for article in articles:
        annotation = told(article.id, *DAYS[article.id])
        events = tuple(replace(event, confidence=0.99) for event in annotation.events)
        yield replace(annotation, article=article, events=events)


def test_what_this_edition_read_is_not_stale(store: Store) -> None:
    store.ingest([told("visit", VISIT, "2024-06-18")])
    assert store.stale() == []


def test_what_another_edition_read_is_stale_until_it_is_read_again(old: Store) -> None:
    assert sorted(old.stale()) == sorted(DAYS)
    assert old.reread(["paris"], read_by_hand) == 1
    assert sorted(old.stale()) == ["arrival", "visit"]
    assert old.reread(old.stale(), read_by_hand) == 2
    assert old.stale() == []


def test_ids_and_corrections_stay(old: Store) -> None:
    before = {event.id: sorted(event.mentions) for event in old.events()}
    paris = next(event for event in old.events() if event.begin and event.begin.month == 5)
    old.correct("hide", author="ن", event=paris.id)
    added = {entry.id: entry.added for entry in old.articles()}
    old.reread(DAYS, read_by_hand)
    assert {event.id: sorted(event.mentions) for event in old.events(hidden=True)} == before
    assert paris.id not in {event.id for event in old.events()}
    assert {entry.id: entry.added for entry in old.articles()} == added
    assert {event.confidence for each in old.annotations() for event in each.events} == {0.99}


def test_what_was_replaced_meanwhile_is_passed_over(old: Store) -> None:
    def slow(articles: Iterable[Article]) -> Iterator[Annotation]:
        found = list(articles)
        old.delete("paris")
        yield from read_by_hand(found)

    assert old.reread(DAYS, slow) == 2
    assert {entry.id for entry in old.articles()} == {"visit", "arrival"}


def test_counts_and_keys_of_an_earlier_edition_are_put_right(old: Store, store_url: str) -> None:
    old.recount()
    with old._engine.connect() as connection:
        counted = dict(connection.execute(select(schema.stem.c.stem, schema.stem.c.articles)).all())
        keys = connection.scalar(select(func.count()).where(schema.blocking_key.c.mention == 999))
    assert "قديم" not in counted
    assert counted["person:putin"] == 2
    assert keys == 0


def test_counts_of_an_earlier_edition_break_nothing(old: Store) -> None:
    """It counted no actors: taken down, their numbers fall below none."""
    old.delete("visit")
    old.ingest([told("visit", VISIT, "2024-06-18"), told("again", f"{VISIT} ثم غادر", "2024-06-18")])
    assert len(old.articles()) == 4


def test_a_date_that_reading_found_is_found_anew() -> None:
    article = told("a", VISIT, "2024-06-18").article
    for source in ("url", "byline", "inferred"):
        assert rereading.unread(replace(article, published_source=source)).published is None
    for source in ("given", "metadata"):
        assert rereading.unread(replace(article, published_source=source)).published == article.published


def test_an_edition_is_told_by_what_reading_depends_on() -> None:
    assert edition.fingerprint() == edition.fingerprint()
    assert len(edition.fingerprint()) == 16
