"""A new version of an article: its mentions keep the ids of those in the old version that they continue."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace

from timeline.merge import Report, reports
from timeline.model import Annotation, EventMention

ALIKE = 0.3
"""The share of two sentences' stems (Jaccard) from which one may be the other rewritten."""


def renamed(annotation: Annotation, id: str) -> Annotation:
    """The annotation under another article id, its mentions' ids with it."""
    old = annotation.article.id
    if id == old:
        return annotation
    events = tuple(replace(event, id=_moved(event.id, old, id)) for event in annotation.events)
    return replace(annotation, article=replace(annotation.article, id=id), events=events)


def succeed(
    before: Annotation, after: Annotation, events: Mapping[str, str]
) -> tuple[Annotation, dict[str, str]]:
    """`after` with the ids of `before` where it continues it, and the events of the mentions that do.

    `events` says to which event each mention of `before` belongs.
    """
    after = renamed(after, before.article.id)
    heirs = _heirs(reports(before), reports(after))
    taken = {event.id for event in before.events}
    ids: dict[str, str] = {}
    for event in after.events:
        ids[event.id] = heirs.get(event.id) or _free(event.id, taken)
        taken.add(ids[event.id])
    kept = {new: events[new] for new in heirs.values() if new in events}
    return replace(after, events=tuple(_named(event, ids) for event in after.events)), kept


def _heirs(before: Iterable[Report], after: Iterable[Report]) -> dict[str, str]:
    """New mention id → the old id that it continues: the same word for it in the most similar sentence."""
    scored = sorted(
        ((_alike(old, new), old.id, new.id) for old in before for new in after if old.trigger == new.trigger),
        reverse=True,
    )
    heirs: dict[str, str] = {}
    used: set[str] = set()
    for alike, old, new in scored:
        if alike >= ALIKE and new not in heirs and old not in used:
            heirs[new] = old
            used.add(old)
    return heirs


def _alike(old: Report, new: Report) -> float:
    a, b = set(old.words), set(new.words)
    return len(a & b) / len(a | b) if a | b else 1.0


def _named(event: EventMention, ids: Mapping[str, str]) -> EventMention:
    return replace(event, id=ids[event.id])


def _free(id: str, taken: set[str]) -> str:
    tries, free = 1, id
    while free in taken:
        tries += 1
        free = f"{id}~{tries}"
    return free


def _moved(mention: str, old: str, new: str) -> str:
    return new + mention[len(old) :] if mention.startswith(old) else f"{new}:{mention}"
