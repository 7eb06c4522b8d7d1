"""`timeline ingest`: articles into the store."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.terminal import NEWS, Terminal, write_lines
from timeline.store import Store


def test_articles_are_stored_once(terminal: Terminal, tmp_path: Path) -> None:
    source = write_lines(tmp_path / "news.jsonl", NEWS)
    first = terminal("ingest", source)
    assert first.out == "2 articles read: 2 added (0 of them copies), 0 revised, 0 known already\n"
    again = terminal("ingest", source)
    assert again.out == "2 articles read: 0 added (0 of them copies), 0 revised, 2 known already\n"
    assert (first.code, again.code, again.err) == (0, 0, "")


def test_the_environment_names_the_store(
    terminal: Terminal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("TIMELINE_STORE", str(tmp_path / "other.sqlite"))
    terminal("ingest", write_lines(tmp_path / "news.jsonl", NEWS))
    assert (tmp_path / "other.sqlite").is_file()
    assert not (tmp_path / "timeline.sqlite").exists()


def test_an_interruption_keeps_what_was_stored(
    terminal: Terminal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    source = write_lines(tmp_path / "news.jsonl", NEWS)
    monkeypatch.setattr("timeline.cli.ingest.BATCH", 1)
    store_one, calls = Store.ingest, []

    def interrupted(self: Store, batch: object) -> object:
        calls.append(batch)
        if len(calls) == 2:
            raise KeyboardInterrupt
        return store_one(self, batch)  # type: ignore[arg-type]

    monkeypatch.setattr(Store, "ingest", interrupted)
    stopped = terminal("ingest", source)
    assert stopped.code == 130
    assert "what was stored stays" in stopped.err
    done = terminal("ingest", source)
    assert done.out == "2 articles read: 1 added (0 of them copies), 0 revised, 1 known already\n"


def test_what_cannot_be_read_does_not_stop_the_rest(terminal: Terminal, tmp_path: Path) -> None:
    source = write_lines(tmp_path / "news.jsonl", NEWS)
    done = terminal("ingest", tmp_path / "missing", source)
    assert done.code == 1
    assert "2 added" in done.out
    assert "missing: no such file" in done.err
