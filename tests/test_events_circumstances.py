"""What surrounds an attack in a bare sentence."""

from __future__ import annotations

from datetime import date

from timeline import text as texts
from timeline import timex
from timeline.events.circumstances import details, time

PUBLISHED = date(2024, 6, 18)


def test_details_count_weapons_and_wounds() -> None:
    text = texts.read("انفجرت عبوة ناسفة قرب السوق واصيب حارس بجروح.")
    assert set(details(text, text.sentences[0])) == {"short", "weapon 2", "wound 2"}


def test_more_than_three_say_no_more() -> None:
    text = texts.read("صاروخ " * 50)
    assert {"long", "weapon 3"} <= set(details(text, text.sentences[0]))


def test_time_tells_how_exact_and_how_near() -> None:
    said = {
        words: set(time(timex.tag(texts.read(words), PUBLISHED)[0], PUBLISHED))
        for words in ("وقع الهجوم أمس.", "وقع الهجوم عام 2015.")
    }
    assert said == {"وقع الهجوم أمس.": {"in a day", "recent"}, "وقع الهجوم عام 2015.": {"in a year", "old"}}
    assert not set(time(None, PUBLISHED))
