"""Which triggers the news reports as events, and which are background, manner or talk."""

from __future__ import annotations

from collections.abc import Set

from timeline.events.draft import Draft
from timeline.events.lexicon import cues, family

_NEEDED = 2.0
_VERBS = {
    "event": 2.0,
    "casualty": 2.0,
    "phase": 0.5,
    "weak": 0.5,
    "speech": 0.5,
    "result": -1.0,
    "state": -5.0,
}
_NOUNS = {
    "event": 0.5,
    "weak": -0.5,
    "speech": -1.5,
    "light": -2.0,
    "phase": -1.0,
    "result": -1.0,
    "state": -5.0,
}
_STRONG = frozenset(("ASSAULT", "COERCE", "PROTEST", "CONSULT", "RETREAT", "MOBILIZE", "SANCTION"))
_CARRIED = {"light": 1.5, "phase": 1.5, "speech": 1.5, "result": 0.5}


def keep(draft: Draft, headlined: Set[str]) -> bool:
    """Whether the draft is an event of the document; `headlined` are the headline's lemmas."""
    draft.score = _of_verb(draft) if draft.trigger.is_verb else _of_noun(draft)
    if not draft.headline and family().get(draft.lemma, draft.lemma) in headlined:
        draft.score += 1.5
    return draft.score >= _NEEDED


def _of_verb(draft: Draft) -> float:
    score = _VERBS.get(draft.use, 0.0)
    kind = draft.reading.clauses[draft.trigger.clause].kind
    score += 1.5 if draft.timex is not None else 0.0
    score += 1.5 if draft.headline or (draft.lead and kind == "main") else 0.0
    if draft.status == "ongoing" and not draft.headline:
        score -= 0.5 if draft.lead and kind == "main" else 1.5
    score -= 1.0 if kind == "relative" and not draft.headline and draft.timex is None else 0.0
    score -= 0.5 if draft.status == "future" and draft.type == "OTHER" else 0.0
    reported = kind == "main" and draft.use == "event" and draft.type != "OTHER"
    return score - (1.5 if draft.status in ("hypothetical", "negated") and not reported else 0.0)


def _of_noun(draft: Draft) -> float:
    score = _NOUNS.get(draft.use, 0.0)
    trigger = draft.trigger
    score += 1.0 if draft.timex is not None else 0.0
    score += 0.5 if draft.type in _STRONG else 0.0
    definite = trigger.inflection is not None and trigger.inflection.article
    score += 0.5 if draft.roles and not definite else 0.0
    score += 0.5 if draft.hurt and draft.type == "ASSAULT" else 0.0
    score -= 1.5 if draft.talk else 0.0
    score -= 0.5 if draft.status == "ongoing" and not (draft.lead or draft.headline) else 0.0
    score -= 1.0 if draft.aside and draft.timex is None else 0.0
    score += 1.0 if draft.headline else 0.5 if draft.lead else 0.0
    if trigger.carrier is not None:
        score += _CARRIED.get(trigger.carrier.entry.use, -0.5)
    return score - (1.5 if draft.status in ("hypothetical", "negated") else 0.0)


def is_analysis(forms: list[str]) -> bool:
    """Whether a headline opens an explainer or an opinion, which reports no event."""
    return bool(forms) and (forms[0] in cues("analysis") or forms[-1] in "؟?")
