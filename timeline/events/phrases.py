"""Noun phrases with actors in them: titles, adjectives and apposed names are one, coordinates too."""

from __future__ import annotations

from collections.abc import Sequence, Set
from dataclasses import dataclass

from timeline.events.lexicon import cues
from timeline.model import ActorMention
from timeline.text import Sentence, Text

_REACH = 5
_APART = 4
_RANKS = {"person": 4, "organisation": 3, "group": 3, "state": 2, "place": 1}
_TITLE_HEADS = (
    "ال رئيس نظير وزير وزاره قائد مسؤول مبعوث امين زعيم والد ملك ولي سفير مدير نائب قوات جيش حكومه شرطه "
    "وفد مقاتل عناصر مواطن سكان اهالي شعب قياد مرشح مستشار"
).split()


@dataclass(slots=True)
class Phrase:
    """Tokens [first, last), the preposition before it or "", its head actors, whether it is but an adjective, and whether titles lead it."""

    first: int
    last: int
    marker: str
    heads: list[int]
    adjective: bool
    kind: str
    led: bool = False


def phrases(
    text: Text,
    sentence: Sentence,
    actors: Sequence[ActorMention],
    indexes: Sequence[int],
    triggers: Set[int],
    nouns: Set[int],
) -> list[Phrase]:
    """The noun phrases of a sentence that name actors.

    `triggers` are the tokens of its verbs and event nouns, `nouns` those of the nouns alone: an actor
    right after one is its genitive, marked "of".
    """
    out: list[Phrase] = []
    for index in indexes:
        actor = actors[index]
        first, last = text.token_at(actor.start), text.token_at(actor.end - 1) + 1
        joined = text.raw[text.starts[first] : actor.start]
        held = out[-1] if out else None
        if held and joined.startswith("و") and _adjacent(text, held.last, first, triggers):
            held.heads.append(index)
        elif held and not joined and held.kind != "person" and _one_phrase(text, held.last, first, triggers):
            _appose(held, actors, index)
        elif held and not joined and _names_kin(text, held, first):
            held.heads, held.kind = [index], actor.kind
        else:
            start, marker = _marker(text, sentence, first, joined, triggers)
            marker = marker or ("of" if start - 1 in nouns else "")
            led = start + bool(marker and not joined) < first
            held = Phrase(start, last, marker, [index], actor.form == "adjective", actor.kind, led)
            out.append(held)
        held.last = last
    return out


def _adjacent(text: Text, end: int, start: int, triggers: Set[int]) -> bool:
    """Whether و joins the actor at `start` to the phrase that ended at `end`, brackets and titles aside."""
    between = range(end, start)
    return len(between) <= _APART and not any(
        i in triggers or text.forms[i] in cues("noun_preposition") for i in between
    )


def _names_kin(text: Text, held: Phrase, first: int) -> bool:
    """والد كيم، كيم جونغ إيل: the kinsman, named after the comma."""
    kin = any(form in cues("kin") or form[1:] in cues("kin") for form in text.forms[held.first : held.last])
    return kin and text.forms[held.last : first] in (["،"], [","])


def _one_phrase(text: Text, end: int, start: int, triggers: Set[int]) -> bool:
    between = text.forms[end:start]
    return (
        len(between) <= _APART
        and not any(i in triggers for i in range(end, start))
        and all(form.isalpha() and not _parts(form) for form in between)
    )


def _parts(form: str) -> bool:
    return (
        form in cues("noun_preposition")
        or form in cues("complement")
        or form in cues("relative")
        or form[0] == "و"
    )


def _appose(phrase: Phrase, actors: Sequence[ActorMention], index: int) -> None:
    """الرئيس الروسي فلاديمير بوتين: the person, not the adjective, is the head."""
    held, new = actors[phrase.heads[-1]], actors[index]
    if _rank(new) > _rank(held):
        phrase.heads[-1], phrase.kind = index, new.kind
    phrase.adjective = phrase.adjective and new.form == "adjective"


def _rank(actor: ActorMention) -> int:
    return 0 if actor.form == "adjective" else _RANKS[actor.kind]


def _marker(text: Text, sentence: Sentence, first: int, joined: str, triggers: Set[int]) -> tuple[int, str]:
    """Where the phrase starts with its titles, and the preposition that it stands after."""
    clitic = joined.lstrip("وف")[:1]
    if clitic in ("ب", "ل", "ك"):
        return first, clitic
    i = first
    while i > sentence.first and first - i < _REACH and i - 1 not in triggers:
        before = text.forms[i - 1]
        if any(before in cues(kind) for kind in ("noun_preposition", "place", "target", "agent")):
            return i - 1, before
        if not before.isalpha() or before in cues("complement") or before in cues("relative"):
            break
        i -= 1
        if before.startswith("لل"):
            return i, "ل"
        if before[0] in "بل" and before[1:].startswith(tuple(_TITLE_HEADS)):
            return i, before[0]
    return i, ""
