"""Each actor of an event by the mention that a reader would look at."""

from __future__ import annotations

from datetime import date

from timeline import pipeline
from timeline.model import Article


def cast(text: str, trigger: str) -> list[str]:
    """Where and how the actors of the event with that trigger are named."""
    read = pipeline.read(Article("a", text, published=date(2024, 6, 18)))
    event = next(e for e in read.events if text[slice(*e.trigger)] == trigger)
    return [f"{read.actors[p.mention].start} {read.actors[p.mention].text}" for p in event.actors]


def test_an_actor_left_out_is_shown_by_the_nearest_name_before() -> None:
    text = (
        "آخر الأخبار\nزار محمود بن سالم درويش تونس. "
        "وعاد محمود درويش إلى عدن. ثم تخرج في جامعة القاهرة عام 1998."
    )
    assert cast(text, "تخرج") == [f"{text.index('محمود درويش')} محمود درويش"]


def test_a_mention_in_the_sentence_itself_comes_first() -> None:
    text = "بوتين يزور بكين\nيزور الرئيس الروسي فلاديمير بوتين بكين غدا."
    assert cast(text, "يزور") == [f"{text.index('فلاديمير')} فلاديمير بوتين"]
