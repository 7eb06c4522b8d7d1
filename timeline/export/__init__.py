"""Events as files: pictures, one interactive HTML page, and tables for other programs.

`render(format, events, annotations, …)` gives the bytes of any of FORMATS, `suffix` its ending.
"""

from __future__ import annotations

import json
from collections.abc import Sequence
from dataclasses import replace
from typing import Any

from timeline import charts, frames
from timeline.charts import Look
from timeline.contract import event_to_json
from timeline.export import tables
from timeline.export.image import PICTURES, NoBrowserError, image
from timeline.export.page import page
from timeline.model import Annotation, Event

__all__ = ["FORMATS", "NoBrowserError", "image", "page", "render", "suffix", "tables"]

FORMATS = (*PICTURES, "html", "csv", "json", "parquet", "ics", "timelinejs", "graphml")


def suffix(format: str) -> str:
    """The ending of a file of this format, with its dot."""
    return ".json" if format == "timelinejs" else f".{format}"


def render(
    format: str,
    events: Sequence[Event],
    annotations: Sequence[Annotation] = (),
    look: Look | None = None,
    **words: Any,
) -> bytes:
    """The events as a file of one of FORMATS.

    `annotations` are those of the events' articles (dates' words, sources, sentences). `words`: `lane`
    of the timeline ("none"), `title`, `filters` (each in words), `total` (events before filtering) and
    `day` (of export). Raises NoBrowserError for pictures where there is no Chrome or Chromium, and
    ValueError for an unknown format.
    """
    look = look or Look()
    frame = frames.events(events, annotations)
    if format in PICTURES or format == "html":
        return _drawn(format, events, annotations, look, frame=frame, **words)
    if format == "json":
        return json.dumps([event_to_json(each) for each in events], ensure_ascii=False, indent=1).encode()
    if format == "ics":
        return tables.ics(frame, language=look.language)
    if format == "timelinejs":
        return tables.timelinejs(frame, title=words.get("title", ""), language=look.language)
    writers = {"csv": tables.csv, "parquet": tables.parquet, "graphml": tables.graphml}
    if format not in writers:
        raise ValueError(f"unknown format {format!r}: choose one of {', '.join(FORMATS)}")
    return writers[format](frame)


def _drawn(
    format: str, events: Sequence[Event], annotations: Sequence[Annotation], look: Look, **words: Any
) -> bytes:
    frame, lane = words.pop("frame"), words.pop("lane", "none")
    caption = charts.describe(frame, words.pop("total", None) or len(frame), look, **words)
    if format == "html":
        return page(events, annotations, look, lane=lane, caption=caption)
    figure = charts.timeline(frame, replace(look, responsive=False), lane=lane, caption=caption)
    return image(figure, format, language=look.language)  # type: ignore[arg-type]
