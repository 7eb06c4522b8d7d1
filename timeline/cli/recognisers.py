"""The choice of what finds actors, for the commands that read articles."""

from __future__ import annotations

from argparse import ArgumentParser, Namespace
from typing import TYPE_CHECKING

from timeline.cli.output import Troubles

if TYPE_CHECKING:
    from timeline.actors import Recogniser


def describe(parser: ArgumentParser) -> None:
    """Its argument."""
    parser.add_argument(
        "--actors",
        choices=("rules", "camel"),
        default="rules",
        help="find actors by rules, or by CAMeL's neural network too, where installed (rules)",
    )


def chosen(options: Namespace) -> Recogniser:
    """The recogniser that was asked for; ends the command where it cannot work here."""
    from timeline.actors import NotInstalledError, recogniser  # noqa: PLC0415 (loads the lexicons)

    try:
        return recogniser(options.actors)
    except NotInstalledError as error:
        raise SystemExit(Troubles.say(str(error))) from error
