"""Files, feeds and pages → articles."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Iterator
from pathlib import Path

from timeline.articles import documents
from timeline.articles.unreadable import Complain, UnreadableError
from timeline.model import Article


def read(places: Iterable[str], complain: Complain) -> Iterator[Article]:
    """The articles of files, in order, one at a time; what cannot be read goes to `complain`."""
    for place in places:
        if place.endswith(".txt"):
            yield Article(Path(place).name, Path(place).read_text(encoding="utf-8"))
            continue
        lines = sys.stdin.buffer if place == "-" else open(place, "rb")  # noqa: SIM115
        with lines:
            for number, line in enumerate(lines, 1):
                if line.strip():
                    try:
                        yield documents.article(json.loads(line), place, number)
                    except UnreadableError as error:
                        complain(error)
