"""Annotations made by hand, so that tests of what comes after reading do not hang on the reading."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from timeline.model import ActorKind, ActorMention, Annotation, Article, EventMention, Participant

ACTORS: dict[str, tuple[str, ActorKind]] = {
    "بوتين": ("person:putin", "person"),
    "كيم": ("person:kim-jong-un", "person"),
    "ماكرون": ("person:macron", "person"),
    "شي": ("person:xi-jinping", "person"),
    "بيونغ يانغ": ("place:pyongyang", "place"),
    "كوريا الشمالية": ("iso:PRK", "state"),
    "فرنسا": ("iso:FRA", "state"),
}

VISIT = "زار الرئيس الروسي بوتين كوريا الشمالية والتقى كيم في بيونغ يانغ وسط استقبال حافل في ساحة العاصمة"
ARRIVAL = "وصل بوتين إلى كوريا الشمالية في زيارة نادرة لإجراء محادثات مع كيم في بيونغ يانغ وسط استقبال حافل"
PARIS = "زار الرئيس الصيني شي فرنسا وبحث مع ماكرون ملفات التجارة والحرب في أوكرانيا ومستقبل العلاقات"
TRIGGERS = ("زار", "زيارة")


def told(id: str, sentence: str, published: str | None, **facts: Any) -> Annotation:
    """An article of one sentence that reports a visit on the day it was published."""
    day = date.fromisoformat(published) if published else None
    article = Article(id, sentence, published=day, published_source="given" if day else "unknown", **facts)
    return Annotation(article, (), _actors(sentence), (_visit(id, sentence, day),))


def _actors(sentence: str) -> tuple[ActorMention, ...]:
    found = []
    for name, (id, kind) in ACTORS.items():
        at = f" {sentence} ".find(f" {name} ")
        if at >= 0:
            found.append(ActorMention(at, at + len(name), name, id, name, kind))
    return tuple(sorted(found, key=lambda actor: actor.start))


def _visit(article: str, sentence: str, day: date | None) -> EventMention:
    word = next(word for word in TRIGGERS if word in sentence)
    at = sentence.index(word)
    people = [i for i, actor in enumerate(_actors(sentence)) if actor.kind in ("person", "state")]
    return EventMention(
        id=f"{article}:0",
        sentence=(0, len(sentence)),
        trigger=(at, at + len(word)),
        type="CONSULT",
        status="past",
        mode="visit",
        begin=day,
        until=day and day + timedelta(days=1),
        granularity="day" if day else None,
        dated_by="dct" if day else "none",
        actors=tuple(Participant(i, "source" if n == 0 else "target") for n, i in enumerate(people)),
        main=True,
        confidence=0.9,
    )
