from __future__ import annotations

import tomllib
from itertools import pairwise
from pathlib import Path

import numpy as np
import pytest
from hypothesis import given
from hypothesis import strategies as st
from merge_samples import told

from timeline.merge import training
from timeline.merge.compare import LEVELS, NULL, Levels
from timeline.merge.score import Models, models

CORPUS = Path(__file__).parent / "corpus"
NEWS = {"main": True, "headline": ("بوت", "يزور", "كوريا")}


@given(st.lists(st.integers(0, 400), min_size=2, max_size=60), st.integers(0, 40))
def test_near_pairs_are_near_and_in_order(days: list[int], reach: int) -> None:
    days.sort()
    if not any(b - a <= reach for a, b in pairwise(days)):
        return
    left, right = training.near(days, reach, 200)
    assert (left < right).all()
    assert all(days[b] - days[a] <= reach for a, b in zip(left, right, strict=True))
    assert len({*zip(left.tolist(), right.tolist(), strict=True)}) == len(left)


def test_labelled_pairs_are_of_two_articles_and_of_their_kind() -> None:
    reports = [
        told("a:0", "2024-06-18", **NEWS),
        told("b:0", "2024-06-18", **NEWS),
        told("b:1", "2024-06-18"),
        told("c:0", "2024-06-18"),
    ]
    event_of = dict.fromkeys((report.id for report in reports), "visit")
    event_of["d:0"] = "talks"
    reports.append(told("d:0", "2024-06-18", **NEWS))
    assert [len(levels) for levels in training.labelled(reports, event_of, main=True)] == [1, 2]
    assert [len(levels) for levels in training.labelled(reports, event_of, main=False)] == [4, 2]
    with pytest.raises(ValueError, match="no two reports"):
        training.labelled(reports[:1], event_of, main=True)


def test_closer_agreement_never_weighs_less_and_rare_levels_weigh_little() -> None:
    random = np.random.default_rng(1)
    unlabelled = np.stack([random.integers(0, len(some), 5000) for some in LEVELS.values()], axis=1)
    alike = np.full((30, len(LEVELS)), NULL)
    alike[:, list(LEVELS).index("words")] = 4
    learnt = training.learn(alike.astype(np.int8), unlabelled.astype(np.int8), 0.0)
    ratios = np.log2(np.array(learnt.m["words"]) / np.array(learnt.u["words"]))
    assert (np.diff(ratios) >= -1e-9).all()
    assert ratios[4] > ratios[0]
    assert np.abs(np.log2(np.array(learnt.m["place"]) / np.array(learnt.u["place"]))).max() < 1e-6
    assert 0 < learnt.prior < 1


def test_who_says_the_same_twice_is_not_believed_twice() -> None:
    random = np.random.default_rng(1)
    place, roles, words = (list(LEVELS).index(name) for name in ("place", "roles", "words"))

    def pairs(shares: tuple[float, float], size: int) -> Levels:
        made = np.full((size, len(LEVELS)), NULL, np.int8)
        made[:, place] = random.random(size) < shares[0]
        made[:, roles] = 2 * made[:, place]
        made[:, words] = 5 * (random.random(size) < shares[1])
        return made

    apart = pairs((0.1, 0.1), 20000)
    learnt = training.learn(pairs((0.9, 0.9), 2000), apart, 0.0, apart)

    def told_by(name: str) -> float:
        ratios = np.log2(np.array(learnt.m[name]) / np.array(learnt.u[name]))
        return float(ratios.max() - ratios.min())

    assert told_by("words") < told_by("place") + told_by("roles") < 1.5 * told_by("words")


def test_models_are_written_as_they_are_read(tmp_path: Path) -> None:
    training.write(models(), tmp_path / "merge.toml", "test")
    data = tomllib.loads((tmp_path / "merge.toml").read_text(encoding="utf-8"))
    assert set(data) == set(Models._fields)
    for kind, model in models()._asdict().items():
        assert data[kind]["cut"] == model.cut
        for name in LEVELS:
            assert tuple(data[kind][name]["m"]) == pytest.approx(model.m[name])


def test_labelled_articles_and_leads_are_read() -> None:
    reports, event_of = training.coverage(CORPUS / "coverage")
    assert len({report.article for report in reports}) >= 40
    assert set(event_of) <= {report.id for report in reports}
    assert len(set(event_of.values())) >= 50
    told_of, events = training.leads(CORPUS / "leads.tsv")
    assert all(report.main for report in told_of if report.id in events)
