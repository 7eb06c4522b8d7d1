"""What the page shows, read from the store once for all readers; after a write, only what it changed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from threading import Lock
from typing import TypeVar

import pandas as pd
import streamlit as st

from timeline import frames
from timeline.cli import stores
from timeline.model import Annotation, Event
from timeline.store import Changes, Known, Store

R = TypeVar("R")


@dataclass(frozen=True, slots=True)
class News:
    """All events of a version of the store as a table and as records, what they were read from, and the
    Arabic names of all actors and places, by id.
    """

    events: pd.DataFrame = field(default_factory=lambda: frames.events(()))
    records: dict[str, Event] = field(default_factory=dict)
    annotations: dict[str, Annotation] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)
    known: Known = field(default_factory=Known)

    def within(self, articles: Iterable[str]) -> set[str]:
        """The ids of the events that any of these articles tells of."""
        wanted = set(articles)
        return {id for id, event in self.records.items() if wanted and not wanted.isdisjoint(event.articles)}


class Archive:
    """The news of one store, kept up to date."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self._news = News()
        self._turn = Lock()

    def news(self) -> News:
        """What the store holds now; raises sqlalchemy.exc.SQLAlchemyError where it cannot be reached."""
        with self._turn:
            if self._news.known.version != self.store.version():
                self._news = renewed(self._news, self.store.changes(self._news.known))
            return self._news


def renewed(old: News, changes: Changes) -> News:
    """The news with what changed: the same as if all of it had been read anew."""
    annotations = _with(old.annotations, changes.annotations.new, changes.annotations.gone)
    records = _with(old.records, changes.events.new, changes.events.gone)
    evidence = frames.mentions(annotations.values())
    reread = {mention.id for each in changes.annotations.new.values() for mention in each.events}
    found = [
        event
        for id, event in records.items()
        if id in changes.events.new or not reread.isdisjoint(event.mentions)
    ]
    names = {actor.id: actor.name for annotation in annotations.values() for actor in annotation.actors}
    frame = frames.revised(old.events, found, evidence, changes.events.gone)
    return News(frame, records, annotations, names, changes.known)


def _with(old: dict[str, R], new: dict[str, R], gone: frozenset[str]) -> dict[str, R]:
    """The records by id, in the order of their ids."""
    kept = {id: record for id, record in old.items() if id not in gone}
    return dict(sorted((kept | new).items()))


def url() -> str:
    """The store that the environment names, else a file of this folder."""
    return stores.address()


@st.cache_resource(show_spinner=False)
def archive(url: str) -> Archive:
    """The one archive of a store; raises sqlalchemy.exc.SQLAlchemyError where it cannot be reached."""
    return Archive(Store(url))
