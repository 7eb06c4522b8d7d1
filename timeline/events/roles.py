"""Who did it and to whom: participants from Arabic word order, prepositions and the genitive."""

from __future__ import annotations

from collections.abc import Iterable, Sequence

from timeline.events.clauses import Clause, Reading, Trigger
from timeline.events.lexicon import cues
from timeline.events.parts import acts, give, is_passive, receive, suffers, takes_patient, targets
from timeline.events.phrases import Phrase
from timeline.events.quantities import is_count
from timeline.model import ActorMention, Role
from timeline.text import Text

_GENITIVE_REACH = 4
_NOUN_REACH = 12
_ANTECEDENT_REACH = 4
_COUNT_REACH = 3
_PUNCTUATION = frozenset('؛;:–—|()[]«»"“”-')
_MOVES = frozenset(("visit",))
_SPEECH_ACTS = frozenset(("ACCUSE", "SUPPORT", "REQUEST", "THREATEN", "REJECT"))
_VIOLENT = frozenset(("ASSAULT", "COERCE", "THREATEN"))
_INSIDE = frozenset(("ل", "of", "من"))


class Casting:
    """The roles of one sentence. `topic` is the last subject before it, for verbs that leave theirs out."""

    def __init__(
        self,
        text: Text,
        reading: Reading,
        found: Sequence[Phrase],
        topic: list[int],
        actors: Sequence[ActorMention],
    ) -> None:
        self.actors = actors
        self.text, self.reading, self.found, self.topic = text, reading, found, topic
        self.subjects: dict[int, list[int]] = {}
        self.last: list[int] = []
        self.attackers: list[int] = []

    def cast(self, trigger: Trigger, kind: str, mode: str | None) -> dict[int, Role]:
        """Actor mention → role in the trigger's event, whose type is `kind`."""
        roles: dict[int, Role] = {}
        if trigger.is_verb:
            self._around_verb(trigger, kind, mode, roles)
        else:
            self._around_noun(trigger, kind, roles)
        doers = [head for head, role in roles.items() if role == "source"]
        if kind in _VIOLENT and doers:
            self.attackers = doers
        return roles

    def place(self, trigger: Trigger, roles: dict[int, Role]) -> int | None:
        """The actor mention that says where it happened."""
        visit = trigger.entry.mode in _MOVES
        for phrase in sorted(self._near(trigger), key=lambda p: abs(p.first - trigger.last)):
            inside = phrase.marker in cues("place") or phrase.marker == "ب"
            visited = visit and phrase.kind == "place" and phrase.marker in ("", "ل", "of", "الي")
            if (inside or visited) and phrase.kind in ("place", "state") and phrase.heads[0] not in roles:
                return phrase.heads[0]
        return None

    def _near(self, trigger: Trigger) -> list[Phrase]:
        first, last = self._extent(trigger.clause)
        return [p for p in self.found if p.first >= first and p.last <= last]

    def _extent(self, at: int) -> tuple[int, int]:
        """The clause with what brackets, dashes and quotation marks only set off in it."""
        clauses = self.reading.clauses
        last = at
        while last + 1 < len(clauses) and self._set_off(clauses[last + 1]):
            last += 1
        return clauses[at].first, clauses[last].last

    def _set_off(self, clause: Clause) -> bool:
        return (
            clause.kind == "opener" and clause.verb is None and self.text.forms[clause.first] in _PUNCTUATION
        )

    def _around_verb(self, verb: Trigger, kind: str, mode: str | None, roles: dict[int, Role]) -> None:
        near = self._near(verb)
        after = [p for p in near if p.first >= verb.last]
        plain = [p for p in after if not p.marker and not self._accusative(p)]
        before = self._before(verb, near)
        if is_passive(verb) or (not before and self._counts_victims(verb, after)):
            give(roles, before[-1:] or [p for p in after if not p.marker][:1], "target")
            self.topic[:] = list(roles) or self.topic
            give(roles, [p for p in after if p.marker in cues("agent")][:1], "source")
            return
        subject = self._subject(verb, before, plain, mode)
        roles.update(dict.fromkeys(subject, "source"))
        self.subjects[verb.first] = self.last = subject or self.last
        if subject and self.reading.clauses[verb.clause].kind not in ("relative", "complement"):
            self.topic[:] = subject
        told = next((p.last for p in after if set(p.heads) & set(subject)), verb.last)
        others = [p for p in after if p.first >= told]
        objects = [p for p in others if not p.marker and suffers(p, kind) and not self._nominative(p)]
        marked = [p for p in others if p.marker and targets(p, kind)]
        give(roles, (objects or marked or self._spoken_of(verb, kind, others))[:1], "target")

    def _counts_victims(self, verb: Trigger, after: Sequence[Phrase]) -> bool:
        """قتل خمسة أشخاص: counted people alone after a killing are those killed."""
        bare = [p for p in after if not p.marker and p.kind != "place"]
        if verb.entry.use != "casualty" or len(bare) != 1 or not self._people(bare[0]):
            return False
        between = self.text.forms[verb.last : bare[0].first + 1]
        return len(between) <= _COUNT_REACH and any(is_count(form) for form in between)

    def _accusative(self, phrase: Phrase) -> bool:
        """Whether its ending says that the phrase is no subject: استهدفت نازحين, اعتقلت شابا."""
        return self._people(phrase) and self._head(phrase).endswith(("ين", "ا")) and phrase.marker == ""

    def _nominative(self, phrase: Phrase) -> bool:
        """Whether its ending says that the phrase is no object: مستوطنون, جنديان."""
        return self._people(phrase) and self._head(phrase).endswith(("ون", "ان"))

    def _people(self, phrase: Phrase) -> bool:
        actor = self.actors[phrase.heads[0]]
        return actor.kind == "group" or actor.form == "adjective"

    def _head(self, phrase: Phrase) -> str:
        return self.text.forms[phrase.first]

    def _spoken_of(self, verb: Trigger, kind: str, others: Sequence[Phrase]) -> Sequence[Phrase]:
        """حذر من تعطيل إسرائيل الاتفاق, اتهم … بأن إسرائيل: whom a speech act is about, in whatever words."""
        if kind not in _SPEECH_ACTS:
            return ()
        clauses = self.reading.clauses
        if not others and verb.clause + 1 < len(clauses) and clauses[verb.clause + 1].kind == "complement":
            first, last = clauses[verb.clause + 1].first, clauses[verb.clause + 1].last
            others = [p for p in self.found if p.first >= first and p.last <= last]
        return [p for p in others if p.kind not in ("place", "person") or p.marker in ("", "of")]

    def _before(self, verb: Trigger, near: Iterable[Phrase]) -> list[Phrase]:
        """Phrases that can be the subject before its verb; for a relative verb the noun it tells of."""
        clause = self.reading.clauses[verb.clause]
        before = [p for p in near if p.last <= verb.first and not p.marker and acts(p)]
        if before or verb.clause == 0:
            return [] if verb.inflection and verb.inflection.pronoun and clause.kind == "relative" else before
        beside = [p for p in self.found if p.last == verb.first and not p.marker and acts(p)]
        if beside:  # والعائلات تطالب
            return beside
        opener = self.text.forms[clause.first]
        earlier = [p for p in self.found if p.last <= clause.first and acts(p)]
        if opener == "ان" and verb.first == clause.first + 1:
            return [p for p in earlier if p.last == clause.first and p.marker == "ل"]  # سبق لبوتين أن زار
        if clause.kind == "relative" and not (verb.inflection and verb.inflection.pronoun):
            return [p for p in earlier if clause.first - p.last <= _ANTECEDENT_REACH][-1:]
        aside = opener in _PUNCTUATION and opener != ":" and verb.first <= clause.first + 2
        if opener in ("قد", "وقد", "فقد") or aside:
            held = self.reading.clauses[verb.clause - 1]
            opening = [p for p in earlier if not p.marker and held.first <= p.first <= held.first + 2]
            return opening[:1] if self._open(held) else []
        return []

    def _open(self, clause: Clause) -> bool:
        """Whether the clause has a subject but no verb of its own yet."""
        return clause.verb is None or clause.verb.entry.use == "state"

    def _subject(
        self, verb: Trigger, before: Sequence[Phrase], plain: Sequence[Phrase], mode: str | None
    ) -> list[int]:
        held = self._relayed(verb)
        if held or before:
            return held or before[-1].heads
        held = self._held_subject(verb, plain)
        if held:
            return held
        named = self._apposed(verb, plain)
        if named is not None:
            return named.heads
        for phrase in plain[:1]:
            if self._can_act(verb, phrase, mode):
                return phrase.heads
        goes_on = self.reading.clauses[verb.clause].kind == "coordinate" and not plain
        if self._drops_subject(verb):
            held = self.last if goes_on and self.last else list(self.topic)
            return held if len(held) > 1 or not self._dual(verb) else []
        return self._within_subject(verb) or (self.last if goes_on else [])

    def _can_act(self, verb: Trigger, phrase: Phrase, mode: str | None) -> bool:
        """Whether the first phrase after a verb is its subject; a place is not, nor is a state that is visited."""
        next_to_it = phrase.first == verb.last
        if mode in _MOVES and phrase.kind == "state" and not (phrase.adjective or phrase.led):
            return False
        return phrase.kind != "place" or phrase.led or (next_to_it and mode not in _MOVES and verb.entry.type != "ASSAULT")

    def _own(self, verb: Trigger) -> bool:
        """ذكرت الشرطة أنها اعتقلت: the pronoun is the one who speaks."""
        first = self.reading.clauses[verb.clause].first
        return verb.first - first in (1, 2) and self.text.forms[first] in cues("own")

    def _apposed(self, verb: Trigger, plain: Sequence[Phrase]) -> Phrase | None:
        """حذر مدير مجمع الشفاء في مدينة غزة محمد أبو سلمية: the name far behind its title."""
        if len(plain) < 2 or verb.entry.lemma in cues("meets") or not self._titled(plain[0]):
            return None
        busy = [t.first for t in self.reading.triggers if t.first > verb.first]
        named = next((p for p in plain[1:] if self._names(p)), None)
        return named if named and not any(at < named.first for at in busy) else None

    def _titled(self, phrase: Phrase) -> bool:
        """Whether a phrase is an office or a kind of person, after which the name can come."""
        what = self.actors[phrase.heads[0]]
        return not self._names(phrase) and (
            phrase.led or (what.form == "description" and what.kind != "organisation")
        )

    def _names(self, phrase: Phrase) -> bool:
        actor = self.actors[phrase.heads[0]]
        return actor.kind == "person" and actor.form == "name"

    def _held_subject(self, verb: Trigger, plain: Sequence[Phrase]) -> list[int]:
        """A subject that does not stand where subjects stand: the sentence's own, a pair."""
        if self._resumes(verb) or self._own(verb):
            return self.last
        return [] if plain else self._pair(verb)

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
        after = self.text.forms[verb.last] if verb.last < self.reading.sentence.last else ""
        return (
            bool(self.last)
            and verb.first == self.reading.clauses[verb.clause].first
            and after in cues("resumption")
        )

    def _pair(self, verb: Trigger) -> list[int]:
        """التقيا: the two persons last named before a verb in the dual."""
        if not self._dual(verb):
            return []
        people: dict[str, int] = {}
        for phrase in reversed(self.found):
            if phrase.last <= verb.first and phrase.kind == "person":
                people.setdefault(self.actors[phrase.heads[0]].id, phrase.heads[0])
        return list(people.values())[:2] if len(people) > 1 else []

    def _dual(self, verb: Trigger) -> bool:
        return verb.inflection is not None and verb.inflection.number == "d"

    def _drops_subject(self, verb: Trigger) -> bool:
        """Whether no noun follows that could be the subject: وأضاف أن, زار في …"""
        after = self.text.forms[verb.last] if verb.last < self.reading.sentence.last else "."
        known = ("noun_preposition", "complement", "place", "target", "relative")
        particle = not after.isalpha() or any(after in cues(kind) for kind in known)
        return particle or after[:1] in "بل"

    def _around_noun(self, noun: Trigger, kind: str, roles: dict[int, Role]) -> None:
        if noun.entry.use == "casualty":
            give(roles, [p for p in self.found if p.first <= noun.first < p.last], "target")
        after = [p for p in self._near(noun) if p.first >= noun.last - 1 and p.last > noun.last]
        until = self._next_deed(noun)
        for phrase in (p for p in after if p.first <= min(until, noun.last + _NOUN_REACH)):
            self._after_noun(noun, kind, phrase, roles)
        if noun.carrier is not None and noun.carrier.entry.lemma in cues("receives"):
            receive(roles, self.subjects.get(noun.carrier.first, []), [p for p in after if p.marker == "من"])
        elif "source" not in roles.values():
            doer = self._doer(noun) or (self.attackers if kind in _VIOLENT else [])
            roles.update({head: "source" for head in doer if head not in roles})

    def _next_deed(self, trigger: Trigger) -> int:
        """Where the next event of its sentence is named, whose phrases are not this one's."""
        later = (t.first for t in self.reading.triggers if t.first > trigger.last and t.entry.use == "event")
        return next(later, self.reading.sentence.last)

    def _after_noun(self, noun: Trigger, kind: str, phrase: Phrase, roles: dict[int, Role]) -> None:
        genitive = phrase.marker in ("", "of") and phrase.first - noun.last <= _GENITIVE_REACH and not roles
        owned = noun.inflection is not None and noun.inflection.pronoun
        patient = (takes_patient(noun) and not self._done_to_next(noun, phrase)) or owned
        if genitive and ((phrase.adjective and not phrase.led) or not patient):
            near = not phrase.adjective or phrase.first == noun.last or phrase.led
            give(roles, [phrase] if near else [], "source")
        elif genitive:
            give(roles, [phrase] if suffers(phrase, kind) else [], "target")
        elif phrase.marker == "بين":
            roles.setdefault(phrase.heads[0], "source")
            roles.update(dict.fromkeys(phrase.heads[1:], "target"))
        elif phrase.marker in cues("agent") or (phrase.marker == "ل" and noun.entry.lemma in cues("owned")):
            give(roles, [phrase], "source")  # هجمات لحركة الشباب
        elif "target" not in roles.values() and targets(phrase, kind):
            give(roles, [phrase], "target")

    def _done_to_next(self, noun: Trigger, phrase: Phrase) -> bool:
        """قنص مقاتليها جنديا: with an object of its own, what follows the noun is the doer."""
        later = (p for p in self._near(noun) if p.first >= phrase.last)
        return any(self._accusative(p) and p.first - phrase.last <= 1 for p in later)

    def _doer(self, noun: Trigger) -> list[int]:
        """Who does what a noun names: the subject of the verb that carries it, or whom its pronoun means."""
        if noun.entry.use == "casualty" and not (noun.inflection and noun.inflection.pronoun):
            return []
        carrier = noun.carrier
        while carrier is not None and not carrier.is_verb:
            carrier = carrier.carrier
        before = [p for p in self.found if p.last == noun.first and p.kind != "place"]
        if before:  # استخدام روسيا للفيتو
            return before[0].heads
        if carrier is not None and self._does(carrier, noun):
            return self.subjects.get(carrier.first, [])
        if noun.inflection is not None and noun.inflection.pronoun:
            verb = self.reading.clauses[noun.clause].verb
            return self.subjects.get(verb.first, self.topic) if verb else list(self.topic)
        return []

    def _does(self, carrier: Trigger, noun: Trigger) -> bool:
        """Whether the carrier's subject does what the noun names: شن هجوما; not ندد بالهجوم."""
        if carrier.entry.use == "result" or is_passive(carrier):
            return False
        known = noun.inflection is not None and noun.inflection.article
        return carrier.entry.use in ("light", "phase") or not known
