"""The samples, from files to events: every report dated, each affair one event, nothing wrongly merged."""

from __future__ import annotations

import csv
from functools import cache
from pathlib import Path

import pytest

from timeline import articles, merge, pipeline
from timeline.model import Annotation, EventMention
from timeline.text import overlap

ROOT = Path(__file__).parents[1]
LINES = (ROOT / "tests/corpus/seeds.tsv").read_text(encoding="utf-8").splitlines()
ROWS = list(csv.DictReader((line for line in LINES if not line.startswith("#")), delimiter="\t"))
AFFAIRS = sorted({row["affair"] for row in ROWS})


@cache
def annotations() -> dict[str, Annotation]:
    """The samples as annotated, by the number that their file name begins with."""
    troubles: list[Exception] = []
    read = list(pipeline.read_all(articles.read([str(ROOT / "seeds")], troubles.append)))
    assert troubles == []
    return {annotation.article.id[:3].rstrip("-"): annotation for annotation in read}


@cache
def events() -> dict[str, str]:
    """The event that each mention belongs to."""
    merged = merge.merge(annotations().values())
    return {mention: event.id for event in merged.events for mention in event.mentions}


def mention(row: dict[str, str]) -> EventMention | None:
    """The event mention at the row's trigger, the longest overlap first."""
    text, at = annotations()[row["file"]].article.text, -1
    for _ in range(int(row["nth"])):
        at = text.index(row["trigger"], at + 1)
    word = (at, at + len(row["trigger"].split()[0]))
    near = {
        e: max(overlap(word, span) for span in (e.trigger, *e.also))
        for e in annotations()[row["file"]].events
    }
    best = max(near, key=near.__getitem__)
    return best if near[best] else None


@pytest.mark.parametrize("row", ROWS, ids=lambda row: f"{row['file']}-{row['affair']}")
def test_report(row: dict[str, str]) -> None:
    found = mention(row)
    assert found is not None, "not found"
    said = {"type": found.type, "status": found.status}
    if row["begin"]:
        said |= {"begin": str(found.begin), "until": str(found.until)}
    assert said == {key: row[key] for key in said}


@pytest.mark.parametrize("affair", AFFAIRS)
def test_affair_is_one_event(affair: str) -> None:
    found = [mention(row) for row in ROWS if row["affair"] == affair]
    assert len({events()[each.id] for each in found if each}) == 1


def test_no_event_holds_two_affairs() -> None:
    held: dict[str, set[str]] = {}
    for row in ROWS:
        if each := mention(row):
            held.setdefault(events()[each.id], set()).add(row["affair"])
    assert {event: affairs for event, affairs in held.items() if len(affairs) > 1} == {}
