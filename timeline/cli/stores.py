"""Which store a command works on, and what to say when it cannot."""

from __future__ import annotations

import os
from argparse import ArgumentParser, Namespace
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from timeline.store import Store

VARIABLE = "TIMELINE_STORE"
DEFAULT = "timeline.sqlite"
"""In the folder where the command runs: one folder of work, one store, plain to see, copy and delete."""


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

    path = Path(options.store.removeprefix("sqlite:///"))
    if (
        not new
        and "://" not in str(options.store).removeprefix("sqlite:///")
        and not path.expanduser().exists()
    ):
        raise NoStoreError(f"{path}: no store there; read articles into it with `timeline ingest PATH`")
    try:
        store = Store(options.store)
    except ModuleNotFoundError as error:
        mend = "install it with: pip install 'timeline[postgres]'"
        raise NoStoreError(f"{hidden(options.store)}: needs the driver {error.name}; {mend}") from None
    except (SQLAlchemyError, OSError) as error:
        reason = str(getattr(error, "orig", None) or error).strip().partition("\n")[0]
        raise NoStoreError(
            f"{hidden(options.store)}: cannot be opened ({reason}); check the address"
        ) from None
    try:
        yield store
    finally:
        store.close()


def hidden(url: str) -> str:
    """A store's address without its password."""
    before, at, after = url.rpartition("@")
    scheme, mark, user = before.partition("://")
    return f"{scheme}{mark}{user.partition(':')[0]}{at}{after}" if mark else url
