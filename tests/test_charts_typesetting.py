"""Words on a chart are wrapped and whole."""

from __future__ import annotations

from hypothesis import given, settings
from hypothesis import strategies as st

from timeline.charts import typesetting


@settings(max_examples=60)
@given(st.text(max_size=400), st.floats(30, 400), st.integers(1, 4))
def test_no_text_breaks_wrapping(text: str, room: float, most: int) -> None:
    lines = typesetting.wrap(text, room, 13, most)
    assert 1 <= len(lines) <= most
    assert all(typesetting.width(line) <= room or len(line) <= 1 for line in lines)
    assert not any(character in typesetting.show(text) for character in "<>\u202e\u2067")


def test_wrapping_keeps_every_word_that_fits_and_balances_lines() -> None:
    text = "قال شين وون سيك إن بيونغ يانغ شحنت حاويات ذخيرة إلى روسيا"
    lines = typesetting.wrap(text, 300, 13, 2)
    assert " ".join(lines) == text
    assert min(map(len, lines)) > 20
    assert typesetting.wrap("كلمة " * 50, 120, 13, 2)[-1].endswith("…")
