"""Reports for tests of merging, made with as few words as the test needs."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from timeline.merge import Report
from timeline.model import EventActor

PUTIN = EventActor("person:putin", "فلاديمير بوتين", "person", "source")
KIM = EventActor("person:kim-jong-un", "كيم جونغ أون", "person", "target")
KOREA = EventActor("iso:PRK", "كوريا الشمالية", "state", "target")
VISIT = ("زيار", "رسم", "وفد", "استقبال", "مطار")


def told(id: str, day: str | None = None, days: int = 1, **facts: Any) -> Report:
    """A report of Putin's visit to North Korea, in the article named by the id's part before the colon."""
    begin = date.fromisoformat(day) if day else None
    usual: dict[str, Any] = {
        "article": id.partition(":")[0],
        "type": "CONSULT",
        "mode": "visit",
        "status": "past",
        "begin": begin,
        "until": begin + timedelta(days=days) if begin else None,
        "granularity": "day" if begin else None,
        "dated_by": "timex" if begin else "none",
        "published": begin,
        "actors": (PUTIN, KOREA),
        "trigger": "زار",
        "acts": ("زار",),
        "words": VISIT,
        "phrase": "زار بوتين كوريا الشمالية",
    }
    return Report(id=id, **(usual | facts))
