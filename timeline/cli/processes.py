"""How many processes share the reading, for the commands that read articles."""

from __future__ import annotations

from argparse import ArgumentParser

from timeline.cli.numbers import at_least


def describe(parser: ArgumentParser) -> None:
    """Its argument."""
    parser.add_argument(
        "-j",
        "--jobs",
        type=at_least(1),
        default=1,
        metavar="N",
        help="processes to share the reading (1)",
    )
