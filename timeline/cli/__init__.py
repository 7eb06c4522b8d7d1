"""Arabic news articles → dated events → merged events → timelines.

Exit codes: 0 done; 1 something could not be read (the rest was kept); 2 wrong usage.
"""

from __future__ import annotations

import argparse
import os
import sys
from importlib import import_module
from io import TextIOWrapper

from timeline.cli.output import Troubles
from timeline.cli.stores import NoStoreError

COMMANDS = {
    "ingest": "read, annotate, merge and store articles",
    "show": "list events, or one event with its evidence",
    "export": "write events as a picture, page, table, calendar or graph",
    "serve": "open the dashboard",
    "articles": "list articles, or set when one was published",
    "correct": "set an event right, list corrections, undo them",
    "delete": "take articles out",
    "annotate": "documents in, annotations out; no store",
    "merge": "annotations in, events out; no store",
    "reread": "read stored articles again, after the program or its lexicons changed",
    "doctor": "say what is missing, what it costs, how to mend it",
}
"""Each command is the module of this folder with its name; it is loaded when it is called."""


def main(argv: list[str] | None = None) -> int:
    """Run one command; returns its exit code. `argv` is that of the process where it is None."""
    words = sys.argv[1:] if argv is None else argv
    _speak_utf8()
    options = parser(words[0] if words else None).parse_args(words)
    try:
        code = int(options.run(options))
        sys.stdout.flush()
        return code
    except NoStoreError as error:
        return Troubles.say(str(error))
    except KeyboardInterrupt:
        return Troubles.say("stopped; what was stored stays, and running it again goes on from there", 130)
    except BrokenPipeError:  # the reader of our output has had enough (| head)
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return 0
    except OSError as error:
        place = error.filename or options.__dict__.get("output", "output")
        return Troubles.say(f"{place}: {(error.strerror or str(error)).lower()}; {_WRITABLE}")


_WRITABLE = "name a file in a folder that is there, that may be written to and has room"


def _speak_utf8() -> None:
    """Arabic and JSON lines are UTF-8, whatever the machine's own encoding is."""
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, TextIOWrapper):
            stream.reconfigure(encoding="utf-8", errors=stream.errors)


def parser(command: str | None = None) -> argparse.ArgumentParser:
    """The parser, with the arguments of one command; of the others it knows only what they do."""
    raw = argparse.RawDescriptionHelpFormatter
    whole = argparse.ArgumentParser("timeline", description=__doc__, formatter_class=raw)
    commands = whole.add_subparsers(metavar="COMMAND", required=True)
    for name, summary in COMMANDS.items():
        if name != command:
            commands.add_parser(name, help=summary)
            continue
        module = import_module(f"timeline.cli.{name}")
        examples = f"examples:\n{module.EXAMPLES}"
        one = commands.add_parser(
            name, help=summary, description=module.__doc__, epilog=examples, formatter_class=raw
        )
        module.describe(one)
        one.set_defaults(run=module.run)
    return whole
