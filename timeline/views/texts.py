"""The words of the page, in Arabic and in English; they are data, in texts.tsv."""

from __future__ import annotations

import csv
from functools import cache
from importlib.resources import files

from timeline.labels import Language


@cache
def rows() -> dict[str, dict[str, str]]:
    """Every text by its key: a row with "en" and "ar". A line that starts with # is a comment."""
    lines = files(__name__.rpartition(".")[0]).joinpath("texts.tsv").read_text(encoding="utf-8").splitlines()
    kept = (line for line in lines if line and not line.startswith("#"))
    return {row["key"]: row for row in csv.DictReader(kept, delimiter="\t", quoting=csv.QUOTE_NONE)}


def say(key: str, language: Language, **values: object) -> str:
    """A text with its {…} filled in; KeyError where there is none: a missing word is a defect."""
    return rows()[key][language].format(**values)
