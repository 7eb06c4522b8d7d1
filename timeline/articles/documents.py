"""A row of fields (JSON line, CSV or Parquet row) → Article."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from math import isnan
from typing import Any

from timeline.articles.unreadable import UnreadableError
from timeline.model import Article

FIELDS = ("id", "title", "text", "published", "source", "url", "language")

_EARLIEST, _LATEST = 1600, 2200  # years

# Halves of characters, from broken JSON, and NUL, which databases refuse.
_BROKEN = re.compile("[\ud800-\udfff\0]")


def article(row: Mapping[str, Any], where: str, line: int, name: str = "") -> Article:
    """The article of one row; only `text` is required. Without an id it is called after `name` (`where`).

    The document's text is the title, a line break and the text, so that every offset counts from
    the headline. Raises UnreadableError where a field is missing or of the wrong kind.
    """
    given = {name: _words(row.get(name), name, where, line) for name in FIELDS if name != "published"}
    if not given["text"].strip():
        raise UnreadableError(where, "row.text", line)
    title = given["title"]
    day = published(row.get("published"), where, line)
    return Article(
        id=given["id"] or f"{name or where}:{line}",
        text=f"{title}\n{given['text']}" if title else given["text"],
        title=title,
        published=day,
        published_source="given" if day else "unknown",
        source=given["source"],
        url=given["url"],
        language=given["language"] or "ar",
    )


def published(value: Any, where: str, line: int | None = None) -> date | None:
    """An ISO date or date-time at its own local date. Raises UnreadableError for anything else."""
    day: date | None
    if isinstance(value, date):
        day, words = date(value.year, value.month, value.day), value.isoformat()
    else:
        words = _words(value, "published", where, line).strip()
        try:
            day = date.fromisoformat(words[:10]) if words else None
        except ValueError:
            raise UnreadableError(where, "row.date", line, words=repr(words[:40])) from None
    if day and not believable(day):
        raise UnreadableError(where, "row.date", line, words=repr(words[:40]))
    return day


def believable(day: date) -> bool:
    """Whether news can be of that day: newspapers began in 1605, and 0001-01-01 stands for unknown.

    What is read is counted from it in days and centuries, and calendars end at the years 1 and 9999.
    """
    return _EARLIEST <= day.year <= _LATEST


def plain(id: str) -> str:
    """An id on one line, of whole characters: files' names may hold line breaks, and bytes of no text."""
    return _BROKEN.sub("\ufffd", " ".join(id.split()) if not id.isprintable() else id)


def _words(value: Any, name: str, where: str, line: int | None) -> str:
    """A field as text: nothing and NaN are "", a number its digits, a broken character U+FFFD."""
    if value is None:
        return ""
    if isinstance(value, str):
        return _BROKEN.sub("\ufffd", value)
    if isinstance(value, int) and not isinstance(value, bool):
        return str(value)
    if isinstance(value, float) and (name == "id" or isnan(value)):  # of a column with gaps
        return "" if isnan(value) else f"{value:.15g}"
    raise UnreadableError(where, "row.words", line, name=name)
