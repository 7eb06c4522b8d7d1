"""Files, folders, feeds and web pages → articles.

Input is hostile until read: what cannot be read is told in one line, and the rest is kept.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from tempfile import TemporaryDirectory

from timeline.articles import documents, feeds, pages, tables
from timeline.articles.encoding import decode
from timeline.articles.facts import Facts
from timeline.articles.places import Kind, Source, is_address, kind_of, read_bytes, sources
from timeline.articles.unreadable import Complain, UnreadableError
from timeline.model import Article

__all__ = ["Complain", "UnreadableError", "read"]


def read(places: Iterable[str], complain: Complain) -> Iterator[Article]:
    """The articles of files, folders, patterns, web addresses and "-", in order, as they are read.

    What cannot be read goes to `complain`, and the rest goes on. Ids are distinct.
    """
    facts = Facts(complain)
    taken: dict[str, int] = {}
    for source in sources(places, complain):
        for article in _articles(source, facts, complain):
            id = documents.plain(article.id)
            times = taken[id] = taken.get(id, 0) + 1
            yield replace(article, id=id if times == 1 else f"{id}~{times}")


def _articles(source: Source, facts: Facts, complain: Complain) -> Iterator[Article]:
    try:
        if is_address(source.place):
            yield from _fetched(source.place, complain)
        elif source.kind in _TABLES:
            yield from _rows(source, complain)
        else:
            for article in _single(source.kind, read_bytes(source.place), source.place, source.name):
                yield facts.add(article, source.place)
    except UnreadableError as error:
        complain(error)


def _rows(source: Source, complain: Complain) -> Iterator[Article]:
    for number, row in _TABLES[source.kind](source.place, complain):
        try:
            yield documents.article(row, source.place, number, source.name)
        except UnreadableError as error:
            complain(error)


def _fetched(address: str, complain: Complain) -> Iterator[Article]:
    """What a web address leads to: a page, a feed, or a file of documents."""
    data, content_type, found_at = pages.fetch(address)
    kind = kind_of(content_type, found_at, data)
    if kind not in _TABLES:
        yield from _single(kind, data, found_at, found_at)
        return
    with TemporaryDirectory() as folder:
        file = Path(folder, Path(found_at).name[-80:] or "documents")
        file.write_bytes(data)
        yield from _rows(Source(str(file), kind), complain)


def _single(kind: Kind, data: bytes, place: str, id: str) -> Iterator[Article]:
    """The articles of one text, page or feed."""
    if kind == "feed":
        yield from feeds.articles(data, place)
    elif kind == "page":
        yield pages.article(data, place, id)
    else:
        yield _text(data, place, id)


def _text(data: bytes, place: str, id: str) -> Article:
    try:
        text = decode(data)
    except ValueError:
        raise UnreadableError(place, "text.binary") from None
    if not text.strip():
        raise UnreadableError(place, "text.empty")
    return Article(id, text, url=place if is_address(place) else "")


_TABLES: dict[Kind, Callable[[str, Complain], tables.Rows]] = {
    "lines": tables.json_rows,
    "csv": tables.csv_rows,
    "parquet": tables.parquet_rows,
}
