"""Allowances of more reveals, which a second person gives.

Revision ID: 202611280705
Revises: 202611280340
"""

import sqlalchemy as sa
from alembic import op

from app.kernel.database.distribution import prepare, scoped
from app.kernel.database.migration_columns import community_columns

revision = "202611280705"
down_revision: str | None = "202611280340"
branch_labels = None
depends_on = None


def upgrade() -> None:
    prepare()
    op.create_table(
        "reveal_allowances",
        *community_columns("reveal_allowances"),
        sa.Column("administrator_id", sa.Uuid(), nullable=False),
        sa.Column("allowed_by", sa.Uuid(), nullable=False),
        sa.Column("allowed_at", sa.DateTime(timezone=True), nullable=False),
    )
    scoped("reveal_allowances")
    op.create_index(
        "ix_reveal_allowances_newest",
        "reveal_allowances",
        ["community_id", "administrator_id", "allowed_at"],
        unique=False,
    )


def downgrade() -> None:
    prepare()
    op.drop_table("reveal_allowances")
