"""What happened: event mentions with type, status, date, participants."""

from __future__ import annotations

from collections.abc import Sequence

from timeline.events import coreference, dates, salience
from timeline.events.document import Document
from timeline.events.draft import Draft
from timeline.events.participants import Participants
from timeline.model import ActorMention, Article, EventMention, Timex
from timeline.text import Text


def find(
    article: Article, text: Text, timexes: Sequence[Timex], actors: Sequence[ActorMention]
) -> tuple[EventMention, ...]:
    """Every event that the article reports, in text order; ids are "<article id>:<n>"."""
    document = Document(article, text, timexes, actors)
    drafts = document.drafts()
    dates.settle(text, drafts, timexes, article.published)
    events = coreference.merge(drafts, actors)
    document.mark_main(events)
    events.sort(key=lambda draft: draft.span)
    cast = Participants(actors)
    return tuple(_mention(article, n, draft, cast) for n, draft in enumerate(events))


def _mention(article: Article, n: int, draft: Draft, cast: Participants) -> EventMention:
    sentence = draft.reading.sentence
    return EventMention(
        id=f"{article.id}:{n}",
        sentence=(sentence.start, sentence.end),
        trigger=draft.span,
        type=draft.type,
        status=draft.status,
        also=tuple(dict.fromkeys(draft.also)),
        mode=draft.mode,
        begin=draft.begin,
        until=draft.until,
        granularity=draft.granularity,
        dated_by=draft.dated_by,
        timex=draft.timex,
        actors=cast.of(draft),
        place=draft.place,
        numbers=tuple(draft.numbers),
        main=draft.main,
        confidence=round(salience.confidence(draft.score), 2),
    )
