"""Which verb takes a noun along: شن غارة, واصل محادثاته, أعلن إحباط هجوم; and which nouns qualify another."""

from __future__ import annotations

from timeline.events.clauses import Reading, Trigger
from timeline.events.lexicon import cues
from timeline.text import Text

_CARRY = frozenset(("light", "phase", "speech", "result", "state"))
_CARRY_TYPES = frozenset(("REQUEST", "THREATEN", "REJECT", "ACCUSE", "SUPPORT", "AGREE"))
_REACH = 12
_FAR = 20
"""A light verb is at a loss without its noun, however long its subject."""
_WEAK_HEADS = frozenset(("light", "weak", "phase"))


def carry(text: Text, reading: Reading) -> list[Trigger]:
    """The triggers of a sentence, each with its carrier, without nouns that only qualify another."""
    kept: list[Trigger] = []
    for trigger in reading.triggers:
        before = kept[-1] if kept else None
        if not trigger.is_verb and before is not None:
            if _qualifies(before, trigger):
                if before.entry.use not in _WEAK_HEADS or trigger.entry.use in _WEAK_HEADS:
                    continue
                kept.pop()
                trigger.carrier = before
                trigger.heads.append(before)
                before = before.carrier
            trigger.carrier = _carrier(text, kept, trigger) or trigger.carrier
        elif before is not None and trigger.is_verb and trigger.entry.use in ("light", "phase"):
            _lift(reading, kept, trigger)
        kept.append(trigger)
    return kept


def _lift(reading: Reading, kept: list[Trigger], verb: Trigger) -> None:
    """A noun before the verb that carries it: التعديل سيتم غدا, المحادثات التي جرت في موسكو."""
    noun, clause = kept[-1], reading.clauses[verb.clause]
    follows = clause.kind == "relative" and noun.clause == verb.clause - 1 and clause.first - noun.last <= 4
    taken = noun.entry.use == "event" or (noun.entry.use == "weak" and verb.entry.by_object)
    if not noun.is_verb and taken and (follows or noun.clause == verb.clause):
        noun.carrier = verb


def _qualifies(head: Trigger, noun: Trigger) -> bool:
    """Whether the noun is the second term of the head's idafa: عملية تهريب, تنفيذ حكم."""
    inflection = head.inflection
    if (
        head.is_verb
        or inflection is None
        or inflection.article
        or inflection.pronoun
        or noun.first != head.last
    ):
        return False
    form = noun.inflection
    return form is None or not (form.preposition or form.conjunction)


def _carrier(text: Text, kept: list[Trigger], noun: Trigger) -> Trigger | None:
    """The last trigger before the noun in its clause, where it is of a kind that takes nouns along."""
    form = noun.inflection
    if (
        form is not None
        and form.conjunction
        and kept
        and not kept[-1].is_verb
        and noun.first - kept[-1].last <= 6
    ):
        noun.twin = kept[-1] if kept[-1].clause == noun.clause else None
        return noun.twin.carrier if noun.twin else None
    for trigger in reversed(kept):
        if trigger.clause != noun.clause or noun.first - trigger.last > (
            _FAR if trigger.entry.use == "light" else _REACH
        ):
            return None
        if is_purpose(trigger, noun):
            return trigger
        if trigger.entry.use in _CARRY or (trigger.entry.type in _CARRY_TYPES and _adjoins(trigger, noun)):
            return trigger if not _led_away(text, trigger, noun) else None
        if trigger.is_verb or trigger.entry.use == "event":
            return None
    return None


def is_purpose(verb: Trigger, noun: Trigger) -> bool:
    """سافر للقاء بوتين, وصل لإجراء محادثات: the meeting is what the journey was."""
    head = (noun.twin or noun).heads[:1] or [noun.twin or noun]
    form = head[0].inflection
    aims = form is not None and form.preposition == "li" and not form.article
    return aims and verb.is_verb and verb.entry.type == noun.entry.type == "CONSULT"


def says_again(verb: Trigger, noun: Trigger) -> bool:
    """أشاد في رسالة, استخدم حق النقض: a noun of the clause that says no more than its verb."""
    if noun.is_verb or noun.entry.type == "OTHER" or verb.entry.type != noun.entry.type:
        return False
    return verb.first < noun.first and (noun.entry.use == "weak" or verb.entry.by_object)


def _adjoins(trigger: Trigger, noun: Trigger) -> bool:
    return noun.first - trigger.last <= 5


def _led_away(text: Text, trigger: Trigger, noun: Trigger) -> bool:
    """Whether a preposition other than the verb's own stands before the noun: أعلن بعد لقائه."""
    return any(form in cues("aside") for form in text.forms[trigger.last : noun.first])
