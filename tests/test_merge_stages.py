from datetime import date

from merge_samples import KOREA, PUTIN

from timeline.merge import follow
from timeline.model import Event, EventActor

ENVOY = EventActor("person:x", "المبعوث", "person", "source")


def stage(id: str, title: str, day: date | None, *actors: EventActor) -> Event:
    until = day and date.fromordinal(day.toordinal() + 1)
    return Event(
        id,
        title,
        "CONSULT",
        "past",
        begin=day,
        until=until,
        granularity="day",
        actors=actors or (PUTIN, KOREA),
    )


TALKS = stage("talks", "محادثات حول معاهدة الشراكة الاستراتيجية", date(2024, 6, 19))
VOTE = stage("vote", "مجلس الدوما يصدق على معاهدة الشراكة الاستراتيجية", date(2024, 7, 24))
SIGNED = stage("signed", "توقيع معاهدة الشراكة الاستراتيجية", date(2024, 8, 9))


def test_each_stage_follows_the_last() -> None:
    assert follow([SIGNED, TALKS, VOTE]) == {"vote": "talks", "signed": "vote"}


def test_other_matters_of_the_same_actors_do_not_follow() -> None:
    assert follow([TALKS, stage("gift", "بوتين يهدي كيم سيارة فاخرة", date(2024, 7, 1))]) == {}


def test_other_actors_do_not_follow() -> None:
    assert follow([TALKS, stage("x", VOTE.title, VOTE.begin, ENVOY, KOREA)]) == {}


def test_an_affair_ends_and_the_undated_has_no_place_in_it() -> None:
    assert follow([TALKS, stage("late", VOTE.title, date(2025, 7, 24)), stage("?", VOTE.title, None)]) == {}


def test_events_of_one_day_do_not_follow_each_other() -> None:
    assert follow([TALKS, stage("twin", TALKS.title, TALKS.begin)]) == {}
