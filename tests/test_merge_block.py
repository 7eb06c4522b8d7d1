from datetime import date

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from merge_samples import KIM, KOREA, PUTIN, told

from timeline.merge import Report, block, keys


def meet(one: Report, other: Report) -> bool:
    return bool(keys(one) & keys(other))


@pytest.mark.parametrize(
    ("other", "expected"),
    [
        (told("b", "2024-06-18"), True),
        (told("b", "2024-06-19"), True),
        (told("b", "2024-06-01", 30), True),
        (told("b", "2024-01-01", 366), True),
        (told("b"), True),
        (told("b", "2000-07-19"), True),  # by the pair of actors and the trigger; dates are compared later
        (told("b", "2024-06-18", actors=(), words=("زلزال",), trigger="ضرب"), False),
        (told("b", "2024-09-18", actors=(KIM,), words=("زلزال",), trigger="ضرب"), False),
    ],
)
def test_reports_meet_where_time_and_actors_or_words_agree(other: Report, expected: bool) -> None:
    assert meet(told("a", "2024-06-18"), other) is expected


def test_news_dated_by_its_publication_meets_what_happened_two_days_before() -> None:
    news = told("a", "2024-06-20", dated_by="dct", actors=(PUTIN,), trigger="")
    assert meet(news, told("b", "2024-06-18", actors=(PUTIN,), trigger="", type="OTHER"))


def test_candidates_are_the_pairs_that_share_keys() -> None:
    reports = [
        told("a", "2024-06-18"),
        told("b", "2024-06-18"),
        told("c", "2011-01-01", actors=(), words=("نفط",)),
    ]
    left, right = block.candidates(reports)
    assert list(zip(left.tolist(), right.tolist(), strict=True)) == [(0, 1)]


@pytest.mark.parametrize(
    "reports", [[], [told("a", "2024-06-18")], [told("a"), told("b", actors=(), words=())]]
)
def test_too_few_reports_have_no_candidates(reports: list[Report]) -> None:
    assert block.candidates(reports)[0].tolist() == []


def test_a_crowded_day_still_has_few_candidates_a_report() -> None:
    crowd = [
        told(f"a{i}", "2024-06-18", words=(f"و{i // 4}", "زيار"), actors=(PUTIN, KOREA)) for i in range(400)
    ]
    left, right = block.candidates(crowd)
    assert 2 * len(left) <= 2 * block.NEAREST * len(crowd)
    assert {(i, i + 1) for i in range(0, 400, 4)} <= set(zip(left.tolist(), right.tolist(), strict=True))


@settings(max_examples=15)
@given(st.lists(st.integers(0, 40), min_size=2, max_size=30), st.integers(1, 3))
def test_slices_lose_no_candidate(days: list[int], slices: int) -> None:
    reports = [told(f"a{i}", date.fromordinal(738000 + d).isoformat()) for i, d in enumerate(days)]
    whole = set(zip(*map(np.ndarray.tolist, block.candidates(reports)), strict=True))
    size, block.SLICE = block.SLICE, max(1, len(days) // slices)
    try:
        parts = set(zip(*map(np.ndarray.tolist, block.candidates(reports)), strict=True))
    finally:
        block.SLICE = size
    assert whole <= parts
