"""When it happened: attachment in the clause, then the sentence, then the discourse, then publication day."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date, timedelta

from timeline.events.clauses import Reading, Trigger
from timeline.events.draft import Draft
from timeline.events.lexicon import cues, family
from timeline.events.status import by_date
from timeline.model import Timex
from timeline.text import Text

_DAY = timedelta(days=1)
_RANKED = 5
"""Tokens before a time with منذ in which what it is the first or least since may stand."""


def attach(
    text: Text, reading: Reading, triggers: Sequence[Trigger], timexes: Sequence[tuple[int, Timex]]
) -> dict[Trigger, int]:
    """Trigger → index of the time expression that dates it: each dates the trigger nearest to it."""
    dated: dict[Trigger, int] = {}
    for index, timex in timexes:
        first = text.token_at(timex.start)
        governor = _governor(text, reading, triggers, first)
        if governor is None or _put_off(text, reading, governor, first):
            continue
        if not _first_since(text, reading, governor, first):
            dated.setdefault(governor, index)
    _share_with_verbs(text, reading, triggers, dated)
    for trigger in triggers:
        carrier = trigger.carrier
        if carrier is None or trigger.is_verb:
            continue
        if trigger not in dated and carrier in dated:
            dated[trigger] = dated[carrier]
        elif trigger in dated and carrier.entry.use in ("light", "phase"):
            dated.setdefault(carrier, dated[trigger])
    return dated


def _first_since(text: Text, reading: Reading, trigger: Trigger, first: int) -> bool:
    """أول زيارة منذ 24 عاما, زيارته الأولى منذ, إلى أدنى مستوى منذ: the time is that of the one before."""
    since = reading.before(text, first) in cues("since") or text.forms[first] in cues("since")
    between = text.forms[max(trigger.last, first - _RANKED) : first]
    return since and not cues("ranked").isdisjoint((reading.before(text, trigger.first), *between))


def _put_off(text: Text, reading: Reading, trigger: Trigger, first: int) -> bool:
    """تأجيل القمة إلى مايو, تمديد الهدنة حتى الأحد: the time is that of what is put off or goes on."""
    until = cues("until")
    return _postpones(trigger) and (reading.before(text, first) in until or text.forms[first] in until)


def _postpones(trigger: Trigger) -> bool:
    return family().get(trigger.entry.lemma, trigger.entry.lemma) in cues("postpones")


def _share_with_verbs(
    text: Text, reading: Reading, triggers: Sequence[Trigger], dated: dict[Trigger, int]
) -> None:
    """أعلن بعد لقائه كيري هذا الأسبوع: one time for the verb and for what it happened at or after."""
    for trigger in triggers:
        verb = reading.clauses[trigger.clause].verb
        if verb is None or trigger.is_verb:
            continue
        before = reading.before(text, trigger.first)
        if _object_of(verb, trigger, before):
            if trigger in dated and not _postpones(verb):
                dated.setdefault(verb, dated[trigger])
            elif trigger not in dated and verb in dated:
                dated[trigger] = dated[verb]
        elif before == "في" or before in cues("aside"):
            if trigger in dated:
                dated.setdefault(verb, dated[trigger])
            elif verb in dated and verb.first < trigger.first and before != "في":
                dated[trigger] = dated[verb]


def _object_of(verb: Trigger, noun: Trigger, before: str) -> bool:
    """توصلت إلى اتفاق في 14 يوليو, رفعت دعوى: what the verb is about has the verb's time."""
    inflection = verb.inflection
    done = (
        inflection is not None and inflection.aspect == "p" and verb.entry.use in ("event", "weak", "light")
    )
    return done and verb.first < noun.first and not noun.is_verb and before not in cues("aside")


def _governor(text: Text, reading: Reading, triggers: Sequence[Trigger], first: int) -> Trigger | None:
    """The trigger that a time expression at token `first` belongs to."""
    at = next(
        (i for i, c in enumerate(reading.clauses) if c.first <= first < c.last), len(reading.clauses) - 1
    )
    telling = [t for t in triggers if _tells(reading, t) and not _far(text, reading, t, first)]
    here = [t for t in telling if t.clause == at]
    before = [t for t in here if t.last <= first]
    measured = any(t.clause == at and t not in telling and _measures(reading, t) for t in triggers)
    if before:
        return before[-1]
    if here and not measured:
        return next((t for t in here if t.is_verb), here[0])
    after = [t for t in telling if t.clause == at + 1 and _goes_on(text, reading, t.clause)]
    if after and reading.clauses[at].verb is None and not measured:
        return next((t for t in after if t.is_verb), after[0])
    earlier = [t for t in telling if t.clause < at]
    return earlier[-1] if earlier and reading.clauses[at].kind != "main" else None


def _tells(reading: Reading, trigger: Trigger) -> bool:
    """Whether a time can be that of the trigger."""
    return trigger.entry.use not in ("state", "result") and not _measures(reading, trigger)


def _measures(reading: Reading, trigger: Trigger) -> bool:
    """زلزال بلغت قوته سبع درجات في ساعة متأخرة: a verb that only says how great the noun before it is."""
    return trigger.entry.lemma in cues("measures") and reading.clauses[trigger.clause].kind == "relative"


def _goes_on(text: Text, reading: Reading, at: int) -> bool:
    """Whether a clause can tell of the time named before it: أمس، قصفت …; 19/07/2000: بدأ …."""
    clause = reading.clauses[at]
    return clause.kind in ("coordinate", "opener") or text.forms[clause.first] == ":"


def _far(text: Text, reading: Reading, trigger: Trigger, first: int) -> bool:
    """Whether a general noun stands too far from the expression to be what it dates."""
    if (
        trigger.is_verb
        or trigger.entry.use == "event"
        or reading.before(text, trigger.first) in cues("aside")
    ):
        return False
    verb = reading.clauses[trigger.clause].verb
    acts = verb is not None and verb.first < trigger.first and verb.entry.use in ("event", "casualty")
    return acts or first - trigger.last > 3


def settle(text: Text, drafts: Sequence[Draft], timexes: Sequence[Timex], published: date | None) -> None:
    """Dates for a document's drafts: by their own expression, the sentence, the story's day, publication."""
    for draft in drafts:
        if draft.timex is not None:
            _by_timex(draft, timexes, draft.timex)
            _clip(text, draft, timexes[draft.timex], published)
    _within_sentences(drafts)
    story = _story_day(drafts, published)
    planned: Draft | None = None
    for draft in drafts:
        if draft.status == "future" and draft.dated_by == "timex":
            planned = draft
        elif (
            draft.dated_by == "none"
            and draft.timex is None
            and draft.status != "hypothetical"
            and told_now(draft)
        ):
            teller = _teller(draft, drafts)
            if teller is not None and teller.granularity != "day":
                continue
            if teller is not None and draft.status == "past":
                _as_told(draft, teller)
                continue
            _by_story(draft, _plan(draft, planned) if draft.status == "future" else story, published)
        draft.status = by_date(draft, published)


def _plan(draft: Draft, planned: Draft | None) -> Draft | None:
    """The dated plan that an undated one is part of: one of its sentence, or of its kind."""
    if planned is None or (planned.line != draft.line and planned.type != draft.type):
        return None
    return planned


def _clip(text: Text, draft: Draft, timex: Timex, published: date | None) -> None:
    """في وقت سابق من هذا العام: the year so far."""
    first = text.token_at(timex.start)
    earlier = "سابق" in text.forms[max(first - 3, 0) : first] and draft.granularity in (
        "year",
        "quarter",
        "month",
    )
    if earlier and published and draft.begin and draft.until and draft.begin < published < draft.until:
        draft.until, draft.granularity = published, "range"


def _by_timex(draft: Draft, timexes: Sequence[Timex], index: int) -> None:
    """Give a draft the days of an expression; before Christ there are none, and no other day is its date."""
    timex = timexes[index]
    draft.timex, draft.dated_by = index, "timex" if timex.begin else "none"
    draft.begin, draft.until, draft.granularity = timex.begin, timex.until, timex.granularity


def _within_sentences(drafts: Sequence[Draft]) -> None:
    """A coordinate clause goes on at the time of the one before it."""
    before: Draft | None = None
    for draft in drafts:
        if draft.dated_by == "timex":
            before = draft
        elif before is not None and before.line == draft.line and before.timex is not None:
            kind = draft.reading.clauses[draft.trigger.clause].kind
            at = draft.reading.clauses[draft.trigger.clause].first
            same = draft.trigger.clause == before.trigger.clause or kind == "coordinate"
            same = same or draft.reading.opens_time(at)
            if same and draft.status == before.status and before.headline == draft.headline:
                _as_told(draft, before)


def _story_day(drafts: Sequence[Draft], published: date | None) -> Draft | None:
    """The dated event of the first lines, where it is of the last days: the news goes on from there."""
    if published is None:
        return None
    for draft in drafts:
        recent = draft.begin is not None and timedelta() <= published - draft.begin <= 3 * _DAY
        if (
            draft.dated_by == "timex"
            and (draft.lead or draft.headline)
            and draft.granularity == "day"
            and recent
        ):
            return draft
    return None


def told_now(draft: Draft) -> bool:
    """Whether an undated event is part of the news itself, not of its background or of what is remembered."""
    if draft.headline:
        return draft.foremost is not None
    return draft.lead or draft.trigger.is_verb or draft.trigger.carrier is not None


def _teller(draft: Draft, drafts: Sequence[Draft]) -> Draft | None:
    """The dated words that tell of an undated event: قال في مارس إنها شحنت, أعلنت أمس أنها أرسلت."""
    if draft.reading.clauses[draft.trigger.clause].kind != "complement":
        return None
    told = [d for d in drafts if d.line == draft.line and d.use == "speech" and d.span < draft.span]
    return told[-1] if told and told[-1].dated_by == "timex" else None


def _as_told(draft: Draft, teller: Draft) -> None:
    """What was told that day is held to be of that day, as news is of the day it comes out."""
    draft.begin, draft.until, draft.granularity = teller.begin, teller.until, teller.granularity
    draft.timex, draft.dated_by = teller.timex, "context"


def _by_story(draft: Draft, story: Draft | None, published: date | None) -> None:
    if story is not None and draft.status in ("past", "negated", "future"):
        draft.begin, draft.until, draft.granularity = story.begin, story.until, story.granularity
        draft.timex, draft.dated_by = story.timex, "context"
    elif published is not None:
        draft.begin, draft.granularity = published, "day"
        draft.until = published + _DAY if published < date.max else None
        draft.dated_by = "dct"
