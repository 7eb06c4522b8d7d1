"""`timeline reread`: read stored articles again, after the program or its lexicons changed.

Articles, events and mentions keep their ids, and corrections hold. Interrupted, it goes on from there.
"""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from functools import partial
from typing import TYPE_CHECKING

from timeline.cli import processes, recognisers, stores

if TYPE_CHECKING:
    from timeline.actors import Recogniser
    from timeline.store import Store

EXAMPLES = """\
  timeline reread
  timeline reread --jobs 4 --store postgresql://localhost/news
  timeline reread --all --actors camel"""

BATCH = 500
"""Articles a transaction: what an interruption loses at most."""


def describe(parser: ArgumentParser) -> None:
    """Its arguments."""
    parser.add_argument("--all", action="store_true", help="those too that this edition of the program read")
    processes.describe(parser)
    recognisers.describe(parser)
    stores.describe(parser)


def run(options: Namespace) -> int:
    """Says how many articles were read again."""
    find = recognisers.chosen(options)
    with stores.opened(options) as store:
        articles = [each.id for each in store.articles()] if options.all else store.stale()
        done = _reread(store, articles, options.jobs, find) if articles else 0
    print(f"{done} articles read again")
    return 0


def _reread(store: Store, articles: Sequence[str], jobs: int, find: Recogniser) -> int:
    """Batch by batch, with progress on a terminal. What is counted is right before and after."""
    from rich.console import Console  # noqa: PLC0415 (slow to load)
    from rich.progress import track  # noqa: PLC0415

    from timeline import pipeline  # noqa: PLC0415 (loads the lexicons)
    from timeline.store.database import batches  # noqa: PLC0415

    done = 0
    store.recount()
    console, quiet = Console(stderr=True), not sys.stderr.isatty()
    with pipeline.workers(jobs) as run_map:
        read = partial(pipeline.read_all, map=run_map, find=find)
        steps = list(batches(articles, BATCH))
        for some in track(steps, "reading again", console=console, disable=quiet):
            done += store.reread(some, read)
    store.recount()
    return done
