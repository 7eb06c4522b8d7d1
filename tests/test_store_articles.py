"""The same article is stored once: by address, by text; versions replace each other, copies are marked."""

from __future__ import annotations

from dataclasses import replace
from datetime import date

import pytest

from tests.newsroom import PARIS, VISIT, told
from timeline.articles.identity import canonical
from timeline.model import Annotation
from timeline.store import Ingested, Store

PAGE = "https://www.example.org/2024/6/18/visit"
BODY = (
    "\nوقالت وسائل الإعلام الرسمية إن الضيف وصل فجرا إلى المطار الدولي وكان في انتظاره كبار المسؤولين\n"
    "وتأتي الزيارة بعد أشهر من مشاورات بين البلدين تناولت التعاون في مجالات الطاقة والنقل والزراعة"
)


def report(id: str, lead: str = VISIT, body: str = BODY, **facts: str) -> Annotation:
    """An article long enough to be recognised when it is copied or rewritten."""
    annotation = told(id, lead, "2024-06-18", **facts)
    return replace(annotation, article=replace(annotation.article, text=lead + body))


@pytest.mark.parametrize(
    "address",
    [
        "http://example.org/2024/6/18/visit",
        "https://m.example.org/2024/6/18/visit/",
        "https://WWW.EXAMPLE.ORG/2024/6/18/visit?utm_source=feed&fbclid=1#comments",
        "https://example.org:443/2024/6/18/visit/amp",
    ],
)
def test_one_page_has_many_addresses(address: str) -> None:
    assert canonical(address) == canonical(PAGE) == "example.org/2024/6/18/visit"


@pytest.mark.parametrize("address", ["", "a.txt", "http://[", "http://x.org:port/", "mailto:a@b.org", "//"])
def test_what_is_no_address_is_none(address: str) -> None:
    assert canonical(address) == ""


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("https://x.org/a", "https://x.org/b"),
        ("https://x.org/?id=1", "https://x.org/?id=2"),
        ("https://x.org", "https://y.org"),
    ],
)
def test_other_pages_have_other_addresses(one: str, other: str) -> None:
    assert canonical(one) != canonical(other)


def test_the_same_address_is_the_same_article(store: Store) -> None:
    store.ingest([report("a", url=PAGE)])
    assert store.ingest([report("b", url=PAGE + "?utm_source=feed")]) == Ingested(known=1)


def test_the_same_text_is_the_same_article_where_no_address_tells_them_apart(store: Store) -> None:
    store.ingest([report("a")])
    spaced = report("b", body=BODY.replace("\n", "\n\n") + "\n[ad_2]\n\nالمصدر")
    assert store.ingest([spaced]) == Ingested(known=1)


def test_a_revised_version_replaces_the_old_one_and_keeps_ids(store: Store) -> None:
    store.ingest([report("a", url=PAGE)])
    (before,) = store.events()
    revised = report("b", lead=VISIT.replace("حافل", "رسمي"), url=PAGE)
    assert store.ingest([revised]) == Ingested(revised=1)
    (after,) = store.events()
    assert (after.id, after.mentions, after.articles) == (before.id, before.mentions, before.articles)
    (testimony,) = store.evidence(after.id)
    assert testimony.annotation.article.text == revised.article.text
    assert testimony.annotation.article.id == "a"


def test_a_file_that_was_edited_is_a_revised_version(store: Store) -> None:
    store.ingest([report("a.txt")])
    edited = report("a.txt", body=BODY + "\nوأضافت أن المحادثات ستستمر يومين")
    assert store.ingest([edited]) == Ingested(revised=1)
    assert len(store.articles()) == 1


def test_a_date_given_later_dates_the_article(store: Store) -> None:
    undated = report("a")
    article = replace(undated.article, published=None, published_source="unknown")
    store.ingest([replace(undated, article=article)])
    assert store.ingest([undated]) == Ingested(revised=1)
    assert store.articles()[0].published == date(2024, 6, 18)
    assert store.ingest([replace(undated, article=article)]) == Ingested(known=1)
    assert store.articles()[0].published == date(2024, 6, 18)


def test_a_copy_is_kept_and_marked_and_counts_as_no_source(store: Store) -> None:
    store.ingest([report("a", source="وكالة")])
    assert store.ingest([report("b", source="صحيفة")]) == Ingested(added=1, copied=1)
    copies = {entry.id: entry.copy_of for entry in store.articles()}
    assert copies == {"a": None, "b": "a"}
    (event,) = store.events()
    assert set(event.articles) == {"a", "b"}
    assert event.dates[0].articles == 1
    assert [testimony.copy_of for testimony in store.evidence(event.id)] == [None, "a"]


def test_a_copy_under_another_headline_is_a_copy(store: Store) -> None:
    store.ingest([report("a", source="وكالة")])
    headline = "صحيفتنا: " + VISIT
    assert store.ingest([report("b", lead=headline, source="صحيفة")]) == Ingested(added=1, copied=1)


def test_another_article_is_no_copy(store: Store) -> None:
    store.ingest([report("a", source="وكالة")])
    other = report("b", lead=PARIS, body="\nوناقش الجانبان قضايا المناخ والطيران المدني", source="صحيفة")
    assert store.ingest([other]) == Ingested(added=1)
    assert {entry.copy_of for entry in store.articles()} == {None}


def test_when_the_original_goes_its_copy_takes_its_place(store: Store) -> None:
    store.ingest([report("a", source="وكالة"), report("b", source="صحيفة"), report("c", source="إذاعة")])
    (before,) = store.events()
    store.delete("a")
    assert {entry.id: entry.copy_of for entry in store.articles()} == {"b": None, "c": "b"}
    (after,) = store.events()
    assert (after.id, set(after.articles), after.dates[0].articles) == (before.id, {"b", "c"}, 1)
