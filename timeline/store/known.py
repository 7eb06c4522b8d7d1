"""Whether an article is in the store already: as it is, or in another version."""

from __future__ import annotations

from typing import Any

from sqlalchemy import Connection, Row, select

from timeline.articles import identity
from timeline.model import Article
from timeline.store import schema

_ARTICLE = schema.article


def unchanged(connection: Connection, article: Article) -> bool:
    """Whether the article is stored with this text, this headline, and a date if it has one."""
    text_print = identity.fingerprint(identity.words(article))
    row = find(connection, article, identity.canonical(article.url) or None, text_print)
    return row is not None and same(row, article, text_print)


def find(connection: Connection, article: Article, address: str | None, fingerprint: str) -> Row[Any] | None:
    """The stored article with the same address, else with the same text from what may be the same place."""
    if address:
        row = connection.execute(select(_ARTICLE).where(_ARTICLE.c.address == address)).one_or_none()
        if row:
            return row
    same_text = select(_ARTICLE).where(_ARTICLE.c.fingerprint == fingerprint).order_by(_ARTICLE.c.added)
    rows = connection.execute(same_text).all()
    return next((row for row in rows if _one_place(row, article, address)), None)


def same(row: Row[Any], article: Article, fingerprint: str) -> bool:
    """Whether nothing would change: the same text and headline, and no date where none was sure."""
    unsure = row.published is None or row.published_source == "inferred"
    dates = unsure and article.published is not None and article.published != row.published
    return bool(row.fingerprint == fingerprint and row.headline == headline(article) and not dates)


def headline(article: Article) -> str:
    """The title, else the first line that says something."""
    return article.title.strip() or article.text.strip().partition("\n")[0].strip()


def _one_place(row: Row[Any], article: Article, address: str | None) -> bool:
    """Whether two articles of one text can come from one place: nothing says that they do not."""
    if row.address and address:
        return identity.host(row.url) == identity.host(article.url)
    return not (row.source and article.source) or row.source == article.source
