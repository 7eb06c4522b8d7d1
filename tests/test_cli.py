"""What holds for every command."""

from __future__ import annotations

import re
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
