"""What is downloaded in a browser is whole."""

from __future__ import annotations

import re
import shutil
from io import BytesIO
from pathlib import Path
from urllib.parse import quote

import pytest
from PIL import Image
from playwright.sync_api import Browser, Download, Page

from tests.browsing import WAIT, Visit, click_mark, settled

pytestmark = pytest.mark.browser


def download(page: Page, kind: str) -> Download:
    with page.expect_download(timeout=WAIT) as found:
        page.locator(".st-key-downloads button", has_text=kind).first.click()
    return found.value


def test_the_image_is_a_picture_and_its_arabic_is_whole(visit: Visit) -> None:
    page = settled(visit("?lane=actor"))
    made = download(page, "PNG")
    assert made.suggested_filename == "الخط-الزمني.png"
    picture = Image.open(BytesIO(Path(made.path()).read_bytes())).convert("L")
    chart = page.locator(".st-key-chart .js-plotly-plot").bounding_box()
    assert chart
    assert picture.width >= 2 * chart["width"] - 2
    assert sum(1 for value in picture.resize((200, 200)).get_flattened_data() if value < 150) > 40
    # Nothing is drawn at the edges: what touches them would have been cut.
    paper = picture.getpixel((1, 1))
    for edge in ((0, 0, 3, picture.height), (picture.width - 3, 0, picture.width, picture.height)):
        assert set(picture.crop(edge).get_flattened_data()) == {paper}


def test_the_drawing_carries_its_words_and_its_typeface(visit: Visit) -> None:
    page = settled(visit("?lane=actor"))
    drawing = Path(download(page, "SVG").path()).read_text(encoding="utf-8")
    assert drawing.startswith("<svg")
    assert drawing.count("src:") + drawing.count("src: ") >= 4
    assert "data:font" in drawing or "data:application" in drawing
    assert "بوتين" in drawing
    assert "19 يونيو 2024" in drawing


def test_the_months_of_the_drawing_are_those_of_the_page(visit: Visit) -> None:
    page = settled(visit("?lane=none&since=2024-05-01&until=2024-06-30"))
    drawing = Path(download(page, "SVG").path()).read_text(encoding="utf-8")
    axis = "".join(re.findall(r'class="xtick".*?</g>', drawing, re.DOTALL))
    assert "مايو" in axis or "يونيو" in axis
    assert not re.search("May|Jun", axis)


def test_tables_and_the_interactive_file_are_downloaded(visit: Visit, browser: Browser) -> None:
    page = settled(visit("?type=CONSULT"))
    table = Path(download(page, "CSV").path()).read_text(encoding="utf-8-sig")
    assert len(table.splitlines()) == 5
    file = download(page, "HTML")
    kept = Path(file.path()).with_suffix(".html")
    shutil.copy(file.path(), kept)
    alone = browser.new_context(offline=True)
    reader = alone.new_page()
    reader.goto(f"file://{quote(str(kept))}")
    reader.wait_for_selector(".js-plotly-plot .scatterlayer path.point", timeout=WAIT)
    alone.close()


PAIR = "?view=relations&ties=pairs&actor=person:putin&actor=person:kim-jong-un&together=1"


def test_what_stands_between_two_actors_is_a_picture_and_their_ties_are_a_file(visit: Visit) -> None:
    page = visit(PAIR)
    page.wait_for_selector(".st-key-pair .js-plotly-plot .scatterlayer path.point")
    drawing = Path(download(page, "SVG").path()).read_text(encoding="utf-8")
    assert "19 يونيو 2024" in drawing
    made = download(page, "GraphML")
    assert made.suggested_filename == "الخط-الزمني.graphml"
    assert "person:putin" in Path(made.path()).read_text(encoding="utf-8")


def size(made: Download) -> tuple[int, int]:
    with Image.open(made.path()) as picture:
        return picture.size


def test_the_evidence_does_not_narrow_the_image(visit: Visit) -> None:
    page = settled(visit("?lane=actor"))
    width, height = size(download(page, "PNG"))
    click_mark(page)
    page.wait_for_url(re.compile("ev="))
    page.wait_for_selector(".st-key-evidence")
    settled(page).wait_for_timeout(2000)
    assert size(download(page, "PNG")) == pytest.approx((width, height), rel=0.1)
    drawing = Path(download(settled(page), "SVG").path()).read_text(encoding="utf-8")
    assert "19 يونيو 2024" in drawing


def test_nor_that_of_relations(visit: Visit) -> None:
    page = settled(visit())
    click_mark(page)
    page.wait_for_url(re.compile("ev="))
    page.goto(page.url + "&view=relations")
    page.wait_for_selector(".st-key-relations .js-plotly-plot .scatterlayer path.point")
    page.wait_for_timeout(1000)
    shown = page.locator(".st-key-relations .js-plotly-plot").bounding_box()
    assert shown
    assert size(download(page, "PNG"))[0] > 2.5 * shown["width"]


def test_the_table_of_pairs_is_a_file_of_pairs(visit: Visit) -> None:
    page = visit("?view=relations&ties=pairs")
    page.wait_for_selector(".st-key-pairs tbody tr")
    shown = page.locator(".st-key-pairs tbody tr")
    made = Path(download(page, "CSV").path()).read_text(encoding="utf-8-sig").splitlines()
    assert len(made) == shown.count() + 1
    assert made[0].startswith("a,b,a_name,b_name,events,cooperation,conflict")
    first, second = made[1].split(",")[2:4]
    assert shown.first.locator("th").inner_text() == f"{first} و{second}"
