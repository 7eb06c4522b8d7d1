from datetime import date

from merge_samples import told

from timeline.merge import Report, infer_published


def news(id: str, day: int | None, **facts: object) -> Report:
    return told(id, main=True, published=None if day is None else date(2024, 6, day), **facts)


def test_an_undated_article_takes_the_day_of_those_with_the_same_main_event() -> None:
    inferred = infer_published([[news("a", 19), news("b", 19), news("c", 20), news("x", None)]])
    assert inferred["x"].published == date(2024, 6, 19)
    assert "2024-06-19 (2)" in inferred["x"].why
    assert set(inferred) == {"x"}


def test_background_says_nothing_of_the_day() -> None:
    background = told("a", "2024-06-18", main=False)
    assert infer_published([[background, news("x", None)]]) == {}
    assert infer_published([[news("a", 19), told("x", published=None)]]) == {}


def test_reports_of_different_weeks_leave_it_open() -> None:
    assert infer_published([[news("a", 1), news("b", 19), news("x", None)]]) == {}


def test_an_article_is_not_older_than_what_it_tells_of_as_past() -> None:
    later = [told("y", "2024-07-01"), told("x:2", published=None)]
    assert infer_published([[news("a", 19), news("x", None)], later]) == {}


def test_copies_have_no_vote() -> None:
    assert infer_published([[news("a", 19, copy_of="z"), news("x", None)]]) == {}
