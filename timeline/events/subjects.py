"""Whose deed a verb tells: subjects after it, before it, in another clause, or left out."""

from __future__ import annotations

from collections.abc import Sequence

from timeline.events.clauses import Clause, Trigger
from timeline.events.lexicon import cues, names_office
from timeline.events.parts import acts, gender, targets
from timeline.events.phrases import Phrase, carries_preposition
from timeline.events.scene import PUNCTUATION, Scene

_GENITIVE_REACH = 4
_ANTECEDENT_REACH = 4
MOVES = frozenset(("visit",))
"""Modes of events that go to a place."""
_INSIDE = frozenset(("ل", "of", "من"))
_PARTICLES = ("noun_preposition", "complement", "place", "target", "relative")


class Subjects:
    """The subjects of a sentence's verbs, in its order.

    `topic` is the last subject before the sentence, for verbs that leave theirs out; `by_verb` maps a verb's
    token to its subject, `last` is the one found last: mention indexes each.
    """

    def __init__(self, scene: Scene, topic: list[int]) -> None:
        self.scene, self.topic = scene, topic
        self.text, self.reading, self.found = scene.text, scene.reading, scene.found
        self.by_verb: dict[int, list[int]] = {}
        self.last: list[int] = []

    def find(
        self, verb: Trigger, before: Sequence[Phrase], plain: Sequence[Phrase], mode: str | None
    ) -> list[int]:
        """The subject of a verb with the phrases before it that could be, and those after it."""
        subject = self._subject(verb, before, plain, mode)
        self.by_verb[verb.first] = self.last = subject or self.last
        if subject and self.reading.clauses[verb.clause].kind not in ("relative", "complement"):
            self.topic[:] = subject
        return subject

    def before(self, verb: Trigger) -> list[Phrase]:
        """Phrases that can be the subject before its verb; for a relative verb the noun it tells of."""
        clause = self.reading.clauses[verb.clause]
        told = verb.inflection is not None and verb.inflection.pronoun and clause.kind == "relative"
        before = [p for p in self.scene.near(verb) if p.last <= verb.first and not p.marker and acts(p)]
        if before or verb.clause == 0:
            return [] if told else before
        joined = verb.inflection is not None and verb.inflection.conjunction
        beside = [p for p in self.found if p.last == verb.first and not p.marker and acts(p)]
        if beside and not (told or joined):  # والعائلات تطالب; but شبان قتلتهم قوات, اقتحموا البرلمان وأحرقوا
            return beside
        return self._earlier(verb, clause, told=bool(told))

    def _earlier(self, verb: Trigger, clause: Clause, *, told: bool) -> list[Phrase]:
        """A subject that stands before the verb's clause."""
        opener = self.text.forms[clause.first]
        earlier = [p for p in self.found if p.last <= clause.first and acts(p)]
        if opener == "ان" and verb.first == clause.first + 1:
            return [p for p in earlier if p.last == clause.first and p.marker == "ل"]  # سبق لبوتين أن زار
        if clause.kind == "relative" and not told:
            if names_office(self.scene.after(verb)):  # التي حذر رئيسها
                return []
            return [p for p in earlier if clause.first - p.last <= _ANTECEDENT_REACH][-1:]
        aside = opener in PUNCTUATION and opener != ":" and verb.first <= clause.first + 2
        if opener in ("قد", "وقد", "فقد") or aside:
            held = self.reading.clauses[verb.clause - 1]
            opening = [p for p in earlier if not p.marker and held.first <= p.first <= held.first + 2]
            return opening[:1] if held.verb is None or held.verb.entry.use == "state" else []
        return []

    def _subject(
        self, verb: Trigger, before: Sequence[Phrase], plain: Sequence[Phrase], mode: str | None
    ) -> list[int]:
        found = self._relayed(verb)
        if found or before:
            return found or before[-1].heads
        if self._resumes(verb) or self._own(verb) or self._goes_on_meeting(verb, plain):
            return self.last
        if self._told_of_antecedent(verb) or self._told_of_event(verb):
            return []
        return self._beside(verb, plain, mode) or self._left_out(verb, plain)

    def _beside(self, verb: Trigger, plain: Sequence[Phrase], mode: str | None) -> list[int]:
        """The subject among the phrases after a verb, or before one in the dual."""
        if not plain:
            return self._pair(verb)
        named = self._apposed(verb, plain)
        if named is not None:
            return named.heads
        return plain[0].heads if self._can_act(verb, plain[0], mode) else []

    def _told_of_event(self, verb: Trigger) -> bool:
        """ضرب زلزال تركيا: the subject is itself an event."""
        return any(t.first == verb.last and not t.is_verb for t in self.reading.triggers)

    def _told_of_antecedent(self, verb: Trigger) -> bool:
        """التفجير الذي استهدف مسجد القوات: the noun before الذي is the subject, though it is no actor."""
        first, inflection = self.reading.clauses[verb.clause].first, verb.inflection
        opener = self.text.forms[first].removeprefix("و")
        if inflection is None or inflection.pronoun or verb.first != first + 1:
            return False
        agrees = (opener == "الذي" and inflection.gender == "m") or (
            opener == "التي" and inflection.gender == "f"
        )
        return agrees and inflection.number == "s" and verb.entry.use != "speech"

    def _left_out(self, verb: Trigger, plain: Sequence[Phrase]) -> list[int]:
        """The subject of a verb that has none beside it: the sentence's, or the story's."""
        bare = not plain or _several(verb)
        goes_on = self.reading.clauses[verb.clause].kind == "coordinate" and bare
        if names_office(self.scene.after(verb)) or self._has_subject(verb):  # وأكد قائد سابق
            return []
        if self._drops_subject(verb):
            held = self.last if goes_on and self.last else list(self.topic)
            held = held if all(self._agrees(verb, head) for head in held) else []
            return held if len(held) > 1 or not _dual(verb) else []
        return self._within_subject(verb) or (self.last if goes_on else [])

    def _has_subject(self, verb: Trigger) -> bool:
        """أن عدد المصارف تراجع: a noun that names no actor stands as the subject before its verb."""
        clause = self.reading.clauses[verb.clause]
        opens = self.text.forms[clause.first : clause.first + 2]
        counted = opens[0] == "ان" and opens[-1] in cues("partitive")
        return counted and clause.kind == "complement" and verb.first - clause.first > 1

    def _agrees(self, verb: Trigger, head: int) -> bool:
        """Whether a verb can leave out this subject: حصل is not what a كلية did."""
        actor, inflection = self.scene.actors[head], verb.inflection
        if inflection is None or inflection.number != "s":
            return True
        return gender(actor) in ("", inflection.gender)

    def _can_act(self, verb: Trigger, phrase: Phrase, mode: str | None) -> bool:
        """Whether the first phrase after a verb is its subject: no place is, nor a state that is visited.

        After a verb in the plural or the dual no subject comes: أحرقوا العلم الإسرائيلي.
        """
        if _several(verb):
            return False
        if mode in MOVES and phrase.kind == "state" and not (phrase.adjective or phrase.led):
            return False
        next_to_it = phrase.first == verb.last and mode not in MOVES and verb.entry.type != "ASSAULT"
        return phrase.kind != "place" or phrase.led or next_to_it

    def _own(self, verb: Trigger) -> bool:
        """ذكرت الشرطة أنها اعتقلت: the pronoun is the one who speaks."""
        first = self.reading.clauses[verb.clause].first
        return verb.first - first in (1, 2) and self.text.forms[first] in cues("own")

    def _apposed(self, verb: Trigger, plain: Sequence[Phrase]) -> Phrase | None:
        """حذر مدير مجمع الشفاء في مدينة غزة محمد أبو سلمية: the name far behind its title."""
        if len(plain) < 2 or verb.entry.lemma in cues("meets") or not self.scene.titled(plain[0]):
            return None
        busy = [t.first for t in self.reading.triggers if t.first > verb.first]
        named = next((p for p in plain[1:] if self.scene.names_person(p)), None)
        return named if named and not any(at < named.first for at in busy) else None

    def _relayed(self, verb: Trigger) -> list[int]:
        """نقلت الوكالة عن الوزير: who said it stands after عن."""
        if verb.entry.lemma not in cues("relay"):
            return []
        return next((p.heads for p in self.found if p.first >= verb.last and p.marker == "عن"), [])

    def _within_subject(self, verb: Trigger) -> list[int]:
        """هبط المؤشر العام لسوق أبوظبي: the actor in a subject that names none itself."""
        after = next((p for p in self.found if p.first >= verb.last), None)
        near = after is not None and after.first - verb.last <= _GENITIVE_REACH and after.marker in _INSIDE
        return list(after.heads) if near and after and after.kind != "place" else []

    def _resumes(self, verb: Trigger) -> bool:
        """رسالة هنأ فيها روسيا: the subject is the sentence's, not the noun after فيها."""
        opens = verb.first == self.reading.clauses[verb.clause].first
        return bool(self.last) and opens and self.scene.after(verb) in cues("resumption")

    def _goes_on_meeting(self, verb: Trigger, plain: Sequence[Phrase]) -> bool:
        """زار بيروت والتقى الرئيس: one phrase alone after و and a verb that needs two is the object."""
        joined = verb.inflection is not None and verb.inflection.conjunction
        with_whom = any(targets(p, "CONSULT") for p in self.scene.near(verb) if p.first >= verb.last)
        meets = verb.entry.lemma in cues("meets") and len(plain) == 1 and not with_whom
        if not meets or not (plain[0].last in self.scene.timed or self._is_particle_at(plain[0].last)):
            return False
        agrees = bool(self.last) and all(self._agrees(verb, head) for head in self.last)
        return bool(joined) and agrees

    def _pair(self, verb: Trigger) -> list[int]:
        """التقيا: the two persons last named before a verb in the dual."""
        if not _dual(verb):
            return []
        people: dict[str, int] = {}
        for phrase in reversed(self.found):
            if phrase.last <= verb.first and phrase.kind == "person":
                people.setdefault(self.scene.actors[phrase.heads[0]].id, phrase.heads[0])
        return list(people.values())[:2] if len(people) > 1 else []

    def _drops_subject(self, verb: Trigger) -> bool:
        """Whether no noun follows that could be the subject: وأضاف أن, زار في …, وأحرقوا"""
        if _several(verb):
            return True
        return self._is_particle_at(verb.last)

    def _is_particle_at(self, token: int) -> bool:
        """Whether no noun stands at a token that a verb could have as its subject or object."""
        after = self.scene.form_at(token)
        particle = not after.isalpha() or any(after in cues(kind) for kind in _PARTICLES)
        return (particle and after != "(") or carries_preposition(after, 2)


def _several(verb: Trigger) -> bool:
    return verb.inflection is not None and verb.inflection.number in ("d", "p")


def _dual(verb: Trigger) -> bool:
    return verb.inflection is not None and verb.inflection.number == "d"
