"""`timeline show [filters]` and `timeline show EVENT [--why]`: events in the terminal, oldest first."""

from __future__ import annotations

import sys
from argparse import ArgumentParser, Namespace
from collections.abc import Sequence
from typing import TYPE_CHECKING

from timeline.cli import filters, stores
from timeline.cli.output import Troubles
from timeline.model import Event

if TYPE_CHECKING:
    from timeline.store import Store, Testimony

EXAMPLES = """\
  timeline show
  timeline show --actor بوتين --from "يونيو 2024" --to 2024-12
  timeline show e1a2b3c4d5e6f --why"""


def describe(parser: ArgumentParser) -> None:
    """Its arguments."""
    parser.add_argument("event", nargs="?", metavar="EVENT", help="the id of one event: its evidence")
    parser.add_argument(
        "--why", action="store_true", help="and what spoke for and against its reports being one event"
    )
    parser.add_argument("--language", choices=("ar", "en"), default="ar", help="of names and dates (ar)")
    stores.describe(parser)
    filters.describe(parser)


def run(options: Namespace) -> int:
    """A table of events, or one event with its evidence."""
    with stores.opened(options) as store:
        if options.event:
            return _one(store, options)
        _table(filters.select(store, options), options.language)
    return 0


def _table(events: Sequence[Event], language: str) -> None:
    """A table for people; lines of tab-separated columns where the output is a pipe or a file."""
    from timeline import labels  # noqa: PLC0415 (slow to load)

    rows = [
        (
            event.id,
            labels.interval(event.begin, event.until, event.granularity, language, both=False),
            labels.name("type", event.type, language),
            " ".join(event.title.split()),
            "، ".join(labels.actor(actor.id, actor.name, language) for actor in event.actors),
            str(len(event.articles)),
        )
        for event in events
    ]
    if not sys.stdout.isatty():
        sys.stdout.writelines("\t".join(row) + "\n" for row in rows)
        return
    from rich.console import Console  # noqa: PLC0415 (slow to load)
    from rich.table import Table  # noqa: PLC0415

    table = Table(box=None, header_style="bold", pad_edge=False)
    for heading in ("id", "date", "type", "event", "actors", "articles"):
        table.add_column(heading, no_wrap=heading in ("id", "date"), overflow="fold")
    for row in rows:
        table.add_row(*row)
    Console().print(table, f"{len(rows)} events", sep="\n\n", markup=False)


def _one(store: Store, options: Namespace) -> int:
    from timeline import labels  # noqa: PLC0415 (slow to load)

    event = store.event(options.event)
    if event is None:
        return Troubles.say(f"{options.event}: no such event; `timeline show` lists their ids")
    language = options.language
    kind, status = labels.name("type", event.type, language), labels.name("status", event.status, language)
    print(event.title, f"{event.id}  {kind}  {status}", sep="\n")
    for claim in event.dates:
        when = labels.interval(claim.begin, claim.until, claim.granularity, language)
        print(f"{when}  ({labels.count('article', claim.articles, language)})")
    for told in store.evidence(event.id):
        _testimony(told)
    if options.why:
        _links(store, event.id)
    return 0


def _testimony(told: Testimony) -> None:
    article = told.annotation.article
    day = article.published.isoformat() if article.published else "?"
    copy = f"  copy of {told.copy_of}" if told.copy_of else ""
    print(f"\n{article.id}  {day}  {article.source}{copy}")
    for mention in told.mentions:
        sentence = article.text[slice(*mention.sentence)]
        words = told.annotation.timexes[mention.timex].text if mention.timex is not None else mention.dated_by
        print(f"  [{mention.id}] {' '.join(sentence.split())}  ← {words}")


def _links(store: Store, event: str) -> None:
    """Match weights are in bits: each bit doubles the odds."""
    for link in store.links(event):
        print(f"\n{link.left} = {link.right}  {link.weight:+.1f} bits")
        for each in link.evidence:
            print(f"  {each.weight:+.1f}  {each.comparison}: {each.level}")
