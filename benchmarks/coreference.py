"""Scores of a clustering against the truth: MUC, B-cubed, CEAFe and their mean, CoNLL F1.

A clustering maps items to labels; both must label the same items. Items alone count, as in B-cubed and CEAFe.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Mapping
from typing import NamedTuple

import numpy as np
from scipy.optimize import linear_sum_assignment

Labels = Mapping[str, Hashable]
Shared = Counter[tuple[Hashable, Hashable]]


class Score(NamedTuple):
    """Precision, recall and their harmonic mean, 0 to 1."""

    precision: float
    recall: float
    f1: float


def conll(truth: Labels, found: Labels) -> float:
    """The mean F1 of MUC, B-cubed and CEAFe, in percent."""
    return 100 * (muc(truth, found).f1 + b_cubed(truth, found).f1 + ceaf(truth, found).f1) / 3


def b_cubed(truth: Labels, found: Labels) -> Score:
    """How much of its cluster each item shares with its true one (Bagga & Baldwin 1998)."""
    shared, true, made = _shared(truth, found)
    precision = sum(n * n / made[b] for (_, b), n in shared.items()) / len(truth)
    recall = sum(n * n / true[a] for (a, _), n in shared.items()) / len(truth)
    return _score(precision, recall)


def muc(truth: Labels, found: Labels) -> Score:
    """How many links are right (Vilain et al. 1995); items alone have none."""
    shared, true, made = _shared(truth, found)
    parts, cuts = Counter(a for a, _ in shared), Counter(b for _, b in shared)
    recall = sum(n - parts[a] for a, n in true.items()) / (sum(n - 1 for n in true.values()) or 1)
    precision = sum(n - cuts[b] for b, n in made.items()) / (sum(n - 1 for n in made.values()) or 1)
    return _score(precision, recall)


def ceaf(truth: Labels, found: Labels) -> Score:
    """The best one-to-one alignment of clusters by their overlap (Luo 2005, entity similarity φ4)."""
    shared, true, made = _shared(truth, found)
    total = sum(_aligned(part, shared, true, made) for part in _parts(shared))
    return _score(total / len(made), total / len(true))


def _shared(truth: Labels, found: Labels) -> tuple[Shared, Counter[Hashable], Counter[Hashable]]:
    if truth.keys() != found.keys():
        raise ValueError("both clusterings must label the same items")
    return Counter((truth[i], found[i]) for i in truth), Counter(truth.values()), Counter(found.values())


def _parts(shared: Shared) -> list[list[tuple[Hashable, Hashable]]]:
    """The pairs of overlapping clusters, by connected component, each of which is aligned on its own."""
    leader: dict[tuple[str, Hashable], tuple[str, Hashable]] = {}

    def find(node: tuple[str, Hashable]) -> tuple[str, Hashable]:
        while leader.setdefault(node, node) != node:
            leader[node] = leader[leader[node]]
            node = leader[node]
        return node

    for a, b in shared:
        leader[find(("true", a))] = find(("made", b))
    parts: dict[tuple[str, Hashable], list[tuple[Hashable, Hashable]]] = defaultdict(list)
    for a, b in shared:
        parts[find(("true", a))].append((a, b))
    return list(parts.values())


def _aligned(
    part: list[tuple[Hashable, Hashable]], shared: Shared, true: Counter[Hashable], made: Counter[Hashable]
) -> float:
    rows = {a: i for i, a in enumerate(dict.fromkeys(a for a, _ in part))}
    columns = {b: i for i, b in enumerate(dict.fromkeys(b for _, b in part))}
    overlap = np.zeros((len(rows), len(columns)))
    for a, b in part:
        overlap[rows[a], columns[b]] = 2 * shared[a, b] / (true[a] + made[b])
    return float(overlap[linear_sum_assignment(-overlap)].sum())


def _score(precision: float, recall: float) -> Score:
    return Score(precision, recall, 2 * precision * recall / ((precision + recall) or 1))
