"""What the project knows of Arabic, as data: one meaning a row, ASCII columns first.

A table is a TSV file with a header; lines that start with # are comments for people.
"""

from __future__ import annotations

import csv
import tomllib
from collections.abc import Iterator
from functools import cache
from importlib.resources import files
from typing import Any


def lines(name: str) -> Iterator[str]:
    """The lines of a lexicon file that are neither empty nor comments."""
    text = files(__name__).joinpath(name).read_text(encoding="utf-8")
    return (line for line in text.splitlines() if line.strip() and not line.startswith("#"))


@cache
def table(name: str) -> tuple[dict[str, str], ...]:
    """The rows of a TSV file such as "ar/months.tsv", by column name; missing cells are ""."""
    reader = csv.DictReader(lines(name), delimiter="\t", restval="", quoting=csv.QUOTE_NONE)
    return tuple(dict(row) for row in reader)


@cache
def document(name: str) -> dict[str, Any]:
    """A TOML file such as "plover.toml"."""
    return tomllib.loads(files(__name__).joinpath(name).read_text(encoding="utf-8"))
