"""Every view in both languages, through Streamlit's own AppTest."""

from __future__ import annotations

import pytest

from tests.pages import Open, html
from timeline.views import address, table, texts


@pytest.mark.parametrize("language", ["ar", "en"])
@pytest.mark.parametrize("view", address.VIEWS)
def test_every_view_in_both_languages(open_page: Open, view: str, language: str) -> None:
    app = open_page(view=view, lang=language)
    assert not app.exception
    assert texts.say("broken.title", "ar") not in html(app)
    assert ("4 أحداث" if language == "ar" else "4 events") in html(app)
    assert (texts.say("title", "ar") if language == "ar" else texts.say("title", "en")) in html(app)


def test_arabic_reads_from_right_to_left_and_english_does_not(open_page: Open) -> None:
    assert "body{direction:rtl}" in html(open_page())
    assert "body{direction:rtl}" not in html(open_page(lang="en"))


@pytest.mark.parametrize("form", address.TIES)
def test_relations_in_every_form(open_page: Open, form: str) -> None:
    app = open_page(view="relations", ties=form)
    assert len(app.get("plotly_chart")) == (0 if form == "pairs" else 1)
    assert app.get("bidi_component")


def test_a_pair_has_its_own_timeline(open_page: Open) -> None:
    app = open_page(view="relations", actor=["person:putin", "person:kim-jong-un"], together="1")
    assert len(app.get("plotly_chart")) == 2
    assert "بوتين وكيم" in html(app)


def test_the_story_turns_its_pages(open_page: Open) -> None:
    app = open_page(view="story")
    assert "1 من 4 أحداث" in html(app)
    assert app.button(key="previous").disabled
    app.button(key="next").click().run()
    assert "2 من 4 أحداث" in html(app)
    for _ in range(2):
        app.button(key="next").click().run()
    assert app.button(key="next").disabled


def test_pairs_say_how_many_of_them_are_listed(open_page: Open, monkeypatch: pytest.MonkeyPatch) -> None:
    assert "أُدرج" not in html(open_page(view="relations", ties="pairs"))
    monkeypatch.setattr("timeline.views.relations._PAIRS", 1)
    assert "أُدرج أقواها (1 من " in html(open_page(view="relations", ties="pairs"))


def test_no_line_breaks_a_date_in_the_table() -> None:
    assert table.unbroken("9 سبتمبر 2024") == "9\u00a0سبتمبر\u00a02024"
    assert table.unbroken("18–19 يونيو 2024") == "18–\u206019\u00a0يونيو\u00a02024"
    assert table.unbroken("9 سبتمبر – 3 أكتوبر 2024") == "9\u00a0سبتمبر\u00a0– 3\u00a0أكتوبر\u00a02024"
