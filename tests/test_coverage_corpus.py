"""The labelled coverage is sound: every label stands in its article and agrees with its event."""

from __future__ import annotations

from collections import defaultdict
from itertools import pairwise

import pytest
from labelled import COVERAGE, articles, happenings, namings, rows

from timeline.text import read

PLOVER = {
    "AGREE",
    "CONSULT",
    "SUPPORT",
    "CONCEDE",
    "COOPERATE",
    "AID",
    "RETREAT",
    "REQUEST",
    "ACCUSE",
    "REJECT",
}
PLOVER |= {"THREATEN", "PROTEST", "MOBILIZE", "SANCTION", "COERCE", "ASSAULT", "OTHER"}
STATUSES = {"past", "ongoing", "future", "negated", "hypothetical"}


@pytest.mark.parametrize("article", articles().values(), ids=lambda article: article.id)
def test_article_is_a_short_news_item(article):
    assert 55 <= len(article.text.split()) <= 160
    assert article.title
    assert article.source
    assert any(naming.article == article.id for naming in namings())


@pytest.mark.parametrize("naming", namings(), ids=lambda naming: f"{naming.article}-{naming.event}")
def test_label_stands_on_whole_words(naming):
    text = read(articles()[naming.article].text)
    assert naming.span[1] in text.ends
    assert not text.raw[naming.span[0]].isspace()


@pytest.mark.parametrize("naming", namings(), ids=lambda naming: f"{naming.article}-{naming.event}")
def test_date_agrees_with_the_event(naming):
    event = happenings()[naming.event]
    assert naming.status in STATUSES
    assert (naming.begin is None) == (naming.until is None)
    if naming.begin and naming.until:
        assert naming.begin < naming.until
        assert naming.begin < event.until
        assert event.begin < naming.until


def test_labels_do_not_overlap():
    spans = defaultdict(list)
    for naming in namings():
        spans[naming.article].append(naming.span)
    for held in spans.values():
        assert all(a[1] <= b[0] for a, b in pairwise(sorted(held)))


def test_events_are_typed_and_named():
    named = {naming.event for naming in namings()}
    assert named == set(happenings())
    for event in happenings().values():
        assert event.begin < event.until
        assert set(event.types) <= PLOVER


def test_tables_begin_with_ascii_columns():
    for table in ("events.tsv", "mentions.tsv"):
        for row in rows(COVERAGE / table):
            assert "".join(list(row.values())[:-1]).isascii()
