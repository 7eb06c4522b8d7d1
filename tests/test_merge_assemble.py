from datetime import date

import pytest
from merge_samples import KIM, KOREA, PUTIN, told

from timeline.merge import Report, assemble
from timeline.model import Event, EventActor


def event(*reports: Report) -> Event:
    return assemble("e1", reports)


def test_the_title_is_the_headline_of_a_main_report() -> None:
    made = event(
        told("a", "2024-06-18", confidence=0.9),
        told("b", "2024-06-18", main=True, title="بوتين في بيونغ يانغ", confidence=0.6),
    )
    assert made.title == "بوتين في بيونغ يانغ"
    assert event(told("a", title="عنوان لا يخص هذا الحدث")).title == "زار بوتين كوريا الشمالية"


def test_every_claimed_date_is_kept_the_best_supported_first() -> None:
    made = event(told("a", "2024-06-18"), told("b", "2024-06-19"), told("c", "2024-06-19"), told("d"))
    assert [(c.begin, c.articles) for c in made.dates] == [(date(2024, 6, 19), 2), (date(2024, 6, 18), 1)]
    assert (made.begin, made.until, made.granularity) == (date(2024, 6, 19), date(2024, 6, 20), "day")


def test_a_month_supports_its_days_and_does_not_replace_them() -> None:
    month = [told(id, "2024-06-01", 30, granularity="month") for id in "abc"]
    made = event(*month, told("d", "2024-06-18"), told("e", "2024-07-18"))
    assert made.begin == date(2024, 6, 18)
    assert [c.articles for c in made.dates] == [1, 3, 1]


def test_a_date_that_a_text_gives_comes_before_the_day_of_the_press() -> None:
    press = [told(id, "2024-06-20", dated_by="dct") for id in "abc"]
    assert event(*press, told("d", "2024-06-19")).begin == date(2024, 6, 19)


def test_an_event_without_dates_is_undated() -> None:
    assert (event(told("a")).begin, event(told("a")).dates) == (None, ())


def test_a_copy_is_an_article_but_no_further_source() -> None:
    made = event(
        told("a", "2024-06-18"),
        told("b", "2024-06-18", copy_of="a"),
        told("c", "2024-06-19", copy_of="a"),
    )
    assert made.articles == ("a", "b", "c")
    assert [(c.begin, c.articles) for c in made.dates] == [(date(2024, 6, 18), 1)]


@pytest.mark.parametrize(
    ("reports", "expected"),
    [
        ([("2024-06-12", "future"), ("2024-06-13", "future"), ("2024-06-19", "past")], "past"),
        ([("2024-06-12", "future"), ("2024-06-13", "past"), ("2024-06-13", "future")], "future"),
        ([("2024-06-18", "ongoing"), ("2024-06-18", "ongoing"), ("2024-06-18", "past")], "ongoing"),
        ([("2024-06-19", "negated"), ("2024-06-12", "future")], "negated"),
    ],
)
def test_status_follows_time(reports: list[tuple[str, str]], expected: str) -> None:
    visit = [
        told(f"a{i}", "2024-06-18", published=date.fromisoformat(day), status=status)
        for i, (day, status) in enumerate(reports)
    ]
    assert event(*visit).status == expected


def test_actors_are_united_in_their_most_frequent_role() -> None:
    host = EventActor(KIM.id, KIM.name, KIM.kind, "source")
    bare = EventActor(PUTIN.id, "بوتين", PUTIN.kind, "other")
    made = event(
        told("a", actors=(PUTIN, KIM)), told("b", actors=(PUTIN, KIM)), told("c", actors=(host, bare, KOREA))
    )
    assert [(a.id, a.name, a.role) for a in made.actors] == [
        (KIM.id, KIM.name, "target"),
        (PUTIN.id, PUTIN.name, "source"),
        (KOREA.id, KOREA.name, "target"),
    ]


def test_the_type_is_what_most_say_and_other_says_nothing() -> None:
    made = event(
        told("a", type="OTHER", mode=None),
        told("b", type="OTHER", mode=None),
        told("c", type="CONSULT", mode="visit"),
    )
    assert (made.type, made.mode) == ("CONSULT", "visit")


def test_confidence_grows_with_independent_articles() -> None:
    one = event(told("a", confidence=0.5))
    two = event(told("a", confidence=0.5), told("b", confidence=0.5))
    copied = event(told("a", confidence=0.5), told("b", confidence=0.5, copy_of="a"))
    assert (one.confidence, two.confidence, copied.confidence) == (0.5, 0.75, 0.5)


def test_no_reports_make_no_event() -> None:
    with pytest.raises(ValueError, match="e1"):
        event()


def test_a_short_name_is_the_person_whom_another_report_names_whole() -> None:
    short = EventActor("person:كيم", "كيم", "person", "source")
    event = assemble(
        "e", [told("a", "2024-06-18", actors=(PUTIN, KIM)), told("b", "2024-06-18", actors=(short,))]
    )
    assert [(actor.id, actor.name) for actor in event.actors if "كيم" in actor.name] == [(KIM.id, KIM.name)]


def test_a_short_name_of_two_persons_stays_unknown() -> None:
    short = EventActor("person:كيم", "كيم", "person", "source")
    father = EventActor("person:kim-jong-il", "كيم جونغ إيل", "person", "target")
    event = assemble("e", [told("a", "2024-06-18", actors=(KIM, father, short))])
    assert {actor.id for actor in event.actors} == {KIM.id, father.id, short.id}
