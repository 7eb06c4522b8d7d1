"""Whether a trigger says that its event happened, happens, will, did not, or might."""

from __future__ import annotations

from datetime import date

from timeline.events.clauses import Reading, Trigger
from timeline.events.draft import Draft
from timeline.events.lexicon import cues
from timeline.model import Status
from timeline.text import Text

_NEAR = 3
_FAR = 7
_DEEDS = frozenset(("event", "light", "phase"))
_OPEN_CONTENT = frozenset(("REQUEST", "THREATEN", "REJECT"))


def status(text: Text, reading: Reading, trigger: Trigger, *, headline: bool) -> Status:
    """The status of one trigger; a headline's present tense tells the past (يزور, يعلن)."""
    first = trigger.heads[0].first if trigger.heads else trigger.first
    before = text.forms[max(reading.clauses[trigger.clause].first, first - _FAR) : first]
    if trigger.twin is not None:
        return status(text, reading, trigger.twin, headline=headline)
    if trigger.is_verb:
        return _of_verb(text, reading, trigger, before, headline=headline)
    return _of_noun(text, reading, trigger, before, headline=headline)


def _of_verb(text: Text, reading: Reading, trigger: Trigger, before: list[str], *, headline: bool) -> Status:
    inflection = trigger.inflection
    near = before[-_NEAR:]
    denied = _denied(near[-2:])
    if denied is not None:
        doubted = denied == "negated" and any(form in cues("hypothetical") for form in near)
        return "hypothetical" if doubted else denied  # ربما لا تتم
    if inflection is None:
        return "past"
    if (
        inflection.future
        or any(form in cues("future") for form in near)
        or _planned(reading, trigger, before)
    ):
        return "hypothetical" if _follows_condition(text, reading, trigger) else "future"
    if inflection.aspect == "p":
        supposed = near[-1:] in (["ان"], ["فان"]) and _conditional(text, trigger)
        return "hypothetical" if supposed or any(form in cues("hypothetical") for form in near) else "past"
    if inflection.preposition == "li" or _supposed(reading, trigger, before):
        return "hypothetical"
    return _tense(trigger, headline=headline)


def _follows_condition(text: Text, reading: Reading, trigger: Trigger) -> bool:
    """إن اتفقت الفصائل فإن الحكومة ستجري الانتخابات: what will be if something else is."""
    clauses = reading.clauses[: trigger.clause + 1]
    if text.forms[clauses[-1].first] not in cues("consequence"):
        return False
    verbs = (clause.verb for clause in clauses[:-1] if clause.verb is not None)
    supposed = any(form in cues("condition") for form in text.forms[clauses[0].first : clauses[-1].first])
    return supposed or any(
        text.forms[verb.first - 1] in ("ان", "فان") and _conditional(text, verb) for verb in verbs
    )


def _supposed(reading: Reading, trigger: Trigger, before: list[str]) -> bool:
    """قد يزور, يمكن أن يزور, دعا إلى أن يوقف: a present that tells what might or should be."""
    bare = reading.clauses[trigger.clause].kind == "complement" and before in (["ان"], ["بان"], ["وان"])
    return bare or before[-1:] == ["قد"] or any(form in cues("hypothetical") for form in before)


def by_date(draft: Draft, published: date | None) -> Status:
    """The status once the date is known: what is dated after publication is still to come.

    So is what a present tense says of publication day (تغادر البعثة اليوم); who speaks today has spoken.
    """
    if published is None or draft.begin is None or draft.status in ("hypothetical", "negated"):
        return draft.status
    verb = draft.trigger if draft.trigger.is_verb else draft.trigger.carrier
    present = verb is not None and verb.inflection is not None and verb.inflection.aspect == "i"
    if draft.trigger.is_verb and not present:
        return draft.status
    today = present and draft.begin == published and draft.timex is not None
    announced = draft.headline or draft.use == "speech" or (verb is not None and verb.entry.use == "speech")
    if draft.begin > published or (today and not announced and draft.lemma not in cues("goes_on")):
        return "future"
    return draft.status


def _denied(near: list[str]) -> Status | None:
    """لم يوقع; لا يزال يعتقل, though, goes on."""
    if any(form in cues("still") for form in near):
        return "ongoing"
    return "negated" if any(form in cues("negation") for form in near) else None


def _conditional(text: Text, trigger: Trigger) -> bool:
    """إن اتفقوا: written with its hamza below, and right before a past verb; أن فاز is the other one."""
    return "إ" in text.slice(trigger.first - 1, trigger.first)


def _tense(trigger: Trigger, *, headline: bool) -> Status:
    told = headline or _says(trigger)
    return "past" if told and trigger.entry.lemma not in cues("goes_on") else "ongoing"


def _says(trigger: Trigger) -> bool:
    """Whether a verb tells what somebody said; تشهد مواجهات tells what happens."""
    return trigger.entry.use == "speech" and trigger.entry.lemma not in cues("happens")


def _planned(reading: Reading, trigger: Trigger, before: list[str]) -> bool:
    """من المقرر أن يزور: the cue stands before أن, at the end of the clause before."""
    if any(form in cues("planned") for form in before[-4:]):
        return True
    clause = reading.clauses[trigger.clause]
    return (
        clause.kind == "complement" and trigger.first - clause.first <= 2 and reading.planned_at(clause.first)
    )


def _of_noun(text: Text, reading: Reading, trigger: Trigger, before: list[str], *, headline: bool) -> Status:
    near = before[-_NEAR:]
    after = text.forms[trigger.last : min(trigger.last + 4, reading.clauses[trigger.clause].last)]
    cued = _cued(near, after)
    if cued is not None:
        return cued
    if _is_aim(trigger, near):
        return _of_aim(text, reading, trigger, headline=headline)
    if trigger.carrier is None:
        return _of_governed(text, reading, trigger, headline=headline)
    return _of_carried(text, reading, trigger, trigger.carrier, headline=headline)


def _of_governed(text: Text, reading: Reading, noun: Trigger, *, headline: bool) -> Status:
    """سيرد بضربات, قد تذهب نحو صفقة: what no one knows yet is to come if its verb is."""
    verb, first = reading.clauses[noun.clause].verb, noun.heads[0] if noun.heads else noun
    form = first.inflection
    known = form is None or form.article or form.pronoun
    if verb is None or verb.first > noun.first or known or reading.before(text, first.first) in cues("aside"):
        return "past"
    governed = status(text, reading, verb, headline=headline)
    return governed if governed in ("future", "hypothetical") else "past"


def _cued(near: list[str], after: list[str]) -> Status | None:
    """What the words around a noun say: عدم توقيع, القمة المقبلة, احتمال عقد قمة, الغارات المتواصلة."""
    if any(form in cues("negation") for form in near[-1:]):
        return "negated"
    if any(form in cues("planned") for form in (*near[-2:], *after)):
        return "future"
    if any(form in cues("hypothetical") for form in near):
        return "hypothetical"
    return "ongoing" if any(form in cues("lasting") for form in after[:2]) else None


def _of_aim(text: Text, reading: Reading, trigger: Trigger, *, headline: bool) -> Status:
    """سيصل لإجراء محادثات: what is aimed at is to come if the deed is, done if the deed is done."""
    verb = reading.clauses[trigger.clause].verb
    if verb is None or verb.first > trigger.first:
        return "hypothetical"
    done = status(text, reading, verb, headline=headline)
    return done if done in ("past", "future") and verb.entry.use in _DEEDS else "hypothetical"


def _of_carried(text: Text, reading: Reading, noun: Trigger, carrier: Trigger, *, headline: bool) -> Status:
    if carrier.entry.type in _OPEN_CONTENT:
        return "hypothetical"
    if not carrier.is_verb:
        if _is_aim(carrier, text.forms[max(carrier.first - _NEAR, 0) : carrier.first]):
            return "hypothetical"
        lasts = carrier.entry.lemma in cues("goes_on")
        return "ongoing" if lasts else _of_governed(text, reading, carrier, headline=headline)
    carried = status(text, reading, carrier, headline=headline)
    known = noun.inflection is not None and noun.inflection.article
    spoken_of = _says(carrier) and (carried == "ongoing" or (carried == "future" and known))
    return "past" if spoken_of else carried  # سيرد على الهجوم


def _is_aim(trigger: Trigger, near: list[str]) -> bool:
    """لعقد جولة, من أجل عقد جولة."""
    inflection = (trigger.heads or [trigger])[0].inflection
    says = near[-1:] != [] and near[-1] in cues("own")  # قالت إنها لقصف المدينة
    aims = inflection is not None and inflection.preposition == "li" and not says
    return aims or any(form in cues("purpose") for form in near[-2:])
