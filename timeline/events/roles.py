"""Who did it and to whom: participants from Arabic word order, prepositions and the genitive."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cache

from timeline.events.lexicon import cues
from timeline.events.phrases import Phrase
from timeline.events.reading import Clause, Reading, Trigger
from timeline.lexicon import table
from timeline.model import Role
from timeline.text import Text

_CLITICS = frozenset(("ب", "ل"))
_GENITIVE_REACH = 4
_NOUN_REACH = 12
_ANTECEDENT_REACH = 4
_PUNCTUATION = frozenset('؛;:–—|()[]«»"“”-')
_MOVES = frozenset(("visit",))


class Casting:
    """The roles of one sentence. `topic` is the last subject before it, for verbs that leave theirs out."""

    def __init__(self, text: Text, reading: Reading, found: Sequence[Phrase], topic: list[int]) -> None:
        self.text, self.reading, self.found, self.topic = text, reading, found, topic
        self.subjects: dict[int, list[int]] = {}

    def cast(self, trigger: Trigger, kind: str, mode: str | None) -> dict[int, Role]:
        """Actor mention → role in the trigger's event, whose type is `kind`."""
        roles: dict[int, Role] = {}
        if trigger.is_verb:
            self._around_verb(trigger, kind, mode, roles)
        else:
            self._around_noun(trigger, kind, roles)
        return roles

    def place(self, trigger: Trigger, roles: dict[int, Role]) -> int | None:
        """The actor mention that says where it happened."""
        for phrase in sorted(self._near(trigger), key=lambda p: abs(p.first - trigger.last)):
            inside = phrase.marker in cues("place") or phrase.marker == "ب"
            if inside and phrase.kind in ("place", "state") and phrase.heads[0] not in roles:
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
        plain = [p for p in after if not p.marker]
        before = self._before(verb, near)
        if is_passive(verb):
            _give(roles, before[-1:] or plain[:1], "target")
            _give(roles, [p for p in after if p.marker in cues("agent")][:1], "source")
            return
        subject = self._subject(verb, before, plain, mode)
        roles.update(dict.fromkeys(subject, "source"))
        self.subjects[verb.first] = subject
        if subject and not self._all_places(subject):
            self.topic[:] = subject
        objects = [p for p in plain if not set(p.heads) & set(subject)]
        marked = [p for p in after if p.marker and _targets(p, kind)]
        _give(roles, (objects or marked)[:1], "target")

    def _before(self, verb: Trigger, near: Iterable[Phrase]) -> list[Phrase]:
        """Phrases that can be the subject before its verb; for a relative verb the noun it tells of."""
        clause = self.reading.clauses[verb.clause]
        before = [p for p in near if p.last <= verb.first and not p.marker and not p.adjective]
        if before or verb.clause == 0:
            return before
        opener = self.text.forms[clause.first]
        earlier = [p for p in self.found if p.last <= clause.first]
        if clause.kind == "relative":
            return [p for p in earlier if clause.first - p.last <= _ANTECEDENT_REACH][-1:]
        if opener in ("قد", "وقد", "فقد") or opener in _PUNCTUATION:
            held = self.reading.clauses[verb.clause - 1]
            return (
                [p for p in earlier if not p.marker and p.first >= held.first][:1] if self._open(held) else []
            )
        return []

    def _open(self, clause: Clause) -> bool:
        """Whether the clause has a subject but no verb of its own yet."""
        return clause.verb is None or clause.verb.entry.use == "state"

    def _subject(
        self, verb: Trigger, before: Sequence[Phrase], plain: Sequence[Phrase], mode: str | None
    ) -> list[int]:
        if before:
            return before[-1].heads
        for phrase in plain[:1]:
            if not (phrase.kind == "place" and (mode in _MOVES or len(plain) == 1)) and not phrase.adjective:
                return phrase.heads
            if phrase.adjective and phrase.first - verb.last <= 2:
                return phrase.heads
        if plain and plain[0].kind == "place" and mode not in _MOVES and plain[0].first - verb.last <= 1:
            return plain[0].heads
        return list(self.topic) if self._drops_subject(verb) else []

    def _drops_subject(self, verb: Trigger) -> bool:
        """Whether no noun follows that could be the subject: وأضاف أن, زار في …"""
        after = self.text.forms[verb.last] if verb.last < self.reading.sentence.last else "."
        known = ("noun_preposition", "complement", "place", "target", "relative")
        particle = not after.isalpha() or any(after in cues(kind) for kind in known)
        attached = verb.inflection is not None and verb.inflection.pronoun
        return particle or after[:1] in "بل" or attached

    def _all_places(self, heads: Sequence[int]) -> bool:
        return any(p.kind == "place" for p in self.found if p.heads[0] == heads[0])

    def _around_noun(self, noun: Trigger, kind: str, roles: dict[int, Role]) -> None:
        after = [p for p in self._near(noun) if p.first >= noun.last - 1 and p.last > noun.last]
        for phrase in (p for p in after if p.first - noun.last <= _NOUN_REACH):
            self._after_noun(noun, kind, phrase, roles)
        if "source" not in roles.values():
            roles.update({head: "source" for head in self._doer(noun) if head not in roles})

    def _after_noun(self, noun: Trigger, kind: str, phrase: Phrase, roles: dict[int, Role]) -> None:
        genitive = not phrase.marker and phrase.first - noun.last <= _GENITIVE_REACH and not roles
        if genitive and (phrase.adjective or not _takes_patient(noun)):
            if not (noun.inflection and noun.inflection.pronoun):
                _give(roles, [phrase], "source")
        elif genitive or (not phrase.marker and _takes_patient(noun) and "target" not in roles.values()):
            _give(roles, [phrase], "target")
        elif phrase.marker == "بين":
            roles.setdefault(phrase.heads[0], "source")
            roles.update({head: "target" for head in phrase.heads[1:]})
        elif phrase.marker in cues("agent"):
            _give(roles, [phrase], "source")
        elif "target" not in roles.values() and (_targets(phrase, kind) or not phrase.marker):
            _give(roles, [phrase], "target")

    def _doer(self, noun: Trigger) -> list[int]:
        """Who does what a noun names: the subject of the verb that carries it, or whom its pronoun means."""
        if noun.entry.use == "casualty" and not (noun.inflection and noun.inflection.pronoun):
            return []
        carrier = noun.carrier
        while carrier is not None and not carrier.is_verb:
            carrier = carrier.carrier
        if carrier is not None and carrier.entry.use != "result" and not is_passive(carrier):
            return self.subjects.get(carrier.first, [])
        if noun.inflection is not None and noun.inflection.pronoun:
            verb = self.reading.clauses[noun.clause].verb
            return self.subjects.get(verb.first, self.topic) if verb else list(self.topic)
        return []


def _targets(phrase: Phrase, kind: str) -> bool:
    """Whether its preposition makes the phrase the target."""
    if phrase.marker in cues("target"):
        return True
    return phrase.marker in _CLITICS and phrase.kind != "place" and kind != "OTHER"


def _give(roles: dict[int, Role], some: Sequence[Phrase], role: Role) -> None:
    for phrase in some:
        for head in phrase.heads:
            roles.setdefault(head, role)


def _takes_patient(noun: Trigger) -> bool:
    return noun.entry.lemma in patients("noun")


def is_passive(verb: Trigger) -> bool:
    """Whether the verb's subject suffers the event: a passive form, or استشهد."""
    if not verb.is_verb or verb.inflection is None:
        return False
    return verb.inflection.voice == "p" or verb.entry.lemma in patients("verb")


@cache
def patients(kind: str) -> frozenset[str]:
    """Lemmas whose genitive (nouns: مقتل) or subject (verbs: استشهد) suffers the event."""
    return frozenset(row["word"] for row in table("ar/events/patients.tsv") if row["kind"] == kind)
