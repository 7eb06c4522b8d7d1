"""Time expressions: what is found, what it means, and what no text may do to the tagger."""

from __future__ import annotations

import csv
from datetime import date, timedelta
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline.text import read
from timeline.timex import tag

CORPUS = Path(__file__).parent / "corpus" / "timex.tsv"


def rows() -> list[dict[str, str]]:
    lines = (line for line in CORPUS.read_text(encoding="utf-8").splitlines() if not line.startswith("#"))
    return list(csv.DictReader(lines, delimiter="\t", restval="", quoting=csv.QUOTE_NONE))


def found(text: str, published: str) -> list[tuple[str, str, str, str]]:
    timexes = tag(read(text), date.fromisoformat(published))
    return [(t.text, str(t.begin or ""), str(t.until or ""), t.granularity or "") for t in timexes]


@pytest.mark.parametrize("row", rows(), ids=lambda row: f"{row['spec']}:{row['expression'] or row['text'][:30]}")
def test_corpus(row: dict[str, str]) -> None:
    answers = found(row["text"] or row["expression"], row["published"])
    if row["expression"]:
        assert (row["expression"], row["begin"], row["until"], row["granularity"]) in answers
    else:
        assert answers == []
