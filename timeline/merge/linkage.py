"""Graphs of weighed pairs: components, average link, the tree of strongest links. Nothing knows of news."""

from __future__ import annotations

import logging
from collections.abc import Iterator

import numpy as np
from numpy.typing import NDArray
from scipy.cluster.hierarchy import fcluster, linkage
from scipy.sparse import coo_array
from scipy.sparse.csgraph import connected_components, minimum_spanning_tree
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
    return np.asarray(fcluster(linkage(distances - lowest, "average"), cut - lowest, "distance"), np.int64)


def tree(distances: Weights, labels: Ints) -> list[tuple[int, int]]:
    """The shortest links that connect the members of each group: n - 1 for a group of n."""
    if len(distances) == 1:
        return [(0, 1)] if labels[0] == labels[1] else []
    square, links = squareform(distances - distances.min() + 1.0), []
    for group in groups(labels):
        found = minimum_spanning_tree(square[np.ix_(group, group)]).tocoo()
        links += [(int(group[a]), int(group[b])) for a, b in zip(found.row, found.col, strict=True)]
    return links
