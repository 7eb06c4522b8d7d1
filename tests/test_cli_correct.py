"""`timeline correct`: set right, list, undo."""

from __future__ import annotations

from tests.terminal import Terminal


def ids(terminal: Terminal, *filters: str) -> list[str]:
    """The ids of the events that are shown."""
    return [line.partition("\t")[0] for line in terminal("show", *filters).out.splitlines()]


def test_a_date_is_set_and_taken_back(news: Terminal) -> None:
    (event, *_) = ids(news, "--actor", "ماكرون")
    assert news("correct", event, "--date", "أبريل 2023", "--author", "ليلى").out == "1\n"
    assert event in ids(news, "--from", "2023-04", "--to", "2023-04")
    log = news("correct", "--log").out.split("\t")
    assert (log[0], log[2], log[3], log[4]) == ("1", "ليلى", "date", event)
    assert news("correct", "--undo", 1).code == 0
    assert event not in ids(news, "--to", "2023")


def test_events_are_joined_split_and_hidden(news: Terminal) -> None:
    one, other = ids(news, "--actor", "ماكرون")[0], ids(news, "--actor", "بوتين")[0]
    assert news("correct", one, "--same", other).code == 0
    assert len({one, other} & set(ids(news))) == 1
    assert news("correct", other, "--split", "summit:0").code == 0
    assert len({one, other} & set(ids(news))) >= 1
    (event, *_) = ids(news)
    assert news("correct", event, "--hide").code == 0
    assert event not in ids(news)


def test_what_makes_no_sense_is_told(news: Terminal) -> None:
    (event, *_) = ids(news)
    for words in (
        ["e0", "--hide"],
        [event, "--same", "e0"],
        [event, "--split", "none:0"],
        ["--undo", "7"],
        ["--hide"],
    ):
        done = news("correct", *words)
        assert (done.code, done.out, done.err.count("\n")) == (1, "", 1), words
