"""`timeline reread`: what an earlier edition of the program read."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.terminal import NEWS, Terminal, write_lines
from timeline import edition


@pytest.fixture
def later(news: Terminal, monkeypatch: pytest.MonkeyPatch) -> Terminal:
    """The command line of a later edition than the one that filled the store."""
    monkeypatch.setattr(edition, "fingerprint", lambda: "later")
    return news


def test_articles_are_read_again_once(later: Terminal) -> None:
    before = later("show").out
    assert later("reread").out == "2 articles read again\n"
    assert later("reread").out == "0 articles read again\n"
    assert later("reread", "--all").out == "2 articles read again\n"
    assert later("show").out == before


def test_an_ingest_remarks_on_their_age(later: Terminal, tmp_path: Path) -> None:
    source = write_lines(tmp_path / "news.jsonl", NEWS)
    done = later("ingest", source)
    assert (done.code, done.err.count("\n")) == (0, 1)
    assert "2 articles were read by another edition" in done.err
    assert "`timeline reread`" in done.err
    later("reread")
    assert later("ingest", source).err == ""


def test_the_doctor_remarks_on_their_age(later: Terminal) -> None:
    assert "`timeline reread`" in later("doctor").out
    later("reread")
    assert "✓ Store: timeline.sqlite, 2 articles" in later("doctor").out
