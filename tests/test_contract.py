"""The JSON of the command line: its fields, and that it reads back what it wrote."""

from __future__ import annotations

import json
from dataclasses import FrozenInstanceError, fields
from datetime import date, datetime

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.newsroom import VISIT, told
from timeline import contract, model
from timeline.model import Annotation, Article, DateClaim, Event, EventActor

DATES = st.none() | st.dates()
WORDS = st.text(max_size=20)
SPANS = st.tuples(st.integers(0, 99), st.integers(0, 99))
GRANULARITIES = st.sampled_from(
    [None, "day", "week", "month", "quarter", "year", "decade", "century", "range"]
)

# Every field is drawn; what the types alone would not keep apart (begin before until) does not matter here.
FIELDS = {
    "str": WORDS,
    "str | None": st.none() | WORDS,
    "date | None": DATES,
    "datetime": st.just(datetime(2024, 6, 18)),  # noqa: DTZ001 (only its being kept matters)
    "Granularity | None": GRANULARITIES,
    "Span": SPANS,
    "tuple[Span, ...]": st.lists(SPANS, max_size=2).map(tuple),
    "int": st.integers(0, 99),
    "int | None": st.none() | st.integers(0, 99),
    "float": st.floats(0, 1),
    "bool": st.booleans(),
    "tuple[str, ...]": st.lists(WORDS, max_size=2).map(tuple),
}


def record(kind: type) -> st.SearchStrategy[object]:
    """Any record of a kind."""
    drawn = {f.name: _strategy(str(f.type)) for f in fields(kind)}
    return st.builds(kind, **drawn)


def _strategy(annotated: str) -> st.SearchStrategy[object]:
    if annotated in FIELDS:
        return FIELDS[annotated]
    inner = annotated.removeprefix("tuple[").removesuffix(", ...]")
    kind = getattr(model, inner)
    if isinstance(kind, type):
        return st.lists(record(kind), max_size=2).map(tuple) if annotated != inner else record(kind)
    return st.sampled_from(kind.__args__)


@given(record(Annotation))
@settings(max_examples=40)
def test_annotations_read_back(annotation: Annotation) -> None:
    line = json.dumps(contract.annotation_to_json(annotation))
    assert contract.annotation_from_json(json.loads(line)) == annotation


@given(record(Event))
@settings(max_examples=40)
def test_events_read_back(event: Event) -> None:
    assert contract.event_from_json(json.loads(json.dumps(contract.event_to_json(event)))) == event


def test_the_fields_of_an_annotation() -> None:
    line = contract.annotation_to_json(told("a", VISIT, "2024-06-18"))
    assert set(line) >= {
        "id",
        "title",
        "published",
        "published_source",
        "language",
        "text",
        "timexes",
        "actors",
        "events",
    }
    assert line["published"] == "2024-06-18"
    (event,) = line["events"]
    assert set(event) >= {
        *("id", "sentence", "trigger", "also", "type", "mode", "status", "begin", "until", "granularity"),
        *("dated_by", "timex", "actors", "place", "numbers", "main", "confidence"),
    }
    assert event["trigger"] == [0, 3]
    assert event["actors"][0] == {"mention": 0, "role": "source"}
    assert (event["begin"], event["until"]) == ("2024-06-18", "2024-06-19")
    assert set(line["actors"][0]) == {"start", "end", "text", "id", "name", "kind", "form"}


def test_the_fields_of_an_event() -> None:
    day = date(2024, 6, 18)
    event = Event(
        id="e1",
        title="زيارة",
        type="CONSULT",
        status="past",
        begin=day,
        until=date(2024, 6, 19),
        granularity="day",
        dates=(DateClaim(day, date(2024, 6, 19), "day", 2),),
        actors=(EventActor("iso:PRK", "كوريا الشمالية", "state", "target"),),
    )
    line = contract.event_to_json(event)
    assert set(line) >= {
        *("id", "title", "type", "mode", "status", "begin", "until", "granularity", "dates", "actors"),
        *("place", "articles", "mentions", "confidence"),
    }
    assert line["dates"] == [
        {"begin": "2024-06-18", "until": "2024-06-19", "granularity": "day", "articles": 2}
    ]
    assert line["actors"] == [{"id": "iso:PRK", "name": "كوريا الشمالية", "kind": "state", "role": "target"}]


def test_unknown_fields_are_passed_over() -> None:
    annotation = told("a", VISIT, "2024-06-18")
    assert contract.annotation_from_json(contract.annotation_to_json(annotation) | {"new": 1}) == annotation


@pytest.mark.parametrize(
    "line",
    [{}, {"id": "a"}, {"id": "a", "text": "", "published": "أمس"}, {"id": "a", "text": "", "events": [{}]}],
)
def test_what_is_no_annotation_is_refused(line: dict[str, object]) -> None:
    with pytest.raises((KeyError, TypeError, ValueError)):
        contract.annotation_from_json(line)


def test_records_do_not_change() -> None:
    article = Article("a", "نص")
    with pytest.raises(FrozenInstanceError):
        article.text = "غيره"  # type: ignore[misc]
