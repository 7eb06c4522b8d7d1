"""Which part a phrase can play in an event, and giving it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from timeline.events.clauses import Trigger
from timeline.events.lexicon import cues
from timeline.events.phrases import Phrase
from timeline.lexicon import table
from timeline.model import ActorMention, Role
from timeline.text import form

_CLITICS = frozenset(("ب", "ل"))


def acts(phrase: Phrase) -> bool:
    """Whether the phrase can be a subject before its verb."""
    return phrase.led or not (phrase.adjective or phrase.kind == "place")


def suffers(phrase: Phrase, kind: str) -> bool:
    """Whether an object without a preposition is the target of an event of this type."""
    who = phrase.led or not phrase.adjective
    return (
        who
        and phrase.kind != "place"
        and (kind not in ("OTHER", "WIN") or phrase.kind in ("person", "group"))
    )


def targets(phrase: Phrase, kind: str) -> bool:
    """Whether its preposition makes the phrase the target; a place is where it was, unless it is visited."""
    if kind == "OTHER" or (phrase.kind == "place" and phrase.marker != "لدي"):
        return False
    if kind == "WIN":  # فاز على المغرب; but فاز بالكأس
        return phrase.marker == "علي"
    return phrase.marker in cues("target") or phrase.marker in _CLITICS


def give(roles: dict[int, Role], some: Sequence[Phrase], role: Role) -> None:
    """Give a part to those who have none yet; places play none."""
    for phrase in some:
        if phrase.kind != "place":
            roles |= dict.fromkeys((head for head in phrase.heads if head not in roles), role)


def receive(roles: dict[int, Role], subject: Sequence[int], givers: Sequence[Phrase]) -> None:
    """تلقى بوتين اتصالا من شي, تعرض الوفد لهجوم: the subject is the target."""
    roles.update(dict.fromkeys(subject, "target"))
    roles.update(dict.fromkeys((head for p in givers[:1] for head in p.heads), "source"))


def takes_patient(noun: Trigger) -> bool:
    """Whether what follows the noun suffers the event: مقتل, اعتقال."""
    return noun.entry.lemma in patients("noun")


def is_passive(verb: Trigger) -> bool:
    """Whether the verb's subject suffers the event: a passive form, or استشهد."""
    if not verb.is_verb or verb.inflection is None:
        return False
    return verb.inflection.voice == "p" or verb.entry.lemma in patients("verb")


def is_victim(actor: ActorMention) -> bool:
    """Whether the word for somebody says what an attack did to them: قتلى, جرحى."""
    return not cues("victim").isdisjoint(form(actor.text).split())


def gender(actor: ActorMention) -> str:
    """The gender that verbs take an actor in, "m" or "f"; "" where its name does not tell: حماس, people."""
    first, *rest = form(actor.text).split()
    feminine = first.endswith(("ه", "ات")) or first in cues("feminine")
    if actor.form == "name" and actor.kind in ("state", "place"):
        return "m" if first in cues("masculine") else "f"
    if actor.kind in ("person", "group") or (actor.form == "name" and not rest and not feminine):
        return ""
    return "f" if feminine else "m"


@cache
def patients(kind: str) -> frozenset[str]:
    """Lemmas whose genitive (nouns: مقتل) or subject (verbs: استشهد) suffers the event."""
    return frozenset(row["word"] for row in table("ar/events/patients.tsv") if row["kind"] == kind)
