"""Every designed state: nothing there, nothing found, nothing works."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.pages import Open, html
from timeline.views import texts


@pytest.mark.parametrize("language", ["ar", "en"])
def test_the_first_run_invites_articles(open_page: Open, tmp_path: Path, language: str) -> None:
    app = open_page(store=str(tmp_path / "empty.db"), lang=language)
    assert texts.say("first.title", "ar" if language == "ar" else "en") in html(app)
    app.button(key="first-add").click().run()
    assert app.text_area(key="pasted-text")


def test_the_first_run_can_start_with_the_samples(open_page: Open, tmp_path: Path) -> None:
    app = open_page(store=str(tmp_path / "empty.db"))
    app.button(key="first-samples").click().run()
    assert app.success[0].value.startswith("أُضيف: 15 مقالًا")
    assert texts.say("first.title", "ar") not in html(app)


@pytest.mark.parametrize("language", ["ar", "en"])
def test_a_store_that_cannot_be_reached_is_told_in_both_languages(
    open_page: Open, tmp_path: Path, language: str
) -> None:
    blocked = tmp_path / "folder.db"
    blocked.mkdir()
    page = html(open_page(store=str(blocked), lang=language))
    assert texts.say("store.title", "ar") in page
    assert texts.say("store.title", "en") in page


def test_what_nobody_thought_of_is_told_as_well(open_page: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("timeline.views.header.draw", fail)
    app = open_page()
    assert not app.exception
    assert texts.say("broken.title", "ar") in html(app)


def test_nothing_matches_says_which_filter_to_relax(open_page: Open) -> None:
    app = open_page(actor=["person:xi-jinping"], until="2000-01-01")
    assert texts.say("empty.title", "ar") in html(app)
    relax = app.button(key="relax-until")
    assert "حدث واحد" in relax.label
    relax.click().run()
    assert "1 من 4 أحداث" in html(app)


def test_where_no_single_filter_is_to_blame_none_is_offered(open_page: Open) -> None:
    app = open_page(actor=["person:nobody"], place=["place:nowhere"])
    page = html(app)
    assert texts.say("empty.all", "ar") in page
    assert texts.say("empty.note", "ar") not in page
    assert [button.key for button in app.button if str(button.key).startswith("relax-")] == ["relax-all"]
