"""Runs revisions, one transaction each, on the connection that `database.migrations` gives."""

from alembic import context
from sqlalchemy import Connection

from app.features import METADATA


def run(connection: Connection) -> None:
    context.configure(
        connection=connection,
        target_metadata=METADATA,
        transaction_per_migration=True,
    )
    with context.begin_transaction():
        context.run_migrations()


run(context.config.attributes["connection"])
