"""What people do in a browser: choose, filter, walk with the keyboard."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from tests.browsing import Visit, settled

pytestmark = pytest.mark.browser


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
