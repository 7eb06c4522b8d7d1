"""What lasts: event ids, links to them, corrections, dates worked out from other articles."""

from __future__ import annotations

from datetime import date

import pytest

from tests.newsroom import ARRIVAL, PARIS, VISIT, told
from timeline.model import Event
from timeline.store import Store

LATER = "وكان بوتين زار كوريا الشمالية والتقى كيم في بيونغ يانغ وسط استقبال حافل من سكان العاصمة وأطفالها"
SUMMIT = [told("a", VISIT, "2024-06-18"), told("b", ARRIVAL, "2024-06-18"), told("c", PARIS, "2024-05-06")]


def event_of(store: Store, mention: str) -> Event:
    """The event that a mention belongs to."""
    return next(event for event in store.events(hidden=True) if mention in event.mentions)


def test_an_event_that_grows_keeps_its_id(store: Store) -> None:
    store.ingest(SUMMIT[:1])
    before = store.events()[0].id
    store.ingest(SUMMIT[1:])
    assert event_of(store, "b:0").id == event_of(store, "a:0").id == before


def test_two_that_become_one_leave_a_link_that_leads_on(store: Store) -> None:
    store.ingest(SUMMIT)
    one, other = event_of(store, "a:0"), event_of(store, "c:0")
    number = store.correct("same", author="ليلى", mentions=["a:0", "c:0"])
    (event,) = store.events()
    assert set(event.mentions) == {"a:0", "b:0", "c:0"}
    assert store.event(one.id) == store.event(other.id) == event
    assert len(store.evidence(other.id)) == len(store.evidence(one.id)) == 3
    assert store.undo(number)
    assert {store.event(one.id), store.event(other.id)} == set(store.events())


def test_corrections_survive_what_comes_later(store: Store) -> None:
    store.ingest(SUMMIT)
    visit = event_of(store, "a:0")
    store.correct("split", author="ليلى", event=visit.id, mentions=["b:0"])
    assert event_of(store, "a:0").mentions == ("a:0",)
    store.ingest([told("d", LATER, "2024-06-19")])
    assert event_of(store, "a:0").id != event_of(store, "b:0").id
    store.delete("d")
    assert event_of(store, "a:0").id != event_of(store, "b:0").id


def test_the_last_word_counts(store: Store) -> None:
    store.ingest(SUMMIT)
    store.correct("split", author="ليلى", event=event_of(store, "a:0").id, mentions=["b:0"])
    store.correct("same", author="سمير", mentions=["a:0", "b:0"])
    assert event_of(store, "a:0") == event_of(store, "b:0")


def test_a_corrected_date_stands_and_can_be_taken_back(store: Store) -> None:
    store.ingest(SUMMIT[:1])
    (before,) = store.events()
    day = {"begin": date(2024, 6, 19), "until": date(2024, 6, 20)}
    number = store.correct("date", author="ليلى", event=before.id, granularity="day", **day)
    (after,) = store.events()
    assert (after.begin, after.until, after.granularity) == (*day.values(), "day")
    assert [claim.begin for claim in after.dates] == [date(2024, 6, 19), date(2024, 6, 18)]
    store.ingest(SUMMIT[1:])
    assert event_of(store, "b:0").begin == date(2024, 6, 19)
    assert store.undo(number)
    assert event_of(store, "a:0").begin == date(2024, 6, 18)


def test_a_date_can_be_corrected_to_unknown(store: Store) -> None:
    store.ingest(SUMMIT[:1])
    store.correct("date", author="ليلى", event=store.events()[0].id)
    (after,) = store.events()
    assert (after.begin, after.until, after.granularity) == (None, None, None)


def test_what_is_hidden_stays_hidden_until_undone(store: Store) -> None:
    store.ingest(SUMMIT)
    paris = event_of(store, "c:0")
    number = store.correct("hide", author="ليلى", event=paris.id)
    assert paris.id not in {event.id for event in store.events()}
    assert paris.id in {event.id for event in store.events(hidden=True)}
    store.ingest([told("d", LATER, "2024-06-19")])
    assert paris.id not in {event.id for event in store.events()}
    store.undo(number)
    assert paris.id in {event.id for event in store.events()}


def test_the_log_tells_who_when_and_what_was_taken_back(store: Store) -> None:
    store.ingest(SUMMIT)
    number = store.correct("hide", author="ليلى", event=store.events()[0].id)
    store.undo(number)
    (entry,) = store.corrections()
    assert (entry.id, entry.kind, entry.author) == (number, "hide", "ليلى")
    assert entry.undone is not None
    assert entry.at <= entry.undone
    assert entry.at.tzinfo is not None
    assert not store.undo(number)
    assert not store.undo(999)


def test_a_correction_that_says_nothing_is_refused(store: Store) -> None:
    store.ingest(SUMMIT)
    visit = event_of(store, "a:0")
    day = date(2024, 6, 18)
    with pytest.raises(ValueError, match="two mentions"):
        store.correct("same", author="ليلى", mentions=["c:0"])
    with pytest.raises(ValueError, match="not all"):
        store.correct("split", author="ليلى", event=visit.id, mentions=visit.mentions)
    with pytest.raises(ValueError, match="an event that is there"):
        store.correct("hide", author="ليلى", event="none")
    with pytest.raises(ValueError, match="after `begin`"):
        store.correct("date", author="ليلى", event=visit.id, begin=day, until=day)
    with pytest.raises(ValueError, match="both ends"):
        store.correct("date", author="ليلى", event=visit.id, begin=day)
    assert store.corrections() == []


def test_an_undated_article_takes_the_date_that_others_give_its_event(store: Store) -> None:
    store.ingest([told("a", VISIT, "2024-06-18"), told("d", LATER, None)])
    assert event_of(store, "a:0") == event_of(store, "d:0")
    (entry,) = [entry for entry in store.articles() if entry.id == "d"]
    assert (entry.published, entry.published_source) == (date(2024, 6, 18), "inferred")
    assert "2024-06-18" in entry.published_why


def test_a_date_set_by_hand_is_given(store: Store) -> None:
    store.ingest([told("d", PARIS, None)])
    assert store.set_published("d", date(2024, 5, 6), why="من الغلاف")
    (entry,) = store.articles()
    known = entry.published, entry.published_source, entry.published_why
    assert known == (date(2024, 5, 6), "given", "من الغلاف")
    assert not store.set_published("none", date(2024, 5, 6))
