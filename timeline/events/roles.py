"""Who did it and to whom: participants from Arabic word order, prepositions and the genitive."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import cache

from timeline.events.draft import Draft
from timeline.events.lexicon import cues, family
from timeline.events.reading import Trigger
from timeline.lexicon import table
from timeline.model import ActorMention, Role
from timeline.text import Sentence, Text

_CLITICS = {"ب": "ب", "ل": "ل", "ك": "ك"}
_BREAKS = frozenset('.؛:؟!()[]«»"“”–—|\n')
_TITLE_REACH = 5
_GENITIVE_REACH = 4


@dataclass(slots=True)
class Phrase:
    """A noun phrase with an actor in it: tokens [first, last), the preposition before it or "", its head."""

    first: int
    last: int
    marker: str
    heads: list[int]
    adjective: bool


def phrases(
    text: Text, sentence: Sentence, actors: Sequence[ActorMention], indexes: Sequence[int]
) -> list[Phrase]:
    """The actors of a sentence as noun phrases: titles, adjectives and apposed names are one, coordinates too."""
    out: list[Phrase] = []
    for index in indexes:
        actor = actors[index]
        first, last = text.token_at(actor.start), text.token_at(actor.end - 1) + 1
        joined = text.raw[text.starts[first] : actor.start]
        if out and joined.startswith("و") and first - out[-1].last <= 1:
            out[-1].heads.append(index)
            out[-1].last = last
        elif out and not joined and _same_phrase(text, out[-1].last, first):
            _apposed(out[-1], actors, index)
            out[-1].last = last
        else:
            start, marker = _marker(text, sentence, first, joined)
            out.append(Phrase(start, last, marker, [index], actor.form == "adjective"))
    return out


def _same_phrase(text: Text, end: int, start: int) -> bool:
    between = text.forms[end:start]
    return len(between) <= 3 and all(
        form.isalpha() and form not in cues("noun_preposition") and not form.startswith("و")
        for form in between
    )


def _apposed(phrase: Phrase, actors: Sequence[ActorMention], index: int) -> None:
    """الرئيس الروسي فلاديمير بوتين: the person, not the adjective, is the head."""
    held, new = actors[phrase.heads[-1]], actors[index]
    if _rank(new) > _rank(held):
        phrase.heads[-1] = index
    phrase.adjective = phrase.adjective and new.form == "adjective"


def _rank(actor: ActorMention) -> int:
    kinds = {"person": 3, "organisation": 2, "group": 2}
    return 0 if actor.form == "adjective" else kinds.get(actor.kind, 1)


def _marker(text: Text, sentence: Sentence, first: int, joined: str) -> tuple[int, str]:
    """The start of the phrase with its titles, and the preposition that it stands after."""
    clitic = joined.lstrip("وف")[:1]
    if clitic in _CLITICS and clitic:
        return first, clitic
    i = first
    while i > sentence.first and first - i < _TITLE_REACH:
        before = text.forms[i - 1]
        if before in cues("noun_preposition") or before in cues("place") or before in cues("target"):
            return i, before
        if not before.isalpha() or before in cues("complement") or before in cues("relative"):
            break
        if i - 1 in _heads(text, sentence):
            break
        i -= 1
        if (
            before[:1] in _CLITICS
            and len(before) > 4
            and before[1:3] in ("ال", "رئ", "نظ", "وز", "قا", "مس", "مب")
        ):
            return i, before[:1]
        if before.startswith("لل"):
            return i, "ل"
    return first, ""


_stops: tuple[tuple[int, int], set[int]] = ((-1, -1), set())


def _heads(text: Text, sentence: Sentence) -> set[int]:
    return _stops[1] if _stops[0] == (id(text), sentence.first) else set()


def assign(draft: Draft, actors: Sequence[ActorMention], found: Sequence[Phrase]) -> None:
    """Give the draft its sources, targets and place from the phrases of its clause."""
    clause = draft.reading.clauses[draft.trigger.clause]
    near = [p for p in found if p.first >= clause.first and p.last <= clause.last]
    if draft.trigger.is_verb:
        _around_verb(draft, actors, near)
    else:
        _around_noun(draft, actors, near)
    for phrase in near:
        _place(draft, actors, phrase)


def _place(draft: Draft, actors: Sequence[ActorMention], phrase: Phrase) -> None:
    head = phrase.heads[0]
    if draft.place is None and head not in draft.roles and actors[head].kind in ("place", "state"):
        if phrase.marker in cues("place") or phrase.marker == "ب":
            draft.place = head


def _around_verb(draft: Draft, actors: Sequence[ActorMention], near: Sequence[Phrase]) -> None:
    verb = draft.trigger
    before = [p for p in near if p.last <= verb.first and not p.marker]
    after = [p for p in near if p.first >= verb.last]
    plain = [p for p in after if not p.marker]
    if is_passive(draft):
        _give(draft, (before[-1:] or plain[:1]), "target")
        _give(draft, [p for p in after if p.marker in cues("agent")][:1], "source")
        return
    if before:
        _give(draft, before[-1:], "source")
        _give(draft, plain[:1], "target")
    else:
        _give(draft, plain[:1], "source")
        _give(draft, plain[1:2], "target")
    _give(draft, [p for p in after if _targets(draft, actors, p)][:1], "target")


def _targets(draft: Draft, actors: Sequence[ActorMention], phrase: Phrase) -> bool:
    """Whether a preposition makes the phrase the target."""
    if phrase.marker in cues("target"):
        return True
    return phrase.marker in _CLITICS and actors[phrase.heads[0]].kind != "place" and draft.type != "OTHER"


def _around_noun(draft: Draft, actors: Sequence[ActorMention], near: Sequence[Phrase]) -> None:
    noun = draft.trigger
    after = [p for p in near if p.first >= noun.last and p.first - noun.last <= 10]
    for phrase in after:
        gap = phrase.first - noun.last
        if not phrase.marker and gap <= _GENITIVE_REACH and not draft.roles:
            patient = not phrase.adjective and noun.entry.lemma in patient_nouns()
            _give(draft, [phrase], "target" if patient else "source")
        elif phrase.marker == "بين":
            _between(draft, phrase)
        elif phrase.marker in cues("agent"):
            _give(draft, [phrase], "source")
        elif _targets(draft, actors, phrase) and not draft.of_role("target"):
            _give(draft, [phrase], "target")


def _between(draft: Draft, phrase: Phrase) -> None:
    first, *rest = phrase.heads
    draft.roles.setdefault(first, "source")
    for head in rest:
        draft.roles.setdefault(head, "target")


def _give(draft: Draft, some: Sequence[Phrase], role: Role) -> None:
    for phrase in some:
        for head in phrase.heads:
            draft.roles.setdefault(head, role)


def is_passive(draft: Draft) -> bool:
    """Whether the verb's subject suffers the event: passive form, استشهد, or قُتل before a number."""
    inflection = draft.trigger.inflection
    if inflection is None or not draft.trigger.is_verb:
        return False
    return inflection.voice == "p" or draft.lemma in patient_verbs()


@cache
def patient_nouns() -> frozenset[str]:
    """Lemmas of nouns whose genitive is the one that suffers the event: مقتل, اعتقال."""
    return frozenset(row["word"] for row in table("ar/events/patients.tsv") if row["kind"] == "noun")


@cache
def patient_verbs() -> frozenset[str]:
    """Lemmas of verbs whose subject suffers the event: استشهد, توفي."""
    return frozenset(row["word"] for row in table("ar/events/patients.tsv") if row["kind"] == "verb")


__all__ = ["Phrase", "Trigger", "assign", "family", "phrases"]
