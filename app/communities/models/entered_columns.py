"""Columns of `Entered` for revisions. Revisions that have landed call these, so what they return
never changes: a new form is a new function."""

import sqlalchemy as sa
from sqlalchemy.schema import SchemaItem, conv

from app.kernel.database.migration_columns import enum_column


def entered_columns(table: str) -> list[SchemaItem]:
    """Makes the columns of who entered a row and by which channel, with the desk's witness, as they
    were before witnesses were sealed."""
    return [
        sa.Column("entered_by", sa.Uuid(), nullable=False),
        enum_column("channel", ("self", "desk", "paper"), check="channel"),
        sa.Column("witness", sa.String(), nullable=True),
        sa.CheckConstraint(
            "(channel = 'self') = (witness IS NULL)", name=conv(f"ck_{table}_witness")
        ),
    ]


def sealed_entered_columns(table: str) -> list[SchemaItem]:
    """Makes the columns of who entered a row and by which channel, with the desk's witness."""
    return [
        sa.Column("entered_by", sa.Uuid(), nullable=False),
        enum_column("channel", ("self", "desk", "paper"), check="channel"),
        sa.Column("witness_sealed", sa.LargeBinary(), nullable=True),
        sa.CheckConstraint(
            "(channel = 'self') = (witness_sealed IS NULL)", name=conv(f"ck_{table}_witness")
        ),
    ]
