"""Filters in the page: widgets, chips, the address."""

from __future__ import annotations

from tests.pages import Open, asked, html


def test_filters_are_read_from_the_address_and_shown_as_chips(open_page: Open) -> None:
    app = open_page(actor=["person:xi-jinping"], since="2024-01-01")
    assert "1 من 4 أحداث" in html(app)
    assert app.multiselect(key="actor").value == ["person:xi-jinping"]
    app.button(key="chip-actor-person:xi-jinping").click().run()
    assert app.multiselect(key="actor").value == []
    assert str(app.date_input(key="since").value) == "2024-01-01"
    app.button(key="chip-since").click().run()
    assert "chip" not in [button.key for button in app.button]
    assert "4 أحداث" in html(app)


def test_a_filter_chosen_in_the_page_is_in_its_address(open_page: Open) -> None:
    app = open_page()
    app.multiselect(key="type").set_value(["CONSULT"]).run()
    app.radio(key="view").set_value("table").run()
    assert asked(app, "type") == "CONSULT"
    assert asked(app, "view") == "table"
    assert app.multiselect(key="type").value == ["CONSULT"]


def test_search_finds_sentences(open_page: Open) -> None:
    assert "1 من 4 أحداث" in html(open_page(q="التجارة"))


def test_an_unknown_filter_shows_nothing_rather_than_more(open_page: Open) -> None:
    assert "0 من 4 أحداث" in html(open_page(actor=["person:nobody"]))
