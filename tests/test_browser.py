"""The real dashboard in a real Chromium: what people see, click, copy and download."""

from __future__ import annotations

import os
import re
import shutil
import socket
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from io import BytesIO
from pathlib import Path
from urllib.parse import parse_qs, quote, urlsplit
from urllib.request import urlopen

import pytest
from PIL import Image
from playwright.sync_api import Browser, Download, Page, expect, sync_playwright

from tests.desk import furnish

pytestmark = pytest.mark.browser
ROOT = Path(__file__).parent.parent
FLAGS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
    "--no-first-run",
]
WAIT = 30_000  # milliseconds that the slowest machine may take
Visit = Callable[..., Page]


def chromium() -> str | None:
    """The browser's program: Debian's or the one that BROWSER_PATH names."""
    named = os.environ.get("BROWSER_PATH")
    return (
        named or shutil.which("chromium") or shutil.which("chromium-browser") or shutil.which("google-chrome")
    )


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    program = chromium()
    if program is None:
        if os.environ.get("TIMELINE_REQUIRE_BROWSER") == "1":
            pytest.fail("browser tests are required here, and there is no Chromium")
        pytest.skip("no Chromium on this machine")
    with sync_playwright() as playwright:
        opened = playwright.chromium.launch(executable_path=program, args=FLAGS)
        yield opened
        opened.close()


def serve(store: Path) -> Iterator[str]:
    """The dashboard over a store, until the test is done."""
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    flags = [f"--server.port={port}", "--server.address=127.0.0.1", "--server.headless=true"]
    command = [sys.executable, "-m", "streamlit", "run", str(ROOT / "app.py"), *flags]
    environment = os.environ | {"TIMELINE_STORE": str(store), "PYTHONPATH": str(ROOT)}
    with subprocess.Popen(
        command, cwd=ROOT, env=environment, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
    ) as server:
        address = f"http://127.0.0.1:{port}/"
        _await(address + "_stcore/health")
        yield address
        server.terminate()


def _await(address: str) -> None:
    for _ in range(240):
        try:
            with urlopen(address, timeout=2):  # noqa: S310
                return
        except OSError:
            time.sleep(0.25)
    pytest.fail("the dashboard did not start")


@pytest.fixture(scope="module")
def desk(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    store = tmp_path_factory.mktemp("browser") / "news.db"
    furnish(str(store)).close()
    yield from serve(store)


@pytest.fixture(scope="module")
def bare(tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    yield from serve(tmp_path_factory.mktemp("bare") / "news.db")


@pytest.fixture
def visit(browser: Browser, desk: str) -> Iterator[Visit]:
    """Opens an address of the dashboard in a browser of its own."""
    contexts = []

    def go(query: str = "", width: int = 1440, height: int = 1000, at: str = desk) -> Page:
        address = query if query.startswith("http") else at + query
        context = browser.new_context(viewport={"width": width, "height": height}, accept_downloads=True)
        context.grant_permissions(["clipboard-read", "clipboard-write"])
        contexts.append(context)
        page = context.new_page()
        page.set_default_timeout(WAIT)
        page.goto(address)
        page.wait_for_selector(".count, .state")
        return page

    yield go
    for context in contexts:
        context.close()


def settled(page: Page) -> Page:
    """The page when its chart stands and nothing runs any more."""
    page.wait_for_selector(".st-key-chart .js-plotly-plot .scatterlayer path.point")
    page.wait_for_selector('[data-testid="stApp"][data-test-script-state="notRunning"]')
    page.wait_for_timeout(600)
    return page


def click_mark(page: Page) -> None:
    """Click the first mark of the timeline that stands alone."""
    box = page.locator(".st-key-chart .scatterlayer .points path.point").first.bounding_box()
    assert box
    page.mouse.click(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)


def asked(page: Page) -> dict[str, list[str]]:
    return parse_qs(urlsplit(page.url).query)


def test_the_first_run_leads_to_adding_articles(visit: Visit, bare: str) -> None:
    page = visit(at=bare)
    expect(page.locator(".state h2")).to_have_text("لا أخبار بعد")
    page.locator(".st-key-first-add button").click()
    expect(page.locator(".st-key-add")).to_be_visible()


def test_arabic_stands_on_the_right_and_english_on_the_left(visit: Visit) -> None:
    for query, right in (("", True), ("?lang=en", False)):
        page = settled(visit(query))
        head = page.locator(".st-key-masthead").bounding_box()
        side = page.locator('[data-testid="stSidebar"]').bounding_box()
        assert head
        assert side
        assert (side["x"] > 700) is right
        text = page.evaluate(
            """() => {
              const range = document.createRange()
              range.selectNodeContents(document.querySelector('.masthead h1'))
              return range.getBoundingClientRect().right
            }"""
        )
        assert (abs(text - (head["x"] + head["width"])) < 4) is right


def test_the_language_is_switched_and_stays_in_the_address(visit: Visit) -> None:
    page = settled(visit())
    page.get_by_role("radio", name="English").click()
    expect(page.locator(".masthead h1")).to_have_text("The Timeline")
    page.wait_for_url(re.compile("lang=en"))


def test_a_filter_leads_to_its_chip_and_back(visit: Visit) -> None:
    page = settled(visit())
    page.locator(".st-key-actor input").click()
    page.get_by_role("option", name=re.compile("شي")).click()
    expect(page.locator(".count")).to_have_text("1 من 4 أحداث")
    page.wait_for_url(re.compile("actor="))
    page.locator('[class*="st-key-chip-actor"] button').first.click()
    expect(page.locator(".count")).to_have_text("4 أحداث")


def test_a_click_opens_the_evidence_and_its_link_shows_the_same_to_others(visit: Visit) -> None:
    page = settled(visit("?type=CONSULT&lane=none"))
    click_mark(page)
    expect(page.locator(".st-key-evidence .told blockquote mark.trigger").first).to_be_visible()
    page.wait_for_url(re.compile("ev="))
    page.locator(".st-key-link button").click()
    expect(page.locator(".st-key-link button")).to_have_text("نُسخ الرابط")
    copied = page.evaluate("navigator.clipboard.readText()")
    assert copied == page.url
    other = settled(visit(copied))
    assert asked(other) == asked(page)
    for part in (".count", ".st-key-evidence .event h3", ".st-key-evidence .told >> nth=0"):
        assert other.locator(part).inner_text() == page.locator(part).inner_text()
    page.locator(".st-key-close button").click()
    expect(page.locator(".st-key-evidence")).to_have_count(0)
    page.go_back()
    expect(page.locator(".st-key-evidence")).to_have_count(1)


def test_a_merged_report_says_why(visit: Visit) -> None:
    page = settled(visit("?lane=none"))
    page.get_by_text("الجدول", exact=True).first.click()
    page.locator("tbody th button", has_text="بوتين").first.click()
    expect(page.locator(".st-key-evidence .event h3")).to_contain_text("بوتين")


def test_the_table_is_walked_with_the_keyboard(visit: Visit) -> None:
    page = visit("?view=table")
    page.wait_for_selector("table tbody tr")
    expect(page.locator("thead th").first).to_have_attribute("aria-sort", "none")
    page.locator("thead button").first.focus()
    page.keyboard.press("Enter")
    expect(page.locator("thead th").first).to_have_attribute("aria-sort", "ascending")
    page.locator("tbody th button").first.focus()
    page.keyboard.press("Enter")
    expect(page.locator(".st-key-evidence")).to_be_visible()


def test_hostile_text_runs_nowhere(visit: Visit) -> None:
    page = visit("?view=table")
    alerts: list[str] = []
    page.on("dialog", lambda dialog: (alerts.append(dialog.message), dialog.dismiss()))
    page.wait_for_selector("table tbody tr")
    page.locator("tbody th button", has_text="alert(1)").first.click()
    expect(page.locator(".st-key-evidence .told").first).to_be_visible()
    assert not alerts
    assert page.locator(".told img, .told script").count() == 0


def test_the_story_is_turned_with_arrow_keys(visit: Visit) -> None:
    page = visit("?view=story")
    expect(page.locator(".step")).to_have_text("1 من 4 أحداث")
    page.wait_for_selector('[data-testid="stApp"][data-test-script-state="notRunning"]')
    page.wait_for_timeout(1500)
    page.keyboard.press("ArrowLeft")
    expect(page.locator(".step")).to_have_text("2 من 4 أحداث")
    page.wait_for_timeout(600)
    page.keyboard.press("ArrowRight")
    expect(page.locator(".step")).to_have_text("1 من 4 أحداث")


def test_an_actor_of_the_network_filters_everything(visit: Visit) -> None:
    page = visit("?view=relations")
    page.wait_for_selector(".st-key-relations .js-plotly-plot .points path.point")
    page.wait_for_timeout(800)
    boxes = [mark.bounding_box() for mark in page.locator(".st-key-relations .points path.point").all()]
    largest = max((box for box in boxes if box), key=lambda box: box["width"])
    page.mouse.click(largest["x"] + largest["width"] / 2, largest["y"] + largest["height"] / 2)
    page.wait_for_url(re.compile("actor="))
    expect(page.locator('[class*="st-key-chip-actor"]')).to_have_count(1)


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


CLIPPED = """() => {
  const chart = document.querySelector('.st-key-chart .js-plotly-plot')
  const frame = chart.getBoundingClientRect()
  return [...chart.querySelectorAll('text')].filter(text => {
    const box = text.getBoundingClientRect()
    return box.width && (box.left < frame.left - 1 || box.right > frame.right + 1)
  }).map(text => text.textContent)
}"""


@pytest.mark.parametrize(("query", "width"), [("", 1440), ("?lang=en", 1440), ("", 390), ("?lang=en", 390)])
def test_no_label_is_clipped(visit: Visit, query: str, width: int) -> None:
    page = settled(visit(query, width=width, height=900))
    page.wait_for_timeout(1500)
    settled(page)
    assert page.evaluate(CLIPPED) == []
    # The page itself does not scroll sideways.
    overflow = page.evaluate(
        "() => document.documentElement.scrollWidth - document.documentElement.clientWidth"
    )
    assert overflow <= 0


def test_on_a_narrow_screen_the_evidence_comes_into_view(visit: Visit) -> None:
    page = settled(visit("?lane=none", width=390, height=844))
    page.locator('[class*="st-key-tray-"] button').first.click()
    expect(page.locator(".st-key-evidence .event h3")).to_be_in_viewport(timeout=WAIT)


def test_a_period_is_chosen_over_the_overview(visit: Visit) -> None:
    page = settled(visit())
    box = page.locator(".st-key-overview .js-plotly-plot .nsewdrag").bounding_box()
    assert box
    middle = box["y"] + box["height"] / 2
    page.mouse.move(box["x"] + box["width"] * 0.7, middle)
    page.mouse.down()
    page.mouse.move(box["x"] + box["width"] * 0.85, middle, steps=6)
    page.mouse.move(box["x"] + box["width"] - 2, middle, steps=6)
    page.mouse.up()
    page.wait_for_url(re.compile("since=.*until="))
    expect(page.locator('[class*="st-key-chip-since"]')).to_have_count(1)


@pytest.mark.parametrize(("language", "said"), [("ar", "خبر.txt: ملف فارغ"), ("en", "خبر.txt: empty")])
def test_an_unreadable_file_is_told_by_its_name_in_the_readers_language(
    visit: Visit, tmp_path: Path, language: str, said: str
) -> None:
    empty = tmp_path / "خبر.txt"
    empty.touch()
    page = visit(f"?view=articles&lang={language}")
    page.locator(".st-key-add summary").click()
    page.locator("input[type=file]").set_input_files(empty)
    page.locator(".st-key-read-files button").click()
    expect(page.locator(".trouble li")).to_have_text(re.compile(f"^{re.escape(said)}"))


@pytest.mark.parametrize(
    ("language", "placeholder", "month"), [("ar", "سنة", "يناير"), ("en", "yyyy", "January")]
)
def test_date_fields_speak_the_pages_language_and_not_the_browsers(
    visit: Visit, language: str, placeholder: str, month: str
) -> None:
    page = settled(visit(f"?lang={language}&until=2024-01-05"))
    empty = page.locator(".st-key-since [data-type=year]")
    assert placeholder in empty.evaluate("it => getComputedStyle(it, '::after').content")
    page.locator(".st-key-until [data-testid=stDateInputCalendarButton]").click()
    expect(page.get_by_role("dialog")).to_contain_text(month)


@pytest.mark.parametrize("language", ["ar", "en"])
def test_the_choice_of_languages_has_a_border_all_around(visit: Visit, language: str) -> None:
    page = settled(visit(f"?lang={language}"))
    first, last = ("Right", "Left") if language == "ar" else ("Left", "Right")
    for child, side in (("first", first), ("last", last)):
        end = page.locator(f".st-key-lang [role=radio]:{child}-child")
        colour = end.evaluate(f"it => getComputedStyle(it).border{side}Color")
        assert not colour.endswith(", 0)"), f"the {child} has no border {side}"


def test_on_a_narrow_screen_every_section_can_be_seen_and_filters_are_at_hand(visit: Visit) -> None:
    page = settled(visit(width=390, height=844))
    for section in page.locator(".st-key-sections [role=radiogroup] label").all():
        at = section.bounding_box()
        assert at
        assert at["x"] >= 0
        assert at["x"] + at["width"] <= 390
    page.locator('[data-testid="stExpandSidebarButton"]').click()
    expect(page.locator(".st-key-q input")).to_be_in_viewport()


def test_on_a_narrow_screen_the_story_is_turned_from_one_line(visit: Visit) -> None:
    page = visit("?view=story", width=390, height=844)
    buttons = [page.locator(f".st-key-{name} button").bounding_box() for name in ("previous", "next")]
    assert buttons[0]
    assert buttons[1]
    assert buttons[0]["y"] == buttons[1]["y"]


def test_beside_the_evidence_the_table_hides_no_column(visit: Visit) -> None:
    page = visit("?view=table")
    page.locator("tbody th button", has_text="بوتين").first.click()
    expect(page.locator(".st-key-evidence .event h3")).to_be_visible()
    frame = page.locator(".frame")
    expect(page.locator("tbody td.number").first).to_be_in_viewport()
    assert frame.evaluate("it => it.scrollWidth <= it.clientWidth")
