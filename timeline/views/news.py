"""What the page shows, read from the store once a version and kept for all readers."""

from __future__ import annotations

from dataclasses import dataclass

import pandas as pd
import streamlit as st

from timeline import frames
from timeline.cli import stores
from timeline.model import Annotation, Event
from timeline.store import Store


@dataclass(frozen=True, slots=True)
class News:
    """All events of a version of the store as a table and as records, what they were read from, and the
    Arabic names of all actors and places, by id.
    """

    events: pd.DataFrame
    records: dict[str, Event]
    annotations: tuple[Annotation, ...]
    names: dict[str, str]
    version: int


def url() -> str:
    """The store that the environment names, else a file of this folder."""
    return stores.address()


@st.cache_resource(show_spinner=False)
def open_store(url: str) -> Store:
    """The one connection to a store; raises sqlalchemy.exc.SQLAlchemyError where it cannot be reached."""
    return Store(url)


def load(url: str) -> News:
    """What the store holds now; raises as `open_store` does."""
    return _load(url, open_store(url).version())


@st.cache_resource(show_spinner=False, max_entries=2)
def _load(url: str, version: int) -> News:
    store = open_store(url)
    annotations = tuple(store.annotations())
    records = {event.id: event for event in store.events()}
    names = {actor.id: actor.name for annotation in annotations for actor in annotation.actors}
    return News(frames.events(records.values(), annotations), records, annotations, names, version)
