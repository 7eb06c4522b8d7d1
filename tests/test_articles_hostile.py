"""Odd names, odd dates and odd numbers: told or set right, and never the end of an ingest."""

from __future__ import annotations

import json
import os
import threading
import time
from contextlib import suppress
from datetime import date
from http.server import BaseHTTPRequestHandler, HTTPServer
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest

from tests.terminal import NEWS, Terminal, write_lines
from timeline import articles
from timeline.articles import pages

TEXT = "قال الوزير إن القمة ستعقد في موسكو يوم الأربعاء القادم بحضور وزراء الخارجية.\n"


def read(*places: object) -> tuple[list[articles.Article], list[str]]:
    told: list[str] = []
    found = list(articles.read(map(str, places), lambda error: told.append(str(error))))
    return found, told


@pytest.mark.parametrize("day", ["0001-01-01", "9999-12-31", "1066-10-14"])
def test_a_day_on_which_no_news_was_printed_is_told(terminal: Terminal, tmp_path: Path, day: str) -> None:
    """Counting from the first or the last day of the calendar would end the ingest."""
    rows = [*NEWS, NEWS[0] | {"id": "odd", "published": day}]
    done = terminal("ingest", write_lines(tmp_path / "news.jsonl", rows))
    assert done.code == 1
    assert f"news.jsonl, line 3: published '{day}'" in done.err
    assert "2 added" in done.out


def test_such_a_day_cannot_be_set(news: Terminal) -> None:
    assert news("articles", "visit", "0001-01-01").code == 2


def test_an_entry_of_a_feed_is_kept_without_such_a_day(tmp_path: Path) -> None:
    item = f"<item><title>{TEXT}</title><pubDate>9999-12-31T00:00:00Z</pubDate></item>"
    feed = f"<rss version='2.0'><channel><title>ق</title>{item}</channel></rss>"
    (tmp_path / "a.xml").write_text(feed, encoding="utf-8")
    ((article,), told) = read(tmp_path / "a.xml")
    assert (article.published, article.published_source, told) == (None, "unknown", [])


def test_a_name_of_other_bytes_and_of_two_lines_is_kept(terminal: Terminal, tmp_path: Path) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    Path(os.fsdecode(os.fsencode(folder) + b"/\xe3\xcf.txt")).write_text(TEXT + "أول", encoding="utf-8")
    (folder / "two\nlines.txt").write_text(TEXT * 3 + "ثان", encoding="utf-8")
    done = terminal("ingest", folder)
    assert (done.code, done.err) == (0, "")
    listed = [line.partition("\t")[0] for line in terminal("articles").out.splitlines()]
    assert sorted(listed) == ["two lines.txt", "\ufffd\ufffd.txt"]


def test_numbers_of_a_column_with_gaps_are_ids(tmp_path: Path) -> None:
    table = pa.table({"text": [TEXT, TEXT], "id": [17.0, float("nan")], "published": [date(2024, 6, 18)] * 2})
    pq.write_table(table, tmp_path / "a.parquet")
    found, told = read(tmp_path / "a.parquet")
    assert ([article.id for article in found], told) == (["17", "a.parquet:2"], [])


def test_a_text_with_another_encoding_at_its_end_keeps_its_beginning(tmp_path: Path) -> None:
    (tmp_path / "a.txt").write_bytes((TEXT * 5).encode() + TEXT.encode("cp1256"))
    ((article,), _) = read(tmp_path / "a.txt")
    assert article.text.startswith(TEXT * 5)


def test_good_rows_amid_broken_ones_are_kept(tmp_path: Path) -> None:
    good = json.dumps({"id": "good", "text": TEXT}, ensure_ascii=False)
    lines = [good, "{", "null", '{"text": [1]}', "[" * 50_000, '{"text": NaN}', good]
    (tmp_path / "a.jsonl").write_text("\n".join(lines), encoding="utf-8")
    found, told = read(tmp_path / "a.jsonl")
    assert [article.id for article in found] == ["good", "good~2"]
    assert len(told) == 5


class _Slow(BaseHTTPRequestHandler):
    def do_GET(self) -> None:
        self.send_response(200)
        self.end_headers()
        with suppress(OSError):
            for _ in range(200):
                self.wfile.write(b"a")
                time.sleep(0.02)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


def test_an_address_that_never_ends_is_told(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("timeline.articles.pages._WHOLE", 0.1)
    server = HTTPServer(("localhost", 0), _Slow)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    found, (told,) = read(f"http://localhost:{server.server_port}/")
    server.shutdown()
    server.server_close()
    assert found == []
    assert "it sends too slowly" in told


@pytest.mark.parametrize("address", ["http://", "http://[::1", "http://localhost:99999/", "http://خبر..x/"])
def test_an_address_that_is_none_is_told(tmp_path: Path, address: str) -> None:
    (tmp_path / "good.txt").write_text(TEXT, encoding="utf-8")
    found, (told,) = read(address, tmp_path / "good.txt")
    assert [article.id for article in found] == ["good.txt"]
    assert told.startswith(f"{address}: no answer (")


@pytest.mark.parametrize(
    ("address", "spelt"),
    [
        ("https://x.org/أخبار/قمة?صفحة=1#أ", "https://x.org/%D8%A3%D8%AE%D8%A8%D8%A7%D8%B1/"),
        ("https://x.org/%D8%A3?a=b%20c&d", "https://x.org/%D8%A3?a=b%20c&d"),
        ("https://موقع.com:8080/", "https://xn--4gbrim.com:8080/"),
        ("http://[::1]:80/a", "http://[::1]:80/a"),
    ],
)
def test_arabic_addresses_are_spelt_as_servers_want_them(address: str, spelt: str) -> None:
    assert pages._spelt(address).startswith(spelt)
    assert pages._spelt(address).isascii()
