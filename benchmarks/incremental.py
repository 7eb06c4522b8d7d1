"""Merging through time against merging at once: python benchmarks/incremental.py [FOLDER]

Ingests the labelled coverage (or another folder of that form) article by article, ten at a time and at once,
and prints for each the CoNLL F1 against the labels, against merging at once without a store, and the seconds.
"""

from __future__ import annotations

import sys
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from coreference import conll

from timeline.merge import merge
from timeline.merge.training import annotated, coverage
from timeline.model import Annotation, Event
from timeline.store import Store

FOLDER = Path(__file__).parent.parent / "tests/corpus/coverage"


def event_of(events: Sequence[Event]) -> dict[str, str]:
    """The event of each mention."""
    return {mention: event.id for event in events for mention in event.mentions}


def through_time(annotations: Sequence[Annotation], size: int) -> dict[str, str]:
    """The event of each mention after the articles came in batches of `size`."""
    with tempfile.TemporaryDirectory() as folder:
        store = Store(f"sqlite:///{folder}/store.db")
        for first in range(0, len(annotations), size):
            store.ingest(annotations[first : first + size])
        return event_of(store.events())


def main() -> None:
    """Print the table."""
    folder = Path(sys.argv[1]) if len(sys.argv) > 1 else FOLDER
    annotations, (_, truth) = annotated(folder), coverage(folder)
    at_once = event_of(merge(annotations).events)
    print(" articles |  labels | at once |     s")
    for size in (1, 10, len(annotations)):
        start = time.perf_counter()
        found = through_time(annotations, size)
        seconds = time.perf_counter() - start
        labels = conll(truth, {mention: found[mention] for mention in truth})
        print(f"{size:9,} | {labels:7.1f} | {conll(at_once, found):7.1f} | {seconds:5.1f}")
    print(f"  at once | {conll(truth, {mention: at_once[mention] for mention in truth}):7.1f} |")


if __name__ == "__main__":
    main()
