"""CHECK constraints in revisions. A constraint is added first and its rows are checked after it,
under its own name, for Citus takes no RENAME CONSTRAINT. Both steps stand in one transaction here,
so writers wait until it ends: for a big table write each in a revision of its own."""

from alembic import op


def add_check(table: str, name: str, rule: str) -> None:
    """Add a CHECK; fails when a row that exists does not obey it."""
    op.execute(f"ALTER TABLE {table} ADD CONSTRAINT {name} CHECK ({rule}) NOT VALID")
    op.execute(f"ALTER TABLE {table} VALIDATE CONSTRAINT {name}")


def replace_check(table: str, name: str, rule: str) -> None:
    """Give the CHECK of this name another rule, such as one more value of an enum."""
    drop_check(table, name)
    add_check(table, name, rule)


def drop_check(table: str, name: str) -> None:
    """Drop a CHECK."""
    op.execute(f"ALTER TABLE {table} DROP CONSTRAINT {name}")
