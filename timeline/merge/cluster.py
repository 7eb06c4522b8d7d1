"""Clustering: average link inside each connected component of what scored well enough.

Components alone chain: A resembles B, B resembles C, and all become one. Average link joins two groups
only where all their pairs together speak for it (Sokal & Michener 1958).
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass

import numpy as np

from timeline.merge import block, linkage
from timeline.merge.columns import UNKNOWN, Columns, Flags, Ints, Rarity, columns, rarity
from timeline.merge.compare import APART, LEVELS, compare
from timeline.merge.report import Report
from timeline.merge.score import Models, Weights, cuts, explain, score
from timeline.model import Link

CERTAIN = 16.0
"""Weights further than 16 from the cut (odds of 65,000) count as that far: no pair outvotes a group."""

BARRED = 4 * CERTAIN * linkage.LARGEST**2
"""Distance of reports that must not meet (its negative: that must): no number of other pairs outweighs it."""

FOREMOST = 4 * CERTAIN
"""Where a component is too large, links of main events are cut after all others: they are joined first."""

_BATCH = 1 << 20
_DATE = list(LEVELS).index("date")

Pair = tuple[str, str]
_Said = tuple[list[tuple[int, int]], list[tuple[int, int]]]


@dataclass(frozen=True, slots=True)
class Clusters:
    """Groups of report ids, each group and the groups in the order of the reports, and the links that hold
    each group together: for a group of n reports the n - 1 strongest that connect it."""

    groups: tuple[tuple[str, ...], ...]
    links: tuple[Link, ...]


def cluster(
    reports: Sequence[Report],
    *,
    together: Iterable[Pair] = (),
    apart: Iterable[Pair] = (),
    rare: Rarity | None = None,
    learnt: Models | None = None,
) -> Clusters:
    """Group the reports of one event.

    `together` and `apart` are pairs of report ids that users have said are one event, or are not; they hold
    whatever the weights say (where they contradict each other, `apart` holds). `rare` says how rare words
    are where `reports` are only a part of what is known. Reports that are alone are groups of one.
    """
    at = {report.id: i for i, report in enumerate(reports)}
    table = columns(reports, rare or rarity(reports))
    said = _positions(together, at), _positions(apart, at)
    labels, holding = np.arange(len(reports), dtype=np.int64), []
    for members, distances in _components(table, block.candidates(reports), said, learnt):
        inside = _joined(distances, table.main[members])
        labels[members] = members[0] + len(reports) * inside
        holding += [(members[a], members[b]) for a, b in linkage.tree(distances, inside)]
    left, right = np.array(holding, np.int64).reshape(-1, 2).T
    return Clusters(
        tuple(tuple(reports[i].id for i in group) for group in linkage.groups(labels)),
        tuple(_links(reports, table, (left, right), learnt)),
    )


def _joined(distances: Weights, main: Flags) -> Ints:
    """The label of each member of a component. Main events are joined first and stay as they are: what an
    article tells in passing joins them, and never joins two of them to one another."""
    left, right = np.triu_indices(len(main), 1)
    both = main[left] & main[right]
    if not both.any() or both.all():
        return linkage.average_link(distances, CERTAIN)
    label = np.zeros(len(main), np.int64)
    label[main] = linkage.average_link(distances[both], CERTAIN)
    settled = np.where(label[left] == label[right], -BARRED, BARRED)
    return linkage.average_link(np.where(both, settled, distances), CERTAIN)


def _positions(pairs: Iterable[Pair], at: dict[str, int]) -> list[tuple[int, int]]:
    """Pairs of ids as positions left < right; those that name unknown reports are dropped."""
    known = ((at[a], at[b]) for a, b in pairs if a in at and b in at and a != b)
    return sorted({(min(pair), max(pair)) for pair in known})


def _components(
    table: Columns, pairs: block.Pairs, said: _Said, learnt: Models | None
) -> Iterator[tuple[Ints, Weights]]:
    """Each component of what may be one event, as positions, with the (condensed) distances of its pairs."""
    together = np.array(said[0], np.int64).reshape(-1, 2)
    weights, barred = _weigh(table, *pairs, learnt)
    held = ~barred & (weights >= 0)
    left = np.concatenate([pairs[0][held], together[:, 0]])
    right = np.concatenate([pairs[1][held], together[:, 1]])
    news = table.main[pairs[0][held]] & table.main[pairs[1][held]]
    known = weights[held] + np.where(news, FOREMOST, 0.0)
    strength = np.concatenate([known, np.full(len(together), np.inf)])
    parts = list(linkage.components(len(table.begin), left, right, strength))
    for batch in _batches(parts):
        yield from zip(batch, _distances(table, batch, said, learnt), strict=True)


def _batches(parts: Iterable[Ints]) -> Iterator[list[Ints]]:
    """Components by the million of pairs."""
    batch: list[Ints] = []
    pairs = 0
    for members in parts:
        batch.append(members)
        pairs += len(members) * (len(members) - 1) // 2
        if pairs >= _BATCH:
            yield batch
            batch, pairs = [], 0
    if batch:
        yield batch


def _distances(table: Columns, parts: list[Ints], said: _Said, learnt: Models | None) -> list[Weights]:
    """The distances of all pairs inside each component: CERTAIN less the weight, then what users said."""
    inside = [np.triu_indices(len(members), 1) for members in parts]
    left = np.concatenate([members[a] for members, (a, _) in zip(parts, inside, strict=True)])
    right = np.concatenate([members[b] for members, (_, b) in zip(parts, inside, strict=True)])
    weights, barred = _weigh(table, left, right, learnt)
    distances = CERTAIN - np.clip(weights, -CERTAIN, CERTAIN)
    distances[barred] = BARRED
    for pairs, distance in zip(said, (-BARRED, BARRED), strict=True):
        distances[_among(pairs, left, right, len(table.begin))] = distance
    return np.split(distances, np.cumsum([len(a) for a, _ in inside])[:-1])


def _among(pairs: list[tuple[int, int]], left: Ints, right: Ints, size: int) -> Flags:
    """Which of the pairs left < right are among `pairs`."""
    if not pairs:
        return np.zeros(len(left), bool)
    return np.isin(left * size + right, [a * size + b for a, b in pairs])


def _weigh(table: Columns, left: Ints, right: Ints, learnt: Models | None) -> tuple[Weights, Flags]:
    """How far the match weights of pairs are above the cut, and which cannot be one event.

    Dates can exclude each other. One article that tells of two deeds, or of a deed and of words, tells two;
    and what is told in passing, in a sentence full of other deeds, is only one event with a deed of its kind.
    """
    levels, main = compare(table, left, right), table.main[left] & table.main[right]
    alike = table.type[left] == table.type[right]
    within = table.article[left] == table.article[right]
    told_apart = np.where(within, ~alike | (table.type[left] == UNKNOWN), ~alike & ~main)
    return score(levels, main, learnt) - cuts(main, learnt), (levels[:, _DATE] == APART) | told_apart


def _links(
    reports: Sequence[Report], table: Columns, pairs: block.Pairs, learnt: Models | None
) -> Iterator[Link]:
    """Pairs of positions as links with what spoke for and against them."""
    left, right = pairs
    levels, main = compare(table, left, right), table.main[left] & table.main[right]
    told = zip(left, right, score(levels, main, learnt), explain(levels, main, learnt), strict=True)
    for a, b, weight, evidence in told:
        yield Link(reports[a].id, reports[b].id, float(weight), evidence)
