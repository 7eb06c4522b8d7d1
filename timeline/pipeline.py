"""The extraction: an article → its annotation, as one pure function that any map can run.

`read_all(articles, map=…)` takes the builtin map, `workers(n).map`, or a cluster's.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from importlib import import_module
from importlib.util import find_spec
from typing import Any, Protocol

from timeline import text as texts
from timeline.model import Annotation, Article


def _part(name: str) -> Any:  # FIXME: goes as soon as the three parts are committed
    spec = find_spec(name)
    return import_module(name) if spec and spec.origin else None


timex, actors, events = (_part(f"timeline.{name}") for name in ("timex", "actors", "events"))


class Map(Protocol):
    """What runs `read` over the articles, in order: map, or a pool's."""

    def __call__(
        self, read: Callable[[Article], Annotation], articles: Iterable[Article], /
    ) -> Iterable[Annotation]: ...


def read(article: Article) -> Annotation:
    """Everything that one article says: its own date, time expressions, actors, events."""
    text = texts.read(article.text)
    timexes = timex.tag(text, article.published) if timex else ()
    people = actors.find(text) if actors else ()
    happenings = events.find(article, text, timexes, people) if events else ()
    return Annotation(article, timexes, people, happenings)


def read_all(articles: Iterable[Article], map: Map = map) -> Iterator[Annotation]:
    """One annotation an article, in order, as they become ready."""
    yield from map(read, articles)
