"""Stores on both databases: SQLite in a temporary folder, PostgreSQL from the pgserver wheel; a terminal.

TIMELINE_TEST_POSTGRES names a server to use instead (postgresql://…); tests make and drop databases there.
"""

from __future__ import annotations

import os
import warnings
from collections.abc import Iterator
from pathlib import Path
from shutil import copy
from uuid import uuid4

import pytest
from hypothesis import settings
from sqlalchemy import create_engine, text
from sqlalchemy.engine import make_url

from tests.browsing import bare, browser, desk, visit
from tests.figures import frame
from tests.pages import furnished, open_page, url
from tests.terminal import NEWS, Terminal, write_lines
from timeline.cli import main
from timeline.store import Store
from timeline.store.database import resolve

__all__ = ["bare", "browser", "desk", "frame", "furnished", "open_page", "url", "visit"]  # fixtures for all

settings.register_profile("suite", deadline=None)  # no test asserts times
settings.load_profile("suite")


@pytest.fixture(scope="session")
def postgres(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """The address of a PostgreSQL server."""
    if given := os.environ.get("TIMELINE_TEST_POSTGRES"):
        yield given
        return
    with warnings.catch_warnings():  # its platformdirs remarks that a server machine has no desktop session
        warnings.simplefilter("ignore")
        pgserver = pytest.importorskip("pgserver", reason="no pgserver wheel: set TIMELINE_TEST_POSTGRES")
        server = pgserver.get_server(tmp_path_factory.mktemp("postgres") / "data")
    yield server.get_uri()
    server.cleanup()


@pytest.fixture
def postgres_url(postgres: str) -> Iterator[str]:
    """An empty database of its own."""
    name = f"timeline_{uuid4().hex}"
    engine = create_engine(resolve(postgres), isolation_level="AUTOCOMMIT")
    with engine.connect() as connection:
        connection.execute(text(f"CREATE DATABASE {name}"))
    yield make_url(postgres).set(database=name).render_as_string(hide_password=False)
    with engine.connect() as connection:
        connection.execute(text(f"DROP DATABASE {name} WITH (FORCE)"))
    engine.dispose()


@pytest.fixture(params=["sqlite", "postgresql"])
def store_url(request: pytest.FixtureRequest, tmp_path: Path) -> str:
    """An empty store's address, on each database in turn."""
    if request.param == "sqlite":
        return str(tmp_path / "news.sqlite")
    return str(request.getfixturevalue("postgres_url"))


@pytest.fixture
def store(store_url: str) -> Iterator[Store]:
    """An empty store, on each database in turn."""
    opened = Store(store_url)
    yield opened
    opened.close()


@pytest.fixture
def terminal(capsys: pytest.CaptureFixture[str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Terminal:
    """The command line in an empty folder, with no store named by the environment."""
    monkeypatch.delenv("TIMELINE_STORE", raising=False)
    monkeypatch.chdir(tmp_path)
    return Terminal(capsys)


@pytest.fixture(scope="session")
def printed(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """An SQLite store into which two articles were ingested, once."""
    folder = tmp_path_factory.mktemp("printed")
    path = folder / "timeline.sqlite"
    assert main(["ingest", str(write_lines(folder / "news.jsonl", NEWS)), "--store", str(path)]) == 0
    return path


@pytest.fixture
def news(terminal: Terminal, printed: Path, tmp_path: Path) -> Terminal:
    """The command line beside a copy of that store."""
    copy(printed, tmp_path / "timeline.sqlite")
    return terminal
