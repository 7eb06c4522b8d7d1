"""Dating undated articles: what others say of the same events tells when an article was published."""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from datetime import date

from timeline.merge.compare import DELAY
from timeline.merge.report import Report


@dataclass(frozen=True, slots=True)
class Inferred:
    """A publication date that nothing in the article says outright, and why it is believed, in words."""

    published: date
    why: str


WITNESSES = 3
"""Dated articles that must tell of the same main event on one day, where nothing else makes it sure."""

PERSONS = 2
"""Two persons who meet do so seldom: one dated article that names both is enough."""


def infer_published(events: Iterable[Sequence[Report]]) -> dict[str, Inferred]:
    """Undated article → its publication date, from the reports of each event.

    The main event of an article is news when it is published, so the day is taken on which most dated
    articles have the same main event: where they are copies of each other, or name the same two persons, or
    are WITNESSES. An article stays undated where those are of different weeks, or where it tells of
    something as past that happened later than that day. What happens daily (a raid, a toll) dates nothing.
    """
    votes: dict[str, Counter[date]] = defaultdict(Counter)
    sure: set[str] = set()
    latest: dict[str, date] = {}
    for reports in events:
        dated = {r.article: r for r in reports if r.main and r.published}
        begun = max(
            (r.begin for r in reports if r.begin and r.dated_by in ("timex", "context")), default=None
        )
        for report in reports:
            if report.published is None and report.main:
                told = [r for r in dated.values() if r.copy_of in (None, report.article)]
                votes[report.article].update(r.published for r in told if r.published)
                sure.update(report.article for r in told if _settles(report, r))
            if report.published is None and report.status == "past" and begun:
                latest[report.article] = max(latest.get(report.article, begun), begun)
    found = {article: _elected(counted, article in sure) for article, counted in votes.items()}
    return {
        article: inferred
        for article, inferred in found.items()
        if inferred and inferred.published >= latest.get(article, date.min)
    }


def _settles(undated: Report, dated: Report) -> bool:
    """Whether one dated report is enough: the same text, or the same two persons."""
    if undated.copy_of == dated.article or dated.copy_of == undated.article:
        return True
    persons = [{actor.id for actor in r.actors if actor.kind == "person"} for r in (undated, dated)]
    return len(persons[0] & persons[1]) >= PERSONS


def _elected(counted: Counter[date], sure: bool) -> Inferred | None:
    """The day with the most votes, the earliest of equals, if all are within the press's DELAY."""
    if not counted or (max(counted) - min(counted)).days > DELAY:
        return None
    day = min(counted, key=lambda day: (-counted[day], day))
    if not sure and counted[day] < WITNESSES:
        return None
    told = ", ".join(f"{other.isoformat()} ({n})" for other, n in sorted(counted.items()))
    return Inferred(day, f"the same main event is reported by dated articles: {told}")
