"""`timeline export`: events as files."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from tests.terminal import Terminal

TEXTS = {
    "csv": "title",
    "json": '"mentions"',
    "ics": "BEGIN:VEVENT",
    "timelinejs": '"events"',
    "graphml": "<graphml",
    "html": "<html",
}


@pytest.mark.parametrize("format", TEXTS)
def test_texts(news: Terminal, tmp_path: Path, format: str) -> None:
    assert news("export", format, "-o", "out").code == 0
    text = (tmp_path / "out").read_text(encoding="utf-8-sig")
    assert TEXTS[format] in text
    assert "بوتين" in text


def test_parquet(news: Terminal, tmp_path: Path) -> None:
    import pandas as pd  # noqa: PLC0415 (slow to load)

    assert news("export", "parquet", "-o", "out.parquet").code == 0
    assert "begin" in pd.read_parquet(tmp_path / "out.parquet").columns


def test_filters_hold_for_exports_too(news: Terminal, tmp_path: Path) -> None:
    news("export", "json", "--actor", "ماكرون", "-o", "out.json")
    events = json.loads((tmp_path / "out.json").read_text(encoding="utf-8"))
    assert events
    assert all("ماكرون" in json.dumps(event, ensure_ascii=False) for event in events)


def test_a_picture_without_a_browser_is_refused_with_the_mend(
    news: Terminal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from timeline import export  # noqa: PLC0415 (slow to load)

    def no_browser(*_: object, **__: object) -> bytes:
        raise export.NoBrowserError("pictures need a browser")

    monkeypatch.setattr(export, "render", no_browser)
    done = news("export", "png", "-o", "out.png")
    assert (done.code, done.err) == (1, "timeline: pictures need a browser\n")
    assert not (tmp_path / "out.png").exists()


def test_an_unknown_format_is_wrong_usage(news: Terminal) -> None:
    done = news("export", "docx")
    assert done.code == 2
    assert "graphml" in done.err
