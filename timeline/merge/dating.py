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


def infer_published(events: Iterable[Sequence[Report]]) -> dict[str, Inferred]:
    """Undated article → its publication date, from the reports of each event.

    The main event of an article is news when it is published, so the day is taken on which most dated
    articles have the same main event. An article stays undated where those are of different weeks, or
    where it tells of something as past that happened later than that day.
    """
    votes: dict[str, Counter[date]] = defaultdict(Counter)
    latest: dict[str, date] = {}
    for reports in events:
        days = {r.article: r.published for r in reports if r.main and r.published and r.copy_of is None}
        begun = max(
            (r.begin for r in reports if r.begin and r.dated_by in ("timex", "context")), default=None
        )
        for report in reports:
            if report.published is None and report.main:
                votes[report.article].update(days.values())
            if report.published is None and report.status == "past" and begun:
                latest[report.article] = max(latest.get(report.article, begun), begun)
    found = {article: _elected(counted) for article, counted in votes.items()}
    return {
        article: inferred
        for article, inferred in found.items()
        if inferred and inferred.published >= latest.get(article, date.min)
    }


def _elected(counted: Counter[date]) -> Inferred | None:
    """The day with the most votes, the earliest of equals, if all are within the press's DELAY."""
    if not counted or (max(counted) - min(counted)).days > DELAY:
        return None
    day = min(counted, key=lambda day: (-counted[day], day))
    told = ", ".join(f"{other.isoformat()} ({n})" for other, n in sorted(counted.items()))
    return Inferred(day, f"the same main event is reported by dated articles: {told}")
