"""CHECK constraints in revisions: added for new rows at once, then validated in a transaction of
its own, so that nobody who writes waits while a big table is read. Each has its own name from the
start, for Citus takes no RENAME CONSTRAINT."""

from alembic import op

from app.kernel.database.distribution import prepare


def set_check(table: str, name: str, rule: str) -> None:
    """Give a table a CHECK, instead of one of this name; fails when a row does not obey it. What
    the revision has done so far is committed, and a revision that fails here can be run again."""
    drop_check(table, name)
    op.execute(f"ALTER TABLE {table} ADD CONSTRAINT {name} CHECK ({rule}) NOT VALID")
    # The lock of ADD CONSTRAINT ends with its transaction; VALIDATE alone lets writers go on.
    with op.get_context().autocommit_block():
        op.execute(f"ALTER TABLE {table} VALIDATE CONSTRAINT {name}")
    prepare()


def drop_check(table: str, name: str) -> None:
    """Drop a CHECK, where it is there."""
    op.execute(f"ALTER TABLE {table} DROP CONSTRAINT IF EXISTS {name}")
