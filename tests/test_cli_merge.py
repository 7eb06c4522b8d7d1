"""`timeline merge`: annotations in, events out."""

from __future__ import annotations

from pathlib import Path

from tests.terminal import NEWS, Terminal, rows, write_lines


def test_every_mention_is_in_one_event(terminal: Terminal, tmp_path: Path) -> None:
    again = NEWS[0] | {"id": "again", "source": "جريدة الميناء"}
    terminal("annotate", write_lines(tmp_path / "in.jsonl", [*NEWS, again]), "-o", "annotations.jsonl")
    assert terminal("merge", "annotations.jsonl", "-o", "events.jsonl").code == 0
    told = rows((tmp_path / "annotations.jsonl").read_text(encoding="utf-8"))
    events = rows((tmp_path / "events.jsonl").read_text(encoding="utf-8"))
    mentions = [mention for event in events for mention in event["mentions"]]
    assert sorted(mentions) == sorted(event["id"] for row in told for event in row["events"])
    assert any({"visit", "again"} <= set(event["articles"]) for event in events)


def test_events_are_oldest_first(terminal: Terminal, tmp_path: Path) -> None:
    terminal("annotate", write_lines(tmp_path / "in.jsonl", NEWS), "-o", "annotations.jsonl")
    begins = [event["begin"] for event in rows(terminal("merge", "annotations.jsonl").out)]
    dated = [begin for begin in begins if begin]
    assert dated == sorted(dated)
    assert begins == dated + [None] * (len(begins) - len(dated))


def test_a_line_that_is_no_annotation_is_told(terminal: Terminal, tmp_path: Path) -> None:
    (tmp_path / "bad.jsonl").write_text("{}\n[]\nx\n", encoding="utf-8")
    done = terminal("merge", "bad.jsonl")
    assert (done.code, done.out) == (1, "")
    assert [line.partition(":")[0] for line in done.err.splitlines()] == ["timeline"] * 3
    assert "bad.jsonl, line 3" in done.err
