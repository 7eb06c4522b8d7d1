"""What readers set right in the page, and take back."""

from __future__ import annotations

from tests.pages import Open, asked, html, visit
from timeline.views import texts


def test_a_date_is_corrected_and_the_correction_undone(open_page: Open, url: str) -> None:
    app = open_page(ev=visit(url))
    first, last = (field for field in app.date_input if field.key not in ("since", "until"))
    first.set_value("2024-06-20")
    last.set_value("2024-06-21")
    app.text_input(key="author").set_value("ليلى")
    app.button(key="save-date").click().run()
    assert "20–21 يونيو/حزيران 2024" in html(app)
    app.radio(key="view").set_value("review").run()
    assert "\u2068ليلى\u2069" in html(app)  # isolated: on the English page the day follows in its own order
    undo = next(button for button in app.button if str(button.key).startswith("undo-"))
    undo.click().run()
    assert texts.say("review.undone", "ar") in html(app)
    next(button for button in app.button if str(button.key).startswith("open-")).click().run()
    assert asked(app, "ev") == visit(url)
    assert '<mark class="trigger">' in html(app)


def test_a_date_that_ends_before_it_begins_is_refused(open_page: Open, url: str) -> None:
    app = open_page(ev=visit(url))
    first, last = (field for field in app.date_input if field.key not in ("since", "until"))
    first.set_value("2024-06-20")
    last.set_value("2024-06-01")
    app.button(key="save-date").click().run()
    assert app.error[0].value == texts.say("wrong.order", "ar")


def test_an_event_is_hidden(open_page: Open, url: str) -> None:
    app = open_page(ev=visit(url))
    app.button(key="hide").click().run()
    assert "3 أحداث" in html(app)
    assert "ev" not in app.query_params


def test_events_are_joined_and_reports_set_apart(open_page: Open, url: str) -> None:
    app = open_page(ev=visit(url))
    parts = next(field for field in app.multiselect if field.label == texts.say("wrong.split", "ar"))
    parts.set_value(["a1:0"])
    app.button(key="save-split").click().run()
    assert "5 أحداث" in html(app)
    app.selectbox[0].select_index(0)
    app.button(key="save-merge").click().run()
    assert "4 أحداث" in html(app)
