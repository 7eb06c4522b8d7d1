"""Articles of our own whose events are labelled by hand: tests/corpus/coverage. README.md there says how."""

from __future__ import annotations

import csv
import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from functools import cache
from pathlib import Path

from timeline.model import Article, Span

COVERAGE = Path(__file__).parent / "corpus/coverage"


@dataclass(frozen=True, slots=True)
class Happening:
    """An event of the coverage; `types` are the PLOVER types that count as right, the best first."""

    id: str
    affair: str
    types: tuple[str, ...]
    begin: date
    until: date
    what: str


@dataclass(frozen=True, slots=True)
class Naming:
    """Words of an article that name an event, and what the article says of its time."""

    article: str
    event: str
    status: str
    begin: date | None
    until: date | None
    span: Span


@cache
def articles(folder: Path = COVERAGE) -> dict[str, Article]:
    """The articles by id, as `timeline annotate` would read them."""
    found = {}
    for line in (folder / "articles.jsonl").read_text(encoding="utf-8").splitlines():
        row = json.loads(line)
        found[row["id"]] = Article(
            row["id"],
            f"{row['title']}\n{row['text']}",
            title=row["title"],
            published=date.fromisoformat(row["published"]),
            published_source="given",
            source=row["source"],
        )
    return found


@cache
def happenings() -> dict[str, Happening]:
    """The events by id."""
    return {
        row["event"]: Happening(
            row["event"],
            row["affair"],
            tuple(row["type"].split("|")),
            date.fromisoformat(row["begin"]),
            date.fromisoformat(row["until"]),
            row["what"],
        )
        for row in rows(COVERAGE / "events.tsv")
    }


@cache
def namings() -> tuple[Naming, ...]:
    """Every labelled place; ValueError where the words are not in the article that often."""
    return tuple(
        Naming(
            row["doc"],
            row["event"],
            row["status"],
            day(row["begin"]),
            day(row["until"]),
            occurrence(articles()[row["doc"]].text, row["trigger"], int(row["nth"])),
        )
        for row in rows(COVERAGE / "mentions.tsv")
    )


def rows(path: Path) -> Iterator[dict[str, str]]:
    """The rows of a table with # comments."""
    lines = path.read_text(encoding="utf-8").splitlines()
    return csv.DictReader(
        (line for line in lines if not line.startswith("#")), delimiter="\t", quoting=csv.QUOTE_NONE
    )


def day(written: str) -> date | None:
    """An ISO date; None for an empty cell."""
    return date.fromisoformat(written) if written else None


def occurrence(text: str, words: str, nth: int) -> Span:
    """Where `words` stand for the nth time, from 1."""
    at = -1
    for _ in range(nth):
        at = text.index(words, at + 1)
    return at, at + len(words)
