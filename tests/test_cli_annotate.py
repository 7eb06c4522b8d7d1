"""`timeline annotate`: documents in, annotations out."""

from __future__ import annotations

import io
import sys
from pathlib import Path

import pytest

from tests.terminal import NEWS, Terminal, rows, write_lines


def test_one_line_a_document_in_input_order(terminal: Terminal, tmp_path: Path) -> None:
    many = [NEWS[i % 2] | {"id": str(i)} for i in range(70)]
    done = terminal("annotate", write_lines(tmp_path / "in.jsonl", many), "-o", "out.jsonl")
    assert (done.code, done.out, done.err) == (0, "", "")
    out = rows((tmp_path / "out.jsonl").read_text(encoding="utf-8"))
    assert [row["id"] for row in out] == [str(i) for i in range(70)]


def test_processes_find_what_one_finds(terminal: Terminal, tmp_path: Path) -> None:
    source = write_lines(tmp_path / "in.jsonl", [NEWS[i % 2] | {"id": str(i)} for i in range(70)])
    assert terminal("annotate", source, "--jobs", 2).out == terminal("annotate", source).out


def test_the_text_is_the_title_and_the_text(terminal: Terminal, tmp_path: Path) -> None:
    (row,) = rows(terminal("annotate", write_lines(tmp_path / "in.jsonl", NEWS[:1])).out)
    assert row["text"] == f"{NEWS[0]['title']}\n{NEWS[0]['text']}"
    assert (row["published"], row["published_source"]) == ("2024-06-19", "given")


def test_spans_slice_the_text(terminal: Terminal, tmp_path: Path) -> None:
    for row in rows(terminal("annotate", write_lines(tmp_path / "in.jsonl", NEWS)).out):
        assert row["timexes"]
        assert row["actors"]
        assert row["events"]
        for found in [*row["timexes"], *row["actors"]]:
            assert row["text"][found["start"] : found["end"]] == found["text"]
        for event in row["events"]:
            assert event["sentence"][0] <= event["trigger"][0] < event["trigger"][1] <= event["sentence"][1]


def test_it_reads_standard_input(terminal: Terminal, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    data = write_lines(tmp_path / "in.jsonl", NEWS).read_bytes()
    monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BufferedReader(io.BytesIO(data))))
    assert [row["id"] for row in rows(terminal("annotate", "-").out)] == ["visit", "summit"]


def test_what_cannot_be_read_is_told_and_the_rest_is_kept(terminal: Terminal, tmp_path: Path) -> None:
    source = tmp_path / "in.jsonl"
    lines = [
        '{"text": "زار بوتين الصين"}',
        "{",
        '{"text": 3.5}',
        '{"title": "بلا نص"}',
        '{"text": "عاد", "published": "أمس"}',
    ]
    source.write_text("\n".join(lines), encoding="utf-8")
    done = terminal("annotate", source, tmp_path / "none.txt")
    assert done.code == 1
    assert len(rows(done.out)) == 1
    told = done.err.splitlines()
    assert [f"line {n}" in line for n, line in enumerate(told[:4], 2)] == [True] * 4
    assert "none.txt: no such file; check the path" in told[4]
    assert all(";" in line for line in told), "each says the mend"
