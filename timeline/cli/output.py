"""What commands write: lines of JSON, and what could not be read."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from typing import Any, TextIO

from timeline.articles.unreadable import UnreadableError

READABLE = (
    "files (.txt .html .jsonl .csv .parquet), feeds, folders, patterns, web addresses; - is standard input"
)


class Troubles:
    """Says on standard error what could not be read, one line each, and remembers that it did."""

    def __init__(self) -> None:
        self.code = 0
        """The command's exit code."""

    def __call__(self, error: UnreadableError) -> None:
        self.tell(str(error))

    def tell(self, said: str) -> None:
        """Say in one line what went wrong and how to mend it."""
        self.code = self.say(said)

    @staticmethod
    def say(said: str, code: int = 1) -> int:
        """The same for a command that ends there; returns its exit code."""
        print("timeline:", " ".join(said.split()), file=sys.stderr)
        return code


@contextmanager
def opened(place: str) -> Iterator[TextIO]:
    """A file to write text to; "-" is standard output."""
    if place == "-":
        yield sys.stdout
        sys.stdout.flush()
    else:
        with open(place, "w", encoding="utf-8") as file:
            yield file


def lines(place: str, rows: Iterable[dict[str, Any]]) -> None:
    """Write JSON lines as they become ready."""
    with opened(place) as file:
        for row in rows:
            file.write(json.dumps(row, ensure_ascii=False) + "\n")
