"""RSS and Atom feeds → articles, one an entry."""

from __future__ import annotations

import re
from collections.abc import Iterator
from datetime import date, datetime
from email.utils import parsedate_to_datetime
from html import unescape
from typing import Any

from timeline.articles.documents import believable
from timeline.articles.unreadable import UnreadableError
from timeline.model import Article

_TAG = re.compile(r"<(?:script|style)\b.*?</(?:script|style)\s*>|<[^<>]*>", re.DOTALL | re.IGNORECASE)
_BREAK = re.compile(r"<(?:/p|br\s*/?|/div|/li|/h\d)\s*>", re.IGNORECASE)
_BLANKS = re.compile(r"[ \t\xa0]+|\s*\n\s*")


def articles(data: bytes, place: str) -> Iterator[Article]:
    """The entries of a feed, in its order. Raises UnreadableError where it is none."""
    import feedparser  # noqa: PLC0415 (slow to load)

    feed = feedparser.parse(data)
    if not feed.entries and (feed.bozo or not feed.version):
        raise UnreadableError(place, "feed.none")
    source = _plain(feed.feed.get("title", ""))
    language = (feed.feed.get("language") or "ar").partition("-")[0].lower()
    found = [_article(entry, f"{place}#{n}", source, language) for n, entry in enumerate(feed.entries, 1)]
    if feed.entries and not any(found):
        raise UnreadableError(place, "feed.empty")
    yield from filter(None, found)


def _article(entry: Any, place: str, source: str, language: str) -> Article | None:
    """An entry with its fullest text; None where it has none at all."""
    title = " ".join(_plain(entry.get("title", "")).split())
    texts = [_plain(part.get("value", "")) for part in entry.get("content", ())]
    body = max([*texts, _plain(entry.get("summary", ""))], key=len)
    if not (title or body):
        return None
    published = _date(entry.get("published") or entry.get("updated") or "")
    return Article(
        id=str(entry.get("id") or entry.get("link") or place),
        text="\n".join(filter(None, [title, body])),
        title=title if body else "",
        published=published,
        published_source="metadata" if published else "unknown",
        source=source,
        url=str(entry.get("link") or ""),
        language=language,
    )


def _date(words: str) -> date | None:
    """A feed's date at its own place: RFC 822 (RSS) or ISO 8601 (Atom); None for anything else."""
    for read in (datetime.fromisoformat, parsedate_to_datetime):
        try:
            day = read(words.strip()).date()
        except (ValueError, TypeError, IndexError, OverflowError):
            continue
        return day if believable(day) else None
    return None


def _plain(html: str) -> str:
    """HTML as text, a line for each paragraph."""
    text = unescape(_TAG.sub("", _BREAK.sub("\n", html)))
    return _BLANKS.sub(lambda blank: "\n" if "\n" in blank.group() else " ", text).strip()
