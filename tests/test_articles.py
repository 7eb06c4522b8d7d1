"""Files, feeds and pages → articles; what is hostile or broken is told, and the rest is kept."""

from __future__ import annotations

import json
import threading
from collections.abc import Iterator
from datetime import date
from functools import partial
from http.server import SimpleHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path

import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline import articles
from timeline.articles import UnreadableError, encoding
from timeline.articles.boilerplate import mask
from timeline.model import Article

NEWS = "قمة في موسكو\nقال الرئيس إن القمة ستعقد في موسكو يوم الأربعاء القادم بحضور وزراء الخارجية.\n"
ROW = {
    "id": "a",
    "title": "قمة",
    "text": "عقدت القمة.",
    "published": "2024-06-18",
    "source": "وكالة",
    "url": "https://x.org/1",
}
PAGE = """<!doctype html><html lang="ar"><head><meta charset="utf-8"><title>قمة في موسكو - وكالة</title>
<meta property="og:title" content="قمة في موسكو"><meta property="og:site_name" content="وكالة الشمال">
<meta property="article:published_time" content="2024-06-18T21:30:00+03:00"></head>
<body><nav><a href="/">الرئيسية</a> <a href="/sport">رياضة</a></nav><article><h1>قمة في موسكو</h1>
<p>قال الرئيس إن القمة ستعقد في موسكو يوم الأربعاء القادم بحضور وزراء خارجية عدد من الدول المجاورة.</p>
<script>alert("x")</script>
<p>وأضاف أن جدول الأعمال يشمل التجارة والطاقة والأمن، وأن الوفود بدأت تصل إلى العاصمة منذ صباح اليوم.</p>
</article><footer>جميع الحقوق محفوظة</footer></body></html>"""
RSS = """<?xml version="1.0" encoding="utf-8"?><rss version="2.0"><channel><title>وكالة الشمال</title>
<language>ar-sa</language>
<item><title>قمة في موسكو</title><link>https://x.org/1</link><guid>n-1</guid>
<pubDate>Tue, 18 Jun 2024 23:30:00 +0300</pubDate>
<description>&lt;p&gt;عقدت القمة&lt;/p&gt;
&lt;p&gt;أمس &amp;amp; اليوم&lt;/p&gt;&lt;script&gt;x()&lt;/script&gt;</description></item>
<item><title>خبر بلا تاريخ</title><link>https://x.org/2</link><pubDate>قريبا</pubDate></item>
</channel></rss>"""


def read(*places: object) -> tuple[list[Article], list[str]]:
    """The articles, and what was told of the rest."""
    told: list[UnreadableError] = []
    found = list(articles.read([str(place) for place in places], told.append))
    return found, [str(error) for error in told]


@pytest.mark.parametrize(
    "name", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "cp1256", "iso8859-6"]
)
def test_encodings(tmp_path: Path, name: str) -> None:
    (tmp_path / "a.txt").write_bytes(NEWS.encode(name))
    ((article,), told) = read(tmp_path / "a.txt")
    assert (article.id, article.text, article.title, told) == ("a.txt", NEWS, "", [])


def test_a_text_damaged_in_places_is_still_that_text(tmp_path: Path) -> None:
    whole = (NEWS * 5).encode()
    (tmp_path / "a.txt").write_bytes(whole + b"\xff\x81" + whole)
    (tmp_path / "b.txt").write_bytes(whole.replace(b" ", b"\0", 3))
    found, told = read(tmp_path / "a.txt", tmp_path / "b.txt")
    assert told == []
    assert [NEWS in article.text for article in found] == [True, True]
    assert "\0" not in found[1].text


@given(st.binary(max_size=200))
@settings(max_examples=100)
def test_any_bytes_are_text_or_refused(data: bytes) -> None:
    try:
        assert "\0" not in encoding.decode(data)
    except ValueError as error:
        assert str(error) == "not text"  # noqa: PT017


def test_json_lines_give_every_field(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text(json.dumps(ROW, ensure_ascii=False), encoding="utf-8")
    ((article,), told) = read(tmp_path / "a.jsonl")
    assert told == []
    assert article == Article(
        id="a",
        text="قمة\nعقدت القمة.",
        title="قمة",
        published=date(2024, 6, 18),
        published_source="given",
        source="وكالة",
        url="https://x.org/1",
    )


@pytest.mark.parametrize("published", ["2024-06-18", "2024-06-18T23:59:00+09:00", "2024-06-18 00:10"])
def test_a_date_is_that_of_its_own_place(tmp_path: Path, published: str) -> None:
    (tmp_path / "a.jsonl").write_text(json.dumps(ROW | {"published": published}), encoding="utf-8")
    assert read(tmp_path / "a.jsonl")[0][0].published == date(2024, 6, 18)


@pytest.mark.parametrize("delimiter", [",", ";", "\t"])
def test_csv(tmp_path: Path, delimiter: str) -> None:
    lines = [delimiter.join(ROW), delimiter.join(f'"{value}"' for value in ROW.values())]
    (tmp_path / "a.csv").write_text("\ufeff" + "\r\n".join(lines), encoding="utf-8")
    ((article,), told) = read(tmp_path / "a.csv")
    assert (article.id, article.text, article.published, told) == (
        "a",
        "قمة\nعقدت القمة.",
        date(2024, 6, 18),
        [],
    )


def test_parquet(tmp_path: Path) -> None:
    table = pa.Table.from_pylist([ROW | {"published": date(2024, 6, 18), "clicks": 3}, {"text": "نص"}])
    pq.write_table(table, tmp_path / "a.parquet")
    (first, second), told = read(tmp_path / "a.parquet")
    assert (first.text, first.published, told) == ("قمة\nعقدت القمة.", date(2024, 6, 18), [])
    assert (second.id, second.text, second.published) == ("a.parquet:2", "نص", None)


def test_a_page_is_its_article(tmp_path: Path) -> None:
    (tmp_path / "a.html").write_text(PAGE, encoding="utf-8")
    ((article,), told) = read(tmp_path / "a.html")
    assert told == []
    assert article.text.startswith("قمة في موسكو\n")
    assert "جدول الأعمال" in article.text
    assert not any(word in article.text for word in ("رياضة", "alert", "الحقوق"))
    assert (article.published, article.published_source) == (date(2024, 6, 18), "metadata")
    assert article.source == "وكالة الشمال"


def test_a_feed_is_its_entries(tmp_path: Path) -> None:
    (tmp_path / "feed.xml").write_text(RSS, encoding="utf-8")
    (first, second), told = read(tmp_path / "feed.xml")
    assert told == []
    assert (first.id, first.url, first.source, first.language) == (
        "n-1",
        "https://x.org/1",
        "وكالة الشمال",
        "ar",
    )
    assert first.text == "قمة في موسكو\nعقدت القمة\nأمس & اليوم"
    assert (first.published, first.published_source) == (date(2024, 6, 18), "metadata")
    assert (second.text, second.published) == ("خبر بلا تاريخ", None)


def test_a_folder_has_facts_beside_its_files(tmp_path: Path) -> None:
    (tmp_path / "b.txt").write_text(NEWS, encoding="utf-8")
    (tmp_path / "a.txt").write_text(NEWS, encoding="utf-8")
    (tmp_path / "notes.md").write_text("not an article", encoding="utf-8")
    facts = "file,published,source,url,language\na.txt,2024-06-18,وكالة,https://x.org/1,ar\n"
    (tmp_path / "articles.csv").write_text(facts, encoding="utf-8")
    (first, second), told = read(tmp_path)
    assert told == []
    assert (first.id, first.published, first.published_source) == ("a.txt", date(2024, 6, 18), "given")
    assert (first.source, first.url) == ("وكالة", "https://x.org/1")
    assert (second.id, second.published, second.published_source) == ("b.txt", None, "unknown")


def test_patterns_and_equal_names(tmp_path: Path) -> None:
    for folder in ("x", "y"):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / "a.txt").write_text(NEWS, encoding="utf-8")
    found, told = read(tmp_path / "*" / "a.txt")
    assert ([article.id for article in found], told) == (["a.txt", "a.txt~2"], [])


@pytest.mark.parametrize(
    ("name", "data", "said"),
    [
        ("a.txt", b"", "empty"),
        ("a.txt", b"\x89PNG\r\n\x1a\n" + bytes(range(256)) * 8, "not text"),
        ("a.jsonl", b"{broken\n", "line 1: no JSON"),
        ("a.jsonl", b'["a list"]\n', "line 1: no JSON object"),
        ("a.jsonl", b"[" * 100_000, "line 1: no JSON"),
        ("a.jsonl", b'{"text": ""}\n', "line 1: no text"),
        ("a.jsonl", b'{"text": "a", "published": "18.6.24"}\n', "no ISO date; write it as 2024-06-18"),
        ("a.csv", b"name,story\nx,y\n", "no column `text`"),
        ("a.parquet", b"PAR1 but not really", "no Parquet"),
        ("a.html", b"<html><body></body></html>", "no article in this page"),
        ("a.xml", b"<html></html>", "no RSS or Atom feed"),
        ("a.xml", b"<rss><channel><item><title>x", "no text in its entries"),
        ("a.docx", b"PK", "not a kind that is read"),
    ],
)
def test_what_is_broken_is_told_with_its_mend(tmp_path: Path, name: str, data: bytes, said: str) -> None:
    (tmp_path / name).write_bytes(data)
    (tmp_path / "good.txt").write_text(NEWS, encoding="utf-8")
    found, (told,) = read(tmp_path / name, tmp_path / "good.txt")
    assert [article.id for article in found] == ["good.txt"]
    assert str(tmp_path / name) in told or name in told
    assert said in told
    assert ";" in told
    assert "\n" not in told


def test_an_endless_line_is_passed_over(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("timeline.articles.places.LARGEST", 1000)
    rows = [json.dumps({"text": text}) for text in ("a", "b" * 5000, "c")]
    (tmp_path / "a.jsonl").write_text("\n".join(rows), encoding="utf-8")
    found, (told,) = read(tmp_path / "a.jsonl")
    assert [article.text for article in found] == ["a", "c"]
    assert "line 2: longer than 1,000 characters" in told
    (tmp_path / "a.txt").write_text("x" * 1001, encoding="utf-8")
    assert "larger than 1,000 bytes" in read(tmp_path / "a.txt")[1][0]


def test_broken_characters_do_not_move_offsets(tmp_path: Path) -> None:
    (tmp_path / "a.jsonl").write_text('{"text": "a\\ud800b\\u0000c"}', encoding="utf-8")
    assert read(tmp_path / "a.jsonl")[0][0].text == "a\ufffdb\ufffdc"


@pytest.fixture
def site(tmp_path: Path) -> Iterator[str]:
    """A web server of files."""
    (tmp_path / "page.html").write_text(PAGE, encoding="utf-8")
    (tmp_path / "feed.xml").write_text(RSS, encoding="utf-8")
    (tmp_path / "rows.jsonl").write_text(json.dumps(ROW), encoding="utf-8")

    class Quiet(SimpleHTTPRequestHandler):
        def log_message(self, *_: object) -> None:  # type: ignore[override]
            """Say nothing."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), partial(Quiet, directory=str(tmp_path)))
    threading.Thread(target=server.serve_forever, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}"
    server.shutdown()
    server.server_close()


def test_web_addresses(site: str) -> None:
    found, told = read(f"{site}/page.html", f"{site}/feed.xml", f"{site}/rows.jsonl", f"{site}/none.html")
    assert [article.id for article in found] == [f"{site}/page.html", "n-1", "https://x.org/2", "a"]
    assert found[0].url == f"{site}/page.html"
    (missing,) = told
    assert missing.startswith(f"{site}/none.html: no answer")


@pytest.mark.parametrize(
    ("text", "kept"),
    [
        ("قمة | أخبار آسيا\nنص.", "قمة نص."),
        ("قمة - صحيفة الضفاف\nنص.", "قمة نص."),
        ("قمة - لقاء القادة\nنص.", "قمة - لقاء القادة نص."),
        ("قمة\n\nقمة | أخبار\n\nنص.", "قمة نص."),
        ("قمة\n[ad_1]\nنص [caption id=3] هنا.\n[ad_2]", "قمة نص هنا."),
        ("قمة\nنص.\nاقرأ أيضًا: قمة سابقة في باريس\nتتمة.", "قمة نص. تتمة."),
        ("قمة\nنص.\nمصادر إضافية • AP\n\n[ad_2]\n\nالمصدر", "قمة نص."),
        (
            "قمة\nالمصدر الرئيسي للغاز في أوروبا هو روسيا.\nنص.",
            "قمة المصدر الرئيسي للغاز في أوروبا هو روسيا. نص.",
        ),
    ],
)
def test_residue_is_blanked_and_nothing_moves(text: str, kept: str) -> None:
    blanked = mask(Article("a", text))
    assert len(blanked) == len(text)
    assert blanked.split() == kept.split()
    assert all(new == old or new.isspace() for new, old in zip(blanked, text, strict=True))


@given(st.text(alphabet="قمة |[]ad_1-\nأخبارالمصدر", max_size=60))
@settings(max_examples=100)
def test_no_text_crashes_the_mask(text: str) -> None:
    assert len(mask(Article("a", text))) == len(text)
