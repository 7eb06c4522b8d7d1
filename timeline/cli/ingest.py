"""`timeline ingest PATH|URL…`: read → annotate → merge → store."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TYPE_CHECKING

from timeline.cli import processes, recognisers, stores
from timeline.cli.output import READABLE, Troubles
from timeline.model import Annotation, Article

if TYPE_CHECKING:
    from timeline.actors import Recogniser
    from timeline.store import Store

EXAMPLES = """\
  timeline ingest articles/
  timeline ingest https://example.org/news/feed.xml "archive/2024-*.jsonl" --jobs 4
  timeline ingest seeds --store postgresql://localhost/news"""

BATCH = 500
"""Articles a transaction: what an interruption loses at most."""


def describe(parser: ArgumentParser) -> None:
    """Its arguments."""
    parser.add_argument("places", nargs="+", metavar="PATH|URL", help=READABLE)
    processes.describe(parser)
    recognisers.describe(parser)
    stores.describe(parser)


def run(options: Namespace) -> int:
    """Stores what is new; safe to interrupt and to repeat."""
    troubles = Troubles()
    find = recognisers.chosen(options)
    with stores.opened(options, new=True) as store:
        print(ingest(store, options.places, troubles, options.jobs, find))
        stores.remark_age(store)
    return troubles.code


def ingest(
    store: Store, places: Iterable[str], troubles: Troubles, jobs: int = 1, find: Recogniser | None = None
) -> str:
    """Read articles into a store, batch by batch; says what came of it. Shows progress on a terminal."""
    from timeline import actors, articles, pipeline  # noqa: PLC0415 (loads the lexicons)

    with Tally() as tally, pipeline.workers(jobs) as run_map:
        new = tally.new(articles.read(places, troubles), store)
        annotations = iter(pipeline.read_all(new, run_map, find or actors.find, troubles))
        while batch := list(islice(annotations, BATCH)):
            tally.store(store, batch)
    return tally.summary()


class Tally:
    """What became of the articles so far, drawn on standard error where that is a terminal."""

    def __init__(self) -> None:
        from rich.console import Console  # noqa: PLC0415 (slow to load)
        from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn  # noqa: PLC0415

        self._counts = dict.fromkeys(("read", "added", "revised", "known", "copied"), 0)
        columns = (SpinnerColumn(), TextColumn("{task.description}"), TimeElapsedColumn())
        self._progress = Progress(*columns, console=Console(stderr=True), disable=not sys.stderr.isatty())
        self._task = self._progress.add_task("reading")

    def __enter__(self) -> Tally:
        self._progress.start()
        return self

    def __exit__(self, *_: object) -> None:
        self._progress.stop()

    def new(self, found: Iterable[Article], store: Store) -> Iterator[Article]:
        """The articles that the store does not hold as they are."""
        for article in found:
            self._add(read=1)
            if store.holds(article):
                self._add(known=1)
            else:
                yield article

    def store(self, store: Store, batch: list[Annotation]) -> None:
        """Store a batch of annotations and count what became of it."""
        done = store.ingest(batch)
        self._add(added=done.added, revised=done.revised, known=done.known, copied=done.copied)

    def summary(self) -> str:
        """The counts in words."""
        count = self._counts
        return (
            f"{count['read']} articles read: {count['added']} added ({count['copied']} of them copies), "
            f"{count['revised']} revised, {count['known']} known already"
        )

    def _add(self, **counts: int) -> None:
        for name, n in counts.items():
            self._counts[name] += n
        self._progress.update(self._task, description=self.summary())
