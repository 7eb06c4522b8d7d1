"""`timeline annotate IN… [-o OUT]`: the extraction alone, no store."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from timeline import contract
from timeline.cli import processes, recognisers
from timeline.cli.output import READABLE, Troubles, lines

EXAMPLES = """\
  timeline annotate article.txt
  timeline annotate articles/ --jobs 4 -o annotations.jsonl
  cat documents.jsonl | timeline annotate - | timeline merge -"""


def describe(parser: ArgumentParser) -> None:
    """Its arguments."""
    parser.add_argument("places", nargs="+", metavar="IN", help=READABLE)
    parser.add_argument(
        "-o", "--output", default="-", metavar="OUT", help="the file to write (standard output)"
    )
    processes.describe(parser)
    recognisers.describe(parser)


def run(options: Namespace) -> int:
    """One line a document, in input order."""
    from timeline import articles, pipeline  # noqa: PLC0415 (loads the lexicons)

    troubles = Troubles()
    find = recognisers.chosen(options)
    read = articles.read(options.places, troubles)
    with pipeline.workers(options.jobs) as run_map:
        annotations = pipeline.read_all(read, run_map, find, troubles)
        lines(options.output, (contract.annotation_to_json(each) for each in annotations))
    return troubles.code
