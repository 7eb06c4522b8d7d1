"""The command line: `timeline COMMAND …`. Each command is a module of this folder, loaded when it is called.

Exit codes: 0 done; 1 something could not be read (the rest was kept); 2 wrong usage.
"""

from __future__ import annotations

import argparse
import sys
from importlib import import_module
from types import ModuleType

COMMANDS = {
    "annotate": "documents in, annotations out; no store",
    "merge": "annotations in, events out; no store",
}


def main(argv: list[str] | None = None) -> int:
    """Run one command; returns its exit code. `argv` is that of the process where it is None."""
    words = sys.argv[1:] if argv is None else argv
    parser = _parser(words[0] if words and words[0] in COMMANDS else None)
    options = parser.parse_args(words)
    return int(options.run(options))


def _parser(command: str | None) -> argparse.ArgumentParser:
    """The parser with the options of one command; of the others only the summary is loaded."""
    parser = argparse.ArgumentParser(prog="timeline", description=__doc__)
    commands = parser.add_subparsers(metavar="COMMAND", required=True)
    for name, summary in COMMANDS.items():
        sub = commands.add_parser(name, help=summary)
        if name == command:
            module: ModuleType = import_module(f"timeline.cli.{name}")
            module.describe(sub)
            sub.set_defaults(run=module.run)
    return parser
