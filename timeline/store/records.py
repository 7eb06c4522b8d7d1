"""Records as the text that the tables hold, and back."""

from __future__ import annotations

import json
from dataclasses import asdict
from datetime import date
from typing import Any

from timeline import contract
from timeline.model import Annotation, Event, Evidence, Link


def dump(value: Any) -> str:
    """JSON on one line, as short as it gets."""
    return json.dumps(value, ensure_ascii=False, separators=(",", ":"), default=date.isoformat)


def annotation_to_text(annotation: Annotation) -> str:
    """An annotation as the line that `timeline annotate` prints."""
    return dump(contract.annotation_to_json(annotation))


def annotation_from_text(line: str) -> Annotation:
    """The inverse of `annotation_to_text`."""
    return contract.annotation_from_json(json.loads(line))


def event_to_text(event: Event) -> str:
    """An event as the line that `timeline merge` prints."""
    return dump(contract.event_to_json(event))


def event_from_text(line: str) -> Event:
    """The inverse of `event_to_text`."""
    return contract.event_from_json(json.loads(line))


def link_to_row(link: Link) -> dict[str, Any]:
    """A row of the table `link`."""
    return {
        "left": link.left,
        "right": link.right,
        "weight": link.weight,
        "evidence": dump([asdict(each) for each in link.evidence]),
    }


def link_from_row(row: Any) -> Link:
    """The inverse of `link_to_row`."""
    evidence = tuple(Evidence(**each) for each in json.loads(row.evidence))
    return Link(row.left, row.right, row.weight, evidence)
