"""Articles in the page: their dates, and adding them."""

from __future__ import annotations

from tests.pages import Open, html
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
