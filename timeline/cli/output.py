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
        self.code = 1
        print(f"timeline: {error}", file=sys.stderr)


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
