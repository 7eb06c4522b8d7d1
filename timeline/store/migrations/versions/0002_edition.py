"""Each article's edition: which state of the program read it; "" where that was before this migration."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    op.add_column("article", sa.Column("edition", sa.Text, nullable=False, server_default=""))
    op.create_index("article_edition", "article", ["edition"])
