"""Who did it and to whom: participants from Arabic word order, prepositions and the genitive."""

from __future__ import annotations

from collections.abc import Sequence

from timeline.events.clauses import Trigger
from timeline.events.lexicon import cues, family
from timeline.events.parts import give, is_passive, is_victim, receive, suffers, takes_patient, targets
from timeline.events.phrases import Phrase
from timeline.events.quantities import is_count
from timeline.events.scene import Scene
from timeline.events.subjects import MOVES, Subjects
from timeline.model import Role

_GENITIVE_REACH = 4
_NOUN_REACH = 12
_COUNT_REACH = 3
_SPEECH_ACTS = frozenset(("ACCUSE", "SUPPORT", "REQUEST", "THREATEN", "REJECT"))
_VIOLENT = frozenset(("ASSAULT", "COERCE", "THREATEN"))


class Casting:
    """The roles of one sentence. `topic` is the last subject before it, for verbs that leave theirs out."""

    def __init__(self, scene: Scene, topic: list[int]) -> None:
        self.scene, self.topic = scene, topic
        self.text, self.reading, self.found = scene.text, scene.reading, scene.found
        self.subjects = Subjects(scene, topic)
        self.attackers: list[int] = []
        self.doers: dict[int, list[int]] = {}

    def cast(self, trigger: Trigger, kind: str, mode: str | None) -> dict[int, Role]:
        """Actor mention → role in the trigger's event, whose type is `kind`."""
        roles: dict[int, Role] = {}
        lemma = family().get(trigger.entry.lemma, trigger.entry.lemma)
        kind = "CONTEST" if lemma in cues("beats") else "WIN" if lemma in cues("wins") else kind
        if trigger.is_verb:
            self._around_verb(trigger, kind, mode, roles)
        else:
            self._around_noun(trigger, kind, roles)
        if kind == "ASSAULT":
            roles |= {head: "target" for head in roles if is_victim(self.scene.actors[head])}
        doers = self.doers[trigger.first] = [head for head, role in roles.items() if role == "source"]
        if kind in _VIOLENT and doers:
            self.attackers = doers
        return roles

    def place(self, trigger: Trigger, roles: dict[int, Role]) -> int | None:
        """The actor mention that says where it happened."""
        visit = trigger.entry.mode in MOVES
        struck = _strikes(trigger) or (trigger.carrier is not None and _strikes(trigger.carrier))
        for phrase in sorted(self.scene.near(trigger), key=lambda p: abs(p.first - trigger.last)):
            inside = phrase.marker in cues("place") or phrase.marker == "ب" or (struck and not phrase.marker)
            visited = visit and phrase.kind == "place" and phrase.marker in ("", "ل", "of", "الي")
            if (inside or visited) and phrase.kind in ("place", "state") and phrase.heads[0] not in roles:
                return phrase.heads[0]
        return None

    def _around_verb(self, verb: Trigger, kind: str, mode: str | None, roles: dict[int, Role]) -> None:
        if _strikes(verb):
            self.subjects.by_verb[verb.first] = []
            return
        after = [p for p in self.scene.near(verb) if p.first >= verb.last]
        before = self.subjects.before(verb)
        freed = [p for p in after if p.first == verb.last and self._construct(verb)]
        if freed:
            give(roles, freed, "target")
            give(roles, before[-1:], "source")
            return
        if is_passive(verb) or (not before and self._counts_victims(verb, after)):
            self._suffered(before, after, roles)
            return
        until = self.scene.foreground(verb)
        own = [p for p in after if p.first < until]
        plain = [p for p in own if not p.marker and not self.scene.accusative(p)]
        subject = self.subjects.find(verb, before, plain, mode)
        if verb.entry.lemma in cues("receives"):
            receive(roles, subject, [p for p in after if p.marker == "من"])
            return
        roles.update(dict.fromkeys(subject, "source"))
        doer = next((p for p in after if set(p.heads) & set(subject)), None)
        self._done_by(verb, kind, doer, own, roles)

    def _done_by(
        self, verb: Trigger, kind: str, doer: Phrase | None, own: Sequence[Phrase], roles: dict[int, Role]
    ) -> None:
        """The target of a verb, among its own phrases after the doer."""
        others = [p for p in own if doer is None or p.first >= doer.last]
        meant = None if verb.entry.lemma in cues("meets") else doer
        objects = [p for p in others if not p.marker and suffers(p, kind) and self.scene.can_suffer(p, meant)]
        marked = [p for p in others if p.marker and targets(p, kind)]
        if kind == "CONSULT":  # التقى بوزير الخارجية
            objects = sorted((*objects, *marked), key=lambda p: p.first)
        give(roles, (objects or marked or self._spoken_of(verb, kind, others))[:1], "target")

    def _construct(self, verb: Trigger) -> bool:
        """أطلقت سراح الرهائن: the last word of the trigger takes a genitive."""
        last = self.text.forms[verb.last - 1]
        return verb.last - verb.first > 1 and last in cues("construct")

    def _suffered(self, before: Sequence[Phrase], after: Sequence[Phrase], roles: dict[int, Role]) -> None:
        """The roles of a passive verb: قُتل جنديان برصاص مسلحين."""
        give(roles, before[-1:] or [p for p in after if not p.marker][:1], "target")
        self.topic[:] = list(roles) or self.topic
        give(roles, [p for p in after if p.marker in cues("agent")][:1], "source")

    def _counts_victims(self, verb: Trigger, after: Sequence[Phrase]) -> bool:
        """قتل خمسة أشخاص, قتل شاب برصاص الجيش: people alone after a killing are those killed."""
        bare = [p for p in after if not p.marker and p.kind != "place"]
        if verb.entry.use != "casualty" or len(bare) != 1:
            return False
        if bare[0].kind in ("person", "group") and any(p.marker in cues("agent") for p in after):
            return True
        if not self.scene.is_people(bare[0]):
            return False
        between = self.text.forms[verb.last : bare[0].first + 1]
        if self.text.forms[bare[0].first].endswith("ان"):  # قتل جنديان
            return True
        return len(between) <= _COUNT_REACH and any(is_count(form) for form in between)

    def _spoken_of(self, verb: Trigger, kind: str, others: Sequence[Phrase]) -> Sequence[Phrase]:
        """حذر من تعطيل إسرائيل الاتفاق, اتهم … بأن إسرائيل: whom a speech act is about, in whatever words."""
        if kind not in _SPEECH_ACTS:
            return ()
        clauses = self.reading.clauses
        if not others and verb.clause + 1 < len(clauses) and clauses[verb.clause + 1].kind == "complement":
            first, last = clauses[verb.clause + 1].first, clauses[verb.clause + 1].last
            others = [p for p in self.found if p.first >= first and p.last <= last]
        inside = cues("place")
        return [
            p
            for p in others
            if p.marker not in inside and (p.kind not in ("place", "person") or p.marker in ("", "of"))
        ]

    def _around_noun(self, noun: Trigger, kind: str, roles: dict[int, Role]) -> None:
        if noun.entry.use == "casualty":
            give(roles, [p for p in self.found if p.first <= noun.first < p.last], "target")
        after = [p for p in self.scene.near(noun) if p.first >= noun.last - 1 and p.last > noun.last]
        until = min(self.scene.next_deed(noun), noun.last + _NOUN_REACH)
        for phrase in (p for p in after if p.first <= until):
            self._after_noun(noun, kind, phrase, roles)
        if noun.carrier is not None and noun.carrier.entry.lemma in cues("receives"):
            subject = self.subjects.by_verb.get(noun.carrier.first, [])
            receive(roles, subject, [p for p in after if p.marker == "من"])
        elif "source" not in roles.values():
            doer = self._doer(noun) or (self.attackers if kind in _VIOLENT else [])
            roles.update({head: "source" for head in doer if head not in roles})

    def _after_noun(self, noun: Trigger, kind: str, phrase: Phrase, roles: dict[int, Role]) -> None:
        genitive = phrase.marker in ("", "of") and not roles and self._genitive(noun, phrase)
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
        elif "target" not in roles.values() and (targets(phrase, kind) or self._done_to(noun, phrase)):
            give(roles, [phrase], "target")

    def _genitive(self, noun: Trigger, phrase: Phrase) -> bool:
        """Whether the phrase can be the second term of the noun's idafa, or an adjective of it."""
        between = range(noun.last, phrase.first)
        counted = any(is_count(self.text.forms[i]) for i in between)  # مقتل نحو 3000 شخص
        if between and not (phrase.adjective or phrase.led or counted):  # زلزال مدمر تركيا
            return False
        return len(between) <= _GENITIVE_REACH and not any(
            i in self.scene.timed or self.text.forms[i][:1] == "و" for i in between
        )

    def _done_to_next(self, noun: Trigger, phrase: Phrase) -> bool:
        """قنص مقاتليها جنديا: with an object of its own, what follows the noun is the doer."""
        later = (p for p in self.scene.near(noun) if p.first >= phrase.last)
        return any(self.scene.accusative(p) and p.first - phrase.last <= 1 for p in later)

    def _done_to(self, noun: Trigger, phrase: Phrase) -> bool:
        """Whether the phrase is that object."""
        return takes_patient(noun) and self.scene.accusative(phrase)

    def _doer(self, noun: Trigger) -> list[int]:
        """Who does what a noun names: the subject of the verb that carries it, or whom its pronoun means."""
        if noun.entry.use == "casualty" and not (noun.inflection and noun.inflection.pronoun):
            return []
        if noun.twin is not None and self.doers.get(noun.twin.first):  # استهداف الجيش مستشفى واعتقال كوادره
            return self.doers[noun.twin.first]
        first = noun.heads[0].first if noun.heads else noun.first
        before = [p for p in self.found if p.last == first and p.kind != "place"]
        if before:  # استخدام روسيا للفيتو; but ضحايا الزلزال
            return [head for head in before[0].heads if not is_victim(self.scene.actors[head])]
        verb = self._governing(noun)
        if verb is not None:
            return self.subjects.by_verb.get(verb.first, self.topic if self._owned(noun) else [])
        return list(self.topic) if self._owned(noun) else []

    def _owned(self, noun: Trigger) -> bool:
        return noun.inflection is not None and bool(noun.inflection.pronoun)

    def _governing(self, noun: Trigger) -> Trigger | None:
        """The verb whose subject does what the noun names."""
        carrier = noun.carrier
        while carrier is not None and not carrier.is_verb:
            carrier = carrier.carrier
        if carrier is not None and self._does(carrier, noun):
            return carrier
        aims = noun.inflection is not None and noun.inflection.preposition == "li"
        implied = self._owned(noun) or aims or self._announced(noun)
        return self.reading.clauses[noun.clause].verb if implied else None

    def _announced(self, noun: Trigger) -> bool:
        """أصدرت الوزارة تقريرا حول ترحيل المخالفين: who announces that force was used has used it."""
        verb = self.reading.clauses[noun.clause].verb
        first = noun.heads[0].first if noun.heads else noun.first
        about = self.reading.before(self.text, first) in cues("about")
        return about and noun.entry.type == "COERCE" and verb is not None and verb.entry.use == "speech"

    def _does(self, carrier: Trigger, noun: Trigger) -> bool:
        """Whether the carrier's subject does what the noun names: شن هجوما; not ندد بالهجوم, تم اعتقال."""
        if carrier.entry.use == "result" or is_passive(carrier) or carrier.entry.lemma in cues("happens"):
            return False
        known = noun.inflection is not None and noun.inflection.article
        return carrier.entry.use in ("light", "phase") or not known


def _strikes(verb: Trigger) -> bool:
    """ضربت عاصفة الكويت: the verb carries a blow of nature; nobody deals it, and a state is where it fell."""
    return verb.entry.use == "light" and verb.entry.by_object
