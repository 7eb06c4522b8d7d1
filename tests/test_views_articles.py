"""Articles in the page: their dates, and adding them."""

from __future__ import annotations

from tests.pages import Open, asked, html
from timeline.views import texts


def test_an_articles_date_is_corrected(open_page: Open, url: str) -> None:
    app = open_page(view="articles", article="a3")
    app.date_input(key="published-a3").set_value("2024-05-07")
    app.button(key="save-published").click().run()
    assert "7 مايو 2024" in html(app)


def test_a_pasted_article_is_read(open_page: Open) -> None:
    app = open_page(view="articles")
    app.text_area(key="pasted-text").set_value(
        "وصل وزير الخارجية المصري إلى عمّان يوم 3 مارس 2024 وبحث مع نظيره الأردني الوضع."
    )
    app.button(key="read-paste").click().run()
    assert app.success[0].value.startswith("أُضيف: مقال واحد")


def test_what_is_no_address_is_said(open_page: Open) -> None:
    app = open_page(view="articles")
    app.text_input(key="web-address").set_value("خبر عاجل")
    app.button(key="read-web").click().run()
    assert app.warning[0].value == texts.say("articles.web.wrong", "ar")


def test_pasting_nothing_is_said(open_page: Open) -> None:
    app = open_page(view="articles")
    app.button(key="read-paste").click().run()
    assert app.warning[0].value == texts.say("articles.nothing", "ar")


def test_what_was_added_leads_to_its_events(open_page: Open) -> None:
    app = open_page(view="articles", type="AID")
    app.text_input(key="pasted-title").set_value("وزير الخارجية المصري في عمّان")
    app.text_area(key="pasted-text").set_value("وصل وزير الخارجية المصري إلى عمّان يوم 3 مارس 2024.")
    app.button(key="read-paste").click().run()
    lead = app.button(key="lead")
    assert lead.label == "اعرض على الخط الزمني: حدث واحد"
    lead.click().run()
    assert not app.exception
    assert asked(app, "told").startswith("paste-")
    assert "view" not in app.query_params
    assert texts.say("shown", "ar", n=1, total="5 أحداث") in html(app)
    assert app.button(key="chip-told").label == "في «وزير الخارجية المصري في عمّان»"
    app.button(key="chip-told").click().run()
    assert "told" not in app.query_params


def test_what_tells_of_nothing_says_so(open_page: Open) -> None:
    app = open_page(view="articles")
    app.text_area(key="pasted-text").set_value("صباح الخير.")
    app.button(key="read-paste").click().run()
    assert texts.say("articles.eventless", "ar") in [each.value for each in app.caption]


def test_an_article_leads_to_its_events(open_page: Open) -> None:
    app = open_page(view="articles", article="a3")
    app.button(key="lead-article").click().run()
    assert asked(app, "told") == "a3"
    assert texts.say("shown", "ar", n=1, total="4 أحداث") in html(app)
