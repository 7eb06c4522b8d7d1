"""`timeline show`: events and their evidence in the terminal."""

from __future__ import annotations

import pytest

from tests.terminal import Terminal


def titles(terminal: Terminal, *words: object) -> str:
    """What is shown, once it is known that the command went well."""
    done = terminal("show", *words)
    assert (done.code, done.err) == (0, "")
    return done.out


def test_events_are_listed_oldest_first(news: Terminal) -> None:
    out = titles(news)
    assert out.index("ماكرون") < out.index("بوتين")


@pytest.mark.parametrize(
    "filters",
    [
        ["--from", "2024-06"],
        ["--from", "يونيو 2024", "--to", "2024"],
        ["--actor", "بوتين"],
        ["--actor", "iso:PRK"],
        ["--source", "الشمال"],
        ["--search", "كوريا"],
        ["--type", "consult", "--from", "2024-06-18", "--to", "2024-06-18"],
    ],
)
def test_filters_leave_what_was_asked_for(news: Terminal, filters: list[str]) -> None:
    out = titles(news, *filters)
    assert "بوتين" in out
    assert "ماكرون" not in out


@pytest.mark.parametrize(
    "filters",
    [
        ["--from", "2025"],
        ["--to", "2023"],
        ["--actor", "طوكيو"],
        ["--status", "negated"],
        ["--search", "طوكيو"],
    ],
)
def test_filters_that_nothing_passes_leave_nothing(news: Terminal, filters: list[str]) -> None:
    assert titles(news, *filters) == ""


def test_one_event_shows_its_sentences_and_why(news: Terminal) -> None:
    line = next(
        line for line in titles(news, "--actor", "بوتين").splitlines() if "زيار" in line or "بوتين" in line
    )
    out = titles(news, line.partition("\t")[0], "--why")
    assert "visit  2024-06-19  وكالة الشمال" in out
    assert "يوم 18 يونيو 2024" in out


def test_an_unknown_event_is_told(news: Terminal) -> None:
    done = news("show", "e0")
    assert (done.code, done.out) == (1, "")
    assert "e0: no such event" in done.err
