"""`timeline delete`: articles out of the store."""

from __future__ import annotations

from tests.terminal import Terminal


def test_an_article_goes_with_its_events(news: Terminal) -> None:
    assert news("delete", "visit").code == 0
    assert "بوتين" not in news("show").out
    assert "visit" not in news("articles").out


def test_an_article_that_is_not_there_is_told_and_the_rest_goes(news: Terminal) -> None:
    done = news("delete", "none", "visit")
    assert done.code == 1
    assert "none: no such article" in done.err
    assert "visit" not in news("articles").out
