"""The main event: what an article's headline reports, unless the article only explains or comments."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from itertools import pairwise

from timeline.events.draft import Draft, Foremost
from timeline.events.lexicon import FAINT, cues
from timeline.events.quantities import is_count
from timeline.events.salience import SPEECH_ACTS
from timeline.text import Sentence, Text

_OPENING = 8
"""Tokens at the beginning of the lead that say who speaks in it."""

KICKER = 7
"""Tokens, its marks included, of a headline's first sentence that only names the topic."""

_NEWS = timedelta(days=45)
"""How long after it happened an article is still news of it."""

_DOUBT = 1.0
"""Log odds short of an event, for the first word of a headline without another."""


def main_event(drafts: Sequence[Draft], published: date | None, *, quoted: bool) -> Draft | None:
    """What an article is about: the headline's foremost event, or that it was said where that is quoted.

    Where the headline names none, the verb that the lead opens with, if that is news; `quoted`: the
    headline gives somebody's words after a colon.
    """
    told = [d for d in drafts if d.lead]
    said = next((d for d in told if _says(d)), None) if quoted else None
    named = min((d for d in drafts if d.foremost is not None), key=_rank, default=None)
    if named is not None and (said is None or not _rank(named)[0] or _announced(named, said)):
        return named
    if said is not None:
        return said
    return max((d for d in told if _is_news(d, published)), key=lambda d: (d.score, -d.span[0]), default=None)


def _rank(draft: Draft) -> tuple[bool | int, ...]:
    return draft.foremost or ()


def _announced(deed: Draft, said: Draft) -> bool:
    """مصر: اكتشاف مقبرة, and in the lead أعلنت الوزارة اكتشاف مقبرة: the news is the deed."""
    return deed.trigger.carrier is said.trigger and said.use == "speech" and deed.status == "past"


def _says(draft: Draft) -> bool:
    """Whether it is an act of speech that its sentence is about: قال, نفى, دعا."""
    return _leads(draft) and (draft.use == "speech" or draft.type in SPEECH_ACTS)


def _leads(draft: Draft) -> bool:
    """Whether it is the verb of its sentence's own clause, or the noun that this carries (أجرى محادثات)."""
    verb, carrier = draft.trigger, draft.trigger.carrier
    if carrier is not None and carrier.entry.use in ("light", "phase") and carrier.first < verb.first:
        verb = carrier
    return verb.is_verb and draft.reading.clauses[verb.clause].kind == "main"


def _is_news(draft: Draft, published: date | None) -> bool:
    """Whether a sentence is about a happening of these weeks: no feature, no life."""
    recent = published is None or draft.until is None or published - draft.until <= _NEWS
    deed = draft.use in ("event", "speech", "casualty") or (draft.use == "weak" and draft.timex is not None)
    return _leads(draft) and recent and deed


def doubtful(text: Text, drafts: Sequence[Draft], kept: Sequence[Draft]) -> list[Draft]:
    """What a headline opens with, where no word of its clause is an event beyond doubt and this nearly is.

    That is its first word, a number aside: عشرات الشهداء, دخول شاحنات. One draft, or none.
    """
    nearly = [d for d in drafts if 0 > d.score >= -_DOUBT and d.use not in ("state", "speech")]
    return [d for d in nearly if _opens(text, d) and all(_goes_on(d, k) for k in kept)][:1]


def _goes_on(first: Draft, later: Draft) -> bool:
    """Whether what the headline adds to its first clause tells of another event: والمعارضة تستهدف مطارا."""
    clause = later.reading.clauses[later.trigger.clause]
    return (
        first.line == later.line
        and first.trigger.clause < later.trigger.clause
        and clause.kind == "coordinate"
    )


def _opens(text: Text, draft: Draft) -> bool:
    first = draft.reading.sentence.first
    counted = draft.trigger.first == first + 1 and is_count(text.forms[first])
    return (counted or draft.trigger.first == first) and not any(_rank(draft)[:2])


def foremost(text: Text, draft: Draft, *, last: bool) -> Foremost | None:
    """The rank of an event of the headline, the least first; `last`: its sentence is the headline's last.

    None for what is only remembered (ذكرى الزلزال, عام على الاتفاق), which is no news. What is quoted
    (نتنياهو: …) comes last, for the news is that somebody says it; then what only sets the scene; then words
    that carry another, and what is only aimed at.
    """
    sentence, trigger = draft.reading.sentence, draft.trigger
    before = text.forms[sentence.first : trigger.first]
    if _recalls(before):
        return None
    kicker = not last and sentence.last - sentence.first <= KICKER
    relative = draft.reading.clauses[trigger.clause].kind == "relative"
    scene = kicker or relative or _sets_scene(before)
    faint = draft.use in FAINT or (draft.use == "weak" and trigger.is_verb) or _is_aim(draft)
    return ":" in before, scene, faint, trigger.first


def _is_aim(draft: Draft) -> bool:
    """Whether it is a noun that a deed aims at or asks for: يستعين بخبراء لإنقاذ الشركة, تطلب إعدامه."""
    first = (draft.trigger.heads or [draft.trigger])[0].inflection
    aims = first is not None and first.preposition == "li"
    return not draft.trigger.is_verb and (aims or draft.status == "hypothetical")


def _recalls(before: Sequence[str]) -> bool:
    """Whether an event after these words is remembered: ذكرى, عام على."""
    since = any(a in cues("years") and b == "علي" for a, b in pairwise(before))
    return since or any(form in cues("anniversary") for form in before)


def _sets_scene(before: Sequence[str]) -> bool:
    """Whether an event after these words is what the news follows, happens amid, fears or talks about."""
    return before[-1:] == ["من"] or any(form in cues("aside") or form in cues("spoken_of") for form in before)


def is_analysis(text: Text, headline: Sequence[Sentence], lead: Sentence) -> bool:
    """Whether an article explains or comments: by how its headline opens or who speaks in its lead."""
    clauses = [clause for line in headline for clause in _clauses(text.forms[line.first : line.last])]
    asked = any(clause[0] in cues("analysis") or clause[-1] in "؟?" for clause in clauses)
    opening = text.forms[lead.first : min(lead.last, lead.first + _OPENING)]
    return asked or not cues("analyst").isdisjoint(opening)


def _clauses(forms: Sequence[str]) -> Iterator[Sequence[str]]:
    """The parts of a sentence around a colon, from their first word on; none is empty."""
    ends = [i for i, form in enumerate(forms) if form == ":"]
    for start, end in zip([0, *(i + 1 for i in ends)], [*ends, len(forms)], strict=True):
        first = next((i for i in range(start, end) if forms[i].isalpha()), end)
        if first < end:
            yield forms[first:end]
