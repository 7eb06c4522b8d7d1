import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline import text
from timeline.merge.words import stem, stems


@pytest.mark.parametrize(
    ("one", "other"),
    [
        ("الحكومات", "والحكومة"),
        ("للبرلمان", "البرلمان"),
        ("فلسطينيين", "الفلسطينيون"),
        ("غارات", "الغارة"),
        ("بغزة", "غزة"),
        ("لبلدة", "بلدات"),
        ("ولبنان", "لبنان"),
    ],
)
def test_words_of_one_noun_have_one_stem(one: str, other: str) -> None:
    assert stem(text.form(one)) == stem(text.form(other)) != ""


@pytest.mark.parametrize(
    ("verb", "words"),
    [("رحب", "رحبت وترحيب الترحيب يرحبون"), ("اتفق", "اتفاق باتفاق الاتفاقات"), ("قصف", "القصف بقصف تقصف")],
)
def test_words_for_a_deed_are_its_verb(verb: str, words: str) -> None:
    assert {stem(text.form(word)) for word in words.split()} == {verb}


def test_a_letter_of_the_word_itself_is_no_proclitic() -> None:
    assert stem("وقف") == "وقف"
    assert stem("بلدان") != stem("لدان")


@pytest.mark.parametrize("word", ["في", "وقال", "الذي", "يونيو", "2024", "،", "أعلنت", ""])
def test_words_that_tell_nothing_have_no_stem(word: str) -> None:
    assert stem(text.form(word)) == ""


def test_stems_are_distinct_and_in_text_order() -> None:
    assert stems(text.read("قمة روسية وقمة كورية في موسكو").forms) == ("قمه", "روس", "كور", "موسكو")


@given(st.text(max_size=40))
def test_no_word_crashes_it(word: str) -> None:
    stem(text.form(word))
