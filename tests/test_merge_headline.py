from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from timeline import text
from timeline.merge.headline import first_clause


@pytest.mark.parametrize(
    ("headline", "clause"),
    [
        ("الرئيس يصل إلى باريس والمعارضة تدعو إلى إضراب", "الرئيس يصل الي باريس"),
        ("الحرب في السودان.. الجيش يدخل ود مدني والنازحون يعودون", "الجيش يدخل ود مدني"),
        ("البرلمان يرفض وقف الدعم عن المزارعين", "البرلمان يرفض وقف الدعم عن المزارعين"),
        ("وفد قطري في بيروت", "وفد قطري في بيروت"),
        ("", ""),
    ],
)
def test_the_news_is_the_first_clause_after_the_kicker(headline: str, clause: str) -> None:
    assert " ".join(first_clause(text.read(headline))) == clause


@given(st.text(max_size=60))
def test_any_headline_has_a_first_clause(headline: str) -> None:
    title = text.read(headline)
    assert len(first_clause(title)) <= len(title)
