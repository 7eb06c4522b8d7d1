"""Adding articles in a browser."""

from __future__ import annotations

import re
from pathlib import Path

import pytest
from playwright.sync_api import expect

from tests.browsing import Visit

pytestmark = pytest.mark.browser


def test_the_first_run_leads_to_adding_articles(visit: Visit, bare: str) -> None:
    page = visit(at=bare)
    expect(page.locator(".state h2")).to_have_text("لا أخبار بعد")
    page.locator(".st-key-first-add button").click()
    expect(page.locator(".st-key-add")).to_be_visible()


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


def test_a_form_says_nothing_in_another_language(visit: Visit) -> None:
    page = visit("?view=articles")
    page.locator(".st-key-add summary").click()
    page.get_by_role("tab", name="نص").click()
    page.locator(".st-key-pasted-title input").fill("عنوان")
    expect(page.locator("[data-testid=InputInstructions]")).to_be_hidden()


def test_what_stands_in_backticks_is_code(visit: Visit, tmp_path: Path) -> None:
    file = tmp_path / "خبر.jsonl"
    file.write_text('{"title": "خبر"}\n', encoding="utf-8")
    page = visit("?view=articles")
    page.locator(".st-key-add summary").click()
    page.locator("input[type=file]").set_input_files(file)
    page.locator(".st-key-read-files button").click()
    expect(page.locator(".trouble code")).to_have_text("text")
    expect(page.locator(".trouble")).not_to_contain_text("`")
