"""Which edition of the program reads an article: a fingerprint of all that a reading depends on.

A store keeps it with each article, so that what an earlier edition read can be told, and read again.
"""

from __future__ import annotations

from functools import cache
from hashlib import blake2b
from importlib.resources import files
from pathlib import Path

_READING = (
    "pipeline.py",
    "text.py",
    "actors",
    "articles",
    "events",
    "lexicon",
    "merge",
    "morphology",
    "timex",
)
"""The parts of the package that make an annotation, or what merging needs of it."""

_ELSEWHERE = ("labels.tsv", "unreadable.tsv")
"""Words for people, among the lexicons."""


@cache
def fingerprint() -> str:
    """Equal where every rule, word and weight of the reading is."""
    digest = blake2b(digest_size=8)
    root = Path(str(files("timeline")))
    for path in sorted(path for part in _READING for path in _within(root / part)):
        digest.update(path.relative_to(root).as_posix().encode() + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()


def _within(path: Path) -> list[Path]:
    """A file, or the files below a folder; what Python or an editor leaves there does not count."""
    if path.is_file():
        return [path]
    return [
        each
        for each in path.rglob("*")
        if each.suffix in (".py", ".tsv", ".toml", ".db", ".json") and each.name not in _ELSEWHERE
    ]
