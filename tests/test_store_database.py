"""Databases: migrations that arrive at the schema, writers that take turns, readers that never wait."""

from __future__ import annotations

from concurrent.futures import ThreadPoolExecutor
from pathlib import Path

import pytest
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import text

from tests.newsroom import ARRIVAL, PARIS, VISIT, told
from timeline.store import Store, database, schema

SENTENCES = (VISIT, ARRIVAL, PARIS)


def test_the_migrations_arrive_at_the_schema(store_url: str) -> None:
    engine = database.connect(store_url)
    with engine.connect() as connection:
        found = compare_metadata(MigrationContext.configure(connection), schema.metadata)
    engine.dispose()
    # The search index is each database's own and no part of the schema that they share.
    differences = [step for step in found if "event_words" not in getattr(step[1], "name", "")]
    assert differences == []


def test_head_is_the_newest_migration() -> None:
    scripts = ScriptDirectory(str(Path(database.__file__).parent / "migrations"))
    assert scripts.get_heads() == [database.HEAD]


def test_opening_again_keeps_everything(store_url: str) -> None:
    first = Store(store_url)
    first.ingest([told("a", VISIT, "2024-06-18")])
    events = first.events()
    first.close()
    second = Store(store_url)
    assert second.events() == events
    second.close()


def test_many_open_a_new_store_at_once(store_url: str) -> None:
    with ThreadPoolExecutor(6) as pool:
        versions = list(pool.map(_open, [store_url] * 6))
    assert versions == [0] * 6


def _open(url: str) -> int:
    store = Store(url)
    version = store.version()
    store.close()
    return version


def test_two_ingests_and_a_reader_at_once_lose_nothing(store_url: str) -> None:
    Store(store_url).close()
    with ThreadPoolExecutor(3) as pool:
        writers = [pool.submit(_write, store_url, name) for name in ("left", "right")]
        reader = pool.submit(_read, store_url, writers)
        for writer in writers:
            writer.result()
        reader.result()
    store = Store(store_url)
    expected = {f"{name}-{n}" for name in ("left", "right") for n in range(4)}
    assert {entry.id for entry in store.articles()} == expected
    mentions = [mention for event in store.events() for mention in event.mentions]
    assert sorted(mentions) == sorted(f"{id}:0" for id in expected)
    assert store.version() == 8
    store.close()


def _write(url: str, name: str) -> None:
    store = Store(url)
    for n in range(4):
        store.ingest(
            [told(f"{name}-{n}", f"{SENTENCES[n % 3]} كما ذكرت {name} رقم {'س' * (n + 3)}", f"2024-06-1{n}")]
        )
    store.close()


def _read(url: str, writers: list[object]) -> None:
    """A dashboard: whatever it sees is whole, and never less than it saw before."""
    store, seen = Store(url), 0
    while not all(writer.done() for writer in writers):  # type: ignore[attr-defined]
        events = store.events()
        mentions = [mention for event in events for mention in event.mentions]
        assert len(mentions) == len(set(mentions)) >= seen
        seen = len(mentions)
    store.close()


def test_a_bare_postgresql_address_gets_our_driver() -> None:
    assert database.resolve("postgresql://h/db").drivername == "postgresql+psycopg"
    assert database.resolve("postgres://h/db").drivername == "postgresql+psycopg"


@pytest.mark.parametrize("path", ["news.sqlite", "~/timeline-test-folder/../news.sqlite"])
def test_a_path_is_an_sqlite_file(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, path: str) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.chdir(tmp_path)
    url = database.resolve(path)
    assert (url.drivername, Path(str(url.database)).name) == ("sqlite", "news.sqlite")


def test_a_store_of_the_first_schema_is_kept_and_known_to_be_old(store_url: str) -> None:
    store = Store(store_url)
    store.ingest([told("a", VISIT, "2024-06-18")])
    with database.writing(store._engine) as connection:
        connection.execute(text("DROP INDEX article_edition"))
        connection.execute(text("ALTER TABLE article DROP COLUMN edition"))
        connection.execute(text("UPDATE alembic_version SET version_num = '0001'"))
    store.close()
    again = Store(store_url)
    assert [entry.id for entry in again.articles()] == ["a"]
    assert again.stale() == ["a"]
    again.close()


def test_a_store_of_a_newer_version_is_refused(store: Store, store_url: str) -> None:
    with database.writing(store._engine) as connection:
        connection.execute(text("UPDATE alembic_version SET version_num = '9999'"))
    with pytest.raises(database.NewerError, match="newer"):
        Store(store_url)
