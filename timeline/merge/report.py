"""A report: one event mention flattened with all that merging needs to know of it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from datetime import date

from timeline import text
from timeline.articles.boilerplate import mask
from timeline.events.lexicon import FAINT, family, phrases, word
from timeline.events.quantities import number_at
from timeline.merge.headline import first_clause
from timeline.merge.title import phrase
from timeline.merge.words import stems
from timeline.model import (
    ActorMention,
    Annotation,
    DatedBy,
    EventActor,
    EventMention,
    Granularity,
    Quantity,
    Span,
    Status,
)

WINDOW = (12, 20)
"""How many tokens before and after its trigger speak of an event: Arabic clauses run forwards."""

LEAD = 60
"""Tokens below the headline that speak of the article's main event."""

SHOWN = 500
"""Characters of a headline or a sentence that are kept: a page without line breaks is one endless
sentence."""


@dataclass(frozen=True, slots=True)
class Report:
    """An event mention, its article's facts and its words, with nothing left to look up.

    `begin`, `until` are [begin, until) and None where unknown; `yearless` is the day that is said without its
    year then ("09-13"). `actors` are distinct by id and role;
    `named` are the ids of all that the headline of a `main` mention names; `place` is an actor id.
    `numbers` are (value, unit): what the event counts and, where it is `main`, every figure of headline and
    lead that tells no time. `trigger` is the stem of its word, `acts` are the lexicon's verbs that its words
    come from (زيارة and يزور: زار). `sentence` is as written, `title` the article's headline, `phrase` the
    event's own clause. `headline` holds the stems of what names the event: the first clause of the title
    where the mention is `main`, else the phrase; `words` those around it: of a `main` mention the sentences
    of the lead that tell of it (all of it where only the headline does), else the sentence near the trigger.
    `copy_of` is the id of the article that this one copies.
    """

    id: str
    article: str
    type: str
    status: Status
    published: date | None = None
    mode: str | None = None
    begin: date | None = None
    until: date | None = None
    granularity: Granularity | None = None
    yearless: str | None = None
    dated_by: DatedBy = "none"
    actors: tuple[EventActor, ...] = ()
    named: tuple[str, ...] = ()
    place: str | None = None
    numbers: tuple[tuple[float, str | None], ...] = ()
    trigger: str = ""
    acts: tuple[str, ...] = ()
    words: tuple[str, ...] = ()
    headline: tuple[str, ...] = ()
    sentence: str = ""
    phrase: str = ""
    title: str = ""
    main: bool = False
    confidence: float = 1.0
    copy_of: str | None = None


def reports(annotation: Annotation, copy_of: str | None = None) -> tuple[Report, ...]:
    """The event mentions of one document as reports, in text order. Linear in the document's length."""
    if not annotation.events:
        return ()
    tokens = text.read(mask(annotation.article))
    return tuple(_report(annotation, tokens, event, copy_of) for event in annotation.events)


def _report(annotation: Annotation, tokens: text.Text, event: EventMention, copy_of: str | None) -> Report:
    article, raw = annotation.article, annotation.article.text
    title = tokens.raw.lstrip().partition("\n")[0].strip()[:SHOWN]
    own = phrase(tokens, annotation, event)
    heading = _heading(annotation, tokens) if event.main else ()
    return Report(
        id=event.id,
        article=article.id,
        type=event.type,
        status=event.status,
        published=article.published,
        mode=event.mode,
        begin=event.begin,
        until=event.until,
        granularity=event.granularity,
        yearless=_yearless(annotation, event),
        dated_by=event.dated_by,
        actors=_actors(annotation, event),
        named=tuple(dict.fromkeys(actor.id for actor in heading)),
        place=_place(annotation, event, heading),
        numbers=_numbers(event.numbers, _figures(annotation, tokens, title) if event.main else ()),
        trigger=" ".join(stems([text.form(raw[slice(*event.trigger)])])),
        acts=_acts([raw[slice(*span)] for span in (event.trigger, *event.also)]),
        words=stems(_telling(tokens, title, event) if event.main else _clause(tokens, event)),
        headline=stems(first_clause(text.read(title)) if event.main else text.read(own).forms),
        sentence=raw[slice(*event.sentence)][:SHOWN],
        phrase=own,
        title=title,
        main=event.main,
        confidence=event.confidence,
        copy_of=copy_of,
    )


_DAY = re.compile(r"XXXX-(\d\d-\d\d)")


def _yearless(annotation: Annotation, event: EventMention) -> str | None:
    """The one day without a year in the sentence of an undated event (TIMEX3 XXXX-09-13)."""
    if event.begin is not None:
        return None
    first, last = event.sentence
    said = (_DAY.fullmatch(t.value) for t in annotation.timexes if first <= t.start < last)
    days = {match[1] for match in said if match}
    return days.pop() if len(days) == 1 else None


def _lead(tokens: text.Text, title: str) -> Span:
    """The tokens [first, last) that follow the headline, or the headline where nothing does."""
    below = [s for s in tokens.sentences if tokens.raw[s.start : s.end].strip() not in title]
    first = below[0].first if below else 0
    return first, first + LEAD


def _telling(tokens: text.Text, title: str, event: EventMention) -> Sequence[str]:
    """The lead's sentences that tell of its main event, or all of the lead where only the headline does."""
    first, last = _lead(tokens, title)
    at = [tokens.token_at(start) for start, _ in (event.trigger, *event.also)]
    told = [s for s in tokens.sentences if first <= s.first < last and any(s.first <= i < s.last for i in at)]
    return [form for s in told for form in tokens.forms[s.first : s.last]][:LEAD] or tokens.forms[first:last]


def _clause(tokens: text.Text, event: EventMention) -> Sequence[str]:
    """The tokens of its sentence that lie near the trigger."""
    first, last = max(tokens.token_at(event.sentence[0]), 0), tokens.token_at(event.sentence[1] - 1) + 1
    at = tokens.token_at(event.trigger[0])
    return tokens.forms[max(first, at - WINDOW[0]) : max(min(last, at + WINDOW[1]), first)]


def _acts(words: Iterable[str]) -> tuple[str, ...]:
    """The verbs that words for an event come from, else their stems, without those that only say or carry.

    The first is its trigger: where that says, the others are what is said.
    """
    read = [forms for written in words if (forms := text.read(written).forms)]
    if not read:
        return ()
    known = word(read[0][-1])
    said = known is not None and {entry.use for entry in (known.verb, known.noun) if entry} == {"speech"}
    return () if said else tuple(dict.fromkeys(act for forms in read if (act := _act(forms))))


def _act(forms: Sequence[str]) -> str:
    if any(phrase.words == tuple(forms) for phrase in phrases().get(forms[0], ())):
        return " ".join(forms)
    known = word(forms[-1])
    entry = (known.noun or known.verb) if known else None
    if entry is None:
        return " ".join(stems(forms))
    return "" if entry.use in FAINT else family().get(entry.lemma, entry.lemma)


def _heading(annotation: Annotation, tokens: text.Text) -> tuple[ActorMention, ...]:
    """The actors that the headline names, in its order."""
    end = len(tokens.raw) - len(tokens.raw.lstrip()) + len(tokens.raw.lstrip().partition("\n")[0])
    return tuple(actor for actor in annotation.actors if actor.start < end)


def _place(annotation: Annotation, event: EventMention, heading: tuple[ActorMention, ...]) -> str | None:
    """Where it happened: the event's own place, else the only one in the headline."""
    if event.place is not None:
        return annotation.actors[event.place].id
    named = {actor.id for actor in heading if actor.kind == "place"}
    return named.pop() if len(named) == 1 else None


def _actors(annotation: Annotation, event: EventMention) -> tuple[EventActor, ...]:
    def each() -> Iterator[EventActor]:
        for part in event.actors:
            actor = annotation.actors[part.mention]
            yield EventActor(actor.id, actor.name, actor.kind, part.role)

    return tuple(dict.fromkeys(each()))


def _numbers(counted: Sequence[Quantity], figures: Iterable[float]) -> tuple[tuple[float, str | None], ...]:
    """What is counted with its unit, and the other figures without one."""
    units = {q.value: q.unit for q in counted}
    told = [(q.value, q.unit) for q in counted] + [(value, None) for value in figures if value not in units]
    return tuple(dict.fromkeys(told))


def _figures(annotation: Annotation, tokens: text.Text, title: str) -> Iterator[float]:
    """The figures of the headline and the lead, those of dates, times and durations aside."""
    times = {
        i for t in annotation.timexes for i in range(tokens.token_at(t.start), tokens.token_at(t.end - 1) + 1)
    }
    _, last = _lead(tokens, title)
    for i in range(min(last, len(tokens))):
        value, _ = number_at(tokens, i) if i not in times else (None, i)
        if value is not None:
            yield value
