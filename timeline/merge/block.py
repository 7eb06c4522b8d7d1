"""Blocking: which pairs of reports are worth comparing.

A key is a time bucket joined with a term. A report lies in the days around it, in its month and in its year;
and all lie in one timeless bucket, where undated reports can meet dated ones. Terms are actors, words and
figures; coarser buckets ask for more telling terms, else everything would meet there.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import timedelta
from itertools import combinations

import duckdb
import numpy as np
from numpy.typing import NDArray

from timeline.merge.report import Report

SHORT = 7
"""Days: an interval up to this long is filed by its days, a longer one by month and year only."""

REACH = 2
"""Days that a report dated only by its publication looks back: what it tells may be that old."""

CROWD = 64
"""A key that more reports share tells little; rarer keys must bring those together."""

NEAREST = 15
"""How many candidates a report chooses, best first; being chosen by others adds to them."""

Pairs = tuple[NDArray[np.int64], NDArray[np.int64]]
_DAY = timedelta(days=1)
_JOIN = """
with rare as (select key, ln($reports / count(*)) + 1 as weight
              from filed group by key having count(*) between 2 and $crowd),
     kept as (select key, report, weight from filed join rare using (key)),
     pairs as (select l.report as a, r.report as b, sum(l.weight) as weight
               from kept l join kept r on l.key = r.key and l.report < r.report group by all),
     ranked as (select a, b, row_number() over (partition by a order by weight desc, b) as mine,
                             row_number() over (partition by b order by weight desc, a) as theirs from pairs)
select a, b from ranked where least(mine, theirs) <= $nearest order by a, b
"""


def keys(report: Report) -> frozenset[str]:
    """The blocking keys of a report, which depend on it alone. Reports that share none are never compared."""
    return frozenset(f"{bucket}|{term}" for bucket, terms in _filed(report) for term in terms)


def candidates(reports: Sequence[Report], nearest: int = NEAREST) -> Pairs:
    """The pairs to compare, as positions left < right: at most 2 × `nearest` a report on average.

    Pairs are ranked by the keys that they share, each worth log(reports / reports that have it) + 1, so that
    a rare word of a day counts for more than the day's main actor.
    """
    filed, report = _file(reports)
    if not len(filed):
        return np.empty(0, np.int64), np.empty(0, np.int64)
    engine = duckdb.connect()
    engine.register("filed", {"key": filed, "report": report})
    found = engine.execute(_JOIN, {"reports": len(reports), "crowd": CROWD, "nearest": nearest}).fetchnumpy()
    return np.asarray(found["a"], np.int64), np.asarray(found["b"], np.int64)


def _file(reports: Sequence[Report]) -> Pairs:
    """Every key of every report, as parallel arrays of key codes and report positions."""
    codes: dict[str, int] = {}
    keyed, owners = [], []
    for report in reports:
        for bucket, terms in _filed(report):
            place = codes.setdefault(bucket, len(codes)) << 32
            keyed += [place | codes.setdefault(term, len(codes)) for term in terms]
        owners.append(len(keyed))
    sizes = np.diff([0, *owners])
    return np.array(keyed, np.int64), np.repeat(np.arange(len(reports), dtype=np.int64), sizes)


def _filed(report: Report) -> Iterator[tuple[str, list[str]]]:
    """The report's buckets, each with the terms that it is filed under there."""
    actors = sorted({actor.id for actor in report.actors} | ({report.place} if report.place else set()))
    figures = [f"{value:g} {unit or ''}" for value, unit in report.numbers if value > 1]
    acts = [f"{actor} {report.type}" for actor in actors]
    pairs = [f"{a} {b}" for a, b in combinations(actors, 2)]
    for day in _days(report):
        yield day, [*actors, *figures, *{*report.words, *report.headline}]
    for month in _months(report):
        yield month, [*acts, *pairs, *figures]
    yield "", [*(f"{pair} {report.trigger}" for pair in pairs), *(f"{f} {report.trigger}" for f in figures)]


def _days(report: Report) -> list[str]:
    """The days of a short interval and the one after, where the day before meets it; none for a long one."""
    if report.begin is None or report.until is None or (report.until - report.begin).days > SHORT:
        return []
    first = report.begin - (REACH if report.dated_by == "dct" else 0) * _DAY
    return [(first + i * _DAY).isoformat() for i in range((report.until - first).days + 1)]


def _months(report: Report) -> list[str]:
    """The month of the first day, and that day's year, where whole months or years meet their days."""
    if report.begin is None or report.until is None:
        return []
    return [f"{report.begin:%Y-%m}", f"{report.begin:%Y}"]
