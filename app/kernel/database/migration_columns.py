"""Columns for revisions: text enums, and the key of each kind of table.

A revision that has landed calls these, so what they return never changes: a new form is a new
function."""

from collections.abc import Sequence

import sqlalchemy as sa
from sqlalchemy.schema import SchemaItem, conv


def enum_column(
    name: str, values: Sequence[str], *, check: str, nullable: bool = False
) -> sa.Column[str]:
    """Text column that takes these values alone, held by the CHECK `ck_<table>_<check>`."""
    kind = sa.Enum(*values, name=check, native_enum=False, create_constraint=True, length=32)
    return sa.Column(name, kind, nullable=nullable)


def community_columns(table: str) -> list[SchemaItem]:
    """Key of a table that is distributed by community: `community_id` and `id`."""
    return _owned_columns(table, "community_id", "communities")


def user_columns(table: str) -> list[SchemaItem]:
    """Key of a table that is distributed by person: `user_id` and `id`."""
    return _owned_columns(table, "user_id", "users")


def shared_columns(table: str) -> list[SchemaItem]:
    """Key of a table that every node has a copy of: `id`."""
    return [
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=conv(f"pk_{table}")),
    ]


def _owned_columns(table: str, owner: str, owners: str) -> list[SchemaItem]:
    return [
        sa.Column(owner, sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint([owner], [f"{owners}.id"], name=conv(f"fk_{table}_{owner}")),
        sa.PrimaryKeyConstraint(owner, "id", name=conv(f"pk_{table}")),
    ]
