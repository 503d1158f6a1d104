"""Columns of `Entered` for revisions. A revision that has landed calls this, so what it returns
never changes: a new form is a new function."""

import sqlalchemy as sa
from sqlalchemy.schema import SchemaItem, conv

from app.kernel.database.migration_columns import enum_column


def entered_columns(table: str) -> list[SchemaItem]:
    """Makes the columns of who entered a row and by which channel, with the desk's witness."""
    return [
        sa.Column("entered_by", sa.Uuid(), nullable=False),
        enum_column("channel", ("self", "desk", "paper"), check="channel"),
        sa.Column("witness", sa.String(), nullable=True),
        sa.CheckConstraint(
            "(channel = 'self') = (witness IS NULL)", name=conv(f"ck_{table}_witness")
        ),
    ]
