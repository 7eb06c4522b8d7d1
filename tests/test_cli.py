"""What holds for every command."""

from __future__ import annotations

import os
import re
import sqlite3
import subprocess
import sys
from pathlib import Path

import pytest

from tests.terminal import Terminal
from timeline.cli import COMMANDS

ROOT = Path(__file__).parents[1]
README = (ROOT / "README.md").read_text(encoding="utf-8")


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_is_in_the_readme(command: str) -> None:
    assert f"`timeline {command}" in README


def test_the_readme_names_no_command_that_is_not_there() -> None:
    assert set(re.findall(r"`timeline (\w+)", README)) <= set(COMMANDS)


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_explains_itself_with_examples(terminal: Terminal, command: str) -> None:
    done = terminal(command, "--help")
    assert (done.code, done.err) == (0, "")
    assert f"  timeline {command}" in done.out.partition("examples:")[2]


@pytest.mark.parametrize("command", COMMANDS)
def test_every_command_has_a_test_file(command: str) -> None:
    assert (ROOT / "tests" / f"test_cli_{command}.py").is_file()


@pytest.mark.parametrize(
    "words", [[], ["dance"], ["show", "--colour"], ["ingest"], ["show", "--from", "متى"]]
)
def test_wrong_usage_is_told_with_code_2(terminal: Terminal, words: list[str]) -> None:
    done = terminal(*words)
    assert done.code == 2
    assert "usage: timeline" in done.err


def test_a_missing_store_is_told_in_one_line(terminal: Terminal) -> None:
    for words in (["show"], ["export", "csv"], ["articles"], ["delete", "a"], ["correct", "--log"]):
        done = terminal(*words)
        assert (done.code, done.out) == (1, "")
        assert done.err.startswith("timeline: timeline.sqlite: no store there;")
        assert done.err.count("\n") == 1


@pytest.mark.parametrize(
    ("store", "mend"),
    [
        ("garbage.sqlite", "name another file"),
        ("", "check the address"),
        ("mysql://reader@localhost/news", "other databases are not supported"),
    ],
)
def test_a_store_that_cannot_be_opened_is_told_with_the_mend(
    terminal: Terminal, tmp_path: Path, store: str, mend: str
) -> None:
    (tmp_path / "garbage.sqlite").write_text("no database")
    done = terminal("show", "--store", store)
    assert (done.code, done.out) == (1, "")
    assert done.err.startswith(f"timeline: {store}: ")
    assert mend in done.err
    assert done.err.count("\n") == 1


def test_what_fails_later_in_a_store_is_told_in_one_line(news: Terminal, tmp_path: Path) -> None:
    with sqlite3.connect(tmp_path / "timeline.sqlite") as connection:
        connection.execute("DROP TABLE blocking_key")
    done = news("delete", "visit")
    assert done.code == 1
    assert done.err.startswith("timeline: timeline.sqlite: failed (no such table: blocking_key);")
    assert done.err.count("\n") == 1
    assert "visit" in news("articles").out


@pytest.mark.parametrize("words", [["export", "csv"], ["annotate", "news.txt"], ["merge", "news.txt"]])
def test_a_file_that_cannot_be_written_is_told_in_one_line(
    news: Terminal, tmp_path: Path, words: list[str]
) -> None:
    (tmp_path / "news.txt").write_text("")
    done = news(*words, "-o", tmp_path / "nowhere" / "file")
    assert done.code == 1
    last = done.err.splitlines()[-1]
    assert last.startswith(f"timeline: {tmp_path}/nowhere/file: no such file or directory; name a file in")


@pytest.mark.parametrize(
    "words",
    [
        ["ingest", "news.txt", "--jobs", "0"],
        ["show", "--confidence", "7"],
        ["show", "--confidence", "nan"],
        ["show", "--type", "DANCE"],
        ["serve", "--port", "99999"],
    ],
)
def test_a_number_or_word_out_of_bounds_is_wrong_usage(news: Terminal, words: list[str]) -> None:
    done = news(*words)
    assert done.code == 2
    assert repr(words[-1]) in done.err


def test_output_is_utf_8_wherever_the_machine_stands(printed: Path) -> None:
    surroundings = os.environ | {"PYTHONIOENCODING": "ascii"}
    command = [sys.executable, "-m", "timeline", "show", "--store", str(printed)]
    done = subprocess.run(command, capture_output=True, check=True, env=surroundings)
    assert "بوتين" in done.stdout.decode()


def test_a_password_is_never_shown(terminal: Terminal) -> None:
    done = terminal("show", "--store", "postgresql://reader:secret@localhost:1/news")
    assert done.code == 1
    assert done.err.startswith("timeline: postgresql://reader@localhost:1/news: cannot be opened")
    assert "secret" not in done.err
    assert done.err.count("\n") == 1


def test_starting_loads_nothing_heavy() -> None:
    heavy = "pandas|plotly|streamlit|sqlalchemy|duckdb|scipy|trafilatura|camel_tools|rich"
    loaded = f"[name for name in sys.modules if re.fullmatch('{heavy}', name)]"
    code = f"import re, sys, timeline.cli; timeline.cli.parser(); print({loaded})"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert done.stdout == "[]\n"


def test_python_m_timeline_is_the_command() -> None:
    done = subprocess.run(
        [sys.executable, "-m", "timeline", "--help"], capture_output=True, text=True, check=True
    )
    assert done.stdout.startswith("usage: timeline")
