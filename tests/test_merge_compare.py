import numpy as np
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from merge_samples import KIM, KOREA, PUTIN, told

from timeline.merge import Report
from timeline.merge.columns import Rarity, columns, rarity
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
    ],
)
def test_dates_agree_by_their_grain(one: Report, other: Report, expected: str | None) -> None:
    assert level("date", one, other) == expected


@pytest.mark.parametrize(
    ("facts", "expected"),
    [
        ({}, "trigger"),
        ({"trigger": "وصل"}, "mode"),
        ({"trigger": "وصل", "mode": "meet"}, "type"),
        ({"trigger": "قصف", "type": "ASSAULT"}, "differ"),
        ({"trigger": "وصل", "type": "OTHER"}, None),
        ({"type": "OTHER"}, "trigger"),
    ],
)
def test_types_agree(facts: dict[str, str], expected: str | None) -> None:
    assert level("type", told("a"), told("b", **facts)) == expected


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ((PUTIN, KOREA), (KOREA, PUTIN), "several, all"),
        ((PUTIN, KOREA), (PUTIN,), "one, all"),
        ((PUTIN, KOREA), (PUTIN, KIM), "one, part"),
        ((PUTIN, KOREA), (KOREA, KIM), "state, part"),
        ((PUTIN,), (KIM,), "none"),
        ((PUTIN,), (), None),
    ],
)
def test_actors_agree(
    one: tuple[EventActor, ...], other: tuple[EventActor, ...], expected: str | None
) -> None:
    assert level("actors", told("a", actors=one), told("b", actors=other)) == expected


def test_who_did_it_to_whom_counts() -> None:
    host = EventActor(PUTIN.id, PUTIN.name, PUTIN.kind, "target")
    guest = EventActor(KOREA.id, KOREA.name, KOREA.kind, "source")
    assert level("roles", told("a"), told("b")) == "agree"
    assert level("roles", told("a"), told("b", actors=(host, guest))) == "swapped"


def test_figures_agree_or_differ_within_their_unit() -> None:
    shipped = told("a", numbers=((7000.0, "حاوية"),))
    assert level("numbers", shipped, told("b", numbers=((7000.0, "حاوية"), (2.0, None)))) == "same"
    assert level("numbers", shipped, told("b", numbers=((9000.0, "حاوية"),))) == "differ"
    assert level("numbers", shipped, told("b", numbers=((40.0, "قتيل"),))) is None


@pytest.mark.parametrize(
    ("one", "other", "expected"),
    [
        ("future", "past", "time"),
        ("past", "past", "same"),
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


@settings(max_examples=60, deadline=None)
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
