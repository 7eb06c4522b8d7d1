import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline import text
from timeline.merge.words import stem, stems


@pytest.mark.parametrize(
    ("one", "other"),
    [("الحكومات", "والحكومة"), ("للبرلمان", "البرلمان"), ("فلسطينيين", "الفلسطينيون"), ("غارات", "الغارة")],
)
def test_words_of_one_noun_have_one_stem(one: str, other: str) -> None:
    assert stem(text.form(one)) == stem(text.form(other)) != ""


@pytest.mark.parametrize("word", ["في", "وقال", "الذي", "يونيو", "2024", "،", "أعلنت", ""])
def test_words_that_tell_nothing_have_no_stem(word: str) -> None:
    assert stem(text.form(word)) == ""


def test_stems_are_distinct_and_in_text_order() -> None:
    assert stems(text.read("قمة روسية وقمة كورية في موسكو").forms) == ("قم", "روس", "كور", "موسكو")


@given(st.text(max_size=40))
def test_any_word_has_a_stem_no_longer_than_itself(word: str) -> None:
    assert len(stem(text.form(word))) <= len(text.form(word))
