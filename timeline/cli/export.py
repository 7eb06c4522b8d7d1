"""`timeline export FORMAT [filters] -o FILE`: events as pictures, pages, tables, calendars, graphs."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from datetime import timedelta
from pathlib import Path

from timeline.cli import filters, stores
from timeline.cli.output import Troubles

FORMATS = ("png", "svg", "pdf", "html", "csv", "json", "parquet", "ics", "timelinejs", "graphml")

EXAMPLES = """\
  timeline export html -o timeline.html
  timeline export png --actor "كيم جونغ أون" --from 2023 --lane actor -o kim.png
  timeline export csv --type CONSULT > meetings.csv"""


def describe(parser: ArgumentParser) -> None:
    """Its arguments."""
    parser.add_argument("format", choices=FORMATS, metavar="FORMAT", help=" ".join(FORMATS))
    parser.add_argument(
        "-o", "--output", default="-", metavar="FILE", help="the file to write (standard output)"
    )
    parser.add_argument(
        "--lane", choices=("none", "actor", "type", "source"), default="none", help="of charts"
    )
    parser.add_argument("--title", default="", help="above charts, and of the timelinejs document")
    parser.add_argument("--language", choices=("ar", "en"), default="ar", help="of names and dates (ar)")
    stores.describe(parser)
    filters.describe(parser)


def run(options: Namespace) -> int:
    """Writes the events that pass the filters."""
    from timeline import export  # noqa: PLC0415 (slow to load)
    from timeline.charts import Look  # noqa: PLC0415

    with stores.opened(options) as store:
        events = filters.select(store, options)
        annotations = store.annotations({article for event in events for article in event.articles})
        total = len(store.events())
    words = {"lane": options.lane, "title": options.title, "total": total}
    since = options.since and options.since[0]
    look = Look(options.language, since=since, until=options.to and options.to[1] - timedelta(days=1))
    try:
        data = export.render(options.format, events, annotations, look, **words)
    except export.NoBrowserError as error:
        return Troubles.say(str(error))
    _write(data, options.output)
    return 0


def _write(data: bytes, place: str) -> None:
    if place == "-":
        sys.stdout.buffer.write(data)
        sys.stdout.flush()
    else:
        Path(place).write_bytes(data)
