"""Within one document, the nominal and verbal mentions of one event are one."""

from __future__ import annotations

from collections.abc import Sequence

from timeline.events.draft import Draft
from timeline.events.lexicon import family
from timeline.model import ActorMention


def merge(drafts: Sequence[Draft], actors: Sequence[ActorMention]) -> list[Draft]:
    """The drafts with coreferent ones folded into their best telling."""
    groups: list[Draft] = []
    for draft in drafts:
        held = next((g for g in reversed(groups) if _same(g, draft, actors)), None)
        if held is None:
            groups.append(draft)
        else:
            groups[groups.index(held)] = _fold(held, draft)
    return groups


def _same(old: Draft, new: Draft, actors: Sequence[ActorMention]) -> bool:
    if _clash(old, new):
        return False
    if old.line == new.line:
        return _casualty_of(old, new)
    kin = _kin(old, new)
    if old.headline:
        return kin or (old.type == new.type != "OTHER" and new.lead)
    shared = _ids(old, actors) & _ids(new, actors)
    if kin:
        return bool(shared) or _definite(new)
    return old.type == new.type != "OTHER" and _definite(new) and new.line - old.line <= 3


def _casualty_of(old: Draft, new: Draft) -> bool:
    """استشهد ثلاثة في غارة: the deaths are the raid's."""
    if old.type != "ASSAULT" or new.type != "ASSAULT" or old.status != new.status:
        return False
    return "casualty" in (old.use, new.use) or (_of_relative(new) and new.lemma in ("استهدف", "نفذ", "شن"))


def _of_relative(draft: Draft) -> bool:
    return draft.reading.clauses[draft.trigger.clause].kind in ("relative", "opener", "main")


def _kin(old: Draft, new: Draft) -> bool:
    verbs = family()
    return verbs.get(old.lemma, old.lemma) == verbs.get(new.lemma, new.lemma)


def _definite(draft: Draft) -> bool:
    inflection = draft.trigger.inflection
    return inflection is not None and not draft.trigger.is_verb and (inflection.article or inflection.pronoun)


def _ids(draft: Draft, actors: Sequence[ActorMention]) -> set[str]:
    return {actors[mention].id for mention in draft.roles}


def _clash(old: Draft, new: Draft) -> bool:
    """Whether both are dated by the text and their days do not meet."""
    if "timex" not in (old.dated_by, new.dated_by) or None in (old.begin, old.until, new.begin, new.until):
        return False
    if old.dated_by != "timex" or new.dated_by != "timex":
        return False
    return old.until <= new.begin or new.until <= old.begin  # type: ignore[operator]


def _fold(old: Draft, new: Draft) -> Draft:
    """One draft of two: the body's telling before the headline's, the attack before its casualties."""
    best, other = (new, old) if _tells_better(new, old) else (old, new)
    best.also += [other.span, *other.also]
    best.headline = old.headline or new.headline
    best.lead = old.lead or new.lead
    best.score = max(old.score, new.score)
    if best.dated_by != "timex" and other.dated_by == "timex":
        best.begin, best.until, best.granularity = other.begin, other.until, other.granularity
        best.timex, best.dated_by = other.timex, other.dated_by
    best.place = best.place if best.place is not None else other.place
    for mention, role in other.roles.items():
        best.roles.setdefault(mention, role)
    best.numbers += [n for n in other.numbers if n not in best.numbers]
    return best


def _tells_better(new: Draft, old: Draft) -> bool:
    if old.headline != new.headline:
        return old.headline
    if (old.use == "casualty") != (new.use == "casualty"):
        return old.use == "casualty"
    return old.dated_by != "timex" and new.dated_by == "timex"
