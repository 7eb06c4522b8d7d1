"""How fast actors are found, on one core, and what their lexicon costs.

    python benchmarks/actors.py [PATH …]

PATH is a folder of .txt files (default: seeds/) or a file of JSON lines with "text". Characters a second are
of the best of three rounds over a million characters or more, tokens already split and the lexicon loaded.
"""

from __future__ import annotations

import json
import resource
import sys
from collections.abc import Iterator
from pathlib import Path
from time import perf_counter

from timeline.actors import find
from timeline.text import Text, read

ROUNDS, ENOUGH = 3, 1_000_000


def texts(places: list[str]) -> Iterator[str]:
    """The texts of folders and files."""
    for place in map(Path, places or ["seeds"]):
        if place.is_dir():
            yield from (file.read_text(encoding="utf-8") for file in sorted(place.glob("*.txt")))
        else:
            lines = place.read_text(encoding="utf-8").splitlines()
            yield from (json.loads(line)["text"] for line in lines)


def main() -> None:
    """Print the figures."""
    given = list(texts(sys.argv[1:]))
    started = perf_counter()
    find(read("قال كريستوفر هيلبرند إن الأمر انتهى"))
    loading = perf_counter() - started
    size = sum(map(len, given))
    split = [read(text) for text in given] * -(-ENOUGH // max(size, 1))
    best = min(_seconds(split) for _ in range(ROUNDS))
    found = sum(len(find(text)) for text in split[: len(given)])
    rate = sum(len(text.raw) for text in split) / best
    memory = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss / 1024
    print(f"actors: {rate:,.0f} characters a second, {found} mentions in {size:,} characters")
    print(f"lexicon: loaded in {loading:.2f} s; the process took {memory:.0f} MiB at most")


def _seconds(split: list[Text]) -> float:
    started = perf_counter()
    for text in split:
        find(text)
    return perf_counter() - started


if __name__ == "__main__":
    main()
