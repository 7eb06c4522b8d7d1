"""Which events each filter leaves."""

from __future__ import annotations

from datetime import date

import pandas as pd
import pytest

from tests.affairs import ANNOTATIONS, EVENTS
from timeline import frames
from timeline.views import filters
from timeline.views.filters import Filters


@pytest.fixture(scope="module")
def frame() -> pd.DataFrame:
    return frames.events(EVENTS, ANNOTATIONS)


@pytest.mark.parametrize(
    ("asked", "left"),
    [
        (Filters(), {"visit", "summit", "threat", "aid", "denial", "old"}),
        (Filters(q="قمة", found=frozenset({"summit"})), {"summit"}),
        (Filters(q="لا شيء"), set()),
        (Filters(told=("a",), within=frozenset({"aid", "old"})), {"aid", "old"}),
        (Filters(actor=("iso:RUS",)), {"threat", "aid", "denial"}),
        (Filters(actor=("iso:RUS", "person:kim-jong-un")), {"threat", "aid", "denial", "summit"}),
        (Filters(actor=("iso:RUS", "iso:PRK"), together=True), {"aid", "denial"}),
        (Filters(type=("AID", "THREATEN")), {"aid", "denial", "threat"}),
        (Filters(source=("الصحيفة",)), {"visit"}),
        (Filters(since=date(2024, 6, 19)), {"visit", "threat"}),
        (Filters(since=date(2024, 6, 20)), {"threat"}),
        (Filters(until=date(2000, 7, 1)), {"old"}),
        (Filters(since=date(2023, 9, 30), until=date(2024, 6, 18)), {"summit", "visit"}),
        (Filters(precision=("none",)), {"aid", "denial"}),
        (Filters(precision=("month",)), {"summit", "old"}),
        (Filters(status=("negated",)), {"denial"}),
        (Filters(sure=100), {"visit", "summit", "threat", "aid", "denial", "old"}),
        (Filters(type=("CONSULT",), since=date(2024, 1, 1)), {"visit"}),
    ],
)
def test_what_passes(frame: pd.DataFrame, asked: Filters, left: set[str]) -> None:
    assert set(filters.apply(frame, asked)["id"]) == left


def test_low_confidence_can_be_left_out(frame: pd.DataFrame) -> None:
    doubted = frame.assign(confidence=[0.2, 0.9, 0.9, 0.9, 0.9, 0.9])
    assert len(filters.apply(doubted, Filters(sure=50))) == 5


def test_the_filter_to_relax_is_the_one_that_costs_most(frame: pd.DataFrame) -> None:
    asked = Filters(type=("CONSULT",), status=("negated",), since=date(1990, 1, 1))
    assert filters.apply(frame, asked).empty
    assert filters.relaxations(frame, asked) == [("status", 3), ("type", 0), ("since", 0)]


def test_options_are_counted(frame: pd.DataFrame) -> None:
    found = filters.options(frame)
    assert found["type"] == {"CONSULT": 3, "AID": 2, "THREATEN": 1}
    assert found["actor"]["person:putin"] == 3
    assert list(found["precision"]) == ["day", "month", "range", "none"]
    assert found["source"] == {"الصحيفة": 1, "الوكالة": 1}


def test_an_empty_frame_passes_everything() -> None:
    empty = frames.events([])
    asked = Filters(actor=("x",), since=date(2024, 1, 1), precision=("day",), sure=5, source=("y",))
    assert filters.apply(empty, asked).empty
    assert filters.relaxations(empty, asked)
