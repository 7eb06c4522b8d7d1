"""Which triggers the news reports as events, and which are background, manner or talk.

A log-linear model: named features of a draft, a weight each (lexicon/salience.toml, written by
timeline.events.training). Their sum is the log odds that a reader would put the event on a timeline.
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Iterator, Mapping, Set
from functools import cache

from timeline.events.draft import Draft
from timeline.events.lexicon import family
from timeline.lexicon import document

CROWDED = frozenset(("ASSAULT", "PROTEST"))
"""Types that Arabic news names more often than it reports them."""
_COMMON = frozenset(("ASSAULT", "PROTEST", "COERCE", "CONSULT", "OTHER"))
SPEECH_ACTS = frozenset(("ACCUSE", "SUPPORT", "REQUEST", "THREATEN", "REJECT", "AGREE", "CONCEDE"))
"""Types whose deed is something said."""


def score(draft: Draft, headlined: Set[str]) -> float:
    """The log odds that the draft is an event of the document; `headlined` are the headline's lemmas."""
    return odds(features(draft, headlined), weights())


def odds(names: Iterable[str], known: Mapping[str, float]) -> float:
    """The log odds that features add up to; one without a weight counts nothing."""
    return sum([known.get(name, 0.0) for name in names])


def confidence(score: float) -> float:
    """The probability that log odds stand for, at most 0.99."""
    return min(0.99, 1 / (1 + math.exp(-score)))


@cache
def weights() -> dict[str, float]:
    """Feature → weight; a feature without one counts nothing."""
    return document("salience.toml")["weights"]  # type: ignore[no-any-return]


def features(draft: Draft, headlined: Set[str]) -> Iterator[str]:
    """The names of what holds of a draft."""
    yield "any"
    part = "verb" if draft.trigger.is_verb else "noun"
    yield f"{part} {draft.use}"
    yield from _standing(draft, part, headlined)
    yield from _telling(draft, part)
    yield f"type {_kind(draft.type)}"
    if draft.type in CROWDED and draft.position == "untitled":
        yield from _background(draft, part)
    if draft.trigger.is_verb and draft.use != "speech" and draft.type == "OTHER":
        yield "verb other"


def _kind(type: str) -> str:
    if type in SPEECH_ACTS:
        return "speech act"
    return type if type in _COMMON else "deed"


def _background(draft: Draft, part: str) -> Iterator[str]:
    """What tells an attack or a protest that is news from one talked about, where no headline says it."""
    yield f"{draft.type} bare"
    yield f"{draft.type} {part} {draft.use}"
    yield from (f"{draft.type} {what}" for what in draft.circumstances)
    inflection = draft.trigger.inflection
    if part == "noun" and inflection is not None and (inflection.article or inflection.pronoun):
        yield f"{draft.type} known"
    for casualty in draft.casualties:
        clause = casualty.reading.clauses[casualty.trigger.clause].kind
        yield f"deadly {'verb' if casualty.trigger.is_verb else 'noun'} {clause}"
    facts = {
        "aside": draft.aside,
        "counted": draft.counted,
        "dated": draft.timex is not None,
        "placed": draft.place is not None,
        "hurt": draft.hurt,
        "target": "target" in draft.roles.values(),
        "source": "source" in draft.roles.values(),
        "carried": draft.trigger.carrier is not None,
        "lone": draft.lone,
    }
    yield from (f"{draft.type} {name}" for name, holds in facts.items() if holds)
    yield f"{draft.type} {draft.status} {draft.reading.clauses[draft.trigger.clause].kind}"


def _standing(draft: Draft, part: str, headlined: Set[str]) -> Iterator[str]:
    """Where in the document and in its sentence the trigger stands."""
    clause = draft.reading.clauses[draft.trigger.clause]
    place = draft.position
    yield place
    yield f"{part} {clause.kind}"
    if clause.kind == "main" and draft.lead:
        yield f"{part} lead main"
    if draft.reading.triggers[0] is draft.trigger:
        yield "first"
    if not draft.headline and family().get(draft.lemma, draft.lemma) in headlined:
        yield "headlined"
    if part == "verb" and clause.verb is draft.trigger and draft.use == "speech":
        yield f"speech {place} {'dated' if draft.timex is not None else 'undated'}"


def _telling(draft: Draft, part: str) -> Iterator[str]:
    """How it is told: its time, status, participants, carrier."""
    trigger, status = draft.trigger, draft.status
    if draft.timex is not None:
        yield f"{part} dated"
    if status != "past":
        yield f"{part} {status}"
        if draft.headline or draft.lead:
            yield f"early {status}"
    yield from (f"{part} {role}" for role in ("source", "target") if role in draft.roles.values())
    if trigger.carrier is not None:
        carrier = trigger.carrier
        yield f"carried by {carrier.entry.use} {'verb' if carrier.is_verb else 'noun'}"
    flags = {"aside": draft.aside, "talk": draft.talk, "hurt": draft.hurt and draft.type == "ASSAULT"}
    yield from (f"{part} {name}" for name, holds in flags.items() if holds)
    inflection = trigger.inflection
    if part == "noun" and inflection is not None:
        yield "definite" if inflection.article else "owned" if inflection.pronoun else "bare"
