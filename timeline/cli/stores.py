"""Which store a command works on, and what to say when it cannot."""

from __future__ import annotations

import os
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from timeline.cli.output import Troubles

if TYPE_CHECKING:
    from timeline.store import Store

VARIABLE = "TIMELINE_STORE"
DEFAULT = "timeline.sqlite"
"""In the folder where the command runs: one folder of work, one store, plain to see, copy and delete."""


_MENDS = (
    ("readonly database", "copy it to a folder that you may write to"),
    ("newer", "update the program"),
    ("disk is full", "make room and run it again"),
    ("No space left", "make room and run it again"),
    ("locked", "another program writes to it: run it again later"),
    ("not a database", "name another file"),
    ("malformed", "restore a copy of it, or read the articles into a new store"),
)
"""What databases say, in part, and the mend."""

MEND = "read them again with `timeline reread`; ids and corrections stay"


class NoStoreError(Exception):
    """The store cannot be opened; the message says why and the mend."""


def describe(parser: ArgumentParser) -> None:
    """The argument --store."""
    parser.add_argument(
        "--store",
        default=address(),
        metavar="URL",
        help=f"database: an SQLite file or postgresql://… (${VARIABLE}, else {DEFAULT} in this folder)",
    )


def address() -> str:
    """The store that is used where none is named."""
    return os.environ.get(VARIABLE) or DEFAULT


@contextmanager
def opened(options: Namespace, *, new: bool = False) -> Iterator[Store]:
    """The store of a command. Only where `new` is an SQLite file made; raises NoStoreError."""
    from sqlalchemy.exc import SQLAlchemyError  # noqa: PLC0415 (slow to load)

    from timeline.store import Store  # noqa: PLC0415

    if not new and missing(options.store):
        path = _path(options.store)
        raise NoStoreError(f"{path}: no store there; read articles into it with `timeline ingest PATH`")
    name = hidden(options.store)
    try:
        store = Store(options.store)
    except ModuleNotFoundError as error:
        mend = "install it with: pip install 'timeline[postgres]'; other databases are not supported"
        raise NoStoreError(f"{name}: needs the driver {error.name}; {mend}") from None
    except (SQLAlchemyError, OSError) as error:
        raise NoStoreError(f"{name}: cannot be opened ({_reason(error)}); {_mend(error)}") from None
    try:
        yield store
    except SQLAlchemyError as error:
        mend = f"what was stored before stays; {_mend(error)}"
        raise NoStoreError(f"{name}: failed ({_reason(error)}); {mend}") from error
    finally:
        store.close()


def missing(store: str) -> bool:
    """Whether it is the path of an SQLite file that is not there."""
    path = _path(store)
    return "://" not in path and not Path(path).expanduser().exists()


def _path(store: str) -> str:
    return store.removeprefix("sqlite:///")


def _reason(error: Exception) -> str:
    """What a database says of it, in one line."""
    return str(getattr(error, "orig", None) or error).strip().partition("\n")[0]


def _mend(error: Exception) -> str:
    """What to do, by what the database says."""
    reason = _reason(error)
    return next((mend for sign, mend in _MENDS if sign in reason), "check the address")


def remark_age(store: Store) -> None:
    """Say on standard error where another edition of the program read what is stored, and the mend."""
    if old := len(store.stale()):
        Troubles.say(f"{age(old)}; {MEND}")


def age(articles: int) -> str:
    """What is remarked of articles that another edition of the program read."""
    return f"{articles:,} articles were read by another edition of the program or its lexicons"


def hidden(url: str) -> str:
    """A store's address without its password."""
    before, at, after = url.rpartition("@")
    scheme, mark, user = before.partition("://")
    return f"{scheme}{mark}{user.partition(':')[0]}{at}{after}" if mark else url
