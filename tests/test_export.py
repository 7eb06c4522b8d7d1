"""Events as files of every format."""

from __future__ import annotations

import csv
import io
import json
import os
import re
import shutil
from dataclasses import replace
from datetime import UTC, date, datetime
from pathlib import Path
from xml.etree import ElementTree as ET

import pandas as pd
import pyarrow as pa
import pyarrow.parquet as pq
import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from PIL import Image
from playwright.sync_api import sync_playwright

from tests.affairs import ANNOTATIONS, EVENTS, SENTENCE, THREAT, VISIT, event
from timeline import charts, contract, export, frames, labels
from timeline.charts import Look, fonts
from timeline.export import evidence, tables

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
needs_browser = pytest.mark.skipif(
    CHROMIUM is None and not os.environ.get("TIMELINE_REQUIRE_BROWSER"), reason="no Chrome or Chromium"
)
MADE = datetime(2024, 7, 1, 12, tzinfo=UTC)


@pytest.fixture(scope="module")
def frame() -> pd.DataFrame:
    return frames.events(EVENTS, ANNOTATIONS)


def test_json_is_the_contract_of_the_command_line() -> None:
    back = [contract.event_from_json(each) for each in json.loads(export.render("json", EVENTS))]
    assert back == list(EVENTS)


def test_csv_opens_in_a_spreadsheet(frame: pd.DataFrame) -> None:
    data = tables.csv(frame)
    assert data.startswith(b"\xef\xbb\xbf")
    rows = {row["id"]: row for row in csv.DictReader(io.StringIO(data.decode("utf-8-sig")))}
    assert (rows["visit"]["begin"], rows["visit"]["until"]) == ("2024-06-18", "2024-06-20")
    assert rows["visit"]["names"] == "فلاديمير بوتين | كوريا الشمالية"
    assert rows["aid"]["begin"] == ""


@pytest.mark.parametrize("title", ["=HYPERLINK(1)", "+1", "-1", "@SUM(A1)"])
def test_csv_runs_no_formula(title: str) -> None:
    data = tables.csv(frames.events([event("x", title, "AID")])).decode("utf-8-sig")
    assert next(csv.DictReader(io.StringIO(data)))["title"] == f"'{title}"


def test_parquet_keeps_dates_and_lists(frame: pd.DataFrame) -> None:
    back = pd.read_parquet(io.BytesIO(tables.parquet(frame)))
    assert back["begin"].tolist()[:4] == frame["begin"].tolist()[:4]
    assert list(back.loc[back["id"] == "visit", "actors"].iloc[0]) == ["person:putin", "iso:PRK"]


def test_parquet_has_the_same_types_whatever_it_holds(frame: pd.DataFrame) -> None:
    """Nothing followed, nobody named, no event at all: files of one program can be put together."""
    whole = pq.read_schema(io.BytesIO(tables.parquet(frame)))
    for events in ([], [replace(THREAT, actors=(), place=None, mode=None, follows=None)]):
        some = pq.read_schema(io.BytesIO(tables.parquet(frames.events(events))))
        pa.unify_schemas([whole, some], promote_options="permissive")
        assert [field.name for field in some if "null" in str(field.type)] == []


@pytest.mark.parametrize(
    ("facts", "status"),
    [
        ({}, "CONFIRMED"),
        ({"granularity": "month"}, "TENTATIVE"),
        ({"granularity": "decade"}, "TENTATIVE"),
        ({"status": "negated"}, "TENTATIVE"),
        ({"status": "future"}, "TENTATIVE"),
    ],
)
def test_calendars_do_not_say_more_than_is_known(facts: dict[str, str], status: str) -> None:
    told = tables.ics(frames.events([replace(VISIT, **facts)]), language="en", made=MADE).decode()
    assert f"STATUS:{status}\r\n" in told
    said = labels.name("status", facts.get("status"), "en")
    assert said in told
    slide = json.loads(tables.timelinejs(frames.events([replace(VISIT, **facts)]), language="en"))
    assert said in slide["events"][0]["text"]["text"]


def test_ics_has_whole_days_and_no_undated_event(frame: pd.DataFrame) -> None:
    text = tables.ics(frame, made=MADE).decode()
    assert text.count("BEGIN:VEVENT") == 4
    unfolded = text.replace("\r\n ", "")
    visit = next(part for part in unfolded.split("BEGIN:VEVENT") if "UID:visit@timeline" in part)
    assert "DTSTART;VALUE=DATE:20240618\r\n" in visit
    assert "DTEND;VALUE=DATE:20240620\r\n" in visit
    assert "SUMMARY:بوتين يزور كوريا الشمالية\r\n" in visit
    assert "DTSTAMP:20240701T120000Z\r\n" in visit


@settings(max_examples=50)
@given(st.text(max_size=300))
def test_ics_lines_are_short_and_escaped(title: str) -> None:
    text = tables.ics(frames.events([replace(THREAT, title=title)]), made=MADE).decode()
    lines = text.split("\r\n")
    assert all(len(line.encode()) <= 75 for line in lines)
    assert all(re.match(r"[A-Z]|[ ]|$", line) for line in lines)
    assert text.count("BEGIN:VEVENT") == text.count("END:VEVENT") == 1


def test_timelinejs_says_no_more_than_is_known(frame: pd.DataFrame) -> None:
    whole = json.loads(tables.timelinejs(frame, title="<b>عنوان"))
    assert whole["title"]["text"]["headline"] == "&lt;b&gt;عنوان"
    slides = {slide["unique_id"]: slide for slide in whole["events"]}
    assert slides["summit"]["start_date"] == {"year": 2023, "month": 9}
    assert slides["visit"]["start_date"] == {"year": 2024, "month": 6, "day": 18}
    assert slides["visit"]["end_date"] == {"year": 2024, "month": 6, "day": 19}
    assert "end_date" not in slides["threat"]
    assert slides["visit"]["display_date"] == "18–19 يونيو/حزيران 2024"
    assert "aid" not in slides


def test_graphml_is_a_graph_of_actors(frame: pd.DataFrame) -> None:
    root = ET.fromstring(tables.graphml(frame))  # noqa: S314 (our own file)
    space = {"g": "http://graphml.graphdrawing.org/xmlns"}
    edges = {(e.get("source"), e.get("target")): e for e in root.findall(".//g:edge", space)}
    assert len(root.findall(".//g:node", space)) == 5
    threat = edges["iso:KOR", "iso:RUS"]
    values = {d.get("key"): d.text for d in threat.findall("g:data", space)}
    assert values == {
        "edge-weight": "1",
        "edge-cooperation": "0",
        "edge-conflict": "1",
        "edge-event_ids": "threat",
    }


@pytest.mark.parametrize("format", ["csv", "json", "parquet", "ics", "timelinejs", "graphml", "html"])
def test_nothing_can_be_written_too(format: str) -> None:
    assert export.render(format, [])


def test_an_unknown_format_is_refused_by_name() -> None:
    with pytest.raises(ValueError, match="unknown format 'doc'"):
        export.render("doc", EVENTS)
    assert export.suffix("timelinejs") == ".json"
    assert export.suffix("png") == ".png"


def test_evidence_marks_what_made_the_event() -> None:
    quote = evidence.quote(ANNOTATIONS[1], ANNOTATIONS[1].events[0])
    assert quote == (
        '<mark class="trigger">يزور</mark> <mark class="actor">بوتين</mark> '
        '<mark class="actor">كوريا الشمالية</mark> <mark class="date">يومي 18 و19 يونيو</mark> &lt;قريبًا&gt;.'
    )
    assert re.sub("<[^>]*>", "", quote).replace("&lt;", "<").replace("&gt;", ">") == SENTENCE


def test_evidence_of_an_event_names_its_articles(frame: pd.DataFrame) -> None:
    visit = next(e for e in evidence.entries(EVENTS, frame, ANNOTATIONS, "ar") if e["id"] == "visit")
    assert [article["source"] for article in visit["articles"]] == ["الوكالة", "الصحيفة", "الصحيفة"]
    assert visit["when"] == "18–19 يونيو/حزيران 2024"
    assert visit["dated"] == "مكتوب في الجملة"


def test_only_web_addresses_become_links(frame: pd.DataFrame) -> None:
    bad = replace(ANNOTATIONS[0], article=replace(ANNOTATIONS[0].article, url="javascript:alert(1)"))
    found = evidence.entries([VISIT], frame[frame["id"] == "visit"], [bad], "ar")
    assert found[0]["articles"][0]["url"] == ""


def test_the_page_needs_no_network_and_holds_everything() -> None:
    html = export.render("html", EVENTS, ANNOTATIONS, title="عنوان <b>", day=date(2024, 7, 1)).decode()
    assert not re.search(r"""(?:src|href)=["']?(?:https?:)?//""", html)
    assert "<title>عنوان &lt;b&gt;</title>" in html
    assert '<html lang="ar" dir="rtl"' in html
    data = json.loads(re.search(r'id="data">(.*?)</script>', html, re.DOTALL).group(1))  # type: ignore[union-attr]
    assert set(data["figures"]) == {"none", "actor", "type", "source", "network", "matrix"}
    assert {each["id"] for each in data["events"]} == {each.id for each in EVENTS}
    assert len(html) < 4_000_000


def test_hostile_titles_do_not_leave_their_element() -> None:
    evil = replace(VISIT, title='</script><img src=x onerror="alert(1)"> ${title} $title')
    html = export.render("html", [evil], ANNOTATIONS).decode()
    assert "<img" not in html


def test_the_typeface_is_in_the_style() -> None:
    assert fonts.css().count("@font-face") == 4
    assert "url(data:font/woff2;base64," in fonts.css()


def test_no_browser_says_how_to_mend_it(monkeypatch: pytest.MonkeyPatch, frame: pd.DataFrame) -> None:
    monkeypatch.setenv("BROWSER_PATH", "/nowhere/chromium")
    with pytest.raises(export.NoBrowserError, match="apt install chromium"):
        export.image(charts.timeline(frame))


@pytest.mark.browser
@needs_browser
def test_pictures_are_pictures(frame: pd.DataFrame) -> None:
    figure = charts.timeline(frame, Look(width=800, responsive=False))
    drawn = Image.open(io.BytesIO(export.image(figure, "png", scale=1)))
    assert drawn.size == (800, figure.layout.height)
    assert len(drawn.convert("RGB").getcolors(1 << 20) or []) > 50
    svg = export.image(figure, "svg").decode()
    assert svg.startswith("<svg")
    assert fonts.FAMILY in svg
    assert "\u202bبوتين يزور كوريا الشمالية\u202c" in svg


@pytest.mark.browser
@needs_browser
def test_nothing_in_a_picture_is_cut_off(tmp_path: Path, frame: pd.DataFrame) -> None:
    """The outermost pixels of every picture are paper: no label touches an edge."""
    caption = charts.describe(frame, 9, Look(), title="أحداث", day=date(2024, 7, 1))
    for lane in ("actor", "none"):
        figure = charts.timeline(frame, Look(width=700, responsive=False), lane=lane, caption=caption)  # type: ignore[arg-type]
        drawn = Image.open(io.BytesIO(export.image(figure, "png", scale=1))).convert("RGB")
        wide, high = drawn.size
        border = [drawn.getpixel((x, y)) for x in range(wide) for y in (0, high - 1)]
        border += [drawn.getpixel((x, y)) for y in range(high) for x in (0, wide - 1)]
        assert set(border) == {(253, 252, 249)}


@pytest.mark.browser
@needs_browser
def test_the_page_opens_offline_and_shows_the_evidence(tmp_path: Path) -> None:
    file = tmp_path / "page.html"
    file.write_bytes(export.render("html", EVENTS, ANNOTATIONS, title="أحداث"))
    with sync_playwright() as browsers:
        browser = browsers.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        page = browser.new_context(offline=True, viewport={"width": 1300, "height": 900}).new_page()
        page.goto(file.as_uri())
        page.locator("#figure .scatterlayer .point").first.wait_for()
        box = page.locator("#figure .scatterlayer .point").last.bounding_box()
        assert box
        page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
        page.locator("#evidence h2").wait_for()
        assert "#" in page.url
        page.goto(f"{file.as_uri()}#visit")
        page.reload()
        page.locator("#evidence mark.date").first.wait_for()
        assert page.locator("#evidence h2").inner_text() == VISIT.title
        with page.expect_download() as saved:
            page.locator("#png").click()
        saved.value.save_as(tmp_path / "picture.png")
        browser.close()
    assert (tmp_path / "picture.png").read_bytes().startswith(b"\x89PNG")
