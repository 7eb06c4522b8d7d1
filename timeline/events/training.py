"""Learning what makes a trigger an event: python -m timeline.events.training ARTICLES.jsonl… -o FILE

Reads annotated articles (tests/corpus/articles/README.md says how) and writes what lexicon/salience.toml is:
a logistic regression over the features of timeline.events.salience, with a ridge. Drafts that meet an event
marked optional are left out; those that meet none are what is not to be kept. Sentences that say `only`
a type have that type cut where it has the highest F1.
"""

from __future__ import annotations

import argparse
import json
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from types import MappingProxyType
from typing import Any

import numpy as np
from scipy.optimize import minimize

from timeline import actors, timex
from timeline import text as texts
from timeline.articles.boilerplate import mask
from timeline.events.document import Document
from timeline.events.salience import CROWDED, features, odds, weights
from timeline.model import Article
from timeline.text import overlap

Example = tuple[tuple[str, ...], bool]
Row = tuple[Mapping[str, Any], Sequence[Example]]
Weights = dict[str, float]
_SELDOM = 4
"""Features seen less often than this get no weight."""


def examples(row: Mapping[str, Any]) -> Iterator[Example]:
    """The features of each draft of an annotated article, and whether it is one of its events.

    A row that says `only` tells of the events of that PLOVER type alone.
    """
    whole = f"{row['title']}\n{row['text']}" if row.get("title") else row["text"]
    article = Article(row["id"], whole, row.get("title", ""), date.fromisoformat(row["published"][:10]))
    text = texts.read(mask(article))
    document = Document(article, text, timex.tag(text, article.published), actors.find(text))
    document.drafts()
    for draft, headlined in document.considered:
        if row.get("only") not in (None, draft.type):
            continue
        met = [
            event
            for event in row["events"]
            if any(overlap(draft.span, (start, end)) for start, end in (event["trigger"], *event["also"]))
        ]
        if not met or not all(event["optional"] for event in met):
            yield tuple(features(draft, headlined)), bool(met)


def fit(told: Sequence[Example], ridge: float, known: Mapping[str, float] = MappingProxyType({})) -> Weights:
    """Feature → weight of the logistic regression with the ridge; "any" is its constant and bears none.

    Features that are `known` keep their weight and are not among those returned.
    """
    seen = Counter(name for names, _ in told for name in names if name not in known)
    order = [name for name, times in seen.items() if times >= _SELDOM]
    at = {name: i for i, name in enumerate(order)}
    rows = np.zeros((len(told), len(order)))
    for i, (names, _) in enumerate(told):
        rows[i, [at[name] for name in names if name in at]] = 1.0
    given = np.array([odds(names, known) for names, _ in told])
    sign = np.array([1.0 if event else -1.0 for _, event in told])
    penalty = np.array([0.0 if name == "any" else ridge for name in order])

    def loss(w: np.ndarray) -> tuple[float, np.ndarray]:
        margin = sign * (given + rows @ w)
        slope = -sign / (1 + np.exp(margin))
        return float(np.logaddexp(0, -margin).sum() + penalty @ w**2 / 2), rows.T @ slope + penalty * w

    best = minimize(loss, np.zeros(len(order)), jac=True, method="L-BFGS-B")
    return dict(zip(order, best.x.tolist(), strict=True))


def cut(sentences: Sequence[tuple[Sequence[Example], bool]], weights: Mapping[str, float]) -> float:
    """The log odds to add so that keeping bare sentences by their best draft has the highest F1."""
    scores = sorted(
        ((max(odds(names, weights) for names, _ in drafts), told) for drafts, told in sentences if drafts),
        reverse=True,
    )
    real = sum(told for _, told in sentences)
    hits, best, shift = 0, 0.0, 0.0
    for kept, (best_draft, told) in enumerate(scores, 1):
        hits += told
        if 2 * hits / (kept + real) > best:
            best, shift = 2 * hits / (kept + real), -best_draft
    return shift


def read(paths: Iterable[Path]) -> Iterator[Mapping[str, Any]]:
    """The annotated articles of files of JSON lines."""
    for path in paths:
        yield from map(json.loads, path.read_text(encoding="utf-8").splitlines())


def learn(rows: Sequence[Row], ridge: float, lean: float = 0.0) -> Weights:
    """The weights that whole articles teach."""
    weights = fit([each for row, told in rows if not row.get("only") for each in told], ridge)
    return weights | {"any": weights["any"] + lean}


def learn_bare(rows: Sequence[Row], ridge: float, known: Weights) -> Weights:
    """Given those, the weights that only bare sentences have, each type cut where it has the highest F1."""
    bare = [(row, told) for row, told in rows if row.get("only")]
    weights = known | fit([each for _, told in bare for each in told], ridge, known)
    for type in sorted({row["only"] for row, _ in bare}):
        of_type = [(told, bool(row["events"])) for row, told in bare if row["only"] == type]
        weights[f"{type} bare"] += cut(of_type, weights)
    return weights


def main() -> None:
    """Learn and write the weights."""
    parser = argparse.ArgumentParser(
        description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter
    )
    parser.add_argument("articles", nargs="+", type=Path)
    parser.add_argument("--ridge", type=float, default=1.0)
    parser.add_argument("--lean", type=float, default=0.0, help="log odds added: above 0 keeps more events")
    parser.add_argument(
        "--bare", action="store_true", help="learn only what bare sentences have, keep the rest"
    )
    parser.add_argument("-o", "--output", type=Path, required=True)
    given = parser.parse_args()
    rows = [(row, tuple(examples(row))) for row in read(given.articles)]
    kept = {name: w for name, w in weights().items() if not _of_bare(name)}
    known = kept if given.bare else learn(rows, given.ridge, given.lean)
    learnt = sorted(learn_bare(rows, given.ridge, known).items())
    lines = [f'"{name}" = {weight:.2f}' for name, weight in learnt]
    head = "# Written by timeline.events.training: log odds of the features of timeline.events.salience."
    given.output.write_text("\n".join([head, "[weights]", *lines, ""]), encoding="utf-8")


def _of_bare(name: str) -> bool:
    """Whether a feature is one of bare sentences: "ASSAULT known", "deadly verb main"."""
    return name.split(maxsplit=1)[0] in (*CROWDED, "deadly")


if __name__ == "__main__":
    main()
