"""The charts under a finger: the page scrolls, one tap opens an event."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import Browser, Page, expect

from tests.affairs import ANNOTATIONS, EVENTS
from tests.browsing import Visit, settled
from timeline import export

pytestmark = pytest.mark.browser
TELEPHONE = {"width": 390, "height": 844}
SCROLLED = "() => document.querySelector('[data-testid=stMain], main').scrollTop + scrollY"


def swipe(page: Page, x: float, start: float, end: float) -> None:
    """A finger moves over the screen from one height to another."""
    hand = page.context.new_cdp_session(page)
    for step in range(11):
        kind, y = ("touchMove" if step else "touchStart"), start + (end - start) * step / 10
        hand.send("Input.dispatchTouchEvent", {"type": kind, "touchPoints": [{"x": x, "y": y}]})
        page.wait_for_timeout(20)
    hand.send("Input.dispatchTouchEvent", {"type": "touchEnd", "touchPoints": []})
    page.wait_for_timeout(500)


def scrolled(page: Page, chart: str) -> float:
    """How far the page moves under a finger that moves up over a chart by 200 pixels."""
    box = page.locator(f"{chart} .nsewdrag").first.bounding_box()
    size = page.viewport_size
    assert box
    assert size
    start = min(box["y"] + box["height"], size["height"]) - 20
    assert start - 30 > box["y"]
    before = page.evaluate(SCROLLED)
    swipe(page, box["x"] + box["width"] / 2, start, start - 200)
    moved: float = page.evaluate(SCROLLED) - before
    return moved


@pytest.mark.parametrize("language", ["ar", "en"])
def test_a_finger_on_the_chart_scrolls_the_page(visit: Visit, language: str) -> None:
    page = settled(visit(f"?lang={language}", **TELEPHONE, has_touch=True, is_mobile=True))
    assert scrolled(page, ".st-key-chart") > 100


def test_one_tap_opens_an_event(visit: Visit) -> None:
    page = settled(visit(**TELEPHONE, has_touch=True, is_mobile=True))
    mark = page.locator(".st-key-chart .scatterlayer .points path.point").first
    mark.scroll_into_view_if_needed()
    box = mark.bounding_box()
    assert box
    page.touchscreen.tap(box["x"] + box["width"] / 2, box["y"] + box["height"] / 2)
    page.wait_for_url(re.compile("ev="))
    expect(page.locator(".st-key-evidence")).to_be_visible()


def test_a_finger_scrolls_the_page_that_was_downloaded(browser: Browser, tmp_path: Path) -> None:
    file = tmp_path / "page.html"
    file.write_bytes(export.render("html", EVENTS, ANNOTATIONS, title="أحداث"))
    context = browser.new_context(
        offline=True, viewport={"width": 390, "height": 300}, has_touch=True, is_mobile=True
    )
    page = context.new_page()
    page.goto(file.as_uri())
    page.locator("#figure .scatterlayer .point").first.wait_for()
    assert scrolled(page, "#figure") > 100
    context.close()


@pytest.mark.parametrize(("language", "says"), [("ar", "اعرض النتائج: 4 أحداث"), ("en", "Show 4 events")])
def test_the_filters_on_a_telephone_end_in_a_button_that_shows_the_events(
    visit: Visit, language: str, says: str
) -> None:
    page = settled(visit(f"?lang={language}&type=CONSULT", **TELEPHONE, has_touch=True, is_mobile=True))
    page.locator('[data-testid="stExpandSidebarButton"]').tap()
    button = page.locator(".st-key-shut button")
    expect(button).to_be_in_viewport()
    expect(button).to_have_text(says)
    button.tap()
    expect(button).not_to_be_in_viewport()
    expect(page.locator(".count")).to_be_in_viewport()


def test_beside_the_page_the_filters_need_no_such_button(visit: Visit) -> None:
    expect(settled(visit()).locator(".st-key-shut button")).to_be_hidden()
