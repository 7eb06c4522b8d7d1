"""What is installed, what is missing, what that costs, how to mend it. Nothing is downloaded or changed."""

from __future__ import annotations

import os
import shutil
import sqlite3
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from importlib.util import find_spec
from pathlib import Path

_BROWSERS = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable", "chrome", "msedge")
_OLDEST_SQLITE = (3, 35)  # RETURNING


@dataclass(frozen=True, slots=True)
class Finding:
    """One thing that the program can use. `cost` and `mend` are "" where it is there.

    `needed` marks what the program cannot do without.
    """

    name: str
    found: str | None
    cost: str = ""
    mend: str = ""
    needed: bool = False


def examine() -> Iterator[Finding]:
    """Every check, the indispensable first."""
    for check in (_python, _sqlite, _browser, _camel, _neural, _postgres, _spark):
        yield check()


def _python() -> Finding:
    version = ".".join(map(str, sys.version_info[:3]))
    return Finding("Python", version, needed=True)


def _sqlite() -> Finding:
    """The default store and its search."""
    version = sqlite3.sqlite_version
    lacks = None if sqlite3.sqlite_version_info >= _OLDEST_SQLITE else "RETURNING"
    try:
        sqlite3.connect(":memory:").execute("CREATE VIRTUAL TABLE searched USING fts5(words)")
    except sqlite3.OperationalError:
        lacks = "full-text search (FTS5)"
    if lacks:
        mend = "use a Python built with SQLite 3.35 or later, or a PostgreSQL store"
        return Finding("SQLite", None, f"SQLite {version} lacks {lacks}: no SQLite store", mend, needed=True)
    return Finding("SQLite", version, needed=True)


def _browser() -> Finding:
    named = os.environ.get("BROWSER_PATH")
    found = (
        named if named and Path(named).exists() else next(filter(None, map(shutil.which, _BROWSERS)), None)
    )
    return _optional(
        "Chrome or Chromium",
        found,
        "no `timeline export png|svg|pdf`; html, csv and the dashboard's own image buttons work without",
        "apt install chromium, or kaleido_get_chrome, or name it in BROWSER_PATH",
    )


def _camel() -> Finding:
    data = Path(os.environ.get("CAMELTOOLS_DATA") or Path.home() / ".camel_tools") / "data" / "morphology_db"
    found = next(iter(sorted(str(each) for each in data.glob("*/*.db"))), None) if data.is_dir() else None
    return _optional(
        "CAMeL morphology data",
        found,
        "words are analysed by the smaller database that comes with timeline",
        "camel_data -i morphology-db-msa-r13",
    )


def _neural() -> Finding:
    return _module(
        "CAMeL neural models (torch)",
        "torch",
        "names are found by lexicon and rules alone",
        "pip install --no-deps -r requirements-full.lock, as its first lines say",
    )


def _postgres() -> Finding:
    return _module("PostgreSQL driver", "psycopg", "only SQLite stores", "pip install 'timeline[postgres]'")


def _spark() -> Finding:
    return _module(
        "Spark", "pyspark", "everything runs on this machine alone", "pip install 'timeline[spark]'"
    )


def _module(name: str, module: str, cost: str, mend: str) -> Finding:
    return _optional(name, module if find_spec(module) else None, cost, mend)


def _optional(name: str, found: str | None, cost: str, mend: str) -> Finding:
    return Finding(name, found) if found else Finding(name, None, cost, mend)
