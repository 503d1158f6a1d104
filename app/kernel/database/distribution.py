"""Distribution of tables on Citus, which does nothing on plain PostgreSQL. Each `create_table` of
a revision is followed by one of these calls."""

from alembic import op
from sqlalchemy import text

SETTINGS = (
    "SET LOCAL citus.multi_shard_modify_mode = 'sequential'",
    "SET LOCAL citus.enable_local_reference_table_foreign_keys = off",
)
"""Plain PostgreSQL takes them for placeholders."""
IS_THERE = "SELECT 1 FROM pg_extension WHERE extname = 'citus'"


def prepare() -> None:
    """Prepare a transaction for changes of distributed tables; the first call of each revision."""
    for setting in SETTINGS:
        op.execute(setting)


def scoped(table: str) -> None:
    """Distribute by community, so that a community's rows of all tables stand together."""
    _distribute("SELECT create_distributed_table(:table, 'community_id')", table)


def user_scoped(table: str) -> None:
    """Distribute by person."""
    _distribute("SELECT create_distributed_table(:table, 'user_id')", table)


def shared(table: str) -> None:
    """Copy the table to every node, for rows that are read often and changed rarely."""
    _distribute("SELECT create_reference_table(:table)", table)


def _distribute(statement: str, table: str) -> None:
    connection = op.get_bind()
    if connection.execute(text(IS_THERE)).first() is not None:
        connection.execute(text(statement), {"table": table})
