"""`timeline merge ANNOTATIONS… [-o OUT]`: annotations in, events out; no store."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from timeline import contract
from timeline.cli.output import Troubles, lines

EXAMPLES = """\
  timeline merge annotations.jsonl -o events.jsonl
  timeline annotate articles/ | timeline merge - > events.jsonl"""


def describe(parser: ArgumentParser) -> None:
    """Its arguments."""
    parser.add_argument(
        "places",
        nargs="+",
        metavar="ANNOTATIONS",
        help="what `timeline annotate` wrote; - for standard input",
    )
    parser.add_argument(
        "-o", "--output", default="-", metavar="OUT", help="the file to write (standard output)"
    )


def run(options: Namespace) -> int:
    """One line an event, oldest first."""
    from timeline.articles.annotations import read  # noqa: PLC0415
    from timeline.merge import merge  # noqa: PLC0415

    troubles = Troubles()
    events = merge(read(options.places, troubles)).events
    lines(options.output, (contract.event_to_json(event) for event in events))
    return troubles.code
