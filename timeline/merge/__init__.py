"""Merging: cross-document event coreference. Reports → block → compare → score → cluster → events."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date

from timeline.merge.assemble import assemble
from timeline.merge.block import keys
from timeline.merge.cluster import Clusters, cluster
from timeline.merge.identity import settle
from timeline.merge.report import Report, reports
from timeline.model import Annotation, Event, Link

__all__ = ["Clusters", "Merged", "Report", "assemble", "cluster", "keys", "merge", "reports", "settle"]


@dataclass(frozen=True, slots=True)
class Merged:
    """Events, oldest first, undated last, and the links that hold them together."""

    events: tuple[Event, ...]
    links: tuple[Link, ...]


def merge(annotations: Iterable[Annotation]) -> Merged:
    """The events that annotated articles tell of, all at once."""
    told = [report for annotation in annotations for report in reports(annotation)]
    by_id = {report.id: report for report in told}
    clusters = cluster(told)
    ids, _ = settle(clusters.groups, {})
    events = [assemble(id, [by_id[m] for m in group]) for id, group in zip(ids, clusters.groups, strict=True)]
    events.sort(key=lambda e: (e.begin or date.max, e.until or date.max, e.id))
    return Merged(tuple(events), clusters.links)
