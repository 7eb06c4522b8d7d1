"""Scoring: Splink weighs how two reports agree (Fellegi & Sunter 1969), with weights that were learnt.

A match weight is the sum of the weights of its levels, so Splink is asked for each level once, as a record
of its own against one blank record; millions of pairs are then sums. The settings are built for the engine
at hand. Two main events are weighed by one model, any other pair by a second: what articles tell in passing
is told with coarser dates and fewer words, and may be old.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any, NamedTuple

import duckdb
import numpy as np
import pandas as pd
from numpy.typing import NDArray
from splink import DuckDBAPI, Linker, SettingsCreator, block_on
from splink.comparison_level_library import CustomLevel
from splink.comparison_library import CustomComparison

from timeline.lexicon import document
from timeline.merge.compare import LEVELS, NULL, Levels
from timeline.model import Evidence

Weights = NDArray[np.float64]
Flags = NDArray[np.bool_]


@dataclass(frozen=True, slots=True)
class Model:
    """What was learnt.

    `prior` is the probability that two candidates are one event; `m` and `u` say, for each level of each
    comparison, how often it is seen where they are one event and where they are two. Two groups whose pairs
    weigh at least `cut` on average (log2 of the odds) are one.
    """

    prior: float
    cut: float
    m: Mapping[str, tuple[float, ...]]
    u: Mapping[str, tuple[float, ...]]


class Models(NamedTuple):
    """What is known of pairs of main events, and of those with a mention in passing."""

    main: Model
    passing: Model


@cache
def models() -> Models:
    """The models that ship with the project (lexicon/merge.toml, written by `timeline.merge.training`)."""
    data = document("merge.toml")
    return Models(*(_read(data[name]) for name in Models._fields))


def _read(data: Mapping[str, Any]) -> Model:
    m = {name: tuple(data[name]["m"]) for name in LEVELS}
    return Model(data["prior"], data["cut"], m, {name: tuple(data[name]["u"]) for name in LEVELS})


def score(levels: Levels, main: Flags, learnt: Models | None = None) -> Weights:
    """The match weight of each pair: the prior's log2 odds and what each comparison adds.

    `main` says which are pairs of main events.
    """
    return np.where(main, *(_total(levels, learn) for learn in learnt or models()))


def cuts(main: Flags, learnt: Models | None = None) -> Weights:
    """The weight from which each pair speaks for one event."""
    one, other = learnt or models()
    return np.where(main, one.cut, other.cut)


def explain(levels: Levels, main: Flags, learnt: Models | None = None) -> list[tuple[Evidence, ...]]:
    """For each pair, what spoke for and against it, the strongest first; what is not said is left out."""
    known = learnt or models()
    told: dict[tuple[bytes, bool], tuple[Evidence, ...]] = {}  # millions of pairs agree in few patterns
    out = []
    for pattern, both in zip(levels, main, strict=True):
        key = pattern.tobytes(), bool(both)
        if key not in told:
            told[key] = _evidence(pattern, _weights(known.main if both else known.passing)[1])
        out.append(told[key])
    return out


def _total(levels: Levels, learnt: Model) -> Weights:
    prior, weights = _weights(learnt)
    total = np.full(len(levels), prior)
    for i in range(len(LEVELS)):  # one comparison at a time: there are tens of millions of pairs
        total += weights[i, levels[:, i] - NULL]
    return total


def settings(learnt: Model) -> SettingsCreator:
    """Splink's settings, for any engine, over columns named as LEVELS."""
    return SettingsCreator(
        link_type="link_only",
        unique_id_column_name="id",
        comparisons=[_comparison(name, learnt) for name in LEVELS],
        blocking_rules_to_generate_predictions=[block_on("one")],
        probability_two_random_records_match=learnt.prior,
        retain_matching_columns=False,
        retain_intermediate_calculation_columns=True,
    )


def table(patterns: Levels) -> pd.DataFrame:
    """Patterns as records for Splink: a column a comparison, null where nothing is said."""
    frame = pd.DataFrame({name: patterns[:, i] for i, name in enumerate(LEVELS)}, dtype="Int8")
    return frame.mask(frame == NULL).assign(id=np.arange(len(patterns)), one=1)


def linker(patterns: Levels, learnt: Model) -> Linker:
    """Splink on DuckDB over patterns and the blank record."""
    connection = duckdb.connect()
    connection.execute("set enable_progress_bar = false")
    engine = DuckDBAPI(connection)
    blank = table(np.full((1, len(LEVELS)), NULL, np.int8))
    tables = [
        engine.register(table(patterns), dataset_display_name="a_pattern"),
        engine.register(blank, dataset_display_name="b_blank"),
    ]
    return Linker(tables, settings(learnt), log_level=None)


def _weights(learnt: Model) -> tuple[float, Weights]:
    """The prior's weight and each level's [comparison, level - NULL]; Splink is asked once for a model."""
    held = _asked.get(id(learnt))
    if held is None or held[0] is not learnt:
        held = _asked[id(learnt)] = (learnt, _weigh(learnt))
    return held[1]


_asked: dict[int, tuple[Model, tuple[float, Weights]]] = {}


def _weigh(learnt: Model) -> tuple[float, Weights]:
    """What Splink makes of a blank pattern, and of each level where nothing else is said."""
    places = [(i, level) for i, name in enumerate(LEVELS) for level in range(len(LEVELS[name]))]
    patterns = np.full((1 + len(places), len(LEVELS)), NULL, np.int8)
    for row, (i, level) in enumerate(places, 1):
        patterns[row, i] = level
    predicted = linker(patterns, learnt).inference.predict(warning_mode="never")
    frame = predicted.as_pandas_dataframe().sort_values("id_l")  # type: ignore[no-untyped-call]
    weights = np.zeros((len(LEVELS), 1 + max(map(len, LEVELS.values()))))
    for row, (i, level) in enumerate(places, 1):
        weights[i, level - NULL] = frame[f"mw_{list(LEVELS)[i]}"].iloc[row]
    return float(frame["match_weight"].iloc[0]), weights


def _comparison(name: str, learnt: Model) -> CustomComparison:
    null = CustomLevel(f"{name}_l IS NULL").configure(is_null_level=True)
    levels = [CustomLevel(f"{name}_l = {i}", label_for_charts=label) for i, label in enumerate(LEVELS[name])]
    for level, m, u in zip(levels, learnt.m[name], learnt.u[name], strict=True):
        level.configure(m_probability=m, u_probability=u)
    return CustomComparison(output_column_name=name, comparison_levels=[null, *levels])


def _evidence(pattern: Levels, weights: Weights) -> tuple[Evidence, ...]:
    """What each comparison of a pattern says; `weights` are those of `_weights`."""
    told = [
        Evidence(name, LEVELS[name][level], float(weights[i, level - NULL]))
        for i, (name, level) in enumerate(zip(LEVELS, pattern, strict=True))
        if level != NULL
    ]
    return tuple(sorted(told, key=lambda e: -abs(e.weight)))
