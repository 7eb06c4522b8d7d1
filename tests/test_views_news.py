"""The page's news after a write: only what changed is read, and it is what reading all anew would give."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

import pandas as pd
import pytest

from tests.desk import furnish
from tests.newsroom import ARRIVAL, PARIS, told
from timeline import frames
from timeline.store import Store
from timeline.views.news import Archive

Write = Callable[[Store], object]


def visit(store: Store) -> str:
    """The event that two articles tell of."""
    return next(event.id for event in store.events() if len(event.articles) == 2)


def split(store: Store) -> None:
    store.correct("split", author="ليلى", event=visit(store), mentions=["a1:0"])


def join(store: Store) -> None:
    store.correct("same", author="ليلى", mentions=["a1:0", "a3:0"])


def redate(store: Store) -> None:
    first, last = date(2024, 6, 20), date(2024, 6, 22)
    store.correct("date", author="ليلى", event=visit(store), begin=first, until=last, granularity="range")


def hide_and_undo(store: Store) -> None:
    store.undo(store.correct("hide", author="ليلى", event=visit(store)))


def rename_the_outlet(store: Store) -> None:
    store.ingest([told("a3", PARIS, "2024-05-06", source="صحيفة أخرى")])


WRITES: dict[str, Write] = {
    "redate": redate,
    "hide": lambda store: store.correct("hide", author="ليلى", event=visit(store)),
    "hide and undo": hide_and_undo,
    "join": join,
    "split": split,
    "ingest": lambda store: store.ingest([told("a9", ARRIVAL, "2020-05-06", source="قناة المدى")]),
    "another outlet": rename_the_outlet,
    "delete": lambda store: store.delete("a1"),
    "delete all": lambda store: [store.delete(f"a{n}") for n in range(1, 6)],
    "publish": lambda store: store.set_published("a5", date(2024, 6, 19)),
}


@pytest.mark.parametrize("write", WRITES.values(), ids=WRITES)
def test_what_is_brought_up_to_date_is_what_a_full_reading_gives(store_url: str, write: Write) -> None:
    store = furnish(store_url)
    archive = Archive(store)
    before = archive.news()
    write(store)
    after, anew = archive.news(), Archive(store).news()
    pd.testing.assert_frame_equal(after.events, anew.events)
    pd.testing.assert_frame_equal(after.events, frames.events(store.events(), store.annotations()))
    assert list(after.records.items()) == list(anew.records.items())
    assert list(after.annotations.items()) == list(anew.annotations.items())
    assert (after.names, after.known) == (anew.names, anew.known)
    assert after.known.version > before.known.version
    store.close()


def test_nothing_is_read_where_nothing_was_written(store_url: str) -> None:
    store = furnish(store_url)
    archive = Archive(store)
    assert archive.news() is archive.news()
    store.close()


def test_after_a_correction_no_article_is_read_again(store_url: str, monkeypatch: pytest.MonkeyPatch) -> None:
    store = furnish(store_url)
    archive = Archive(store)
    archive.news()
    redate(store)
    parsed: list[str] = []
    monkeypatch.setattr("timeline.store.changes.annotation_from_text", parsed.append)
    assert archive.news().records[visit(store)].granularity == "range"
    assert not parsed
    store.close()
