"""Assembling: what a group of reports says together, as one event."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Hashable, Iterable, Sequence
from dataclasses import replace
from datetime import date, timedelta
from math import prod
from typing import TypeVar

from timeline.actors.identity import english, short_names
from timeline.merge.report import Report
from timeline.merge.title import untagged
from timeline.model import DateClaim, Event, EventActor, Granularity, Status
from timeline.text import form

T = TypeVar("T", bound=Hashable)
SHORT = timedelta(days=7)
"""Up to a week, intervals that overlap tell of the same days; beyond, one is only coarser than the other."""

Interval = tuple[date, date, Granularity | None]

_HAPPENING: tuple[Status, ...] = ("past", "ongoing", "future", "hypothetical", "negated")


def assemble(id: str, reports: Sequence[Report]) -> Event:
    """The event that `reports` (at least one) tell of. Raises ValueError where there is none."""
    if not reports:
        raise ValueError(f"event {id} has no reports")
    own = [report for report in reports if report.copy_of is None] or list(reports)
    dates = _dates(own)
    best = dates[0] if dates else DateClaim(None, None, None, 0)
    kind = _most(r.type for r in own if r.type != "OTHER") or "OTHER"
    return Event(
        id=id,
        title=_title(own),
        type=kind,
        status=_status(own, best.begin),
        mode=_most(r.mode for r in own if r.type == kind and r.mode),
        begin=best.begin,
        until=best.until,
        granularity=best.granularity,
        dates=dates,
        actors=_actors(own),
        place=_most(r.place for r in own if r.place),
        articles=tuple(dict.fromkeys(report.article for report in reports)),
        mentions=tuple(report.id for report in reports),
        confidence=_confidence(own),
    )


def _title(reports: Sequence[Report]) -> str:
    """The headline of the surest report that is its article's main event, else the surest report's clause."""
    best = max(reports, key=lambda r: (r.main and bool(r.title), r.confidence, len(r.actors), r.id))
    return untagged(best.title) if best.main and best.title else best.phrase or untagged(best.title)


def _dates(reports: Sequence[Report]) -> tuple[DateClaim, ...]:
    """Every interval claimed, with the number of its independent articles, the best first.

    First those that texts give, then those of publication alone; then the best supported, the most
    precise, the earliest. A coarse claim supports those inside it; claims of a week or less support
    what overlaps them.
    """
    claims: dict[Interval, set[str]] = defaultdict(set)
    given: set[Interval] = set()
    for report in reports:
        if report.begin and report.until:
            interval = (report.begin, report.until, report.granularity)
            claims[interval].add(report.article)
            if report.dated_by != "dct":
                given.add(interval)
    support = {
        one: len(set().union(*(claims[other] for other in claims if _agrees(other, one)))) for one in claims
    }
    ranked = sorted(claims, key=lambda c: (c not in given, -support[c], c[1] - c[0], c[0], c[2] or ""))
    return tuple(DateClaim(*claim, articles=len(claims[claim])) for claim in ranked)


def _agrees(claim: Interval, other: Interval) -> bool:
    """Whether who makes `claim` also speaks for `other`: 18 June for 18 and 19 June, June for 18 June."""
    if claim[1] - claim[0] > SHORT:
        return claim[0] <= other[0] and other[1] <= claim[1]
    return claim[0] < other[1] and other[0] < claim[1] and other[1] - other[0] <= SHORT


def _status(reports: Sequence[Report], begin: date | None) -> Status:
    """What those say who wrote once it had begun, else what all say; of equals, what has happened."""
    after = [r for r in reports if begin and r.published and r.published >= begin]
    votes = Counter(report.status for report in after or reports)
    return max(_HAPPENING, key=lambda status: (votes[status], -_HAPPENING.index(status)))


def _actors(reports: Sequence[Report]) -> tuple[EventActor, ...]:
    """Each actor once, in the role and under the name that most reports give it, the most reported first."""
    told: dict[str, list[EventActor]] = defaultdict(list)
    for report in reports:
        for actor in report.actors:
            told[actor.id].append(actor)
    _name_whole(told)
    ranked = sorted(told.values(), key=lambda same: (-len(same), same[0].id))
    return tuple(
        EventActor(
            same[0].id,
            _most(actor.name for actor in same) or same[0].name,
            same[0].kind,
            _most(a.role for a in same if a.role != "other") or "other",
        )
        for same in ranked
    )


def _name_whole(told: dict[str, list[EventActor]]) -> None:
    """A short name is the person whose full name alone in the event has it: كيم is كيم جونغ أون there."""
    people = {id: form(same[0].name) for id, same in told.items() if same[0].kind == "person"}
    for id, name in people.items():
        full = [other for other, whole in people.items() if other != id and name in short_names(whole)[:1]]
        if len(full) == 1 and " " not in name and english(id) is None:
            told[full[0]] += [
                replace(actor, id=full[0], name=told[full[0]][0].name) for actor in told.pop(id)
            ]


def _confidence(reports: Sequence[Report]) -> float:
    """The probability that one article at least is right: each is as sure as its surest report."""
    surest: dict[str, float] = {}
    for report in reports:
        surest[report.article] = max(surest.get(report.article, 0.0), report.confidence)
    return round(1.0 - prod(1.0 - sure for sure in surest.values()), 4)


def _most(values: Iterable[T]) -> T | None:
    """The most frequent value, the first seen among equals."""
    counted = Counter(values)
    return max(counted, key=counted.__getitem__) if counted else None
