"""Names, counts and dates in words."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline import labels

DAY = date(2024, 6, 18)


@pytest.mark.parametrize(
    ("n", "words"),
    [
        (0, "لا أحداث"), (1, "حدث واحد"), (2, "حدثان"), (3, "3 أحداث"), (10, "10 أحداث"), (11, "11 حدثًا"),
        (99, "99 حدثًا"), (100, "100 حدث"), (102, "102 حدث"), (103, "103 أحداث"), (1234, "1,234 حدثًا"),
    ],
)  # fmt: skip
def test_arabic_counts_take_their_plural_form(n: int, words: str) -> None:
    assert labels.count("event", n) == words


@pytest.mark.parametrize(
    ("n", "words"), [(0, "no events"), (1, "1 event"), (2, "2 events"), (5000, "5,000 events")]
)
def test_english_counts(n: int, words: str) -> None:
    assert labels.count("event", n, "en") == words


@pytest.mark.parametrize(
    ("begin", "until", "granularity", "arabic", "english"),
    [
        ("2024-06-18", "2024-06-19", "day", "18 يونيو/حزيران 2024", "18 June 2024"),
        ("2024-06-18", "2024-06-20", "range", "18–19 يونيو/حزيران 2024", "18–19 June 2024"),
        ("2024-05-30", "2024-06-03", "range", "30 مايو/أيار – 2 يونيو/حزيران 2024", "30 May – 2 June 2024"),
        ("2023-12-31", "2024-01-02", "range", "31 ديسمبر/كانون الأول 2023 – 1 يناير/كانون الثاني 2024",
         "31 December 2023 – 1 January 2024"),
        ("2024-06-10", "2024-06-17", "week", "أسبوع 10–16 يونيو/حزيران 2024", "week of 10–16 June 2024"),
        ("2023-09-01", "2023-10-01", "month", "سبتمبر/أيلول 2023", "September 2023"),
        ("2024-01-01", "2024-07-01", "range", "يناير/كانون الثاني – يونيو/حزيران 2024",
         "January – June 2024"),
        ("2024-04-01", "2024-07-01", "quarter", "الربع الثاني من 2024", "second quarter of 2024"),
        ("2024-01-01", "2025-01-01", "year", "عام 2024", "2024"),
        ("2022-01-01", "2025-01-01", "range", "2022–2024", "2022–2024"),
        ("2020-01-01", "2030-01-01", "decade", "عقد 2020–2029", "the 2020s"),
        ("1901-01-01", "2001-01-01", "century", "1901–2000", "1901–2000"),
        ("2022-02-24", None, "range", "منذ 24 فبراير/شباط 2022", "since 24 February 2022"),
        (None, "2022-02-25", "range", "حتى 24 فبراير/شباط 2022", "until 24 February 2022"),
        (None, None, None, "بلا تاريخ", "undated"),
    ],
)  # fmt: skip
def test_intervals_in_words(
    begin: str | None, until: str | None, granularity: str | None, arabic: str, english: str
) -> None:
    ends = [day and date.fromisoformat(day) for day in (begin, until)]
    assert labels.interval(ends[0], ends[1], granularity, "ar") == arabic
    assert labels.interval(ends[0], ends[1], granularity, "en") == english


def test_both_forms_of_a_month_or_one() -> None:
    assert labels.month(6) == "يونيو/حزيران"
    assert labels.month(6, both=False) == "يونيو"
    assert labels.interval(DAY, None, "day", both=False) == "18 يونيو 2024"


def test_states_are_named_in_the_readers_language_and_others_as_written() -> None:
    assert labels.actor("iso:PRK", "كوريا الشمالية", "en") == "North Korea"
    assert labels.actor("iso:PRK", "كوريا الشمالية", "ar") == "كوريا الشمالية"
    assert labels.actor("iso:XYZ", "دولة", "en") == "دولة"
    assert labels.actor("person:putin", "فلاديمير بوتين", "en") == "فلاديمير بوتين"


def test_an_unknown_key_is_its_own_name() -> None:
    assert labels.name("mode", "something-new") == "something-new"
    assert labels.name("mode", None) == ""


def test_every_name_is_there_in_both_languages_and_no_key_twice() -> None:
    rows = labels.table("labels.tsv")
    assert all(row["en"].strip() and row["ar"].strip() for row in rows)
    keys = [(row["kind"], row["key"]) for row in rows]
    assert len(set(keys)) == len(keys)


@settings(max_examples=60)
@given(
    begin=st.dates(date(1800, 1, 1), date(2100, 1, 1)),
    days=st.integers(1, 4000),
    granularity=st.sampled_from(
        ["day", "week", "month", "quarter", "year", "decade", "century", "range", None]
    ),
    language=st.sampled_from(["ar", "en"]),
)
def test_any_interval_has_words_that_name_its_year(
    begin: date, days: int, granularity: str | None, language: str
) -> None:
    words = labels.interval(begin, begin + timedelta(days=days), granularity, language)
    last = begin + timedelta(days=days - 1)
    assert str(begin.year) in words or str(last.year) in words
    assert "{" not in words


@pytest.mark.parametrize(
    ("id", "name"),
    [
        ("person:vladimir-putin", "Vladimir Putin"),
        ("org:united-nations", "United Nations"),
        ("org:army-isr", "army (Israel)"),
        ("iso:KOR", "South Korea"),
        ("person:كيم", "كيم"),
        ("org:لجنهالانتخابات", "كيم"),
    ],
)
def test_actors_have_their_english_names_where_known(id: str, name: str) -> None:
    assert labels.actor(id, "كيم", "en") == name
    assert labels.actor(id, "كيم") == "كيم"
