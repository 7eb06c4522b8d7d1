"""Sentences of our own with the event that each reports, and the user's article as a whole."""

from __future__ import annotations

import csv
from datetime import date
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline import pipeline
from timeline.model import Annotation, Article, EventMention

PUBLISHED = date(2024, 6, 18)
ROOT = Path(__file__).parent.parent
CORPUS = Path(__file__).parent / "corpus" / "events.tsv"


def _rows() -> list[dict[str, str]]:
    lines = [line for line in CORPUS.read_text(encoding="utf-8").splitlines() if not line.startswith("#")]
    return list(csv.DictReader(lines, delimiter="\t", restval="", quoting=csv.QUOTE_NONE))


def _read(text: str) -> Annotation:
    return pipeline.read(Article("test", text, published=PUBLISHED, published_source="given"))


def _says(annotation: Annotation, event: EventMention) -> dict[str, str]:
    text = annotation.article.text
    spans = (event.trigger, *event.also)
    roles = [(p.role, annotation.actors[p.mention].text) for p in event.actors]
    return {
        "trigger": " ".join(text[start:end] for start, end in spans),
        "type": event.type,
        "status": event.status,
        "date": f"{event.begin or ''}/{event.until or ''}",
        "source": " | ".join(name for role, name in roles if role == "source") or "-",
        "target": " | ".join(name for role, name in roles if role == "target") or "-",
    }


@pytest.mark.parametrize("row", _rows(), ids=lambda row: row["sentence"][:40])
def test_a_sentence_gives_its_event(row: dict[str, str]) -> None:
    annotation = _read(f"آخر الأخبار\n{row['sentence']}")
    found = [_says(annotation, event) for event in annotation.events]
    event = next((event for event in found if row["trigger"] in event["trigger"]), None)
    assert event is not None, found
    assert {key: event[key] for key in ("type", "status", "date")} == {
        key: row[key] for key in ("type", "status", "date")
    }
    assert {role: event[role] for role in ("source", "target") if row[role]} == {
        role: row[role] for role in ("source", "target") if row[role]
    }


def test_the_corpus_is_broad() -> None:
    rows = _rows()
    assert len(rows) >= 150
    assert len({row["type"] for row in rows}) == 17


@pytest.fixture(scope="module")
def visit() -> Annotation:
    path = next((ROOT / "seeds").glob("000_*.txt"))
    return _read(path.read_text(encoding="utf-8"))


# words of the trigger, type, begin, until, ids of those who take part
TABLE = [
    ("زار", "CONSULT", "2000-07-01", "2000-08-01", {"person:vladimir-putin", "person:kim-jong-il"}),
    ("سافر", "CONSULT", "2023-09-01", "2023-10-01", {"person:kim-jong-un", "person:vladimir-putin"}),
    ("استخدام", "REJECT", "2024-03-01", "2024-04-01", {"iso:RUS"}),
    ("قال وزير", "OTHER", "2024-03-01", "2024-04-01", {"person:shin-won-sik"}),
    ("شحنت", "AID", None, None, {"iso:PRK", "iso:RUS"}),
    ("أشاد", "SUPPORT", "2024-06-12", "2024-06-13", {"person:kim-jong-un", "iso:RUS"}),
    ("أرسل", "AID", "2024-01-01", "2024-06-18", {"person:vladimir-putin", "person:kim-jong-un"}),
    ("سيزور", "CONSULT", "2024-06-18", "2024-06-20", {"person:vladimir-putin", "iso:PRK"}),
]


def _named(annotation: Annotation, words: str) -> EventMention:
    at = annotation.article.text.index(words)
    return next(e for e in annotation.events if any(start == at for start, _ in (e.trigger, *e.also)))


@pytest.mark.parametrize(("word", "expected", "who"), [(row[0], row[1:4], row[4]) for row in TABLE])
def test_the_visit_article(visit: Annotation, word: str, expected: tuple[object, ...], who: set[str]) -> None:
    event = _named(visit, word)
    dates = [day and day.isoformat() for day in (event.begin, event.until)]
    assert (event.type, *dates) == expected
    assert who <= {visit.actors[p.mention].id for p in event.actors}


def test_the_visit_of_2000_was_to_the_father(visit: Annotation) -> None:
    ids = {visit.actors[p.mention].id for p in _named(visit, "زار").actors}
    assert "person:kim-jong-un" not in ids


def test_two_mentions_of_the_meeting_are_one_event(visit: Annotation) -> None:
    assert _named(visit, "سافر") is _named(visit, "التقيا")


def test_the_visit_is_the_main_event_and_still_to_come(visit: Annotation) -> None:
    (main,) = [event for event in visit.events if event.main]
    text = visit.article.text
    assert main is _named(visit, "سيزور")
    assert (main.status, main.mode) == ("future", "visit")
    assert {"يزور", "زيارة"} <= {text[start:end] for start, end in main.also}


@pytest.mark.parametrize("killed", ["خمسة أشخاص", "12 مدنيا", "عشرات الجنود"])
def test_counted_people_alone_after_a_killing_are_no_killers(killed: str) -> None:
    annotation = _read(f"أخبار المساء\nقتل {killed} في مدينة حمص أمس.")
    (event,) = annotation.events
    assert {participant.role for participant in event.actors} == {"target"}


def test_a_short_headline_does_not_hide_the_body() -> None:
    assert _read("غزة\nقصف الجيش الإسرائيلي غزة أمس. والتقى الوسطاء في القاهرة أمس.").events


def test_a_plan_lends_no_date_to_other_plans() -> None:
    annotation = _read("أخبار المساء\nسيزور ماكرون الرباط غدا.\nوستقاطع المعارضة الانتخابات.")
    boycott = _named(annotation, "ستقاطع")
    assert boycott.dated_by != "context"


@pytest.mark.parametrize(
    ("written", "value"),
    [
        ("12", 12),
        ("ثلاثة", 3),
        ("7,000", 7000),
        ("٧٬٠٠٠", 7000),
        ("1,200,000", 1_200_000),
        ("3.5 مليون", 3_500_000),
        ("1,5 مليون", 1_500_000),
        ("ثلاثة ملايين", 3_000_000),
    ],
)
def test_a_count_is_read_whole(written: str, value: float) -> None:
    (event,) = _read(f"عنوان\nشحنت الشركة {written} حاوية إلى ميناء جدة.").events
    (quantity,) = event.numbers
    assert (quantity.value, quantity.unit) == (value, "حاوية")


@pytest.mark.parametrize("written", ["12/3", "1.2.3"])
def test_what_is_no_count_is_not_read_in_part(written: str) -> None:
    events = _read(f"عنوان\nشحنت الشركة {written} حاوية إلى ميناء جدة.").events
    assert not any(event.numbers for event in events)


def test_containers_are_counted_and_never_years(visit: Annotation) -> None:
    (quantity,) = _named(visit, "شحنت").numbers
    assert (quantity.value, quantity.unit) == (7000, "حاوية")
    assert not {7000, 9000} & {event.begin.year for event in visit.events if event.begin}


def test_ids_are_unique_and_follow_the_text(visit: Annotation) -> None:
    assert [event.id for event in visit.events] == [f"test:{n}" for n in range(len(visit.events))]


@pytest.mark.parametrize("headline", ["كيف تغيرت سوريا؟", "محللون: الاتفاق هش", "لماذا فشلت المفاوضات"])
def test_an_explainer_has_no_main_event(headline: str) -> None:
    annotation = _read(headline + "\nقصف الجيش الإسرائيلي أمس مدينة رفح جنوبي قطاع غزة وقتل خمسة أشخاص.")
    assert not [event for event in annotation.events if event.main]


def test_the_body_tells_the_headlines_event() -> None:
    annotation = _read(
        "فرنسا تدين الهجوم\nأدانت فرنسا أمس الثلاثاء بشدة الهجوم الذي استهدف قافلة مساعدات في السودان."
    )
    (main,) = [event for event in annotation.events if event.main]
    assert _says(annotation, main)["trigger"] == "أدانت تدين"


WORDS = st.sampled_from(
    [
        "قال",
        "إن",
        "بوتين",
        "زار",
        "أمس",
        "الذي",
        "قصف",
        "،",
        ".",
        "(",
        "«",
        "غزة",
        "لم",
        "سوف",
        "من",
        "المقرر",
        "أن",
        "اجتماع",
        "في",
        "\n",
        "هجوم",
        "12",
        "قتيلا",
    ]
)


@settings(max_examples=60)
@given(st.one_of(st.text(max_size=80), st.lists(WORDS, max_size=30).map(" ".join)))
def test_no_text_ever_crashes_it(text: str) -> None:
    annotation = _read(text)
    for event in annotation.events:
        for start, end in (event.trigger, *event.also):
            assert 0 <= start < end <= len(text)
        assert all(p.mention < len(annotation.actors) for p in event.actors)
        assert (event.begin is None) == (event.dated_by == "none")


def test_an_endless_line_is_read_in_pieces() -> None:
    annotation = _read("آخر الأخبار\n" + "قال محمد إن الجيش قصف المدينة " * 2000)
    pieces = {event.sentence for event in annotation.events}
    assert len(pieces) > 1
    assert max(end - start for start, end in pieces) < 4000


def test_what_happened_before_christ_is_not_dated_by_the_article() -> None:
    annotation = _read("سيرة\nاغتيل يوليوس قيصر عام 44 قبل الميلاد في روما على أيدي أعضاء في مجلس الشيوخ.")
    (event,) = annotation.events
    assert (event.begin, event.dated_by, event.timex) == (None, "none", 0)


def test_what_happened_on_this_day_of_some_year_did_not_happen_today() -> None:
    annotation = _read(
        "ذكرى فوز\nفي مثل هذا اليوم من مونديال قطر هزم المنتخب السعودي منتخب الأرجنتين بهدفين."
    )
    assert [event.begin for event in annotation.events] == [None] * len(annotation.events)
    assert annotation.events
