"""Grants for revisions: what the role that serves may do with a table. Each table begins with
SELECT, INSERT, UPDATE and DELETE, by the default privileges that the first revision sets.

Nothing happens where the role does not exist; Citus hands the statements on to its workers."""

from collections.abc import Sequence

from alembic import op

from app.kernel.database.migrations import APP_ROLE


def insert_only(table: str) -> None:
    """Let the role that serves read rows of the table and add some, and nothing else."""
    _as_role_exists(f"REVOKE UPDATE, DELETE, TRUNCATE ON {table} FROM {APP_ROLE}")


def no_delete(table: str) -> None:
    """Let the role that serves read, add and change rows of the table, but not delete any."""
    _as_role_exists(f"REVOKE DELETE, TRUNCATE ON {table} FROM {APP_ROLE}")


def status_only(table: str, columns: Sequence[str]) -> None:
    """Let the role that serves read rows of the table, add some, and change these columns alone."""
    insert_only(table)
    _as_role_exists(f"GRANT UPDATE ({', '.join(columns)}) ON {table} TO {APP_ROLE}")


def plain_dml(table: str) -> None:
    """Give the role that serves what each table begins with, for the way down."""
    _as_role_exists(f"GRANT SELECT, INSERT, UPDATE, DELETE ON {table} TO {APP_ROLE}")


def _as_role_exists(statement: str) -> None:
    op.execute(
        f"""
DO $$ BEGIN
    IF EXISTS (SELECT FROM pg_roles WHERE rolname = '{APP_ROLE}') THEN
        {statement};
    END IF;
END $$
"""
    )
