"""Learning what agreement is worth: python -m timeline.merge.training ANNOTATIONS… --leads LEADS -o MODEL

Reads annotations (from `timeline annotate`) and labelled leads, and writes what lexicon/merge.toml is. How
reports of one event agree (m) is counted among labelled pairs; how reports of two agree (u), and how rare
matches are, comes from unlabelled pairs by Splink's expectation maximisation (Fellegi & Sunter 1969).
"""

from __future__ import annotations

import argparse
import csv
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path
from typing import Any

import numpy as np
from splink import block_on

from timeline import pipeline
from timeline.contract import annotation_from_json
from timeline.merge import block
from timeline.merge.columns import columns, rarity
from timeline.merge.compare import LEVELS, NULL, Levels, compare
from timeline.merge.report import Report, reports
from timeline.merge.score import Model, linker, model
from timeline.model import Article


def levels_of(told: Sequence[Report]) -> tuple[Levels, block.Pairs]:
    """How the candidates among reports agree."""
    pairs = block.candidates(told)
    return compare(columns(told, rarity(told)), *pairs), pairs


def counted(levels: Levels) -> dict[str, tuple[float, ...]]:
    """How often each level of each comparison is seen, nulls aside; each is held to be seen once more."""
    out = {}
    for i, (name, labels) in enumerate(LEVELS.items()):
        seen = np.bincount(levels[levels[:, i] != NULL, i], minlength=len(labels)) + 1.0
        out[name] = tuple(float(x) for x in seen / seen.sum())
    return out


def from_labels(told: Sequence[Report], event_of: Mapping[str, str], cut: float) -> Model:
    """The model that labelled pairs give. Raises ValueError where no two candidates are one event."""
    known = [report for report in told if report.id in event_of]
    levels, (left, right) = levels_of(known)
    same = np.array(
        [event_of[known[a].id] == event_of[known[b].id] for a, b in zip(left, right, strict=True)], bool
    )
    if not same.any():
        raise ValueError("no two candidates are labelled as one event")
    return Model(float(same.mean()), cut, counted(levels[same]), counted(levels[~same]))


def from_text(levels: Levels, start: Model) -> Model:
    """The model after expectation maximisation on unlabelled candidates, from `start`.

    Starts from u as counted among all candidates, nearly all of which are of two events; m stays.
    """
    engine = linker(np.concatenate([levels, _each_once()]), replace(start, u=counted(levels)))
    engine.training.estimate_parameters_using_expectation_maximisation(
        block_on("one"),
        fix_m_probabilities=True,
        fix_u_probabilities=False,
        populate_probability_two_random_records_match_from_trained_values=True,
    )
    learnt = engine.misc.save_model_to_json()
    u = {c["output_column_name"]: _frequencies(c) for c in learnt["comparisons"]}
    return replace(start, prior=learnt["probability_two_random_records_match"], u=u)


def _each_once() -> Levels:
    """A pair for each level that says nothing else, so that no level goes unseen."""
    pairs = np.full((sum(map(len, LEVELS.values())), len(LEVELS)), NULL, np.int8)
    at = ((i, level) for i, labels in enumerate(LEVELS.values()) for level in range(len(labels)))
    for row, (i, level) in enumerate(at):
        pairs[row, i] = level
    return pairs


def _frequencies(comparison: Mapping[str, Any]) -> tuple[float, ...]:
    levels = (level for level in comparison["comparison_levels"] if not level.get("is_null_level"))
    return tuple(float(level["u_probability"]) for level in levels)


def write(learnt: Model, path: Path, how: str) -> None:
    """Write the model as TOML; `how` is a comment that says where it comes from."""
    parts = [f"# {how}", f"prior = {learnt.prior:.6f}", f"cut = {learnt.cut:.2f}"]
    for name, labels in LEVELS.items():
        parts += ["", f"[{name}]", f"levels = {json.dumps(labels, ensure_ascii=False)}"]
        parts += [
            f"{of} = [{', '.join(f'{x:.6f}' for x in weights[name])}]"
            for of, weights in (("m", learnt.m), ("u", learnt.u))
        ]
    path.write_text("\n".join(parts) + "\n", encoding="utf-8")


def _row(frequencies: Sequence[float]) -> str:
    return f"[{', '.join(f'{x:.6f}' for x in frequencies)}]"


def labelled(path: Path) -> tuple[list[Report], dict[str, str]]:
    """The reports of labelled leads (TSV: event, published, title, lead) and the event of each main one."""
    lines = (line for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith("#"))
    told, event_of = [], {}
    for i, row in enumerate(csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)):
        text, day = f"{row['title']}\n{row['lead']}", date.fromisoformat(row["published"])
        for report in reports(pipeline.read(Article(f"lead-{i}", text, title=row["title"], published=day))):
            told.append(report)
            if report.main:
                event_of[report.id] = row["event"]
    return told, event_of


def unlabelled(paths: Iterable[Path]) -> Iterator[Report]:
    """The reports of annotated articles."""
    for path in paths:
        with path.open(encoding="utf-8") as lines:
            for line in lines:
                yield from reports(annotation_from_json(json.loads(line)))


def main() -> None:
    """Learn and write the weights."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("annotations", nargs="+", type=Path)
    parser.add_argument("--leads", type=Path, required=True, help="labelled leads (TSV)")
    parser.add_argument("--cut", type=float, default=model().cut)
    parser.add_argument("--pairs", type=int, default=80_000, help="candidates to learn from")
    parser.add_argument("-o", "--output", type=Path, required=True)
    given = parser.parse_args()
    levels, _ = levels_of(list(unlabelled(given.annotations)))
    some = np.random.default_rng(0).permutation(len(levels))[: given.pairs]
    learnt = from_text(levels[some], from_labels(*labelled(given.leads), given.cut))
    write(learnt, given.output, "Written by timeline.merge.training; frequencies of levels, no text.")


if __name__ == "__main__":
    main()
