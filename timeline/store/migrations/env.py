"""Alembic's way in: runs the migrations in the transaction that the store hands over."""

from alembic import context

from timeline.store.schema import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    transactional_ddl=True,
)
context.run_migrations()
