"""The store: articles, what was read in them, the events that they make, and what users set right.

SQLite by default, PostgreSQL by URL; both behave the same. Every method is one transaction. Writing
loads the machinery of merging, which takes seconds, only when something is written.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Collection, Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import TYPE_CHECKING

from sqlalchemy import Connection, update

from timeline.model import Annotation, Article, Granularity
from timeline.store import corrections, database, schema
from timeline.store.changes import Changes, Known
from timeline.store.corrections import Kind
from timeline.store.reading import Entry, Reader, Testimony, article_row, event_row
from timeline.store.records import event_from_text

if TYPE_CHECKING:
    from timeline.merge import Inferred

__all__ = ["Changes", "Entry", "Ingested", "Known", "Store", "Testimony"]


Reading = Callable[[Iterable[Article]], Iterable[Annotation]]
"""Articles → their annotations, in order."""


@dataclass(frozen=True, slots=True)
class Ingested:
    """What became of a batch's articles, in numbers: copies are among the added."""

    added: int = 0
    revised: int = 0
    known: int = 0
    copied: int = 0


class Store(Reader):
    """A store by its URL, or by the path of its SQLite file; made where it is missing."""

    def ingest(self, annotations: Iterable[Annotation]) -> Ingested:
        """Add a batch and merge it with what is there: all of it, or nothing where it fails."""
        from timeline.store import ingestion  # noqa: PLC0415

        batch, touched = list(annotations), ingestion.Touched()
        with database.writing(self._engine) as connection:
            fates = Counter(ingestion.admit(connection, annotation, touched) for annotation in batch)
            if fates.total() > fates["known"]:
                _date(connection, _merge(connection, touched.mentions, touched.events))
        return Ingested(fates["added"] + fates["copied"], fates["revised"], fates["known"], fates["copied"])

    def delete(self, article: str) -> bool:
        """Take out an article with its mentions; False where there is none."""
        from timeline.store import ingestion  # noqa: PLC0415

        with database.writing(self._engine) as connection:
            if not article_row(connection, article):
                return False
            touched = ingestion.Touched(events=ingestion.remove(connection, article))
            ingestion.promote(connection, article, touched)
            _merge(connection, touched.mentions, touched.events)
        return True

    def set_published(self, article: str, published: date | None, *, why: str = "") -> bool:
        """Correct an article's own date and read it again; False where there is no such article."""
        from timeline.store import ingestion  # noqa: PLC0415

        with database.writing(self._engine) as connection:
            row = article_row(connection, article)
            if row is None:
                return False
            touched = ingestion.Touched()
            ingestion.redate(connection, row, (published, "given" if published else "unknown", why), touched)
            _merge(connection, touched.mentions, touched.events)
        return True

    def stale(self) -> list[str]:
        """The ids of the articles that another edition of the program read, the first added first."""
        from timeline.store import rereading  # noqa: PLC0415

        with self._engine.connect() as connection:
            return rereading.stale(connection)

    def reread(self, articles: Iterable[str], read: Reading | None = None) -> int:
        """Read stored articles again and merge what came of it; returns how many it was done to.

        Ids and corrections stay. Passed over is what was deleted or replaced meanwhile.
        """
        from timeline import pipeline  # noqa: PLC0415
        from timeline.store import ingestion, rereading  # noqa: PLC0415

        before = [annotation.article for annotation in self.annotations(articles)]
        after = list((read or pipeline.read_all)(map(rereading.unread, before)))
        touched = ingestion.Touched()
        with database.writing(self._engine) as connection:
            pairs = zip(before, after, strict=True)
            done = sum(rereading.renew(connection, *pair, touched) for pair in pairs)
            if done:
                _date(connection, _merge(connection, touched.mentions, touched.events))
        return done

    def recount(self) -> None:
        """Count the stems of all mentions anew, as this edition tells them, and drop keys of none."""
        from timeline.store import mentions  # noqa: PLC0415

        with database.writing(self._engine) as connection:
            mentions.recount(connection)

    def correct(  # noqa: PLR0913 (each kind needs some of them, by name)
        self,
        kind: Kind,
        *,
        author: str,
        event: str | None = None,
        mentions: Sequence[str] = (),
        begin: date | None = None,
        until: date | None = None,
        granularity: Granularity | None = None,
    ) -> int:
        """Set something right; returns the correction's number, by which it can be undone.

        "same": the events of `mentions` are one. "split": `mentions` are not the rest of `event`. "date":
        `event` happened in [begin, until). "hide": `event` is not shown. Raises ValueError where what the
        kind needs is missing or unknown.
        """
        with database.writing(self._engine) as connection:
            row = event_row(connection, event) if event else None
            members = event_from_text(row.data).mentions if row else ()
            meant = corrections.whole(connection, mentions) if kind == "same" else mentions
            said = corrections.Said(kind, author, row and row.id, tuple(meant), begin, until, granularity)
            number = corrections.add(connection, said, members)
            _amend(connection, kind, said.event, [*meant, *members])
        return number

    def undo(self, correction: int) -> bool:
        """Take a correction back; False where there is none that stands."""
        with database.writing(self._engine) as connection:
            row = corrections.undo(connection, correction)
            if row is not None:
                event = event_row(connection, row.event) if row.event else None
                members = event_from_text(event.data).mentions if event else ()
                _amend(connection, row.kind, event and event.id, [*corrections.mentions(row), *members])
        return row is not None


def _date(connection: Connection, inferred: Mapping[str, Inferred]) -> None:
    """Read undated articles again with the dates that the others' reports of their events tell."""
    from timeline.store import ingestion  # noqa: PLC0415

    touched = ingestion.Touched()
    for article, found in inferred.items():
        if row := article_row(connection, article):
            ingestion.redate(connection, row, (found.published, "inferred", found.why), touched)
    if inferred:
        _merge(connection, touched.mentions, touched.events)


def _amend(connection: Connection, kind: Kind, event: str | None, ids: Sequence[str]) -> None:
    """Let a correction hold, or hold no more: for the events that it names, and for nothing else.

    `ids`: the mentions that it speaks of.
    """
    from timeline.store import merging, neighbourhood  # noqa: PLC0415

    _advance(connection)
    if kind in ("same", "split"):
        merging.regroup(connection, neighbourhood.numbers_of(connection, sorted(set(ids))))
    elif event:
        merging.retell(connection, event)


def _merge(
    connection: Connection, numbers: Collection[int], events: Collection[str] = ()
) -> Mapping[str, Inferred]:
    """Merge again around mentions and events; returns dates that it tells."""
    from timeline.store import merging  # noqa: PLC0415

    _advance(connection)
    return merging.merge(connection, numbers, events)


def _advance(connection: Connection) -> None:
    """Let readers know that something changed."""
    connection.execute(update(schema.state).values(version=schema.state.c.version + 1))
