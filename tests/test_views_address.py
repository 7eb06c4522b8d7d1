"""The address and the state mean each other."""

from __future__ import annotations

from datetime import date

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline.views import address


def test_an_empty_address_is_the_arabic_timeline() -> None:
    state = address.read({})
    assert (state["lang"], state["view"], state["ev"], state["actor"]) == ("ar", "timeline", "", [])
    assert address.write(state) == {}


def test_what_is_written_is_read_again() -> None:
    given = {
        "lang": ["en"],
        "view": ["relations"],
        "ev": ["e1"],
        "lane": ["type"],
        "reverse": ["1"],
        "ties": ["matrix"],
        "q": ["قمة موسكو"],
        "actor": ["iso:RUS", "person:putin"],
        "together": ["1"],
        "source": ["صحيفة الضفاف"],
        "since": ["2023-09-01"],
        "until": ["2024-06-30"],
        "precision": ["day", "none"],
        "status": ["future"],
        "sure": ["35"],
        "leaf": ["3"],
    }
    state = address.read(given)
    assert state["since"] == date(2023, 9, 1)
    assert address.write(state) == given


@pytest.mark.parametrize(
    ("name", "value", "read"),
    [
        ("lang", "fr", "ar"),
        ("view", "<script>", "timeline"),
        ("since", "2024-02-30", None),
        ("since", "أمس", None),
        ("sure", "-5", 0),
        ("sure", "999", 100),
        ("sure", "37", 35),
        ("sure", "٣٥", 0),
        ("leaf", "0", 1),
        ("leaf", "x", 1),
        ("together", "yes", False),
        ("q", "م" * 9_000, "م" * 400),
    ],
)
def test_what_means_nothing_is_the_default(name: str, value: str, read: object) -> None:
    assert address.read({name: [value]})[name] == read


def test_defaults_are_not_shared() -> None:
    address.read({})["actor"].append("iso:RUS")
    assert address.read({})["actor"] == []


@settings(max_examples=60)
@given(
    st.dictionaries(st.sampled_from(sorted(address.PARAMETERS)), st.lists(st.text(), min_size=1, max_size=4))
)
def test_no_address_crashes_the_page(given_address: dict[str, list[str]]) -> None:
    state = address.read(given_address)
    assert address.read(address.write(state)) == state
