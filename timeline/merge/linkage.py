"""Graphs of weighed pairs: components, average link, the tree of strongest links. Nothing knows of news."""

from __future__ import annotations

import logging
from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray
from scipy.cluster.hierarchy import linkage
from scipy.sparse import coo_array
from scipy.sparse.csgraph import connected_components
from scipy.spatial.distance import squareform

Ints = NDArray[np.int64]
Weights = NDArray[np.float64]

log = logging.getLogger(__name__)

LARGEST = 2000
"""Average link takes time and memory by the square of a component, so a larger one is first cut strictly."""


def groups(labels: Ints) -> list[Ints]:
    """The positions that share a label, as sorted arrays, ordered by their first position."""
    order = np.argsort(labels, kind="stable")
    runs = np.split(order, np.flatnonzero(np.diff(labels[order])) + 1) if len(order) else []
    return sorted(runs, key=lambda run: int(run[0]))


def components(size: int, left: Ints, right: Ints, weights: Weights) -> Iterator[Ints]:
    """The connected components of two or more among `size` nodes, as sorted positions, at most LARGEST each.

    A larger one loses the weaker half of its links until its parts are small enough, and the log says so.
    Infinite weights are never cut.
    """
    graph = coo_array((np.ones(len(left), bool), (left, right)), shape=(size, size))
    _, labels = connected_components(graph, directed=False)
    for members in groups(labels.astype(np.int64)):
        if len(members) > LARGEST:
            inside = labels[left] == labels[members[0]]
            yield from _stricter(members, left[inside], right[inside], weights[inside])
        elif len(members) > 1:
            yield members


def _stricter(members: Ints, left: Ints, right: Ints, weights: Weights) -> Iterator[Ints]:
    threshold = float(np.median(weights))
    kept = (weights > threshold) | np.isinf(weights)
    if kept.all():
        yield members
        return
    log.warning(
        "a component of %d reports is cut at a weight of %.1f before average link", len(members), threshold
    )
    at = np.searchsorted(members, np.stack([left[kept], right[kept]]))
    for part in components(len(members), at[0], at[1], weights[kept]):
        yield members[part]


def average_link(distances: Weights, cut: float) -> Ints:
    """For each node the label of its group: groups join while their mean distance is at most `cut` (UPGMA).

    `distances` are condensed as SciPy's: of pairs (0, 1), (0, 2) … (1, 2) …
    """
    if len(distances) == 1:
        return np.array([0, 0 if distances[0] <= cut else 1], np.int64)
    lowest = min(float(distances.min()), 0.0)  # SciPy takes none below zero; moving all moves their means
    return _cut(linkage(distances - lowest, "average"), cut - lowest)


def _cut(joins: Weights, cut: float) -> Ints:
    """For each node the label of its group once all `joins` (SciPy's linkage matrix) up to `cut` are made.

    As SciPy's fcluster, which checks its input for longer than it works on small groups.
    """
    size = len(joins) + 1
    label = np.arange(2 * size - 1)
    for i in range(len(joins) - 1, -1, -1):
        if joins[i, 2] <= cut:
            label[joins[i, :2].astype(np.int64)] = label[size + i]
    return label[:size].astype(np.int64)


def tree(distances: Weights, labels: Ints) -> list[tuple[int, int]]:
    """The shortest links that connect the members of each group: n - 1 for a group of n."""
    if len(distances) == 1:
        return [(0, 1)] if labels[0] == labels[1] else []
    square = squareform(distances)
    return [link for group in groups(labels) if len(group) > 1 for link in _spanning(square, group)]


def _spanning(square: Weights, group: Ints) -> Iterator[tuple[int, int]]:
    """The minimum spanning tree of a group (Prim 1957): the nearest node outside joins until all have."""
    inside = square[np.ix_(group, group)]
    nearest, distance = np.zeros(len(group), np.int64), inside[0].copy()
    left = np.ones(len(group), bool)
    left[0] = False
    while left.any():
        new = int(np.where(left, distance, np.inf).argmin())
        pair = sorted((int(nearest[new]), new))
        yield int(group[pair[0]]), int(group[pair[1]])
        left[new] = False
        closer = inside[new] < distance
        nearest[closer], distance[closer] = new, inside[new][closer]
