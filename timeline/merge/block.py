"""Blocking: which pairs of reports are worth comparing.

A key is a time bucket joined with a term. A report lies in the days around it, in its month and in its year;
and all lie in one timeless bucket, where undated reports can meet dated ones. Terms are actors, words and
figures; coarser buckets ask for more telling terms, else everything would meet there.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import combinations

import duckdb
import numpy as np
from numpy.typing import NDArray

from timeline.merge.report import Report

SHORT = 7
"""Days: an interval up to this long is filed by its days, a longer one by month and year only."""

REACH = 1
"""Days that a report dated only by its publication looks back: what it tells may be that old."""

CROWD = 64
"""A key that more reports share tells little; rarer keys must bring those together."""

NEAREST = 10
"""How many candidates a report chooses, best first; being chosen by others adds to them."""

SLICE = 100_000
"""Reports whose candidates are looked for at one time, which bounds memory."""

Pairs = tuple[NDArray[np.int64], NDArray[np.int64]]
_DAY = timedelta(days=1)
_RARE = """
create table kept as select key, report, article, weight from filed join (
    select key, ln($reports / count(*)) + 1 as weight
    from filed group by key having count(*) between 2 and $crowd
) using (key)
"""
_JOIN = """
with pairs as (select l.report as a, r.report as b, sum(l.weight) as weight
               from kept l join kept r on l.key = r.key and l.report < r.report and l.article <> r.article
               where l.report >= $first and l.report < $last group by all),
     ranked as (select a, b, row_number() over (partition by a order by weight desc, b) as mine,
                             row_number() over (partition by b order by weight desc, a) as theirs from pairs)
select a, b from ranked where least(mine, theirs) <= $nearest
"""


def keys(report: Report) -> frozenset[str]:
    """The blocking keys of a report, which depend on it alone. Reports that share none are never compared."""
    return frozenset(f"{b}|{term}" for buckets, terms in _filed(report) for b in buckets for term in terms)


def candidates(reports: Sequence[Report], nearest: int = NEAREST) -> Pairs:
    """The pairs of different articles to compare, as positions left < right, sorted.

    A report chooses `nearest` others at the most, so it has twice as many on average at the most.

    Pairs are ranked by the keys that they share, each worth log(reports / reports that have it) + 1, so that
    a rare word of a day counts for more than the day's main actor.
    """
    order = np.argsort([(report.begin or date.min).toordinal() for report in reports], kind="stable")
    found = [np.empty((2, 0), np.int64)]
    with duckdb.connect() as engine:
        engine.execute("set enable_progress_bar = false")
        filed, report = _file([reports[i] for i in order])
        article = np.unique([reports[i].article for i in order], return_inverse=True)[1]
        engine.register("filed", {"key": filed, "report": report, "article": article[report]})
        engine.execute(_RARE, {"reports": len(reports), "crowd": CROWD})
        for first in range(0, len(reports), SLICE):
            part = {"first": first, "last": first + SLICE, "nearest": nearest}
            chosen = engine.execute(_JOIN, part).fetchnumpy()
            found.append(order[np.stack([chosen["a"], chosen["b"]])])
    pairs = np.sort(np.concatenate(found, axis=1), axis=0)
    left, right = pairs[:, np.lexsort(pairs[::-1])]
    return left, right


def _file(reports: Sequence[Report]) -> Pairs:
    """Every key of every report, as parallel arrays of key codes and report positions."""
    codes: dict[str, int] = {}
    parts = [_filed_together(reports[i : i + SLICE], i, codes) for i in range(0, len(reports), SLICE)]
    keyed, owners = zip(*parts, strict=True) if parts else ([np.empty(0, np.int64)],) * 2
    return np.concatenate(keyed), np.concatenate(owners)


def _filed_together(reports: Sequence[Report], first: int, codes: dict[str, int]) -> Pairs:
    """Keys of reports whose positions begin at `first`: each bucket crossed with each term of its group."""
    buckets, terms, sizes = [], [], []
    for i, report in enumerate(reports, first):
        for times, told in _filed(report):
            buckets += [codes.setdefault(bucket, len(codes)) for bucket in times]
            terms += [codes.setdefault(term, len(codes)) for term in told]
            sizes.append((i, len(times), len(told)))
    owner, wide, long = np.array(sizes, np.int64).reshape(-1, 3).T
    group = np.repeat(np.arange(len(owner)), wide * long)
    within = np.arange(len(group)) - np.repeat(np.cumsum(wide * long) - wide * long, wide * long)
    bucket = (np.cumsum(wide) - wide)[group] + within // long[group]
    term = (np.cumsum(long) - long)[group] + within % long[group]
    return np.array(buckets, np.int64)[bucket] << 32 | np.array(terms, np.int64)[term], owner[group]


def _filed(report: Report) -> Iterator[tuple[list[str], list[str]]]:
    """Groups of buckets and terms: the report is filed in each bucket of a group under each of its terms."""
    actors = sorted({actor.id for actor in report.actors} | ({report.place} if report.place else set()))
    figures = [f"{value:g} {unit or ''}" for value, unit in report.numbers if value > 1]
    pairs = [f"{a} {b}" for a, b in combinations(actors, 2)]
    yield _days(report), [*actors, *figures, *{*report.words, *report.headline}]
    yield _months(report), [*actors, *pairs, *figures, *set(report.headline)]
    yield _days_of_year(report), pairs
    yield [""], [f"{term} {report.trigger}" for term in (*pairs, *figures)]


def _days(report: Report) -> list[str]:
    """The days of a short interval and the one after, where the day before meets it; none for a long one."""
    if report.begin is None or report.until is None or (report.until - report.begin).days > SHORT:
        return []
    first = report.begin - (REACH if report.dated_by == "dct" else 0) * _DAY
    return [(first + i * _DAY).isoformat() for i in range((report.until - first).days + 1)]


def _days_of_year(report: Report) -> list[str]:
    """The day without its year, where one day is told: 13 September of a year unsaid meets each of them."""
    if report.yearless is not None:
        return [report.yearless]
    one = report.begin is not None and report.until is not None and (report.until - report.begin).days == 1
    return [f"{report.begin:%m-%d}"] if one else []


def _months(report: Report) -> list[str]:
    """The month and the year of the first day, where whole months and years meet their days."""
    return [f"{report.begin:%Y-%m}", f"{report.begin:%Y}"] if report.begin else []
