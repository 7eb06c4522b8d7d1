"""What a user names (a file, a folder, a pattern, an address, "-") → sources, and their bytes and lines."""

from __future__ import annotations

import glob
import io
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import BinaryIO, Literal, TextIO
from urllib.parse import urlsplit

from timeline.articles.encoding import detect
from timeline.articles.unreadable import Complain, UnreadableError

Kind = Literal["text", "page", "lines", "csv", "parquet", "feed"]

LARGEST = 20_000_000
"""Bytes of one document, and characters of one line; no article is as long."""

FACTS = "articles.csv"
"""In a folder of texts and pages, the table that says when and by whom each was published."""

_KINDS: dict[str, Kind] = {
    ".txt": "text",
    ".html": "page",
    ".htm": "page",
    ".xhtml": "page",
    ".jsonl": "lines",
    ".ndjson": "lines",
    ".csv": "csv",
    ".tsv": "csv",
    ".parquet": "parquet",
    ".rss": "feed",
    ".atom": "feed",
    ".xml": "feed",
}
_TYPES: dict[str, Kind] = {
    "text/html": "page",
    "application/xhtml+xml": "page",
    "text/plain": "text",
    "text/csv": "csv",
    "application/x-ndjson": "lines",
    "application/rss+xml": "feed",
    "application/atom+xml": "feed",
    "application/rdf+xml": "feed",
    "application/xml": "feed",
    "text/xml": "feed",
}
_HEAD = 1 << 16


@dataclass(frozen=True, slots=True)
class Source:
    """Something to read: where it is ("-" is standard input), and as what."""

    place: str
    kind: Kind

    @property
    def name(self) -> str:
        """What its documents are named after."""
        return "stdin" if self.place == "-" else Path(self.place).name


def sources(places: Iterable[str], complain: Complain) -> Iterator[Source]:
    """The sources that the places name, in order; folders and patterns sorted by name."""
    for place in places:
        if place == "-":
            yield Source(place, "lines")
        elif is_address(place):
            yield Source(place, "page")
        else:
            yield from _files(place, complain)


def is_address(place: str) -> bool:
    """Whether it is a web address."""
    return place.lower().startswith(("http://", "https://"))


def kind_of(content_type: str, address: str, head: bytes) -> Kind:
    """What came from a web address, by the server's word, its beginning and its name."""
    start = head[:1000].lstrip().lower()
    if any(mark in start for mark in (b"<rss", b"<feed", b"<rdf:rdf")):
        return "feed"
    named = _KINDS.get(Path(urlsplit(address).path).suffix.lower())
    return _TYPES.get(content_type.partition(";")[0].strip().lower()) or named or "page"


def read_bytes(place: str) -> bytes:
    """A whole file, or standard input. Raises UnreadableError where it is too large or cannot be read."""
    with _opened(place) as file:
        data = file.read(LARGEST + 1)
    if len(data) > LARGEST:
        raise UnreadableError(place, "file.large", most=LARGEST)
    return data


def lines(place: str, complain: Complain) -> Iterator[tuple[int, str]]:
    """The lines of a file that hold something, with their numbers; those too long go to `complain`."""
    try:
        with stream(place) as file:
            yield from _lines(file, place, complain)
    except UnreadableError as error:
        complain(error)


@contextmanager
def stream(place: str) -> Iterator[TextIO]:
    """A file as text, its encoding detected by its beginning. Raises UnreadableError where it cannot be."""
    with _opened(place) as file:
        buffered = file if isinstance(file, io.BufferedReader) else io.BufferedReader(io.BytesIO(file.read()))
        try:
            encoding = detect(buffered.peek(_HEAD)[:_HEAD])
        except ValueError:
            raise UnreadableError(place, "file.binary") from None
        yield io.TextIOWrapper(buffered, encoding=encoding, errors="replace", newline="")


def _lines(file: TextIO, place: str, complain: Complain) -> Iterator[tuple[int, str]]:
    number = 0
    while line := file.readline(LARGEST):
        number += 1
        if len(line) < LARGEST or line.endswith("\n"):
            if line := line.strip("\ufeff \t\r\n"):
                yield number, line
            continue
        complain(UnreadableError(place, "line.long", number, most=LARGEST))
        while line and not line.endswith("\n"):
            line = file.readline(LARGEST)


@contextmanager
def _opened(place: str) -> Iterator[BinaryIO]:
    if place == "-":
        yield sys.stdin.buffer
        return
    try:
        with open(place, "rb") as file:
            yield file
    except OSError as error:
        reason = (error.strerror or "cannot be read").lower()
        raise UnreadableError(place, "file.shut", reason=reason) from None


def _files(place: str, complain: Complain) -> Iterator[Source]:
    path = Path(place).expanduser()
    if path.is_dir():
        inside = (each for each in path.rglob("*") if _KINDS.get(each.suffix.lower()) and each.is_file())
        found = sorted(each for each in inside if each.name != FACTS and not _hidden(each, path))
        if not found:
            complain(UnreadableError(place, "folder.empty"))
    elif path.exists():
        found = [path]
    else:
        found = sorted(map(Path, glob.glob(str(path), recursive=True)))
        if not found:
            complain(UnreadableError(place, "file.missing"))
    for each in found:
        kind = _KINDS.get(each.suffix.lower())
        if kind:
            yield Source(str(each), kind)
        elif each.is_file():
            complain(UnreadableError(str(each), "file.kind", suffix=each.suffix or "no suffix"))


def _hidden(path: Path, folder: Path) -> bool:
    return any(part.startswith(".") for part in path.relative_to(folder).parts)
