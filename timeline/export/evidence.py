"""What each event rests on, ready for a page: sentences with the words that made it marked."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Iterator
from html import escape
from typing import Any
from urllib.parse import urlsplit

import pandas as pd

from timeline import frames, labels
from timeline.charts import marks
from timeline.charts.typesetting import clean
from timeline.model import Annotation, Event, EventMention, Span


def entries(
    events: Iterable[Event], frame: pd.DataFrame, annotations: Iterable[Annotation], language: str
) -> list[dict[str, Any]]:
    """A dictionary for each row of the frame, in its order: id, title, when, sort, actors, articles …

    Every value is plain text except an article's `quotes`, which are HTML: escaped, with
    <mark class="trigger|date|actor">.
    """
    reports = frames.mentions(annotations)
    mentions = {event.id: event.mentions for event in events}
    told = ([reports[m] for m in mentions[id] if m in reports] for id in frame["id"])
    return [
        _facts(row, language) | {"articles": _articles(each, language)}
        for row, each in zip(frame.itertuples(), told, strict=True)
    ]


def _facts(row: Any, language: str) -> dict[str, Any]:
    actors = zip(row.actors, row.names, row.roles, strict=True)
    return {
        "id": row.id,
        "title": clean(row.title),
        "when": marks.when(row, language),
        "written": clean(row.written or ""),
        "dated": labels.name("dated_by", row.dated_by, language),
        "sort": marks.sort(row, language),
        "quad": row.quad,
        "actors": [
            f"{clean(labels.actor(id, name, language))} ({labels.name('role', role, language)})"
            for id, name, role in actors
        ],
        "ids": list(row.actors),
        "reports": labels.count("article", row.articles, language),
    }


def _articles(reports: list[tuple[Annotation, EventMention]], language: str) -> list[dict[str, Any]]:
    told: defaultdict[str, list[str]] = defaultdict(list)
    by_id = {}
    for annotation, mention in reports:
        by_id[annotation.article.id] = annotation.article
        told[annotation.article.id].append(quote(annotation, mention))
    return [
        {
            "title": clean(article.title or article.text[:200].split("\n", 1)[0]),
            "source": clean(article.source),
            "url": article.url if urlsplit(article.url).scheme in ("http", "https") else "",
            "published": labels.interval(article.published, None, "day", language)
            if article.published
            else "",
            "quotes": list(dict.fromkeys(told[id])),
        }
        for id, article in by_id.items()
    ]


def quote(annotation: Annotation, mention: EventMention) -> str:
    """The mention's sentence as HTML, with its trigger, date and actors marked."""
    text, (start, end) = annotation.article.text, mention.sentence
    parts, at = [], start
    for (left, right), kind in _marked(annotation, mention):
        if left < at or right > end:
            continue
        parts += [_plain(text[at:left]), f'<mark class="{kind}">{_plain(text[left:right])}</mark>']
        at = right
    return "".join([*parts, _plain(text[at:end])]).strip()


def _marked(annotation: Annotation, mention: EventMention) -> list[tuple[Span, str]]:
    """The spans to mark, in text order; where two overlap the first wins, the trigger before all."""
    return sorted(_spans(annotation, mention), key=lambda span: (span[0][0], span[1] != "trigger"))


def _spans(annotation: Annotation, mention: EventMention) -> Iterator[tuple[Span, str]]:
    for span in (mention.trigger, *mention.also):
        yield span, "trigger"
    if mention.timex is not None:
        found = annotation.timexes[mention.timex]
        yield (found.start, found.end), "date"
    for part in mention.actors:
        actor = annotation.actors[part.mention]
        yield (actor.start, actor.end), "actor"


def _plain(text: str) -> str:
    """Escaped text without controls; spaces at its ends stay, for words stand on both sides."""
    inner = clean(text)
    before = " " if text[:1].isspace() else ""
    after = " " if text[-1:].isspace() and inner else ""
    return escape(f"{before}{inner}{after}")
