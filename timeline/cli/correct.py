"""`timeline correct EVENT …`: set right what the program got wrong; every correction can be undone."""

from __future__ import annotations

import getpass
from argparse import ArgumentParser, Namespace
from typing import TYPE_CHECKING

from timeline.cli import stores
from timeline.cli.dates import interval
from timeline.cli.output import Troubles

if TYPE_CHECKING:
    from timeline.store import Store

EXAMPLES = """\
  timeline correct e1a2b3c4d5e6f --date "يونيو 2024"
  timeline correct e1a2b3c4d5e6f --same e6f5e4d3c2b1a
  timeline correct e1a2b3c4d5e6f --split "article-7#3"
  timeline correct --log
  timeline correct --undo 4"""


def describe(parser: ArgumentParser) -> None:
    """Its arguments."""
    parser.add_argument("event", nargs="?", metavar="EVENT", help="the id of the event that is wrong")
    what = parser.add_mutually_exclusive_group(required=True)
    what.add_argument("--date", type=interval, metavar="DATE", help="it happened then")
    what.add_argument("--hide", action="store_true", help="do not show it")
    what.add_argument("--same", metavar="EVENT", help="this other event is the same one")
    what.add_argument("--split", nargs="+", metavar="MENTION", help="these of its mentions are another event")
    what.add_argument("--log", action="store_true", help="list all corrections")
    what.add_argument("--undo", type=int, metavar="N", help="take correction number N back")
    parser.add_argument("--author", default=getpass.getuser(), help="who says so (your user name)")
    stores.describe(parser)


def run(options: Namespace) -> int:
    """Prints the number of the correction, by which it can be undone."""
    with stores.opened(options) as store:
        if options.log:
            return _log(store)
        if options.undo is not None:
            done = store.undo(options.undo)
            return 0 if done else Troubles.say(f"{options.undo}: no correction that stands has this number")
        try:
            print(_correct(store, options))
        except ValueError as error:
            return Troubles.say(f"{options.event or 'EVENT'}: {error}")
    return 0


def _correct(store: Store, options: Namespace) -> int:
    event = store.event(options.event) if options.event else None
    if event is None:
        raise ValueError("no such event; `timeline show` lists their ids")
    if options.date:
        begin, until, granularity = options.date
        return store.correct(
            "date", author=options.author, event=event.id, begin=begin, until=until, granularity=granularity
        )
    if options.hide:
        return store.correct("hide", author=options.author, event=event.id)
    if options.split:
        return store.correct("split", author=options.author, event=event.id, mentions=options.split)
    other = store.event(options.same)
    if other is None:
        raise ValueError(f"no event {options.same} to be the same as")
    return store.correct("same", author=options.author, mentions=[*event.mentions, *other.mentions])


def _log(store: Store) -> int:
    for each in store.corrections():
        when = f"{each.begin or ''}…{each.until or ''}" if each.kind == "date" else ""
        undone = f"undone {each.undone:%Y-%m-%d %H:%M}" if each.undone else ""
        said = each.event or " ".join(each.mentions)
        print(each.id, f"{each.at:%Y-%m-%d %H:%M}", each.author, each.kind, said, when, undone, sep="\t")
    return 0
