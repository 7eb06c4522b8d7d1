"""`timeline annotate IN… [-o OUT]`: the extraction alone."""

from __future__ import annotations

import json
import sys
from argparse import ArgumentParser, Namespace

from timeline import articles, contract, pipeline
from timeline.articles.unreadable import UnreadableError


def describe(parser: ArgumentParser) -> None:
    """Its arguments."""
    parser.add_argument("places", nargs="+", metavar="IN")
    parser.add_argument("-o", "--output", default="-", metavar="OUT")


def run(options: Namespace) -> int:
    """One line a document, in input order."""
    troubles: list[UnreadableError] = []

    def complain(error: UnreadableError) -> None:
        troubles.append(error)
        print(error, file=sys.stderr)

    out = sys.stdout if options.output == "-" else open(options.output, "w", encoding="utf-8")  # noqa: SIM115
    with out:
        for annotation in pipeline.read_all(articles.read(options.places, complain)):
            print(json.dumps(contract.annotation_to_json(annotation), ensure_ascii=False), file=out)
    return 1 if troubles else 0
