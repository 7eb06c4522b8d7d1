"""What an earlier edition of the program read, read again: ids, events and corrections stay.

The words and counts that merging compares are written when an article is stored, so that a store which
is older than the lexicon would compare old words with new ones.
"""

from __future__ import annotations

from dataclasses import replace

from sqlalchemy import Connection, select

from timeline import edition
from timeline.model import Annotation, Article
from timeline.store import schema
from timeline.store.ingestion import Touched, revise
from timeline.store.reading import article_row
from timeline.store.records import annotation_from_text

_OWN = ("url", "byline", "inferred")
"""Sources of a date that the program found by itself, and finds again."""


def stale(connection: Connection) -> list[str]:
    """The ids of the articles that another edition read, the first added first."""
    table = schema.article
    other = select(table.c.id).where(table.c.edition != edition.fingerprint())
    return list(connection.execute(other.order_by(table.c.added, table.c.id)).scalars())


def unread(article: Article) -> Article:
    """The article as it came, without a date that reading it gave it."""
    if article.published_source not in _OWN:
        return article
    return replace(article, published=None, published_source="unknown", published_why="")


def renew(connection: Connection, before: Article, after: Annotation, touched: Touched) -> bool:
    """Put a new reading in the old one's place; False where the article is not what was read again."""
    row = article_row(connection, before.id)
    if row is None or annotation_from_text(row.annotation).article != before:
        return False
    revise(connection, row, after, touched)
    return True
