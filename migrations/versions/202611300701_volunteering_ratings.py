"""Helpers rate activities after their shifts.

Revision ID: 202611300701
Revises: 202611300802
"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.schema import conv

from app.communities.models.entered_columns import sealed_entered_columns
from app.kernel.database.distribution import prepare, scoped
from app.kernel.database.migration_columns import community_columns

revision = "202611300701"
down_revision: str | None = "202611300802"
branch_labels = None
depends_on = None


def _points(target: str, column: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        ["community_id", column],
        [f"{target}.community_id", f"{target}.id"],
        name=conv(f"fk_shift_ratings_community_id_{column}"),
    )


def upgrade() -> None:
    prepare()
    op.create_table(
        "shift_ratings",
        *community_columns("shift_ratings"),
        sa.Column("shift_id", sa.Uuid(), nullable=False),
        sa.Column("participant_id", sa.Uuid(), nullable=False),
        sa.Column("stars", sa.Integer(), nullable=False),
        sa.Column("comment_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("rated_at", sa.DateTime(timezone=True), nullable=False),
        *sealed_entered_columns("shift_ratings"),
        _points("signups", "id"),
        _points("shifts", "shift_id"),
        _points("participants", "participant_id"),
        sa.CheckConstraint("stars BETWEEN 1 AND 5", name=conv("ck_shift_ratings_stars")),
    )
    scoped("shift_ratings")
    op.create_index("ix_shift_ratings_shift", "shift_ratings", ["community_id", "shift_id"])


def downgrade() -> None:
    prepare()
    op.drop_table("shift_ratings")
