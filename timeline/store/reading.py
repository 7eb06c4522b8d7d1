"""What the store answers: events, their evidence, articles, corrections. Nothing here writes."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime
from typing import Any

from sqlalchemy import Connection, Row, func, or_, select

from timeline.model import Annotation, Article, Correction, Event, EventMention, Link
from timeline.store import changes, corrections, database, known, schema, search
from timeline.store.changes import Changes, Known
from timeline.store.records import annotation_from_text, event_from_text, link_from_row


@dataclass(frozen=True, slots=True)
class Entry:
    """An article in the list of articles: everything but its text."""

    id: str
    title: str
    published: date | None
    published_source: str
    published_why: str
    source: str
    url: str
    language: str
    copy_of: str | None
    added: datetime
    events: int


@dataclass(frozen=True, slots=True)
class Testimony:
    """What one article says of an event: its annotation and those of its mentions that tell of it."""

    annotation: Annotation
    mentions: tuple[EventMention, ...]
    copy_of: str | None


_INSIDE = ("annotation", "edition", "fingerprint", "address")
"""Columns of an article that a list does not show."""


class Reader:
    """A store by its URL, or by the path of its SQLite file; made where it is missing."""

    def __init__(self, url: str) -> None:
        """Raises sqlalchemy.exc.SQLAlchemyError where the database cannot be reached."""
        self._engine = database.connect(url)

    def close(self) -> None:
        """Let go of all connections."""
        self._engine.dispose()

    def version(self) -> int:
        """A number that grows with each write."""
        with self._engine.connect() as connection:
            return int(connection.execute(select(schema.state.c.version)).scalar_one())

    def changes(self, since: Known) -> Changes:
        """The events that are not hidden, and the annotations, that are new since, differ, or are gone."""
        with self._engine.connect() as connection:
            return changes.since(connection, since)

    def events(self, *, hidden: bool = False) -> list[Event]:
        """All events, oldest first, undated last; those that users hid only where asked for."""
        table = schema.event
        chosen = select(table.c.data) if hidden else select(table.c.data).where(table.c.hidden.is_(False))
        with self._engine.connect() as connection:
            found = [event_from_text(line) for line in connection.execute(chosen).scalars()]
        return sorted(found, key=lambda e: (e.begin or date.max, e.until or date.max, e.id))

    def event(self, id: str) -> Event | None:
        """The event, or the one that took it over; None where there is neither."""
        with self._engine.connect() as connection:
            row = event_row(connection, id)
        return event_from_text(row.data) if row else None

    def evidence(self, event: str) -> list[Testimony]:
        """The articles behind an event, oldest first, undated last, copies after originals."""
        event = self._living(event)
        articles, mentions = schema.article, schema.mention
        with self._engine.connect() as connection:
            told = connection.execute(
                select(mentions.c.id, mentions.c.article).where(mentions.c.event == event)
            ).all()
            ids = sorted({row.article for row in told})
            rows = [
                row
                for some in database.batches(ids)
                for row in connection.execute(select(articles).where(articles.c.id.in_(some)))
            ]
        rows.sort(key=lambda row: (row.copy_of is not None, row.published or date.max, row.id))
        return [_testimony(row, {each.id for each in told}) for row in rows]

    def links(self, event: str) -> list[Link]:
        """The scored pairs that hold an event together, the strongest first."""
        event = self._living(event)
        table, mentions = schema.link, schema.mention
        chosen = select(table).join(mentions, mentions.c.id == table.c.left).where(mentions.c.event == event)
        with self._engine.connect() as connection:
            rows = connection.execute(
                chosen.order_by(table.c.weight.desc(), table.c.left, table.c.right)
            ).all()
        return [link_from_row(row) for row in rows]

    def articles(self) -> list[Entry]:
        """All articles without their texts, the latest first, undated ones before all: they need a date."""
        table, mentions = schema.article, schema.mention
        held = (
            select(mentions.c.article, func.count(mentions.c.event.distinct()).label("events"))
            .group_by(mentions.c.article)
            .subquery()
        )
        kept = [column for column in table.c if column.name not in _INSIDE]
        counted = func.coalesce(held.c.events, 0).label("events")
        chosen = select(*kept, counted).outerjoin(held, held.c.article == table.c.id).order_by(table.c.id)
        with self._engine.connect() as connection:
            entries = [_entry(row) for row in connection.execute(chosen)]
        return sorted(entries, key=lambda entry: entry.published or date.max, reverse=True)

    def annotation(self, article: str) -> Annotation | None:
        """An article with everything that was read in it."""
        chosen = select(schema.article.c.annotation).where(schema.article.c.id == article)
        with self._engine.connect() as connection:
            line = connection.execute(chosen).scalar()
        return annotation_from_text(line) if line else None

    def annotations(self, articles: Iterable[str] | None = None) -> list[Annotation]:
        """The annotations of articles, by id and in the order of their ids; of all where none are named."""
        table = schema.article
        chosen = select(table.c.annotation).order_by(table.c.id)
        with self._engine.connect() as connection:
            if articles is None:
                return [annotation_from_text(line) for line in connection.execute(chosen).scalars()]
            return [
                annotation_from_text(line)
                for some in database.batches(sorted(set(articles)))
                for line in connection.execute(chosen.where(table.c.id.in_(some))).scalars()
            ]

    def holds(self, article: Article) -> bool:
        """Whether the article is stored just as it is, so that reading it again would change nothing."""
        with self._engine.connect() as connection:
            return known.unchanged(connection, article)

    def search(self, question: str) -> set[str]:
        """The ids of the events whose title, actors or sentences have every word of the question.

        Diacritics, hamza and clitics make no difference; a word may be the beginning of one.
        """
        with self._engine.connect() as connection:
            return search.find(connection, question)

    def corrections(self) -> list[Correction]:
        """All that users set right, the latest first, with what was undone."""
        with self._engine.connect() as connection:
            return corrections.log(connection)

    def _living(self, event: str) -> str:
        with self._engine.connect() as connection:
            row = event_row(connection, event)
        return row.id if row else event


def event_row(connection: Connection, id: str) -> Row[Any] | None:
    """The row of the event, or of the one that took it over."""
    table, alias = schema.event, schema.alias
    led = select(alias.c.event).where(alias.c.id == id).scalar_subquery()
    return connection.execute(select(table).where(or_(table.c.id == id, table.c.id == led))).one_or_none()


def article_row(connection: Connection, id: str) -> Row[Any] | None:
    """The row of an article."""
    return connection.execute(select(schema.article).where(schema.article.c.id == id)).one_or_none()


def _entry(row: Any) -> Entry:
    return Entry(
        id=row.id,
        title=row.headline,
        published=row.published,
        published_source=row.published_source,
        published_why=row.published_why,
        source=row.source,
        url=row.url,
        language=row.language,
        copy_of=row.copy_of,
        added=row.added.replace(tzinfo=UTC),
        events=row.events,
    )


def _testimony(row: Row[Any], told: set[str]) -> Testimony:
    annotation = annotation_from_text(row.annotation)
    return Testimony(annotation, tuple(event for event in annotation.events if event.id in told), row.copy_of)
