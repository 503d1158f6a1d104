"""What a table is on Citus; nothing on plain PostgreSQL. One call behind each `create_table`."""

from alembic import op
from sqlalchemy import text

SETTINGS = (
    "SET LOCAL citus.multi_shard_modify_mode = 'sequential'",
    "SET LOCAL citus.enable_local_reference_table_foreign_keys = off",
)
"""Plain PostgreSQL takes them for placeholders."""
IS_THERE = "SELECT 1 FROM pg_extension WHERE extname = 'citus'"


def prepare() -> None:
    """First in every revision, up and down."""
    for setting in SETTINGS:
        op.execute(setting)


def scoped(table: str) -> None:
    """By community, beside all others."""
    _distribute("SELECT create_distributed_table(:table, 'community_id')", table)


def user_scoped(table: str) -> None:
    """By person, in a group of their own."""
    _distribute("SELECT create_distributed_table(:table, 'user_id')", table)


def shared(table: str) -> None:
    """Copies the table to every node: read-mostly."""
    _distribute("SELECT create_reference_table(:table)", table)


def _distribute(statement: str, table: str) -> None:
    connection = op.get_bind()
    if connection.execute(text(IS_THERE)).first() is not None:
        connection.execute(text(statement), {"table": table})
