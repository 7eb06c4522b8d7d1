"""Merging against labels: python benchmarks/merge.py [LEADS.tsv]

For labelled leads (TSV: event, published, title, lead) prints the CoNLL F1 of ours, of connected components
over the same scores, and of TF-IDF with average link at its own best cut; the recall of blocking and how many
candidates a mention has.
The leads of the project also train the weights, so ours on them is an upper bound; give others to measure.
"""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

import numpy as np
from coreference import conll

from timeline.merge import cluster, linkage, rarity
from timeline.merge.block import candidates
from timeline.merge.columns import columns
from timeline.merge.compare import compare
from timeline.merge.report import Report
from timeline.merge.score import cuts, score
from timeline.merge.training import both_main, leads

LEADS = Path(__file__).parent.parent / "tests/corpus/leads.tsv"


def measured(groups: Iterable[Sequence[str]], truth: dict[str, str]) -> float:
    """CoNLL F1 of groups of report ids on the labelled ones."""
    found = {id: i for i, group in enumerate(groups) for id in group if id in truth}
    return conll(truth, found)


def chained(told: Sequence[Report]) -> list[list[str]]:
    """The connected components of candidates that weigh at least the cut."""
    left, right = candidates(told)
    main = both_main(told, (left, right))
    weights = score(compare(columns(told, rarity(told)), left, right), main) - cuts(main)
    held = weights >= 0
    parts = list(linkage.components(len(told), left[held], right[held], weights[held]))
    joined = {i for part in parts for i in part}
    alone = [[report.id] for i, report in enumerate(told) if i not in joined]
    return alone + [[told[i].id for i in part] for part in parts]


def by_words(told: Sequence[Report], cosine: float) -> list[list[str]]:
    """Average link over the TF-IDF cosine of main reports alone."""
    main = [report for report in told if report.main]
    words = columns(main, rarity(main)).words
    alike = (words @ words.T).toarray()[np.triu_indices(len(main), 1)]
    labels = linkage.average_link(np.maximum(1 - alike, 0), 1 - cosine)
    return [[main[i].id for i in group] for group in linkage.groups(labels)]


def main() -> None:
    """Print the table."""
    told, truth = leads(Path(sys.argv[1]) if len(sys.argv) > 1 else LEADS)
    left, right = candidates(told)
    met = {(told[a].id, told[b].id) for a, b in zip(left, right, strict=True)}
    ids = [report.id for report in told if report.id in truth]
    same = {(a, b) for i, a in enumerate(ids) for b in ids[i + 1 :] if truth[a] == truth[b]}
    recall, many = len(same & met) / len(same), 2 * len(left) / len(told)
    print(f"blocking: recall {recall:.3f}, {many:.1f} candidates a mention")
    print(f"ours                  {measured(cluster(told).groups, truth):5.1f}")
    print(f"connected components  {measured(chained(told), truth):5.1f}")
    best = max(measured(by_words(told, cosine), truth) for cosine in np.arange(0.1, 0.7, 0.04))
    print(f"TF-IDF, average link  {best:5.1f}")


if __name__ == "__main__":
    main()
