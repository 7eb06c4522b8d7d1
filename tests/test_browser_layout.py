"""The page's layout in a browser, on wide screens and on narrow ones, in both languages."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from tests.browsing import Visit, click_mark, settled

pytestmark = pytest.mark.browser


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


COVERED = """() => {
  const chart = document.querySelector('.st-key-chart .js-plotly-plot')
  const bar = chart.querySelector('.modebar').getBoundingClientRect()
  return [...chart.querySelectorAll('.annotation text')].filter(text => {
    const box = text.getBoundingClientRect()
    return box.left < bar.right && box.right > bar.left && box.top < bar.bottom && box.bottom > bar.top
  }).map(text => text.textContent)
}"""


@pytest.mark.parametrize("language", ["ar", "en"])
def test_the_mode_bar_covers_no_word_of_the_key(visit: Visit, language: str) -> None:
    page = settled(visit(f"?lang={language}", width=1440))
    click_mark(page)
    page.wait_for_selector(".st-key-evidence")
    settled(page)
    page.locator(".st-key-chart .js-plotly-plot").hover(position={"x": 40, "y": 100})
    expect(page.locator(".st-key-chart .modebar")).to_be_visible()
    assert page.evaluate(COVERED) == []
    narrow = settled(visit(f"?lang={language}", width=390, has_touch=True, is_mobile=True))
    expect(narrow.locator(".st-key-chart .modebar")).to_be_hidden()


def test_the_files_to_download_stand_in_one_line(visit: Visit) -> None:
    page = settled(visit())
    boxes = [button.bounding_box() for button in page.locator(".st-key-downloads button:visible").all()]
    assert len(boxes) == 4
    for side in ("y", "height"):
        assert len({box[side] for box in boxes if box}) == 1


def test_what_is_said_in_passing_reads_from_right_to_left_in_arabic(visit: Visit) -> None:
    page = settled(visit("?lane=none"))
    page.locator('[class*="st-key-tray-"] button').first.click()
    page.locator(".st-key-wrong summary").click()
    page.locator(".st-key-hide button").click()
    toast = page.locator("[data-testid=stToast]")
    expect(toast).to_be_visible()
    assert toast.evaluate("it => getComputedStyle(it).direction") == "rtl"
    page.get_by_text("التصحيحات", exact=True).first.click()
    page.locator('[class*="st-key-undo-"] button').click()
    expect(page.locator(".correction.undone")).to_be_visible()


def test_on_a_narrow_screen_the_table_can_be_sorted(visit: Visit) -> None:
    page = visit("?view=table", width=390, height=844)
    page.locator(".orders select").select_option("articles.down")
    page.wait_for_url(re.compile("sort=articles.down"))
    expect(page.locator(".orders select")).to_have_value("articles.down")
    expect(page.locator("tbody tr").first.locator("td.number")).to_have_text("2")
    expect(visit("?view=table").locator(".orders")).to_be_hidden()
