"""`timeline delete ARTICLE…`: take articles out of the store, with all that was read in them."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace

from timeline.cli import stores
from timeline.cli.output import Troubles

EXAMPLES = """\
  timeline delete 000_de1719343d3b3431.txt"""


def describe(parser: ArgumentParser) -> None:
    """Its arguments."""
    parser.add_argument(
        "articles", nargs="+", metavar="ARTICLE", help="ids, as `timeline articles` lists them"
    )
    stores.describe(parser)


def run(options: Namespace) -> int:
    """Events that only they reported go too."""
    troubles = Troubles()
    with stores.opened(options) as store:
        for article in options.articles:
            if not store.delete(article):
                troubles.tell(f"{article}: no such article; `timeline articles` lists their ids")
    return troubles.code
