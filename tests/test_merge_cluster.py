from __future__ import annotations

from dataclasses import replace

import pytest
from merge_samples import KIM, KOREA, PUTIN, told

from timeline.merge import Report, cluster, linkage
from timeline.merge.cluster import BARRED
from timeline.merge.score import models

VISIT = {"main": True, "headline": ("بوت", "يزور", "كوريا")}
TALK = ("اقتصاد", "تجار", "استثمار", "مصرف", "عمل")


def groups(*reports: Report, **said: object) -> set[frozenset[str]]:
    return {frozenset(group) for group in cluster(reports, **said).groups}


def test_headlines_of_one_visit_are_one_event() -> None:
    news = [told(id, "2024-06-18", **VISIT) for id in ("a", "b", "c")]
    assert groups(*news) == {frozenset("abc")}


def test_the_visit_of_2000_is_another() -> None:
    assert groups(told("a", "2024-06-18", **VISIT), told("b", "2000-07-19", **VISIT)) == {
        frozenset("a"),
        frozenset("b"),
    }


def test_a_mention_in_passing_joins_the_news() -> None:
    news = [told(id, "2024-06-18", **VISIT) for id in ("a", "b")]
    later = told("c", "2024-06-01", 30, granularity="month", published=None)
    assert groups(*news, later) == {frozenset("abc")}


def test_a_mention_in_passing_never_joins_two_news_to_one() -> None:
    one = told("a", "2024-06-18", **VISIT)
    other = told(
        "b", "2024-06-18", main=True, type="AGREE", mode=None, acts=("وقع",), actors=(KIM,), words=TALK
    )
    between = told("c", "2024-06-18", actors=(PUTIN, KOREA, KIM), words=(*one.words, *TALK))
    apart = groups(one, other)
    assert apart == {frozenset("a"), frozenset("b")}
    assert all(not {"a", "b"} <= group for group in groups(one, other, between))


def test_where_too_much_hangs_together_main_events_are_cut_last(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(linkage, "LARGEST", 4)
    news = [told("a", "2024-06-18", **VISIT), told("b", "2024-06-18", actors=(KIM,), **VISIT)]
    others = [told(id, "2024-06-18") for id in "cdefg"]
    assert frozenset("ab") in groups(*news, *others)


def test_what_users_say_holds_whatever_the_weights_say() -> None:
    one, other = told("a", "2024-06-18", **VISIT), told("b", "2024-06-18", **VISIT)
    unlike = replace(other, id="c", article="c", type="AID", acts=("ارسل",), actors=(KIM,), words=TALK)
    assert groups(one, other, apart=[("a", "b")]) == {frozenset("a"), frozenset("b")}
    assert groups(one, unlike, together=[("a", "c")]) == {frozenset("ac")}


def test_links_weigh_what_they_tell() -> None:
    found = cluster([told("a", "2024-06-18", **VISIT), told("b", "2024-06-18", **VISIT)])
    (link,) = found.links
    assert {link.left, link.right} == {"a", "b"}
    assert models().main.cut <= link.weight < BARRED
    assert any(evidence.comparison == "words" and evidence.weight > 0 for evidence in link.evidence)


def test_an_article_tells_its_deeds_apart() -> None:
    visit, gift = told("a:0", "2024-06-18"), told("a:1", "2024-06-18", type="AID", mode=None)
    other = told("b:0", "2024-06-18", **VISIT)
    assert all(not {"a:0", "a:1"} <= group for group in groups(visit, gift, other))


def test_what_is_told_in_passing_is_one_only_with_a_deed_of_its_kind() -> None:
    visit, words = told("a", "2024-06-18"), told("b", "2024-06-18", type="OTHER", mode=None)
    assert groups(visit, words) == {frozenset("a"), frozenset("b")}


def test_a_day_without_its_year_meets_the_day_that_it_can_be() -> None:
    undated = told("a", yearless="06-18", published=None)
    before, then = told("b", "2019-04-25"), told("c", "2024-06-18")
    assert groups(undated, before, then) == {frozenset("ac"), frozenset("b")}
