"""The extraction: an article → its annotation, as one pure function that any map can run.

`read_all(articles, map=…)` takes the builtin map, `workers(n).map`, or a cluster's.
"""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Iterable, Iterator, Sequence
from concurrent.futures import Executor, Future, ProcessPoolExecutor
from contextlib import contextmanager
from dataclasses import replace
from functools import partial
from itertools import islice
from multiprocessing import get_context, parent_process
from multiprocessing.process import BaseProcess
from signal import SIG_IGN, SIGINT, signal
from threading import Thread
from typing import NamedTuple, Protocol, TypeVar

from timeline import actors, events, timex
from timeline import text as texts
from timeline.articles import published
from timeline.articles.boilerplate import mask
from timeline.articles.unreadable import Complain, UnreadableError
from timeline.model import Annotation, Article

_BATCH = 32
"""Articles that are handed to a process at once."""


Made = TypeVar("Made")


class Map(Protocol):
    """What runs `read` over the articles, in order: map, or a pool's."""

    def __call__(self, read: Callable[[Article], Made], articles: Iterable[Article], /) -> Iterable[Made]: ...


def read(article: Article, find: actors.Recogniser = actors.find) -> Annotation:
    """Everything that one article says: its own date, time expressions, actors, events."""
    text = texts.read(mask(article))
    if article.published is None:
        found = published.date_of(text, url=article.url)
        article = replace(
            article, published=found.date, published_source=found.source, published_why=found.why
        )
    timexes = timex.tag(text, article.published)
    named = find(text)
    return Annotation(article, timexes, named, events.find(article, text, timexes, named))


@contextmanager
def workers(jobs: int) -> Iterator[Map]:
    """A map that shares the work among processes, in order; the builtin one for a single job.

    Articles are taken from their source as fast as they are read, a few hundred ahead at most.
    """
    if jobs <= 1:
        yield map
        return
    with ProcessPoolExecutor(jobs, mp_context=get_context("spawn"), initializer=_serve) as pool:
        try:
            yield partial(_ahead, pool, jobs)
        finally:
            pool.shutdown(wait=False, cancel_futures=True)


def _serve() -> None:
    """Leave Ctrl+C, which reaches every process of a terminal, to the parent, and end when it does."""
    signal(SIGINT, SIG_IGN)
    Thread(target=_end_with, args=(parent_process(),), daemon=True).start()


def _end_with(parent: BaseProcess | None) -> None:
    if parent:
        parent.join()
        os._exit(1)


def _ahead(
    pool: Executor, jobs: int, read: Callable[[Article], Made], articles: Iterable[Article]
) -> Iterator[Made]:
    waiting: deque[Future[list[Made]]] = deque()
    source = iter(articles)
    while batch := list(islice(source, _BATCH)):
        waiting.append(pool.submit(_each, read, batch))
        if len(waiting) > 2 * jobs:
            yield from waiting.popleft().result()
    while waiting:
        yield from waiting.popleft().result()


def _each(read: Callable[[Article], Made], articles: Sequence[Article]) -> list[Made]:
    return [read(article) for article in articles]


class _Broken(NamedTuple):
    """An article that no annotation could be made of, and the error that it raised."""

    article: str
    error: str


def read_all(
    articles: Iterable[Article],
    map: Map = map,
    find: actors.Recogniser = actors.find,
    complain: Complain | None = None,
) -> Iterator[Annotation]:
    """One annotation an article, in order, as they become ready.

    An article that breaks the reading, which is a fault of ours, is told to `complain` and left out; where
    nobody is there to be told, UnreadableError is raised.
    """
    for made in map(partial(_tried, find=find), articles):
        if isinstance(made, Annotation):
            yield made
            continue
        trouble = UnreadableError(made.article, "article.breaks", error=made.error)
        if complain is None:
            raise trouble
        complain(trouble)


def _tried(article: Article, find: actors.Recogniser) -> Annotation | _Broken:
    try:
        return read(article, find)
    except Exception as error:
        return _Broken(article.id, f"{type(error).__name__}: {error}")
