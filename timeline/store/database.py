"""A database by its URL: connections, transactions, migrations.

Writers take turns over the whole store, readers never wait: SQLite in WAL mode with BEGIN
IMMEDIATE, PostgreSQL with an advisory lock. A merge reads what it then writes, so two at once
would otherwise work from each other's past.
"""

from __future__ import annotations

import sqlite3
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from importlib.resources import files
from pathlib import Path
from typing import Any, TypeVar

from sqlalchemy import Connection, Engine, Select, create_engine, event, inspect, text
from sqlalchemy.engine import URL, make_url
from sqlalchemy.exc import InvalidRequestError

V = TypeVar("V")

HEAD = "0002"  # the newest migration
_PATIENCE = 120  # seconds that a writer waits for its turn
_WRITER_LOCK = 0x74696D656C696E65  # "timeline", the number of the advisory lock


class NewerError(InvalidRequestError):
    """A newer version of the program made the store, and this one cannot read it."""


def connect(address: str) -> Engine:
    """The engine of a store, its schema brought up to date.

    `address` is an SQLAlchemy URL or the path of an SQLite file, which is made where it is missing.
    Raises sqlalchemy.exc.SQLAlchemyError where the database cannot be reached (NewerError where a
    newer version of the program made it), and
    ModuleNotFoundError where its driver is not installed.
    """
    url = resolve(address)
    engine = create_engine(url, **_settings(url))
    if engine.dialect.name == "sqlite":
        event.listen(engine, "connect", _prepare_sqlite)
        event.listen(engine, "begin", _begin_sqlite)
    try:
        _migrate(engine)
    except BaseException:
        engine.dispose()
        raise
    return engine


def resolve(address: str) -> URL:
    """`postgresql://…` with the driver that we depend on; a bare path as SQLite."""
    if "://" not in address:
        path = Path(address).expanduser()
        path.parent.mkdir(parents=True, exist_ok=True)
        return URL.create("sqlite", database=str(path))
    url = make_url(address)
    return url.set(drivername="postgresql+psycopg") if url.drivername in ("postgresql", "postgres") else url


@contextmanager
def writing(engine: Engine) -> Iterator[Connection]:
    """One transaction with the writer's turn: all of it happens, or nothing."""
    with engine.connect().execution_options(timeline_writes=True) as connection, connection.begin():
        if connection.dialect.name == "postgresql":
            connection.execute(text("SELECT pg_advisory_xact_lock(:lock)"), {"lock": _WRITER_LOCK})
        yield connection


def _settings(url: URL) -> dict[str, Any]:
    if url.get_backend_name() != "sqlite":
        return {"pool_pre_ping": True}
    return {"connect_args": {"timeout": _PATIENCE, "check_same_thread": False}}


def _prepare_sqlite(connection: sqlite3.Connection, _record: object) -> None:
    """WAL lets readers go on while one writes; transactions are begun by `_begin_sqlite`."""
    connection.isolation_level = None
    for pragma in ("journal_mode=WAL", "synchronous=NORMAL", "foreign_keys=ON"):
        connection.execute(f"PRAGMA {pragma}").close()


def _begin_sqlite(connection: Connection) -> None:
    writes = connection.get_execution_options().get("timeline_writes")
    connection.exec_driver_sql("BEGIN IMMEDIATE" if writes else "BEGIN")


def _migrate(engine: Engine) -> None:
    """Bring the schema to HEAD. Alembic is slow to load, so it is asked only when needed."""
    with engine.connect() as connection:
        if _revision(connection) == HEAD:
            return
    with writing(engine) as connection:
        if _revision(connection) != HEAD:  # another process may have been quicker
            _upgrade(connection)


def _revision(connection: Connection) -> str | None:
    if not inspect(connection).has_table("alembic_version"):
        return None
    return connection.execute(text("SELECT version_num FROM alembic_version")).scalar()


def _upgrade(connection: Connection) -> None:
    from alembic import command  # noqa: PLC0415 (see _migrate)
    from alembic.config import Config  # noqa: PLC0415
    from alembic.util import CommandError  # noqa: PLC0415

    config = Config()
    config.set_main_option("script_location", str(files("timeline.store") / "migrations"))
    config.attributes["connection"] = connection
    try:
        command.upgrade(config, HEAD)
    except CommandError as error:  # it knows no revision of that name
        raise NewerError("made by a newer version of the program") from error


def batches(values: Sequence[V], size: int = 5_000) -> Iterator[Sequence[V]]:
    """Values by the thousands: databases bound the parameters of a statement."""
    return (values[i : i + size] for i in range(0, len(values), size))


def mapping(connection: Connection, pairs: Select[Any]) -> dict[Any, Any]:
    """What a query of two columns finds, the first leading to the second."""
    return {key: value for key, value in connection.execute(pairs)}  # noqa: C416 (dict() takes a result for a mapping)
