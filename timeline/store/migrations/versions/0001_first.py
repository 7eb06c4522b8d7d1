"""The first schema."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None


def upgrade() -> None:
    _articles()
    _mentions()
    _events()
    _corrections()
    _search()
    state = op.create_table(
        "state",
        sa.Column("id", sa.Integer, primary_key=True, autoincrement=False),
        sa.Column("version", sa.BigInteger, nullable=False),
    )
    op.bulk_insert(state, [{"id": 1, "version": 0}])


def _articles() -> None:
    op.create_table(
        "article",
        sa.Column("id", sa.Text, primary_key=True),
        sa.Column("address", sa.Text, unique=True),
        sa.Column("fingerprint", sa.Text, nullable=False, index=True),
        sa.Column("headline", sa.Text, nullable=False),
        sa.Column("published", sa.Date),
        sa.Column("published_source", sa.Text, nullable=False),
        sa.Column("published_why", sa.Text, nullable=False),
        sa.Column("source", sa.Text, nullable=False),
        sa.Column("url", sa.Text, nullable=False),
        sa.Column("language", sa.Text, nullable=False),
        sa.Column("copy_of", sa.Text, index=True),
        sa.Column("added", sa.DateTime, nullable=False),
        sa.Column("annotation", sa.Text, nullable=False),
    )
    op.create_index("article_published", "article", ["published"])
    op.create_table(
        "band",
        sa.Column("number", sa.BigInteger, primary_key=True, autoincrement=False),
        sa.Column("article", sa.Text, _parent("article"), primary_key=True, index=True),
    )


def _mentions() -> None:
    op.create_table(
        "mention",
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("id", sa.Text, nullable=False, unique=True),
        sa.Column("article", sa.Text, _parent("article"), nullable=False, index=True),
        sa.Column("event", sa.Text, index=True),
        sa.Column("report", sa.Text, nullable=False),
        sqlite_autoincrement=True,
    )
    op.create_table(
        "blocking_key",
        sa.Column("key", sa.BigInteger, primary_key=True, autoincrement=False),
        sa.Column("mention", sa.Integer, primary_key=True, autoincrement=False),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "stem",
        sa.Column("stem", sa.Text, primary_key=True),
        sa.Column("articles", sa.Integer, nullable=False),
    )
    op.create_table(
        "link",
        sa.Column("left", sa.Text, _parent("mention"), primary_key=True),
        sa.Column("right", sa.Text, _parent("mention"), primary_key=True, index=True),
        sa.Column("weight", sa.Float, nullable=False),
        sa.Column("evidence", sa.Text, nullable=False),
    )


def _events() -> None:
    op.create_table(
        "event",
        sa.Column("number", sa.Integer, primary_key=True),
        sa.Column("id", sa.Text, nullable=False, unique=True),
        sa.Column("begin", sa.Date, index=True),
        sa.Column("hidden", sa.Boolean, nullable=False),
        sa.Column("data", sa.Text, nullable=False),
    )
    op.create_table(
        "alias",
        sa.Column("id", sa.Text, primary_key=True),
        sa.Column("event", sa.Text, nullable=False, index=True),
    )


def _corrections() -> None:
    op.create_table(
        "correction",
        sa.Column("id", sa.Integer, primary_key=True),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("author", sa.Text, nullable=False),
        sa.Column("at", sa.DateTime, nullable=False),
        sa.Column("event", sa.Text),
        sa.Column("mentions", sa.Text, nullable=False),
        sa.Column("rest", sa.Text, nullable=False),
        sa.Column("begin", sa.Date),
        sa.Column("until", sa.Date),
        sa.Column("granularity", sa.Text),
        sa.Column("undone", sa.DateTime),
    )


def _search() -> None:
    """The words of each event, already folded and freed of clitics (timeline/store/search.py)."""
    if op.get_bind().dialect.name == "postgresql":
        op.execute("CREATE TABLE event_words (number integer PRIMARY KEY, words tsvector NOT NULL)")
        op.execute("CREATE INDEX event_words_words ON event_words USING gin (words)")
    else:
        op.execute(
            "CREATE VIRTUAL TABLE event_words USING fts5(words, tokenize = 'unicode61 remove_diacritics 0')"
        )


def _parent(table: str) -> sa.ForeignKey:
    return sa.ForeignKey(f"{table}.id", ondelete="CASCADE")
