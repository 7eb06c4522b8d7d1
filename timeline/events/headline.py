"""The main event: what an article's headline reports, unless the article only explains or comments."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from timeline.events.draft import Draft, Foremost
from timeline.events.lexicon import cues
from timeline.text import Sentence, Text

_OPENING = 8
"""Tokens at the beginning of the lead that say who speaks in it."""

KICKER = 7
"""Tokens, its marks included, of a headline's first sentence that only names the topic."""

_FAINT = frozenset(("speech", "light", "phase", "result", "state"))


def main_event(drafts: Sequence[Draft]) -> Draft | None:
    """What an article is about: the headline's foremost event, or that it was said where that is quoted.

    The best of the lead where the headline names none.
    """
    named = [(d.foremost, i) for i, d in enumerate(drafts) if d.foremost is not None]
    told = [d for d in drafts if d.lead]
    said = [d for d in told if d.use == "speech"]
    if named and not (min(named)[0][0] and said):
        return drafts[min(named)[1]]
    if named:
        return said[0]
    return max(told, key=lambda d: (d.score, -d.span[0]), default=None)


def foremost(text: Text, draft: Draft, *, last: bool) -> Foremost:
    """The rank of an event of the headline, the least first; `last`: its sentence is the headline's last.

    What is quoted (نتنياهو: …) comes last, for the news is that somebody says it; then what only sets the
    scene: a kicker (الحرب على غزة..), what the news follows or happens amid; then words that carry another.
    """
    sentence, trigger = draft.reading.sentence, draft.trigger
    before = text.forms[sentence.first : trigger.first]
    kicker = not last and sentence.last - sentence.first <= KICKER
    scene = kicker or any(form in cues("aside") for form in before)
    faint = draft.use in _FAINT or (draft.use == "weak" and trigger.is_verb)
    return ":" in before, scene, faint, trigger.first


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
