"""Merging: cross-document event coreference. Reports → block → compare → score → cluster → events."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import date

from timeline.merge.assemble import assemble
from timeline.merge.block import keys
from timeline.merge.cluster import Clusters, cluster
from timeline.merge.columns import Rarity, rarity
from timeline.merge.copies import bands, originals, signature
from timeline.merge.dating import Inferred, infer_published
from timeline.merge.identity import settle
from timeline.merge.report import Report, reports
from timeline.merge.stages import follow
from timeline.model import Annotation, Event, Link

__all__ = [
    "Clusters",
    "Inferred",
    "Merged",
    "Rarity",
    "Report",
    "assemble",
    "bands",
    "cluster",
    "follow",
    "infer_published",
    "keys",
    "merge",
    "originals",
    "rarity",
    "reports",
    "settle",
    "signature",
]


@dataclass(frozen=True, slots=True)
class Merged:
    """Events, oldest first, undated last, and the links that hold them together."""

    events: tuple[Event, ...]
    links: tuple[Link, ...]


def merge(annotations: Iterable[Annotation]) -> Merged:
    """The events that annotated articles tell of, all at once. Copies count as no source."""
    read = list(annotations)
    copies = originals(annotation.article for annotation in read)
    told = [report for each in read for report in reports(each, copies.get(each.article.id))]
    by_id = {report.id: report for report in told}
    clusters = cluster(told, rare=rarity(told, len(read)))
    ids, _ = settle(clusters.groups, {})
    events = [assemble(id, [by_id[m] for m in group]) for id, group in zip(ids, clusters.groups, strict=True)]
    stages = follow(events)
    events = [replace(event, follows=stages.get(event.id)) for event in events]
    events.sort(key=lambda e: (e.begin or date.max, e.until or date.max, e.id))
    return Merged(tuple(events), clusters.links)
