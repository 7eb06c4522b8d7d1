"""The interactive page in a browser: chart and evidence share the window and never cover each other."""

from __future__ import annotations

import os
import shutil
from collections.abc import Iterator
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Locator, Page, sync_playwright

from tests.affairs import ANNOTATIONS, EVENTS, VISIT
from timeline import export

CHROMIUM = next(filter(None, map(shutil.which, ("chromium", "chromium-browser", "google-chrome"))), None)
pytestmark = [
    pytest.mark.browser,
    pytest.mark.skipif(
        CHROMIUM is None and not os.environ.get("TIMELINE_REQUIRE_BROWSER"), reason="no Chrome or Chromium"
    ),
]
IN_SIGHT = """() => {
  const main = document.querySelector('main').getBoundingClientRect()
  const id = decodeURIComponent(location.hash.slice(1))
  return [...document.querySelectorAll('#figure .point')].some(point => {
    const at = point.getBoundingClientRect()
    return point.__data__?.data?.[0] === id && at.top >= main.top && at.bottom <= main.bottom
  })
}"""
WIDTHS = (390, 800, 1100, 1440, 1500, 1700)


@pytest.fixture(scope="module")
def browser() -> Iterator[Browser]:
    with sync_playwright() as browsers:
        opened = browsers.chromium.launch(executable_path=CHROMIUM, args=["--no-sandbox"])
        yield opened
        opened.close()


@pytest.fixture(scope="module")
def file(tmp_path_factory: pytest.TempPathFactory) -> Path:
    path = tmp_path_factory.mktemp("page") / "page.html"
    path.write_bytes(export.render("html", EVENTS, ANNOTATIONS, title="أحداث"))
    return path


@pytest.fixture
def opened(browser: Browser, file: Path, request: pytest.FixtureRequest) -> Iterator[Page]:
    """The page in a window that is as wide as the test asks, and not high."""
    context = browser.new_context(offline=True, viewport={"width": request.param, "height": 700})
    page = context.new_page()
    page.goto(file.as_uri())
    marks(page).first.wait_for()
    yield page
    context.close()


def marks(page: Page) -> Locator:
    return page.locator("#figure .scatterlayer .point")


def box(found: Locator) -> tuple[float, float, float, float]:
    """Left, top, right, bottom."""
    at = found.bounding_box()
    assert at
    return at["x"], at["y"], at["x"] + at["width"], at["y"] + at["height"]


@pytest.mark.parametrize("opened", WIDTHS, indirect=True)
def test_the_evidence_covers_nothing_of_the_chart(opened: Page) -> None:
    last = marks(opened).last
    last.scroll_into_view_if_needed()
    left, top, right, bottom = box(last)
    opened.mouse.click((left + right) / 2, (top + bottom) / 2)
    opened.locator("#evidence h2").wait_for()
    opened.wait_for_timeout(300)
    a, b = box(opened.locator("main")), box(opened.locator("#evidence"))
    assert a[2] <= b[0] + 1 or b[2] <= a[0] + 1 or a[3] <= b[1] + 1
    assert opened.evaluate("document.documentElement.scrollWidth <= innerWidth")
    assert opened.evaluate(IN_SIGHT), "the mark that was clicked is still in sight"


@pytest.mark.parametrize("opened", [390], indirect=True)
def test_turning_to_an_event_brings_its_mark_into_sight_and_closing_gives_the_room_back(opened: Page) -> None:
    height = box(opened.locator("main"))[3]
    opened.evaluate("id => location.hash = id", VISIT.id)
    opened.reload()
    opened.locator("#evidence h2").wait_for()
    assert box(opened.locator("main"))[3] < height
    opened.locator("#later").click()
    opened.wait_for_timeout(300)
    assert opened.evaluate(IN_SIGHT)
    opened.locator("#close").click()
    assert box(opened.locator("main"))[3] == height
