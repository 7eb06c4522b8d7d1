"""Numbers as options take them, each with its bounds."""

from __future__ import annotations

from argparse import ArgumentTypeError
from collections.abc import Callable


def at_least(least: int, most: float = float("inf")) -> Callable[[str], int]:
    """Reads a whole number in these bounds, ends included. It raises ArgumentTypeError for any other."""
    wanted = f"from {least} to {most}" if most < float("inf") else f"from {least}"

    def read(words: str) -> int:
        if not (words.isdecimal() and least <= int(words) <= most):
            raise ArgumentTypeError(f"{words!r} is no whole number {wanted}")
        return int(words)

    return read


def share(words: str) -> float:
    """A number from 0 to 1. Raises ArgumentTypeError for any other."""
    try:
        number = float(words)
    except ValueError:
        number = -1.0
    if not 0 <= number <= 1:
        raise ArgumentTypeError(f"{words!r} is no number from 0 to 1")
    return number
