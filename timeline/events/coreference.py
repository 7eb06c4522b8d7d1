"""Within one document, the nominal and verbal mentions of one event are one."""

from __future__ import annotations

from collections.abc import Sequence

from timeline.events.draft import Draft
from timeline.events.lexicon import family
from timeline.events.salience import SPEECH_ACTS
from timeline.model import ActorMention


def merge(drafts: Sequence[Draft], actors: Sequence[ActorMention]) -> list[Draft]:
    """The drafts with coreferent ones folded into their best telling."""
    groups: list[Draft] = []
    for draft in drafts:
        same = [g for g in reversed(groups) if _same(g, draft, actors)]
        held = next((g for g in same if _kin(g, draft) or _killed(g, draft)), same[0] if same else None)
        if held is None:
            groups.append(draft)
        else:
            groups[groups.index(held)] = _fold(held, draft)
    return groups


def _same(old: Draft, new: Draft, actors: Sequence[ActorMention]) -> bool:
    if _clash(old, new):
        return False
    if old.line == new.line:
        return _one_meeting(old, new) or _named_again(old, new)
    kin = _kin(old, new)
    if old.headline:
        return (
            kin
            or (
                new.lead
                and _says(old)
                and new.use == "speech"
                and bool(_doers(old, actors) & _doers(new, actors))
            )
            or (old.type == new.type != "OTHER" and new.lead and new.use != "weak")
        )
    if (
        old.type == new.type == "CONSULT"
        and old.dated_by == new.dated_by == "timex"
        and old.begin == new.begin
    ):
        return old.until == new.until and (not new.roles or bool(_ids(old, actors) & _ids(new, actors)))
    shared = _ids(old, actors) & _ids(new, actors)
    if kin:
        return bool(shared) or _definite(new)
    return old.type == new.type != "OTHER" and _definite(new) and new.line - old.line <= 3


def with_casualties(drafts: Sequence[Draft]) -> list[Draft]:
    """A sentence's drafts: the deaths are the raid's that killed, and so is what tells of it beside it."""
    out: list[Draft] = []
    causes = {draft: _cause(draft, drafts) for draft in drafts}
    for draft in drafts:
        attack = causes[draft]
        while attack is not None and causes[attack] not in (None, draft):
            attack = causes[attack]
        if attack is None:
            out.append(draft)
        else:
            tells = draft.trigger.is_verb or not attack.of_role("target")
            if draft.use == "casualty" and tells and draft.of_role("target"):
                attack.roles = {m: role for m, role in attack.roles.items() if role != "target"}
            elif not tells:
                draft.roles = {}
            attack.take(draft)
            attack.casualties.append(draft)
    return out


def _cause(draft: Draft, drafts: Sequence[Draft]) -> Draft | None:
    """The attack nearest to a draft that it can belong to."""
    if draft.type != "ASSAULT":
        return None
    near = (d for d in drafts if _may_cause(d, draft))
    return min(near, key=lambda d: abs(d.span[0] - draft.span[0]), default=None)


def _may_cause(attack: Draft, draft: Draft) -> bool:
    """استشهد ثلاثة في غارة استهدفت منزلا; but not قتل ضابط وحزب الله يقصف, nor ثلاثة قتلى واشتباكات."""
    if attack is draft or attack.type != "ASSAULT":
        return False
    if attack.use == "casualty" or attack.status in ("hypothetical", "negated"):
        return False
    later = attack.trigger.clause > draft.trigger.clause
    if later and attack.reading.clauses[attack.trigger.clause].kind == "coordinate":
        return False
    if draft.headline and attack.trigger.first > draft.trigger.first and _joined(attack):
        return False
    told_of = draft.trigger.is_verb and draft.reading.clauses[draft.trigger.clause].kind == "relative"
    near = 0 <= draft.trigger.first - attack.trigger.last <= 4
    return draft.use == "casualty" or (told_of and near and not attack.trigger.is_verb)


def _joined(draft: Draft) -> bool:
    """Whether و joins the noun, or what carries it, to what stands before."""
    inflection = (draft.trigger.carrier or draft.trigger).inflection
    return not draft.trigger.is_verb and inflection is not None and bool(inflection.conjunction)


def _one_meeting(old: Draft, new: Draft) -> bool:
    """زار … عندما التقى, التقيا في قمة, أشاد … في رسالة هنأ: what one sentence tells of one occasion."""
    if old.type != new.type or old.type not in ("CONSULT", "SUPPORT"):
        return False
    clauses = new.reading.clauses
    if old.trigger.clause == new.trigger.clause:
        return old.trigger.is_verb and not new.trigger.is_verb and new.trigger.first - old.trigger.last <= 2
    when = new.reading.opens_time(clauses[new.trigger.clause].first)
    return (when or old.type == "SUPPORT") and (new.dated_by != "timex" or old.timex == new.timex)


def _named_again(old: Draft, new: Draft) -> bool:
    """يقوم بزيارة، وهي زيارة نادرة: a noun that a sentence repeats, with no other time."""
    nouns = not (old.trigger.is_verb or new.trigger.is_verb)
    return nouns and old.lemma == new.lemma and (new.timex is None or new.timex == old.timex)


def _says(draft: Draft) -> bool:
    """Whether a headline's verb is one that the body can report as said: يحذر, then قال إن."""
    return draft.use == "speech" or draft.type in SPEECH_ACTS


def _doers(draft: Draft, actors: Sequence[ActorMention]) -> set[str]:
    return {actors[mention].id for mention in draft.of_role("source")}


def _kin(old: Draft, new: Draft) -> bool:
    verbs = family()
    return verbs.get(old.lemma, old.lemma) == verbs.get(new.lemma, new.lemma)


def _killed(old: Draft, new: Draft) -> bool:
    """Whether a headline counts the dead and the body tells of the attack that killed."""
    return old.use == "casualty" and bool(new.casualties)


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


def _fold_into(best: Draft, other: Draft) -> None:
    best.also += [other.span, *other.also]
    if best.type == "OTHER" and best.use == "speech" and other.headline:
        best.type, best.mode = other.type, other.mode
    best.headline = best.headline or other.headline
    best.foremost = min((rank for rank in (best.foremost, other.foremost) if rank), default=None)
    best.lead = best.lead or other.lead
    best.score = max(best.score, other.score)
    if best.dated_by != "timex" and other.dated_by == "timex":
        best.begin, best.until, best.granularity = other.begin, other.until, other.granularity
        best.timex, best.dated_by = other.timex, other.dated_by
    best.place = best.place if best.place is not None else other.place
    held = set(best.roles.values())
    for mention, role in other.roles.items():
        if role not in held or other.line == best.line:
            best.roles.setdefault(mention, role)
    best.numbers += [n for n in other.numbers if n not in best.numbers]


def _fold(old: Draft, new: Draft) -> Draft:
    """One draft of two: the body's telling before the headline's, the attack before its casualties."""
    best, other = (new, old) if _tells_better(new, old) else (old, new)
    _fold_into(best, other)
    return best


def _tells_better(new: Draft, old: Draft) -> bool:
    if (old.position == "headline") != (new.position == "headline"):
        return old.position == "headline"
    if (old.use == "casualty") != (new.use == "casualty"):
        return old.use == "casualty"
    return old.dated_by != "timex" and new.dated_by == "timex"
