"""Tokens and sentences that always point back into the text as given."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from timeline import text

ARABIC = st.text(
    alphabet="اأإآٱبتةثىيوفلكمسرنَُِّْـ ٠١٢۳0123.؟!؛،:()«»\"'\n\t\u200f\u202b\u202c\ufeff&;قال", max_size=80
)
ANY = st.one_of(st.text(max_size=80), ARABIC)


@given(ANY)
@settings(max_examples=150)
def test_tokens_slice_the_text_in_order(raw: str) -> None:
    read = text.read(raw)
    assert len(read.starts) == len(read.ends) == len(read.forms) == len(read)
    spans = list(zip(read.starts, read.ends, strict=True))
    assert all(0 <= start < end <= len(raw) for start, end in spans)
    assert all(end <= start for (_, end), (start, _) in pairwise(spans))
    for i, (start, end) in enumerate(spans):
        assert read.slice(i, i + 1) == raw[start:end]
        assert read.forms[i] == text.form(raw[start:end])
        assert read.token_at(start) == i


@given(ANY)
@settings(max_examples=150)
def test_only_white_space_and_marks_lie_between_tokens(raw: str) -> None:
    read = text.read(raw)
    covered = {i for start, end in zip(read.starts, read.ends, strict=True) for i in range(start, end)}
    assert all(raw[i].isspace() or raw[i] in text.UNSEEN for i in range(len(raw)) if i not in covered)


@given(ANY)
@settings(max_examples=150)
def test_sentences_hold_every_token_that_is_no_line_break_once(raw: str) -> None:
    read = text.read(raw)
    held = [i for sentence in read.sentences for i in range(sentence.first, sentence.last)]
    assert held == sorted(set(held))
    assert [i for i, form in enumerate(read.forms) if form != "\n"] == [
        i for i in held if read.forms[i] != "\n"
    ]
    for sentence in read.sentences:
        assert sentence.start == read.starts[sentence.first]
        assert sentence.end == read.ends[sentence.last - 1]
        assert read.sentence_at(sentence.start) == sentence


@given(ANY)
@settings(max_examples=150)
def test_a_form_is_its_own_form(raw: str) -> None:
    assert text.form(text.form(raw)) == text.form(raw)


@pytest.mark.parametrize(
    ("word", "form"),
    [
        ("أُكتوبر", "اكتوبر"),
        ("إلى", "الي"),
        ("آذار", "اذار"),
        ("جمهوريّة", "جمهوريه"),
        ("مـــوسكو", "موسكو"),
        ("٢٠٢٤", "2024"),
        ("۱۴۰۳", "1403"),
        ("کیف", "كيف"),
        ("\u202bكيم\u202c", "كيم"),
        ("ؤ", "ؤ"),
    ],
)
def test_forms(word: str, form: str) -> None:
    assert text.form(word) == form


@pytest.mark.parametrize(
    ("raw", "sentences"),
    [
        ("زار الوفد موسكو. وعاد مساء.", ["زار الوفد موسكو.", "وعاد مساء."]),
        ("هل يعود؟ نعم! ربما…", ["هل يعود؟", "نعم!", "ربما…"]),
        ("ارتفع السعر 3.5 في المئة.", ["ارتفع السعر 3.5 في المئة."]),
        ("قال د. محمد إنه باق.", ["قال د. محمد إنه باق."]),
        ("قال: «لن نعود.» ثم خرج.", ["قال: «لن نعود.»", "ثم خرج."]),
        ("عنوان\n\nمتن\n", ["عنوان", "متن"]),
        ("", []),
        (" \n \n", []),
    ],
)
def test_sentences(raw: str, sentences: list[str]) -> None:
    assert [raw[each.start : each.end] for each in text.read(raw).sentences] == sentences


def test_digits_of_different_scripts_are_different_tokens() -> None:
    assert text.read("١٨18").forms == ["18", "18"]


def test_glued_tokens() -> None:
    read = text.read("الـ14 و 19")
    assert [read.glued(i) for i in range(len(read))] == [False, True, False, False]


def test_overlap_counts_shared_characters() -> None:
    assert text.overlap((0, 5), (3, 9)) == 2
    assert text.overlap((0, 3), (3, 9)) == 0
