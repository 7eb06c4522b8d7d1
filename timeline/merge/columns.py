"""Reports as columns: what comparisons read, for thousands of pairs at once."""

from __future__ import annotations

from collections.abc import Collection, Hashable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, timedelta
from functools import cache

import numpy as np
from numpy.typing import NDArray
from scipy.sparse import csr_array

from timeline.lexicon import table
from timeline.merge.report import Report

Ints = NDArray[np.int64]
Flags = NDArray[np.bool_]

UNKNOWN = -(1 << 31)
STATUSES = ("past", "ongoing", "future", "negated", "hypothetical")

NAMING = 2
"""A word of what names the event counts as if it were written so often."""

_EPOCH = date(1970, 1, 1)


@dataclass(frozen=True, slots=True)
class Rarity:
    """In how many of `articles` articles each stem occurs: what makes a shared word telling."""

    articles: int
    count: Mapping[str, int]

    def weight(self, stem: str) -> float:
        """Inverse document frequency, smoothed so that an unseen stem is as rare as can be."""
        return float(np.log((1 + self.articles) / (1 + self.count.get(stem, 0)))) + 1.0


@dataclass(frozen=True, slots=True)
class Columns:
    """One row a report. Days count from 1970; UNKNOWN codes what a report does not say.

    The matrices are sparse, reports × terms: `actors` and its parts hold 1 where a report names the actor,
    `acts` where it uses the verb, `words` unit vectors of stems, so that a dot product is a cosine.
    """

    begin: Ints
    until: Ints
    opens: Ints
    closes: Ints
    by_publication: Flags
    published: Ints
    type: Ints
    mode: Ints
    main: Flags
    status: Ints
    place: Ints
    article: Ints
    acts: csr_array
    actors: csr_array
    persons: csr_array
    telling: csr_array
    sources: csr_array
    targets: csr_array
    figures: csr_array
    units: csr_array
    words: csr_array


def stand_for(report: Report) -> frozenset[str]:
    """The ids of a report's actors, of those that they are a part of, and of their states.

    An army or a government stands for its state: org:army-isr also counts as org:army and iso:ISR.
    """
    ids = {*report.named, *(actor.id for actor in report.actors)}
    for id in tuple(ids):
        kind, _, state = id.rpartition("-")
        if kind and f"iso:{state.upper()}" in _states():
            ids |= {kind, f"iso:{state.upper()}"}
    return frozenset(ids)


@cache
def _states() -> frozenset[str]:
    return frozenset(f"iso:{row['iso']}" for row in table("ar/states.tsv"))


def terms(report: Report) -> Iterator[str]:
    """What makes a report telling where it is rare: its stems, and the ids of its actors."""
    yield from report.words
    yield from report.headline
    yield from stand_for(report)


def rarity(reports: Iterable[Report], size: int = 0) -> Rarity:
    """How rare stems are in the articles that `reports` come from; `size` is how many were read."""
    articles: dict[str, set[str]] = {}
    for report in reports:
        articles.setdefault(report.article, set()).update(terms(report))
    count: dict[str, int] = {}
    for stems in articles.values():
        for stem in stems:
            count[stem] = count.get(stem, 0) + 1
    return Rarity(size or len(articles), count)


def columns(reports: Sequence[Report], rare: Rarity) -> Columns:
    """Reports as columns, in their order."""
    actors = _Codes()
    parts = [[(a.id, a.role) for a in report.actors] for report in reports]
    named = [stand_for(report) for report in reports]
    seasons = [_days_of_year(report) for report in reports]
    return Columns(
        begin=_days(report.begin for report in reports),
        until=_days(report.until for report in reports),
        opens=np.array([first for first, _ in seasons], np.int64),
        closes=np.array([last for _, last in seasons], np.int64),
        by_publication=np.array([report.dated_by == "dct" for report in reports], bool),
        published=_days(report.published for report in reports),
        type=_coded(None if report.type == "OTHER" else report.type for report in reports),
        mode=_coded(report.mode for report in reports),
        main=np.array([report.main for report in reports], bool),
        status=np.array([STATUSES.index(report.status) for report in reports], np.int64),
        place=_coded(report.place for report in reports),
        article=_coded(report.article for report in reports),
        acts=_sets([report.acts for report in reports], _Codes()),
        actors=_sets(named, actors),
        persons=_sets([{id for id in ids if id.startswith("person:")} for ids in named], _Codes()),
        telling=_vectors(named, rare),
        sources=_sets([{id for id, role in row if role == "source"} for row in parts], actors),
        targets=_sets([{id for id, role in row if role == "target"} for row in parts], actors),
        figures=_sets([{value for value, _ in report.numbers if value > 1} for report in reports], _Codes()),
        units=_sets([{unit for _, unit in report.numbers if unit} for report in reports], _Codes()),
        words=_vectors([report.words + NAMING * report.headline for report in reports], rare),
    )


class _Codes(dict[Hashable, int]):
    """Numbers things in the order in which they come."""

    def __missing__(self, key: Hashable) -> int:
        return self.setdefault(key, len(self))


def _coded(values: Iterable[str | None]) -> Ints:
    codes = _Codes()
    return np.array([UNKNOWN if value is None else codes[value] for value in values], np.int64)


def _days(values: Iterable[date | None]) -> Ints:
    return np.array([UNKNOWN if value is None else (value - _EPOCH).days for value in values], np.int64)


def _days_of_year(report: Report) -> tuple[int, int]:
    """The first and last day of a report as month and day (0913), or UNKNOWN twice; within one year alone."""
    if report.yearless is not None:
        day = int(report.yearless.replace("-", ""))
        return day, day
    if report.begin is None or report.until is None:
        return UNKNOWN, UNKNOWN
    last = report.until - timedelta(days=1)
    if report.begin.year != last.year:
        return UNKNOWN, UNKNOWN
    return 100 * report.begin.month + report.begin.day, 100 * last.month + last.day


def _sets(rows: Sequence[Collection[Hashable]], codes: _Codes) -> csr_array:
    """Sets as rows of ones. The first matrix made with `codes` must hold every member of the later ones."""
    ends = np.cumsum([0, *(len(row) for row in rows)])
    members = np.array([codes[item] for row in rows for item in row], np.int64)
    return csr_array((np.ones(len(members), np.float32), members, ends), shape=(len(rows), len(codes)))


def _vectors(rows: Sequence[Collection[str]], rare: Rarity) -> csr_array:
    """Stems as unit vectors, each as heavy as it is rare and, less than in proportion, frequent (TF-IDF)."""
    codes = _Codes()
    matrix = _sets(rows, codes)
    matrix.sum_duplicates()
    weights = np.array([rare.weight(str(stem)) for stem in codes], np.float32)
    matrix.data = (1 + np.log(matrix.data)) * weights[matrix.indices]
    lengths = np.sqrt(matrix.power(2).sum(axis=1))
    matrix.data /= np.repeat(lengths, np.diff(matrix.indptr))
    return matrix
