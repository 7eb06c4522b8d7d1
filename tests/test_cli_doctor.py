"""`timeline doctor`: what is missing, what it costs, how to mend it."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.terminal import Terminal
from timeline import doctor


def test_each_missing_thing_has_a_cost_and_a_mend() -> None:
    findings = list(doctor.examine())
    assert {"Python", "SQLite", "Chrome or Chromium", "PostgreSQL driver"} <= {each.name for each in findings}
    assert all(each.found or (each.cost and each.mend) for each in findings)


def test_what_is_optional_does_not_fail(terminal: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("PATH", "")
    monkeypatch.delenv("BROWSER_PATH", raising=False)
    done = terminal("doctor")
    assert done.code == 0
    assert "✗ Chrome or Chromium: missing" in done.out
    assert "apt install chromium" in done.out


def test_a_named_browser_is_found(
    terminal: Terminal, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    monkeypatch.setenv("BROWSER_PATH", str(tmp_path))
    assert f"✓ Chrome or Chromium: {tmp_path}" in terminal("doctor").out


def test_what_is_indispensable_fails(terminal: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("timeline.doctor.sqlite3.sqlite_version_info", (3, 30, 0))
    done = terminal("doctor")
    assert done.code == 1
    assert "✗ SQLite: missing" in done.out
