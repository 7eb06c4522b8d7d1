"""`timeline articles`: the list, and dates set by hand."""

from __future__ import annotations

from pathlib import Path

from tests.terminal import NEWS, Terminal, write_lines


def test_every_article_is_a_line(news: Terminal) -> None:
    out = news("articles").out.splitlines()
    assert out[0].split("\t") == ["visit", "2024-06-19", "given", "وكالة الشمال", "بوتين يزور كوريا الشمالية"]
    assert len(out) == 2


def test_an_undated_article_is_dated_in_one_step(terminal: Terminal, tmp_path: Path) -> None:
    undated = NEWS[0] | {"published": None, "text": "وصل الرئيس أمس إلى العاصمة."}
    terminal("ingest", write_lines(tmp_path / "news.jsonl", [undated, NEWS[1]]))
    assert terminal("articles", "--undated").out.split("\t")[:3] == ["visit", "?", "unknown"]
    assert terminal("articles", "visit", "19 يونيو 2024").code == 0
    assert terminal("articles", "--undated").out == ""
    assert "visit\t2024-06-19\tgiven" in terminal("articles").out


def test_what_cannot_be_dated_is_told(news: Terminal) -> None:
    assert news("articles", "none", "2024-06-19").code == 1
    assert news("articles", "visit").code == 2
    assert news("articles", "visit", "2024").code == 2
