"""Which triggers the news reports as events, and which are background, manner or talk."""

from __future__ import annotations

from timeline.events.draft import Draft
from timeline.events.lexicon import cues

_NEEDED = 2.0
_VERB_USES = {
    "event": 2.0,
    "casualty": 2.0,
    "speech": 0.0,
    "light": 0.0,
    "phase": 0.5,
    "weak": 0.5,
    "result": -1.0,
    "state": -5.0,
}
_NOUN_USES = {
    "event": 0.5,
    "casualty": 0.0,
    "speech": -1.5,
    "light": -2.0,
    "phase": -1.0,
    "weak": -0.5,
    "result": -1.0,
    "state": -5.0,
}
_STRONG = frozenset(("ASSAULT", "COERCE", "PROTEST", "CONSULT", "RETREAT", "MOBILIZE", "SANCTION"))
_CARRIED = {"light": 2.0, "phase": 1.5, "speech": 1.5, "result": 0.5}


def keep(draft: Draft) -> bool:
    """Whether the draft is an event of the document."""
    draft.score = _score(draft)
    return draft.score >= _NEEDED


def _score(draft: Draft) -> float:
    return _of_verb(draft) if draft.trigger.is_verb else _of_noun(draft)


def _of_verb(draft: Draft) -> float:
    score = _VERB_USES[draft.use]
    kind = draft.reading.clauses[draft.trigger.clause].kind
    score += 1.5 if draft.timex is not None else 0.0
    if draft.headline:
        score += 1.5
    elif draft.lead and kind == "main":
        score += 2.0
    if draft.status == "ongoing" and not draft.headline:
        score -= 0.5 if draft.lead and kind == "main" else 1.5
    if kind == "relative":
        score -= 1.0
    return score - (1.5 if draft.status in ("hypothetical", "negated") else 0.0)


def _of_noun(draft: Draft) -> float:
    score = _NOUN_USES[draft.use]
    trigger = draft.trigger
    score += 1.5 if draft.timex is not None and trigger.carrier is None else 0.0
    score += 1.0 if draft.timex is not None and trigger.carrier is not None else 0.0
    score += 0.5 if draft.type in _STRONG else 0.0
    score += 0.5 if draft.roles else 0.0
    score += 1.0 if draft.headline else 0.5 if draft.lead else 0.0
    if trigger.carrier is not None:
        score += _CARRIED.get(trigger.carrier.entry.use, -0.5)
    return score - (1.5 if draft.status in ("hypothetical", "negated") else 0.0)


def is_analysis(forms: list[str]) -> bool:
    """Whether a headline opens an explainer or an opinion, which reports no event."""
    return bool(forms) and (forms[0] in cues("analysis") or forms[-1] in "؟?")
