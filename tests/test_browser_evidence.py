"""The evidence in a browser: opened by a click, shared by a link, harmless."""

from __future__ import annotations

import re

import pytest
from playwright.sync_api import expect

from tests.browsing import WAIT, Visit, asked, click_mark, settled

pytestmark = pytest.mark.browser


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


def test_hostile_text_runs_nowhere(visit: Visit) -> None:
    page = visit("?view=table")
    alerts: list[str] = []
    page.on("dialog", lambda dialog: (alerts.append(dialog.message), dialog.dismiss()))
    page.wait_for_selector("table tbody tr")
    page.locator("tbody th button", has_text="alert(1)").first.click()
    expect(page.locator(".st-key-evidence .told").first).to_be_visible()
    assert not alerts
    assert page.locator(".told img, .told script").count() == 0


def test_on_a_narrow_screen_the_evidence_comes_into_view(visit: Visit) -> None:
    page = settled(visit("?lane=none", width=390, height=844))
    page.locator('[class*="st-key-tray-"] button').first.click()
    expect(page.locator(".st-key-evidence .event h3")).to_be_in_viewport(timeout=WAIT)


def test_beside_the_evidence_the_table_hides_no_column(visit: Visit) -> None:
    page = visit("?view=table")
    page.locator("tbody th button", has_text="بوتين").first.click()
    expect(page.locator(".st-key-evidence .event h3")).to_be_visible()
    frame = page.locator(".frame")
    expect(page.locator("tbody td.number").first).to_be_in_viewport()
    assert frame.evaluate("it => it.scrollWidth <= it.clientWidth")
