"""Checks of keys, and how far `linli reseal` has come.

Revision ID: 202611280020
Revises: 202611280413
"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

from app.kernel.database.distribution import prepare, scoped, shared
from app.kernel.database.migration_columns import community_columns, enum_column, shared_columns

revision = "202611280020"
down_revision: str | None = "202611280413"
branch_labels = None
depends_on = None


def upgrade() -> None:
    prepare()
    op.create_table(
        "key_checks",
        *shared_columns("key_checks"),
        enum_column("purpose", ("sealing", "index", "digest"), check="key_purpose"),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("proof", sa.LargeBinary(), nullable=False),
        sa.Column("registered_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("retired_at", sa.DateTime(timezone=True), nullable=True),
    )
    shared("key_checks")
    op.create_table(
        "reseal_positions",
        *community_columns("reseal_positions"),
        sa.Column("target", sa.String(), nullable=False),
        sa.Column("position", postgresql.ARRAY(sa.Uuid()), nullable=False),
    )
    scoped("reseal_positions")


def downgrade() -> None:
    prepare()
    op.drop_table("reseal_positions")
    op.drop_table("key_checks")
