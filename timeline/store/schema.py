"""The tables. What they hold is text, numbers and JSON, so that SQLite and PostgreSQL hold the same.

A change here needs a migration (migrations/versions) that does the same to stores of earlier versions.
"""

from __future__ import annotations

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Date,
    DateTime,
    Float,
    ForeignKey,
    Index,
    Integer,
    MetaData,
    Table,
    Text,
)

metadata = MetaData()

# One row, whose number grows with each write: what a reader's cache is keyed by.
state = Table(
    "state",
    metadata,
    Column("id", Integer, primary_key=True, autoincrement=False),
    Column("version", BigInteger, nullable=False),
)

# `annotation` is the line that `timeline annotate` prints, `edition` the state of the program that made it
# (timeline/edition.py); the rest is what lists and look-ups need.
article = Table(
    "article",
    metadata,
    Column("id", Text, primary_key=True),
    Column("address", Text, unique=True),
    Column("fingerprint", Text, nullable=False, index=True),
    Column("headline", Text, nullable=False),
    Column("published", Date),
    Column("published_source", Text, nullable=False),
    Column("published_why", Text, nullable=False),
    Column("source", Text, nullable=False),
    Column("url", Text, nullable=False),
    Column("language", Text, nullable=False),
    Column("copy_of", Text, index=True),
    Column("added", DateTime, nullable=False),
    Column("annotation", Text, nullable=False),
    Column("edition", Text, nullable=False, server_default=""),
)

# The bands of an article's MinHash signature, by which copies and revisions of it are found.
band = Table(
    "band",
    metadata,
    Column("number", BigInteger, primary_key=True, autoincrement=False),
    Column("article", Text, ForeignKey("article.id", ondelete="CASCADE"), primary_key=True, index=True),
)

# `report` is the mention flattened with all that merging needs; `number` is what keys point to.
mention = Table(
    "mention",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    Column("article", Text, ForeignKey("article.id", ondelete="CASCADE"), nullable=False, index=True),
    Column("event", Text, index=True),
    Column("report", Text, nullable=False),
    sqlite_autoincrement=True,
)

# Which mentions are filed under a blocking key (its hash). A mention has about a hundred, so this is
# the largest table by far: no second index, no foreign key; who deletes a mention deletes its keys.
blocking_key = Table(
    "blocking_key",
    metadata,
    Column("key", BigInteger, primary_key=True, autoincrement=False),
    Column("mention", Integer, primary_key=True, autoincrement=False),
    sqlite_with_rowid=False,
)

# In how many articles a stem occurs: how rare it is where only a part of the store is merged again.
stem = Table(
    "stem",
    metadata,
    Column("stem", Text, primary_key=True),
    Column("articles", Integer, nullable=False),
)

link = Table(
    "link",
    metadata,
    Column("left", Text, ForeignKey("mention.id", ondelete="CASCADE"), primary_key=True),
    Column("right", Text, ForeignKey("mention.id", ondelete="CASCADE"), primary_key=True, index=True),
    Column("weight", Float, nullable=False),
    Column("evidence", Text, nullable=False),
)

# `number` is the row of the search index.
event = Table(
    "event",
    metadata,
    Column("number", Integer, primary_key=True),
    Column("id", Text, nullable=False, unique=True),
    Column("begin", Date, index=True),
    Column("hidden", Boolean, nullable=False),
    Column("data", Text, nullable=False),
)

# Where the id of an event that was merged into another leads.
alias = Table(
    "alias",
    metadata,
    Column("id", Text, primary_key=True),
    Column("event", Text, nullable=False, index=True),
)

# Append-only; `rest` are the mentions that stood on the other side when an event was split.
correction = Table(
    "correction",
    metadata,
    Column("id", Integer, primary_key=True),
    Column("kind", Text, nullable=False),
    Column("author", Text, nullable=False),
    Column("at", DateTime, nullable=False),
    Column("event", Text),
    Column("mentions", Text, nullable=False),
    Column("rest", Text, nullable=False),
    Column("begin", Date),
    Column("until", Date),
    Column("granularity", Text),
    Column("undone", DateTime),
)

Index("article_published", article.c.published)
Index("article_edition", article.c.edition)
