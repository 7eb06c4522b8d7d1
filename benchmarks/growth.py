"""How merging grows: python benchmarks/growth.py [ANNOTATIONS] [--sizes 10000 100000 1000000]

Reports are resampled from annotated articles (the project's samples unless a file of annotations is given)
over ten years: actors and words by Zipf's law, 1 to 40 reports an event, some days fifty times hotter than
others. Prints time, peak memory, candidates a mention and B-cubed for each size, and the exponent of growth.
"""

from __future__ import annotations

import argparse
import json
import math
import resource
import sys
import time
from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import date, timedelta
from pathlib import Path

import numpy as np
from coreference import b_cubed

from timeline import articles, pipeline
from timeline.contract import annotation_from_json
from timeline.merge import assemble, cluster, reports, settle
from timeline.merge.block import candidates
from timeline.merge.report import Report
from timeline.model import Annotation, EventActor

FIRST, DAYS = date(2015, 1, 1), 3650
HOT, HEAT = 0.02, 50.0
ACTORS, WORDS = 20_000, 50_000
KEPT = 0.7
"""Share of an event's words that each of its reports uses; as many of its words again are its own."""


class World:
    """Draws events and their reports; the same seed gives the same reports."""

    def __init__(self, pool: Sequence[Report], seed: int = 0) -> None:
        """`pool` holds real reports, whose types, lengths and dating are resampled."""
        self.pool, self.chance = pool, np.random.default_rng(seed)
        heat = np.where(self.chance.random(DAYS) < HOT, HEAT, 1.0)
        self.heat = np.cumsum(heat / heat.sum())

    def events(self, size: int) -> Iterator[list[Report]]:
        """Lists of reports of one event each, `size` reports in all."""
        made = 0
        while made < size:
            told = min(size - made, int(self.chance.zipf(1.7)), 40)
            yield list(self._told(told, made))
            made += told

    def _told(self, told: int, made: int) -> Iterator[Report]:
        like = self.pool[self.chance.integers(len(self.pool))]
        day = FIRST + timedelta(days=int(np.searchsorted(self.heat, self.chance.random())))
        words = self._drawn("w", WORDS, max(8, len(like.words)))
        actors = tuple(EventActor(id, id, "person", "source") for id in self._drawn("person:", ACTORS, 2))
        for i in range(told):
            own = self._drawn("w", WORDS, int(len(words) * (1 - KEPT)) + 1)
            kept = tuple(
                w for w, keep in zip(words, self.chance.random(len(words)) < KEPT, strict=True) if keep
            )
            late = timedelta(days=int(self.chance.integers(2)))
            yield replace(
                like, id=f"m{made + i}", article=f"a{made + i}", begin=day, until=day + timedelta(days=1),
                granularity="day", published=day + late, words=kept + own, copy_of=None,
                headline=kept[:5] if like.main else (), actors=actors[: 1 + int(self.chance.integers(2))],
            )  # fmt: skip

    def _drawn(self, kind: str, of: int, count: int) -> tuple[str, ...]:
        """Names by Zipf's law (exponent 1, by the inverse of its distribution)."""
        return tuple(f"{kind}{int(of**x)}" for x in self.chance.random(count))


def annotated(path: Path | None) -> Iterator[Annotation]:
    """The annotations in a file, or of the project's sample articles."""
    if path is None:
        seeds = str(Path(__file__).parent.parent / "seeds")
        yield from pipeline.read_all(articles.read([seeds], print))
    else:
        yield from (annotation_from_json(json.loads(line)) for line in path.open(encoding="utf-8"))


def measure(world: World, size: int) -> float:
    """Merge `size` reports, print a row, return the seconds."""
    told = {f"e{i}": event for i, event in enumerate(world.events(size))}
    every = [report for event in told.values() for report in event]
    pairs = len(candidates(every)[0])
    start = time.perf_counter()
    groups = cluster(every).groups
    ids, _ = settle(groups, {})
    by_id = {report.id: report for report in every}
    for id, group in zip(ids, groups, strict=True):
        assemble(id, [by_id[m] for m in group])
    seconds = time.perf_counter() - start
    truth = {report.id: id for id, event in told.items() for report in event}
    score = b_cubed(truth, {m: id for id, group in zip(ids, groups, strict=True) for m in group})
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 2**20
    print(f"{size:9,} | {seconds:7.1f} | {memory:5.2f} | {2 * pairs / size:5.1f} | {100 * score.f1:5.1f}")
    return seconds


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("annotations", nargs="?", type=Path)
    parser.add_argument("--sizes", nargs="+", type=int, default=[10_000, 100_000])
    given = parser.parse_args()
    pool = [report for annotation in annotated(given.annotations) for report in reports(annotation)]
    print(" mentions |       s |   GiB | pairs |  B³ F1")
    spent = [measure(World(pool), size) for size in given.sizes]
    if len(spent) > 1:
        growth = math.log(spent[-1] / spent[0]) / math.log(given.sizes[-1] / given.sizes[0])
        print(f"exponent of growth {growth:.2f}")


if __name__ == "__main__":
    sys.exit(main())
