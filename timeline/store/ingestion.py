"""An annotation's way into the store: is it new, known, a new version, a copy?"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime
from typing import Any, Literal

from sqlalchemy import Connection, Row, delete, insert, select, update

from timeline import edition, pipeline
from timeline.articles import identity
from timeline.merge import bands, reports, signature
from timeline.merge.copies import COPIED, Signature
from timeline.model import Annotation, Article, PublishedSource
from timeline.store import known, mentions, schema
from timeline.store.database import mapping
from timeline.store.records import annotation_from_text, annotation_to_text
from timeline.store.revision import renamed, succeed

_ARTICLE, _BAND = schema.article, schema.band

REVISED = 0.2
"""Share of runs of words that two versions of one article have in common; much may be rewritten."""

_COMPARED = 50
"""Articles that share a band are compared up to this number, the first added first."""

Dated = tuple[date | None, PublishedSource, str]
"""A publication date, where it comes from, and why it is believed."""

Fate = Literal["added", "revised", "known", "copied"]


@dataclass(slots=True)
class Touched:
    """What a batch changed: the numbers of new mentions, and the events that lost some."""

    mentions: list[int] = field(default_factory=list)
    events: set[str] = field(default_factory=set)


@dataclass(frozen=True, slots=True)
class Legacy:
    """What a new row takes over: what it copies, the events of its mentions, when it was first added."""

    copy_of: str | None = None
    events: Mapping[str, str] = field(default_factory=dict)
    added: datetime | None = None


@dataclass(frozen=True, slots=True)
class Likeness:
    """What an article is recognised by."""

    address: str | None
    fingerprint: str
    signature: Signature | None


def admit(connection: Connection, annotation: Annotation, touched: Touched) -> Fate:
    """Store one annotation, unless it is known already; says what became of it."""
    article = annotation.article
    like = _likeness(article)
    if (row := _version(connection, article, like)) is None:
        original = _original(connection, like)
        new = renamed(annotation, _free_id(connection, article.id))
        touched.mentions += _insert(connection, new, like, Legacy(original))
        return "copied" if original else "added"
    if known.same(row, article, like.fingerprint):
        return "known"
    revise(connection, row, annotation, touched, like)
    return "revised"


def revise(
    connection: Connection,
    row: Row[Any],
    annotation: Annotation,
    touched: Touched,
    like: Likeness | None = None,
) -> None:
    """Put a new version in an article's place; it and the mentions that it still has keep their ids."""
    before = annotation_from_text(row.annotation)
    like = like or _likeness(annotation.article)
    like = replace(like, address=like.address or row.address)
    after, events = succeed(before, annotation, _events(connection, row.id))
    touched.events |= remove(connection, row.id)
    touched.mentions += _insert(connection, after, like, Legacy(row.copy_of, events, row.added))


def redate(connection: Connection, row: Row[Any], dated: Dated, touched: Touched) -> None:
    """Give an article another publication date, and read it again in its light."""
    article = annotation_from_text(row.annotation).article
    published, source, why = dated
    revise(
        connection,
        row,
        pipeline.read(replace(article, published=published, published_source=source, published_why=why)),
        touched,
    )


def remove(connection: Connection, id: str) -> set[str]:
    """Take an article out with its mentions; returns the events that these belonged to."""
    events = mentions.remove(connection, id)
    connection.execute(delete(_ARTICLE).where(_ARTICLE.c.id == id))
    return events


def promote(connection: Connection, id: str, touched: Touched) -> None:
    """The original `id` is gone: its oldest copy is the original now, and counts as a source."""
    copies = connection.execute(
        select(_ARTICLE).where(_ARTICLE.c.copy_of == id).order_by(_ARTICLE.c.added, _ARTICLE.c.id)
    ).all()
    for i, row in enumerate(copies):
        original = copies[0].id if i else None
        connection.execute(update(_ARTICLE).where(_ARTICLE.c.id == row.id).values(copy_of=original))
        annotation, events = annotation_from_text(row.annotation), _events(connection, row.id)
        touched.events |= mentions.remove(connection, row.id)
        touched.mentions += mentions.file(connection, reports(annotation, original), events)


def _version(connection: Connection, article: Article, like: Likeness) -> Row[Any] | None:
    """The stored article that this one is, or is a version of."""
    row = known.find(connection, article, like.address, like.fingerprint)
    if row is not None:
        return row
    row = connection.execute(select(_ARTICLE).where(_ARTICLE.c.id == article.id)).one_or_none()
    revised = row and not (row.address and like.address) and _share(row, like) >= REVISED
    return row if revised else None


def _original(connection: Connection, like: Likeness) -> str | None:
    """The article that this one copies, or None. Copies of copies name the first."""
    if like.signature is None:
        return None
    numbers = [identity.number(band) for band in bands(like.signature)]
    met = select(_BAND.c.article).where(_BAND.c.number.in_(numbers)).distinct()
    rows = connection.execute(select(_ARTICLE).where(_ARTICLE.c.id.in_(met)).order_by(_ARTICLE.c.added)).all()
    shares = [(_share(row, like), row) for row in rows[:_COMPARED]]
    share, row = max(shares, key=lambda each: each[0], default=(0.0, None))
    return (row.copy_of or row.id) if row and share >= COPIED else None


def _share(row: Row[Any], like: Likeness) -> float:
    """The share of runs of words that a stored article has in common with another (MinHash's estimate)."""
    stored = signature(annotation_from_text(row.annotation).article)
    return 0.0 if stored is None or like.signature is None else float((stored == like.signature).mean())


def _likeness(article: Article) -> Likeness:
    address = identity.canonical(article.url) or None
    return Likeness(address, identity.fingerprint(identity.words(article)), signature(article))


def _free_id(connection: Connection, wanted: str) -> str:
    """The id, or where another article has it already, one that says so."""
    id, tries = wanted, 1
    while connection.execute(select(_ARTICLE.c.id).where(_ARTICLE.c.id == id)).first():
        tries += 1
        id = f"{wanted}~{tries}"
    return id


def _events(connection: Connection, article: str) -> dict[str, str]:
    table = schema.mention
    rows = select(table.c.id, table.c.event).where(table.c.article == article, table.c.event.is_not(None))
    return mapping(connection, rows)


def _insert(connection: Connection, annotation: Annotation, like: Likeness, legacy: Legacy) -> list[int]:
    """Add an article and its mentions; returns their numbers."""
    article = annotation.article
    connection.execute(
        insert(_ARTICLE),
        {
            "id": article.id,
            "address": like.address,
            "fingerprint": like.fingerprint,
            "headline": known.headline(article),
            "published": article.published,
            "published_source": article.published_source,
            "published_why": article.published_why,
            "source": article.source,
            "url": article.url,
            "language": article.language,
            "copy_of": legacy.copy_of,
            "added": legacy.added or datetime.now(UTC).replace(tzinfo=None),
            "annotation": annotation_to_text(annotation),
            "edition": edition.fingerprint(),
        },
    )
    if like.signature is not None:
        numbers = {identity.number(band) for band in bands(like.signature)}
        connection.execute(
            insert(_BAND), [{"number": each, "article": article.id} for each in sorted(numbers)]
        )
    return mentions.file(connection, reports(annotation, legacy.copy_of), legacy.events)
