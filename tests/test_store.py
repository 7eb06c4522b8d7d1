"""The store keeps what it is given, once, and answers the same on both databases."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy.exc import SQLAlchemyError

from tests.newsroom import ARRIVAL, PARIS, VISIT, told
from timeline import merge
from timeline.model import Annotation
from timeline.store import Ingested, Store

MUSEUM = "زار مئات التلاميذ المتحف الجديد وشاهدوا تماثيل قديمة وأدوات من عصر الحجر في قاعاته الفسيحة"
SUMMIT = [told("a", VISIT, "2024-06-18"), told("b", ARRIVAL, "2024-06-18"), told("c", PARIS, "2024-05-06")]


def test_reports_of_one_event_are_one_event(store: Store) -> None:
    assert store.ingest(SUMMIT) == Ingested(added=3)
    paris, pyongyang = store.events()
    assert paris.mentions == ("c:0",)
    assert set(pyongyang.mentions) == {"a:0", "b:0"}
    assert pyongyang.dates[0].articles == 2


def test_what_is_ingested_is_what_is_read(store: Store) -> None:
    store.ingest(SUMMIT)
    assert store.annotation("a") == SUMMIT[0]
    assert store.annotation("none") is None
    assert store.annotations(["c", "a"]) == [SUMMIT[0], SUMMIT[2]]
    assert store.annotations() == SUMMIT


def test_ingesting_again_changes_nothing(store: Store) -> None:
    store.ingest(SUMMIT)
    before, version = store.events(), store.version()
    assert all(store.holds(annotation.article) for annotation in SUMMIT)
    assert store.ingest(SUMMIT) == Ingested(known=3)
    assert (store.events(), store.version()) == (before, version)


def test_the_version_changes_with_each_write(store: Store) -> None:
    versions = [store.version()]
    for annotation in SUMMIT:
        store.ingest([annotation])
        versions.append(store.version())
    store.delete("a")
    versions.append(store.version())
    assert versions == sorted(set(versions))


def test_an_empty_batch_is_nothing(store: Store) -> None:
    assert store.ingest([]) == Ingested()
    assert (store.version(), store.events(), store.articles()) == (0, [], [])


def test_an_article_without_events_is_kept(store: Store) -> None:
    quiet = replace(SUMMIT[0], events=())
    assert store.ingest([quiet]) == Ingested(added=1)
    assert store.annotation("a") == quiet
    assert store.events() == []


def test_evidence_leads_to_the_sentences(store: Store) -> None:
    store.ingest(SUMMIT)
    event = store.events()[1]
    first, second = store.evidence(event.id)
    assert (first.annotation.article.id, second.annotation.article.id) == ("a", "b")
    for testimony in (first, second):
        (mention,) = testimony.mentions
        assert testimony.annotation.article.text[slice(*mention.trigger)] in ("زار", "زيارة")


def test_links_say_why(store: Store) -> None:
    store.ingest(SUMMIT)
    (link,) = store.links(store.events()[1].id)
    assert {link.left, link.right} == {"a:0", "b:0"}
    assert link.weight > 0
    assert {"actors", "date"} <= {evidence.comparison for evidence in link.evidence}


def test_articles_are_listed_with_what_is_known_of_them(store: Store) -> None:
    store.ingest([*SUMMIT, told("d", MUSEUM, None, source="وكالة", url="https://x.org/1")])
    undated, *dated = store.articles()
    assert (undated.id, undated.published, undated.published_source) == ("d", None, "unknown")
    assert (undated.source, undated.url, undated.events) == ("وكالة", "https://x.org/1", 1)
    assert [entry.published for entry in dated] == [date(2024, 6, 18), date(2024, 6, 18), date(2024, 5, 6)]


def test_a_batch_is_stored_whole_or_not_at_all(store: Store) -> None:
    other_id = replace(SUMMIT[1].events[0], id="a:0")  # which is that of another article's mention
    broken = replace(SUMMIT[1], events=(other_id,))
    with pytest.raises(SQLAlchemyError):
        store.ingest([SUMMIT[0], broken])
    assert (store.events(), store.articles(), store.version()) == ([], [], 0)


def test_articles_one_by_one_make_the_events_of_all_at_once(store: Store) -> None:
    for annotation in SUMMIT:
        store.ingest([annotation])
    together = merge.merge(SUMMIT).events
    assert {frozenset(e.mentions) for e in store.events()} == {frozenset(e.mentions) for e in together}


def test_deleting_an_article_takes_its_mentions_along(store: Store) -> None:
    store.ingest(SUMMIT)
    paris, pyongyang = store.events()
    assert store.delete("a")
    assert not store.delete("a")
    assert store.event(pyongyang.id) == store.events()[1]
    assert store.events()[1].mentions == ("b:0",)
    store.delete("c")
    assert store.event(paris.id) is None
    assert store.search("ماكرون") == set()


def test_what_was_deleted_can_come_back(store: Store) -> None:
    store.ingest(SUMMIT)
    store.delete("a")
    assert store.ingest(SUMMIT) == Ingested(added=1, known=2)
    assert set(store.events()[1].mentions) == {"a:0", "b:0"}


def test_search_ignores_diacritics_hamza_and_clitics(store: Store) -> None:
    store.ingest(SUMMIT)
    visit = {store.events()[1].id}
    same = ["زيارة", "الزيارة", "وزيارة", "زِيارة", "بوتين", "وبوتين", "لبوتين", "بوت", "إستقبال", "كيم بوتين"]
    assert {question: store.search(question) for question in same} == dict.fromkeys(same, visit)


def test_search_finds_nothing_where_nothing_is(store: Store) -> None:
    store.ingest(SUMMIT)
    for question in ["", "  ", "؟!", "طوكيو", "بوتين ماكرون", '"', "* OR", "a:b & c | !", "'"]:
        assert store.search(question) == set(), question


def test_search_forgets_what_is_gone(store: Store) -> None:
    store.ingest(SUMMIT)
    store.delete("b")
    assert store.search("محادثات") == set()


@pytest.fixture(scope="module")
def shelf(tmp_path_factory: pytest.TempPathFactory) -> Store:
    """One SQLite store for many questions."""
    opened = Store(str(tmp_path_factory.mktemp("shelf") / "news.sqlite"))
    opened.ingest(SUMMIT)
    return opened


@given(st.text(max_size=60))
@settings(max_examples=60)
def test_no_question_crashes_the_search(shelf: Store, question: str) -> None:
    assert shelf.search(question) <= {event.id for event in shelf.events()}


def test_the_same_id_in_two_hands_is_two_articles(store: Store) -> None:
    store.ingest([SUMMIT[0]])
    assert store.ingest([told("a", PARIS, "2024-05-06")]) == Ingested(added=1)
    assert {entry.id for entry in store.articles()} == {"a", "a~2"}
    assert {m for event in store.events() for m in event.mentions} == {"a:0", "a~2:0"}


def test_any_text_is_stored_as_given(store: Store) -> None:
    odd = "\u202eزار بوتين\u202c كوريا الشمالية \ufeff😀 %s ' \" \\ "
    annotation = replace(told("a", VISIT, "2024-06-18"), actors=(), events=())
    annotation = replace(annotation, article=replace(annotation.article, text=odd))
    store.ingest([annotation])
    stored = store.annotation("a")
    assert isinstance(stored, Annotation)
    assert stored.article.text == odd


def test_a_store_opens_where_there_was_none(tmp_path: Path) -> None:
    path = tmp_path / "new" / "folder" / "news.sqlite"
    Store(str(path)).close()
    assert path.is_file()


def test_a_file_that_is_no_store_is_refused(tmp_path: Path) -> None:
    path = tmp_path / "letter.txt"
    path.write_text("this is a letter, and long enough to be one " * 20)
    with pytest.raises(SQLAlchemyError):
        Store(str(path))
