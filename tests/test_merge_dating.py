from datetime import date

from merge_samples import told

from timeline.merge import Report, infer_published
from timeline.model import EventActor


def news(id: str, day: int | None, **facts: object) -> Report:
    return told(id, main=True, published=None if day is None else date(2024, 6, day), **facts)


def test_an_undated_article_takes_the_day_of_those_with_the_same_main_event() -> None:
    dated = [news("a", 19), news("b", 19), news("c", 20), news("d", 19)]
    inferred = infer_published([[*dated, news("x", None)]])
    assert inferred["x"].published == date(2024, 6, 19)
    assert "2024-06-19 (3)" in inferred["x"].why
    assert set(inferred) == {"x"}


def test_one_report_of_what_happens_daily_dates_nothing() -> None:
    assert infer_published([[news("a", 19, actors=()), news("x", None, actors=())]]) == {}


def test_one_report_that_names_the_same_two_persons_is_enough() -> None:
    met = tuple(EventActor(f"person:{name}", name, "person", "source") for name in ("بوتين", "كيم"))
    inferred = infer_published([[news("a", 19, actors=met), news("x", None, actors=met)]])
    assert inferred["x"].published == date(2024, 6, 19)


def test_a_copy_is_of_the_day_of_what_it_copies() -> None:
    inferred = infer_published([[news("a", 19, actors=()), news("x", None, actors=(), copy_of="a")]])
    assert inferred["x"].published == date(2024, 6, 19)


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
