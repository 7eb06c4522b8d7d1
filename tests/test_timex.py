"""Time expressions: what is found, what it means, and what no text may do to the tagger."""

from __future__ import annotations

import csv
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from timeline.model import Timex
from timeline.text import read
from timeline.timex import Settings, tag, typed
from timeline.timex.lexicon import index
from timeline.timex.scan import Scan

CORPUS = Path(__file__).parent / "corpus" / "timex.tsv"
REF = date(2024, 6, 17)  # a Monday
GLUE = [
    "يونيو",
    "أول",
    "من",
    "إلى",
    "و",
    "في",
    "العام",
    "الماضي",
    "18",
    "2024",
    "يوم",
    *"-/().،م\n",
    "هـ",
    "الـ",
]
WORDS = [*sorted(index().ways)[::7], *GLUE]


def rows() -> list[dict[str, str]]:
    lines = (line for line in CORPUS.read_text(encoding="utf-8").splitlines() if not line.startswith("#"))
    return list(csv.DictReader(lines, delimiter="\t", restval="", quoting=csv.QUOTE_NONE))


def name(row: dict[str, str]) -> str:
    return f"{row['spec']}:{row['expression'] or row['text'][:30]}"


def found(text: str, published: str) -> list[tuple[str, str, str, str]]:
    timexes = tag(read(text), date.fromisoformat(published))
    return [(t.text, str(t.begin or ""), str(t.until or ""), t.granularity or "") for t in timexes]


def one(text: str, published: date | None = REF, **known_as: object) -> Timex:
    (timex,) = tag(read(text), published, **known_as)  # type: ignore[arg-type]
    return timex


@pytest.mark.parametrize("row", rows(), ids=name)
def test_corpus(row: dict[str, str]) -> None:
    answers = found(row["text"] or row["expression"], row["published"])
    if row["expression"]:
        assert (row["expression"], row["begin"], row["until"], row["granularity"]) in answers
    else:
        assert answers == []


def test_the_corpus_holds_every_row_of_the_specification() -> None:
    assert {row["spec"] for row in rows()} >= {str(number) for number in range(1, 127)}


@pytest.mark.parametrize(
    ("text", "type", "value", "mod"),
    [
        ("12 يونيو 2024", "DATE", "2024-06-12", None),
        ("الأسبوع الماضي", "DATE", "2024-W24", None),
        ("الربع الأول من 2024", "DATE", "2024-Q1", None),
        ("الثمانينات", "DATE", "198", None),
        ("القرن العشرين", "DATE", "19", None),
        ("صيف 2006", "DATE", "2006-SU", None),
        ("أوائل يونيو", "DATE", "2024-06", "START"),
        ("صباح الخميس 13 يونيو", "TIME", "2024-06-13TMO", None),
        ("أربع سنوات ونصف السنة", "DURATION", "P4.5Y", None),
        ("ثلاثة أيام", "DURATION", "P3D", None),
        ("48 ساعة", "DURATION", "PT48H", None),
        ("كل يوم", "SET", "P1D", None),
        ("السبت من كل أسبوع", "SET", "XXXX-WXX-6", None),
        ("658 قبل الميلاد", "DATE", "BC0658", None),
        ("الآن", "DATE", "PRESENT_REF", None),
        ("عام 1445 هـ", "DATE", "H1445", None),
        ("عام 920 هـ", "DATE", "H0920", None),
    ],
)
def test_timex3(text: str, type: str, value: str, mod: str | None) -> None:
    timex = one(text)
    assert (timex.type, timex.value, timex.mod) == (type, value, mod)


@pytest.mark.parametrize(
    ("text", "value"),
    [
        ("سبتمبر", "XXXX-09"),
        ("12 يونيو", "XXXX-06-12"),
        ("الخميس", "XXXX-WXX-4"),
        ("اليوم", "XXXX-XX-XX"),
        ("العام الماضي", "XXXX"),
        ("الشهر الماضي", "XXXX-XX"),
        ("رمضان الماضي", "HXXXX-09"),
    ],
)
def test_with_no_publication_date_what_is_open_stays_open(text: str, value: str) -> None:
    timex = one(text, None)
    assert (timex.value, timex.begin, timex.until, timex.granularity) == (value, None, None, None)


def test_an_explicit_date_needs_no_publication_date() -> None:
    assert one("12 يونيو 2024", None).begin == date(2024, 6, 12)


def test_open_ranges_say_so() -> None:
    assert one("منذ 2014").open
    unknown_end = Timex(4, 8, "2014", "DATE", "2014", None, date(2014, 1, 1), None, "range", open=True)
    assert one("منذ 2014", None) == unknown_end


def test_the_weekend_is_a_setting() -> None:
    assert one("نهاية الأسبوع", settings=Settings(weekend_start=5)).begin == date(2024, 6, 22)


def test_weeks_start_where_the_setting_says() -> None:
    assert one("هذا الأسبوع", settings=Settings(week_start=5)).begin == date(2024, 6, 15)


def test_the_weekday_of_today_mends_a_stamp_of_the_day_after() -> None:
    timexes = tag(read("وقع الحادث اليوم الأحد. وكان الوزير قد وصل أمس."), REF)
    assert [t.begin for t in timexes] == [date(2024, 6, 16), date(2024, 6, 15)]


@pytest.mark.parametrize(
    ("text", "expression"),
    [
        ("وصل بالأمس", "الأمس"),
        ("عمل للعام الثالث على التوالي، وسجل لليوم السادس", "لليوم السادس"),
        ("وفي عام 2014م انتهت", "عام 2014م"),
        ("قال يَوْمَ الخَمِيس", "يَوْمَ الخَمِيس"),
        ("وصل و«اليوم» غادر", "اليوم"),
        ("في الـ14 من أغسطس", "الـ14 من أغسطس"),
    ],
)
def test_clitics_stay_outside(text: str, expression: str) -> None:
    assert expression in [t.text for t in tag(read(text), REF)]


@settings(max_examples=150)
@given(st.lists(st.sampled_from(WORDS), max_size=14).map(" ".join), st.none() | st.dates())
def test_words_of_time_in_any_order_break_nothing(text: str, published: date | None) -> None:
    check(text, published)


@settings(max_examples=100)
@given(st.text(max_size=60), st.none() | st.dates())
def test_no_text_breaks_anything(text: str, published: date | None) -> None:
    check(text, published)


EXTREMES = (date.min, date.max, date(9999, 12, 1), date(1, 1, 3))


@settings(max_examples=100)
@given(st.lists(st.sampled_from(WORDS), max_size=14).map(" ".join), st.sampled_from(EXTREMES))
@example("بعد غد الثلاثاء", date.min)
@example("نهاية الأسبوع", date.max)
def test_the_ends_of_the_calendar_break_nothing(text: str, published: date) -> None:
    check(text, published)


def check(text: str, published: date | None) -> None:
    timexes = tag(read(text), published)
    for t in timexes:
        assert text[t.start : t.end] == t.text != ""
        assert t.begin is None or t.until is None or t.begin < t.until
        assert (t.granularity is None) == (t.begin is None and t.until is None)
        assert t.type in ("DATE", "TIME") or t.begin is None
    spans = [(t.start, t.end) for t in timexes]
    assert all(a[1] <= b[0] for a, b in pairwise(spans))


HOSTILE = ["7", "و", "مايو ", "7 و", "الأول ", "عام ", "من 3 إلى ", "قبل ", "يوم ", "1/1/", "12 و13 و"]


@pytest.mark.parametrize("piece", HOSTILE)
def test_work_grows_no_faster_than_the_text(piece: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Steps, not seconds: how often the grammar asks what a token means."""
    steps, asked = [0], Scan.form

    def counted(self: Scan, i: int) -> str:
        steps[0] += 1
        return asked(self, i)

    monkeypatch.setattr(Scan, "form", counted)
    work = []
    for size in (300, 1200):
        steps[0] = 0
        tag(read(piece * size), REF)
        work.append(steps[0] + size)
    assert work[1] <= 6 * work[0]


@pytest.mark.parametrize(
    ("words", "begin", "until"),
    [
        ("2024-06-18", date(2024, 6, 18), date(2024, 6, 19)),
        ("2024-06", date(2024, 6, 1), date(2024, 7, 1)),
        ("2024", date(2024, 1, 1), date(2025, 1, 1)),
        ("2024-06-18/2024-06-20", date(2024, 6, 18), date(2024, 6, 21)),
        ("يونيو 2024", date(2024, 6, 1), date(2024, 7, 1)),
        ("الأسبوع الماضي", date(2024, 6, 10), date(2024, 6, 17)),
        ("18 juin 2024", date(2024, 6, 18), date(2024, 6, 19)),
        ("yesterday", date(2024, 6, 16), date(2024, 6, 17)),
    ],
)
def test_typed(words: str, begin: date, until: date) -> None:
    assert typed(words, REF) == (begin, until)


@pytest.mark.parametrize("words", ["", "بوتين", "hello", "2024-13", "32 يناير", "7000 حاوية"])
def test_what_means_no_date_is_none(words: str) -> None:
    assert typed(words, REF) is None
