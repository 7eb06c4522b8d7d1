"""What a reader is told of a store's changes: only what is new, differs or is gone, and never less."""

from __future__ import annotations

from datetime import date

import pytest

from tests.newsroom import ARRIVAL, PARIS, VISIT, told
from timeline.merge import follow
from timeline.store import Known, Store

SUMMIT = [told("a", VISIT, "2024-06-18"), told("b", ARRIVAL, "2024-06-18"), told("c", PARIS, "2024-05-06")]


def test_everything_is_new_to_who_knows_nothing(store: Store) -> None:
    store.ingest(SUMMIT)
    changes = store.changes(Known())
    assert list(changes.events.new.values()) == sorted(store.events(), key=lambda event: event.id)
    assert list(changes.annotations.new.values()) == store.annotations()
    assert changes.known.version == store.version()


def test_a_correction_changes_what_it_names_and_nothing_else(store: Store) -> None:
    store.ingest(SUMMIT)
    known = store.changes(Known()).known
    paris, visit = store.events()
    store.correct("date", author="ليلى", event=paris.id, begin=date(2024, 5, 7), until=date(2024, 5, 8))
    changes = store.changes(known)
    assert changes.events.new == {paris.id: store.event(paris.id)}
    assert not changes.annotations.new
    store.correct("hide", author="ليلى", event=visit.id)
    changes = store.changes(changes.known)
    assert (changes.events.new, changes.events.gone) == ({}, {visit.id})


def test_a_deleted_article_is_gone_with_its_events(store: Store) -> None:
    store.ingest(SUMMIT)
    known = store.changes(Known()).known
    store.delete("c")
    changes = store.changes(known)
    assert changes.annotations.gone == {"c"}
    assert len(changes.events.gone) == 1


@pytest.mark.parametrize("kind", ["date", "hide"])
def test_what_is_said_of_an_event_groups_no_reports_anew(
    store: Store, kind: str, monkeypatch: pytest.MonkeyPatch
) -> None:
    store.ingest(SUMMIT)

    def fail(*_: object, **__: object) -> None:
        pytest.fail("reports were clustered again")

    monkeypatch.setattr("timeline.store.merging.cluster", fail)
    number = store.correct(kind, author="ليلى", event=store.events()[0].id)  # type: ignore[arg-type]
    assert store.undo(number)


def test_joining_two_events_leaves_the_others_as_they_are(store: Store) -> None:
    store.ingest([*SUMMIT, told("d", VISIT.replace("حافل", "كبير"), "2024-06-24")])
    others = {event.id for event in store.events() if not {"a:0", "c:0"} & set(event.mentions)}
    known = store.changes(Known()).known
    store.correct("same", author="ليلى", mentions=["a:0", "c:0"])
    assert others
    assert others.isdisjoint(store.changes(known).events.new)


def test_stages_are_those_of_all_events_after_a_date_moved(store: Store) -> None:
    days = ["2024-01-10", "2024-03-01", "2024-04-20", "2024-11-05", "2024-12-20"]
    store.ingest(told(day, f"{VISIT} يوم {day}", day, title=day, source=day) for day in days)
    for event, begin in zip(store.events(), [date(2024, 11, 20), date(2024, 1, 5)], strict=False):
        until = date(begin.year, begin.month, begin.day + 1)
        store.correct("date", author="ليلى", event=event.id, begin=begin, until=until, granularity="day")
        stored = store.events()
        stages = {event.id: event.follows for event in stored if event.follows}
        assert stages
        assert stages == follow(stored)
