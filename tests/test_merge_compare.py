from dataclasses import replace
from datetime import date
from typing import Any

import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from merge_samples import KIM, KOREA, PUTIN, told

from timeline.merge import Report
from timeline.merge.columns import Rarity, columns, rarity, stand_for
from timeline.merge.compare import LEVELS, NULL, compare
from timeline.model import EventActor

DCT = {"dated_by": "dct"}


def level(comparison: str, one: Report, other: Report) -> str | None:
    """The level in words, which must be the same seen from either side."""
    table = columns([one, other], rarity([one, other]))
    there, back = compare(table, np.array([0, 1]), np.array([1, 0]))[:, list(LEVELS).index(comparison)]
    assert there == back
    return None if there == NULL else LEVELS[comparison][there]


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        (told("a", "2024-06-18"), told("b", "2024-06-18"), "same"),
        (told("a", "2024-06-18", 2), told("b", "2024-06-19"), "overlap"),
        (told("a", "2024-06-18"), told("b", "2024-06-19"), "next"),
        (told("a", "2024-06-18"), told("b", "2024-06-20"), "apart"),
        (told("a", "2024-06-18"), told("b", "2024-06-01", 30), "month"),
        (told("a", "2024-06-18"), told("b", "2024-01-01", 366), "loose"),
        (told("a", "2000-07-01", 31), told("b", "2024-06-01", 30), "apart"),
        (told("a", "2024-06-18"), told("b", "2024-06-20", **DCT), "late"),
        (told("a", "2024-06-18"), told("b", "2024-06-22", **DCT), "apart"),
        (told("a", "2024-06-20", **DCT), told("b", "2024-06-20", **DCT), "same"),
        (told("a", "1969-12-31"), told("b", "1969-12-31"), "same"),
        (told("a"), told("b", "2024-06-18"), None),
        (told("a", yearless="06-18"), told("b", "2024-06-18"), "overlap"),
        (told("a", yearless="06-18"), told("b", "2024-06-01", 30), "overlap"),
        (told("a", yearless="06-18"), told("b", "2019-04-25"), "apart"),
        (told("a", yearless="06-18"), told("b", "2023-12-01", 300), None),
        (told("a", yearless="06-18"), told("b", yearless="06-19"), "apart"),
    ],
)
def test_dates_agree_by_their_grain(one: Report, other: Report, expected: str | None) -> None:
    assert level("date", one, other) == expected


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ({}, "act"),
        ({"acts": ("التقي", "زار")}, "act"),
        ({"acts": ("وصل",)}, "mode"),
        ({"acts": ("وصل",), "mode": "meet"}, "type"),
        ({"acts": ("قصف",), "type": "ASSAULT"}, "differ"),
        ({"acts": ("وصل",), "type": "OTHER"}, None),
        ({"type": "OTHER"}, "act"),
    ],
)
def test_types_agree(facts: dict[str, Any], expected: str | None) -> None:
    assert level("type", told("a"), told("b", **facts)) == expected


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ((PUTIN, KOREA), (KOREA, PUTIN), "cosine from 0.75"),
        ((PUTIN, KOREA), (PUTIN,), "cosine from 0.5"),
        ((PUTIN,), (KIM,), "none"),
        ((PUTIN,), (), None),
    ],
)
def test_actors_agree(
    one: tuple[EventActor, ...], other: tuple[EventActor, ...], expected: str | None
) -> None:
    assert level("actors", told("a", actors=one), told("b", actors=other)) == expected


def test_an_actor_of_all_the_news_tells_little() -> None:
    known = Rarity(1000, {PUTIN.id: 900, KOREA.id: 3, KIM.id: 3})
    table = columns([told("a"), told("b", actors=(PUTIN, KIM)), told("c", actors=(KOREA,))], known)
    alike = (table.telling @ table.telling.T).toarray()
    assert alike[0, 1] < 0.1
    assert alike[0, 2] > 0.9


def test_an_army_stands_for_its_state() -> None:
    army = told("a", actors=(EventActor("org:army-prk", "الجيش الكوري الشمالي", "organisation", "source"),))
    assert stand_for(army) == {"org:army-prk", "org:army", KOREA.id}
    assert level("actors", army, told("b", actors=(KOREA,))) == "cosine from 0.3"


def test_two_persons_say_more_than_all_else_that_is_named() -> None:
    meeting = told("a", actors=(PUTIN, KIM), named=("place:pyongyang", "iso:RUS", "org:kremlin"))
    assert level("actors", meeting, told("b", actors=(PUTIN, KIM))) == "two persons"
    assert level("actors", meeting, told("b", actors=(PUTIN,))) != "two persons"


def test_an_actor_that_the_headline_names_counts() -> None:
    headlined = told("a", actors=(), named=(PUTIN.id,), main=True)
    assert level("actors", headlined, told("b", actors=(PUTIN,))) == "cosine from 0.75"


@pytest.mark.parametrize(
    ("day", "expected"), [("18", "same"), ("19", "next"), ("21", "days"), ("30", "apart")]
)
def test_main_events_are_printed_when_they_are_new(day: str, expected: str) -> None:
    one = told("a", "2024-06-18", main=True)
    other = told("b", "2024-06-18", main=True, published=date.fromisoformat(f"2024-06-{day}"))
    assert level("published", one, other) == expected
    assert level("published", one, replace(other, main=False)) is None


def test_who_did_it_to_whom_counts() -> None:
    host = EventActor(PUTIN.id, PUTIN.name, PUTIN.kind, "target")
    guest = EventActor(KOREA.id, KOREA.name, KOREA.kind, "source")
    assert level("roles", told("a"), told("b")) == "agree"
    assert level("roles", told("a"), told("b", actors=(host, guest))) == "swapped"


def test_figures_agree_whatever_they_count_and_differ_within_their_unit() -> None:
    shipped = told("a", numbers=((7000.0, "حاوية"), (12.0, None)))
    assert level("numbers", shipped, told("b", numbers=((7000.0, None), (2.0, None)))) == "one"
    assert level("numbers", shipped, told("b", numbers=((7000.0, "حاوية"), (12.0, "قتيل")))) == "several"
    assert level("numbers", shipped, told("b", numbers=((9000.0, "حاوية"),))) == "differ"
    assert level("numbers", shipped, told("b", numbers=((40.0, "قتيل"),))) is None


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("future", "past", "told"),
        ("past", "past", "told"),
        ("negated", "past", "denied"),
        ("hypothetical", "future", "supposed"),
    ],
)
def test_time_passes_and_a_denial_stays_a_denial(one: str, other: str, expected: str) -> None:
    assert level("status", told("a", status=one), told("b", status=other)) == expected


def test_rare_words_count_for_more() -> None:
    common = Rarity(1000, {"رئيس": 900, "منجم": 1, "نفط": 1})
    table = columns([told("a", words=("رئيس", "منجم")), told("b", words=("رئيس", "نفط"))], common)
    assert (table.words @ table.words.T).toarray()[0, 1] < 0.1


words = st.lists(st.sampled_from(["قم", "روس", "كور", "زيار", "نفط"]), max_size=4).map(tuple)
days = st.none() | st.dates().map(lambda day: day.isoformat())


@settings(max_examples=60)
@given(days, st.integers(1, 400), words, days, words)
def test_comparison_is_symmetric_and_in_range(
    one: str, long: int, says: tuple, other: str, too: tuple
) -> None:
    try:
        pair = [told("a", one, long, words=says, headline=too), told("b", other, words=too)]
    except OverflowError:
        return
    table = columns(pair, rarity(pair))
    there, back = compare(table, np.array([0, 1]), np.array([1, 0]))
    assert (there == back).all()
    assert all(NULL <= n < len(labels) for n, labels in zip(there, LEVELS.values(), strict=True))
