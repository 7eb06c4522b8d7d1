"""`timeline articles` lists them; `timeline articles ARTICLE DATE` sets when one was published."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from typing import TYPE_CHECKING

from timeline.cli import stores
from timeline.cli.dates import interval
from timeline.cli.output import Troubles

if TYPE_CHECKING:
    from timeline.store import Store

EXAMPLES = """\
  timeline articles --undated
  timeline articles 000_de1719343d3b3431.txt 2024-06-18"""


def describe(parser: ArgumentParser) -> None:
    """Its arguments."""
    parser.add_argument("article", nargs="?", metavar="ARTICLE", help="the id of the one to date")
    parser.add_argument("date", nargs="?", type=interval, metavar="DATE", help="the day it was published")
    parser.add_argument("--undated", action="store_true", help="only those whose date is unknown")
    stores.describe(parser)


def run(options: Namespace) -> int:
    """One line an article: id, date, where the date came from, source, headline."""
    with stores.opened(options) as store:
        if options.article:
            return _date(store, options)
        for entry in store.articles():
            if entry.published is None or not options.undated:
                day = entry.published.isoformat() if entry.published else "?"
                print(entry.id, day, entry.published_source, entry.source, entry.title, sep="\t")
    return 0


def _date(store: Store, options: Namespace) -> int:
    from timeline.articles.documents import believable  # noqa: PLC0415 (loads the lexicons)

    if options.date is None or options.date[2] != "day" or not believable(options.date[0]):
        return Troubles.say(f"{options.article}: say the day it was published, such as 2024-06-18", code=2)
    if not store.set_published(options.article, options.date[0], why="set by hand"):
        return Troubles.say(f"{options.article}: no such article; `timeline articles` lists their ids")
    return 0
