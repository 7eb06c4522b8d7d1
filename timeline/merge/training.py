"""Learning what agreement is worth: python -m timeline.merge.training --help

Reads annotations (from `timeline annotate`), labelled leads and labelled articles, and writes what
lexicon/merge.toml is: one model for pairs of main events, from the leads, and one for all others, from the
articles. How reports of one event agree (m) is counted among labelled pairs; how reports of two agree (u)
among unlabelled ones, nearly all of which are of two events; how rare matches are among those, by
expectation maximisation (Fellegi & Sunter 1969). What comparisons of main events say twice they share, as
pairs labelled as one event and as two show.
Unlabelled main events are of articles that appeared within a day of each other, as nearly all reports of one
event do, the others are dated to within a month: what tells those apart is what has to be learnt.
"""

from __future__ import annotations

import argparse
import csv
import json
from collections.abc import Iterable, Iterator, Mapping, Sequence
from datetime import date
from pathlib import Path
from typing import NamedTuple

import numpy as np
from scipy.optimize import minimize
from scipy.special import expit

from timeline import pipeline
from timeline.contract import annotation_from_json
from timeline.merge import block
from timeline.merge.columns import columns, rarity
from timeline.merge.compare import LEVELS, NULL, Levels, compare
from timeline.merge.report import Report, reports
from timeline.merge.score import Flags, Model, Models, Weights
from timeline.model import Annotation, Article, EventMention
from timeline.text import overlap

NEAR, AROUND = 1, 31
"""Days between the publications of unlabelled main events, and between the dates of others, at the most."""

DOUBT = 20.0
"""As how many matches the belief counts that a level tells nothing."""

RISING = ("published", "type", "actors", "place", "numbers", "words")
"""Comparisons whose levels rise from what speaks least for one event to what speaks most."""

RIDGE = 10.0
"""How strongly the shares of comparisons are drawn towards the whole."""

STEPS = 100
"""Steps of expectation maximisation: far more than it takes to settle."""

Counts = dict[str, Weights]


def main_events(told: Iterable[Report]) -> list[Report]:
    """The reports of main events in dated articles, in the order of publication."""
    return sorted((r for r in told if r.main and r.published), key=lambda r: (_day(r.published), r.id))


def dated(told: Iterable[Report]) -> list[Report]:
    """The reports of dated events, in the order of their dates."""
    return sorted((r for r in told if r.begin), key=lambda r: (_day(r.begin), r.id))


def near(days: Sequence[int], reach: int, many: int) -> block.Pairs:
    """About `many` pairs, at random, of positions in rising `days` that lie at most `reach` days apart."""
    ends = np.searchsorted(days, np.array(days) + reach, "right").astype(np.int64)
    upto = np.cumsum(ends - np.arange(len(days)) - 1, dtype=np.int64)
    chosen = np.unique(np.random.default_rng(0).integers(upto[-1], size=many))
    left = np.searchsorted(upto, chosen, "right").astype(np.int64)
    return left, np.asarray(ends[left] - (upto[left] - chosen), np.int64)


def _of_one_day(levels: Levels) -> Levels:
    """The pairs whose articles appeared within a day of each other, as unlabelled ones do."""
    printed = levels[:, list(LEVELS).index("published")]
    return levels[printed >= LEVELS["published"].index("next")]


def _day(day: date | None) -> int:
    return (day or date.min).toordinal()


def levels_of(told: Sequence[Report], pairs: block.Pairs) -> Levels:
    """How pairs of reports agree."""
    return compare(columns(told, rarity(told)), *pairs)


class Labelled(NamedTuple):
    """How pairs of labelled reports agree: those of one event, and those of two."""

    same: Levels
    other: Levels


def labelled(told: Sequence[Report], event_of: Mapping[str, str], *, main: bool) -> Labelled:
    """The pairs of reports of two articles that are labelled: of main events, or of all others.

    Raises ValueError where no two reports are of one event.
    """
    known = [report for report in told if report.id in event_of]
    left, right = np.triu_indices(len(known), 1)
    event = np.array([event_of[report.id] for report in known])
    article = np.array([report.article for report in known])
    of_kind = (article[left] != article[right]) & (both_main(known, (left, right)) == main)
    same = of_kind & (event[left] == event[right])
    if not same.any():
        raise ValueError("no two reports are labelled as one event")
    levels = levels_of(known, (left, right))
    return Labelled(levels[same], levels[of_kind & ~same])


def both_main(told: Sequence[Report], pairs: block.Pairs) -> Flags:
    """Which pairs are of two main events."""
    main = np.array([report.main for report in told], bool)
    return np.asarray(main[pairs[0]] & main[pairs[1]], bool)


def learn(matches: Levels, unlabelled: Levels, cut: float, apart: Levels | None = None) -> Model:
    """The model of labelled matches and unlabelled pairs.

    Levels that few matches show weigh little: DOUBT more matches agree as unlabelled pairs do. Closer
    agreement never weighs less. With `apart`, pairs labelled as two events, comparisons that say the same
    twice weigh less.
    """
    u = {name: (count + 1.0) / (count + 1.0).sum() for name, count in _seen(unlabelled).items()}
    m = {}
    for name, count in _seen(matches).items():
        told = (count + DOUBT * u[name]) / (count.sum() + DOUBT)
        m[name] = _rising(told, u[name]) if name in RISING else told
    if apart is not None:
        m = _raised(m, u, _shares(matches, apart, m, u))
    told_of, often = ({name: tuple(map(float, values[name])) for name in LEVELS} for values in (m, u))
    return Model(_prior(unlabelled, told_of, often), cut, told_of, often)


def _raised(m: Counts, u: Counts, shares: Weights) -> Counts:
    """m where each comparison has its share of its weight."""
    raised = {n: u[n] * (m[n] / u[n]) ** share for n, share in zip(LEVELS, shares, strict=True)}
    return {name: values / values.sum() for name, values in raised.items()}


def _seen(levels: Levels) -> Counts:
    """How often each level of each comparison is seen, nulls aside."""
    return {
        name: np.bincount(levels[levels[:, i] != NULL, i], minlength=len(labels)).astype(float)
        for i, (name, labels) in enumerate(LEVELS.items())
    }


def _shares(matches: Levels, apart: Levels, m: Counts, u: Counts) -> Weights:
    """Which share of its weight each comparison has beside the others, by logistic regression.

    Fellegi and Sunter take comparisons as independent, but who shares words also shares actors. The shares
    (none below 0) are those under which the weights best tell matches from pairs of two events.
    """
    weights = np.concatenate([_log_ratios(matches, m, u), _log_ratios(apart, m, u)])
    same = np.arange(len(weights)) < len(matches)

    def loss(free: Weights) -> tuple[float, Weights]:
        odds = weights @ free[1:] + free[0]
        error = expit(odds) - same
        slope = np.append(error.sum(), error @ weights + RIDGE * (free[1:] - 1))
        return float(
            np.logaddexp(0, odds).sum() - odds[same].sum() + RIDGE * ((free[1:] - 1) ** 2).sum() / 2
        ), slope

    start = np.append(np.log(len(matches) / len(apart)), np.ones(len(LEVELS)))
    bounds = [(None, None), *[(0.0, None)] * len(LEVELS)]
    return np.asarray(minimize(loss, start, jac=True, bounds=bounds).x[1:])


def _log_ratios(levels: Levels, m: Counts, u: Counts) -> Weights:
    """log(m / u) of each pair's level of each comparison; 0 where one of the two says nothing."""
    columns = [np.append(np.log(m[name] / u[name]), 0.0)[levels[:, i]] for i, name in enumerate(LEVELS)]
    return np.stack(columns, axis=1)


def _rising(m: Weights, u: Weights) -> Weights:
    """m, with levels pooled where a closer agreement would weigh less than the one below (isotonic)."""
    pools = [(float(a), float(b), 1) for a, b in zip(m, u, strict=True)]
    at = 1
    while at < len(pools):
        (a, b, n), (c, d, k) = pools[at - 1 : at + 1]
        if c * b < a * d:
            pools[at - 1 : at + 1] = [(a + c, b + d, n + k)]
            at = max(at - 1, 1)
        else:
            at += 1
    return np.asarray(u * np.repeat([a / b for a, b, _ in pools], [n for *_, n in pools]))


def _prior(levels: Levels, m: Mapping[str, Sequence[float]], u: Mapping[str, Sequence[float]]) -> float:
    """How many of the pairs match, by expectation maximisation with m and u held."""
    odds = np.ones(len(levels))
    for i, name in enumerate(LEVELS):
        odds *= np.append(np.array(m[name]) / np.array(u[name]), 1.0)[levels[:, i]]  # the last is NULL's
    prior = 0.01
    for _ in range(STEPS):
        prior = float(np.mean(prior * odds / (prior * odds + 1.0 - prior)))
    return prior


def write(learnt: Models, path: Path, how: str) -> None:
    """Write the models as TOML; `how` is a comment that says where they come from."""
    parts = [f"# {how}"]
    for kind, model in learnt._asdict().items():
        parts += ["", f"[{kind}]", f"prior = {model.prior:.6f}", f"cut = {model.cut:.2f}"]
        for name, labels in LEVELS.items():
            parts += [f"[{kind}.{name}]", f"levels = {json.dumps(labels, ensure_ascii=False)}"]
            parts += [
                f"{of} = [{', '.join(f'{x:.6f}' for x in weights[name])}]"
                for of, weights in (("m", model.m), ("u", model.u))
            ]
    path.write_text("\n".join(parts) + "\n", encoding="utf-8")


def leads(path: Path) -> tuple[list[Report], dict[str, str]]:
    """The reports of labelled leads (TSV: event, published, title, lead) and the event of each main one."""
    told, event_of = [], {}
    for i, row in enumerate(_rows(path)):
        text, day = f"{row['title']}\n{row['lead']}", date.fromisoformat(row["published"])
        for report in reports(pipeline.read(Article(f"lead-{i}", text, title=row["title"], published=day))):
            told.append(report)
            if report.main:
                event_of[report.id] = row["event"]
    return told, event_of


def coverage(folder: Path) -> tuple[list[Report], dict[str, str]]:
    """The reports of labelled articles and the events of those that stand at labelled words.

    articles.jsonl holds documents, mentions.tsv the words (doc, event, nth, trigger).
    """
    known = {annotation.article.id: annotation for annotation in annotated(folder)}
    event_of: dict[str, str] = {}
    for row in _rows(folder / "mentions.tsv"):
        if found := _told_at(known[row["doc"]], row["trigger"], int(row["nth"])):
            event_of.setdefault(found.id, row["event"])
    return [report for annotation in known.values() for report in reports(annotation)], event_of


def annotated(folder: Path) -> list[Annotation]:
    """The articles of a folder of labelled ones, annotated, in the order of their file."""
    with (folder / "articles.jsonl").open(encoding="utf-8") as lines:
        return [pipeline.read(_article(json.loads(line))) for line in lines]


def _article(row: Mapping[str, str]) -> Article:
    text, day = f"{row['title']}\n{row['text']}", date.fromisoformat(row["published"])
    return Article(row["id"], text, title=row["title"], published=day)


def _told_at(annotation: Annotation, words: str, nth: int) -> EventMention | None:
    """The event whose words share most with the nth occurrence of `words`; None where none does."""
    at = -1
    for _ in range(nth):
        at = annotation.article.text.index(words, at + 1)

    def shared(event: EventMention) -> int:
        return max(overlap((at, at + len(words)), span) for span in (event.trigger, *event.also))

    best = max(annotation.events, key=shared, default=None)
    return best if best and shared(best) else None


def _rows(path: Path) -> Iterator[dict[str, str]]:
    lines = (line for line in path.read_text(encoding="utf-8").splitlines() if not line.startswith("#"))
    return csv.DictReader(lines, delimiter="\t", quoting=csv.QUOTE_NONE)


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
    parser.add_argument("--leads", nargs="+", type=Path, required=True, help="labelled leads (TSV)")
    parser.add_argument("--coverage", type=Path, required=True, help="folder of labelled articles")
    parser.add_argument("--cuts", type=float, nargs=2, required=True, help="for main events, and in passing")
    parser.add_argument("--pairs", type=int, default=200_000, help="unlabelled pairs to learn from")
    parser.add_argument("-o", "--output", type=Path, required=True)
    given = parser.parse_args()
    text = list(unlabelled(given.annotations))
    news, others = main_events(text), dated(text)
    print_days = near([_day(report.published) for report in news], NEAR, given.pairs)
    event_days = near([_day(report.begin) for report in others], AROUND, given.pairs)
    known = [labelled(*leads(path), main=True) for path in given.leads]
    same, apart = (np.concatenate(levels) for levels in zip(*known, strict=True))
    main = learn(same, levels_of(news, print_days), given.cuts[0], _of_one_day(apart))
    in_passing = labelled(*coverage(given.coverage), main=False)
    passing = learn(in_passing.same, levels_of(others, event_days), given.cuts[1])
    how = "Written by timeline.merge.training; frequencies of levels, no text."
    write(Models(main, passing), given.output, how)


if __name__ == "__main__":
    main()
