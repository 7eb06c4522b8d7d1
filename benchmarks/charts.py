"""How long it takes to draw: frame, timeline, overview, network, matrix, HTML page, PNG.

Events are made up (tests/affairs.py), half of them with reports. Prints a table; seconds, the best of three.
"""

from __future__ import annotations

import sys
from collections.abc import Callable
from pathlib import Path
from time import perf_counter
from typing import Any

sys.path.insert(0, str(Path(__file__).parent.parent))

from tests.affairs import many
from timeline import charts, export, frames, graph
from timeline.charts import Look


def best(call: Callable[[], Any], times: int = 3) -> tuple[float, Any]:
    """The shortest time that a call took, and what it gave."""
    taken = []
    for _ in range(times):
        start = perf_counter()
        given = call()
        taken.append(perf_counter() - start)
    return min(taken), given


def main() -> None:
    print(
        f"{'events':>8} {'frame':>7} {'timeline':>9} {'kB':>6} {'overview':>9} {'network':>8} {'matrix':>7}"
    )
    for n in (60, 1_000, 5_000, 100_000):
        events = many(n)
        seconds, frame = best(lambda events=events: frames.events(events))
        cells = [f"{n:>8,} {seconds:>7.3f}"]
        seconds, figure = best(lambda frame=frame: charts.timeline(frame, lane="type"))
        cells.append(f"{seconds:>9.3f} {len(figure.to_json()) // 1000:>6,}")
        cells.append(f"{best(lambda frame=frame: charts.overview(frame))[0]:>9.3f}")
        tied = graph.build(frame)
        cells.append(f"{best(lambda tied=tied: charts.network(tied))[0]:>8.3f}")
        cells.append(f"{best(lambda tied=tied: charts.matrix(tied))[0]:>7.3f}")
        print(" ".join(cells))
    events = many(100)
    seconds, page = best(lambda: export.render("html", events))
    print(f"HTML page of 100 events: {seconds:.2f} s, {len(page) / 1e6:.1f} MB")
    try:
        seconds, picture = best(lambda: export.render("png", events, look=Look()))
        print(f"PNG of 100 events, browser started anew: {seconds:.2f} s, {len(picture) // 1000} kB")
    except export.NoBrowserError as error:
        print(f"PNG: {error}")


if __name__ == "__main__":
    main()
