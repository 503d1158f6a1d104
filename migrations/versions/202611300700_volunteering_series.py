"""Activities may recur: series with their rules and dates.

Revision ID: 202611300700
Revises: 202611300200
"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

from app.kernel.database.distribution import prepare, scoped
from app.kernel.database.migration_columns import community_columns, enum_column

revision = "202611300700"
down_revision: str | None = "202611300200"
branch_labels = None
depends_on = None


def upgrade() -> None:
    prepare()
    for name in ("recurrence_zh", "recurrence_en"):
        op.add_column("activities", sa.Column(name, sa.String(), nullable=True))
    op.create_table(
        "series",
        *community_columns("series"),
        sa.Column("activity_id", sa.Uuid(), nullable=False),
        enum_column("status", ("active", "paused", "ended"), check="series_status"),
        sa.Column("rule", sa.String(), nullable=False),
        sa.Column("first_day", sa.Date(), nullable=False),
        sa.Column("applies_from", sa.Date(), nullable=False),
        sa.Column("start_time", sa.String(), nullable=False),
        sa.Column("length_minutes", sa.Integer(), nullable=False),
        sa.Column("opens_hours_before", sa.Integer(), nullable=True),
        sa.Column("closes_minutes_before", sa.Integer(), nullable=False),
        sa.Column("withdraw_hours_before", sa.Integer(), nullable=False),
        sa.Column("weeks_ahead", sa.Integer(), nullable=False),
        sa.Column("skips_holidays", sa.Boolean(), nullable=False),
        sa.Column("roles", JSONB(), nullable=False),
        sa.Column("due_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["community_id", "activity_id"], ["activities.community_id", "activities.id"]
        ),
        sa.CheckConstraint("length_minutes BETWEEN 1 AND 1440", name="length"),
    )
    scoped("series")
    op.create_index("uq_series_activity", "series", ["community_id", "activity_id"], unique=True)
    op.create_index(
        "ix_series_due", "series", ["due_at"], postgresql_where=sa.text("status = 'active'")
    )
    op.create_table(
        "series_dates",
        *community_columns("series_dates"),
        sa.Column("series_id", sa.Uuid(), nullable=False),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("shift_id", sa.Uuid(), nullable=True),
        sa.Column("shift_version", sa.Integer(), nullable=True),
        sa.Column("skip_reason", sa.String(), nullable=True),
        sa.ForeignKeyConstraint(
            ["community_id", "series_id"], ["series.community_id", "series.id"]
        ),
        sa.ForeignKeyConstraint(["community_id", "shift_id"], ["shifts.community_id", "shifts.id"]),
    )
    scoped("series_dates")
    op.create_index(
        "uq_series_dates_day", "series_dates", ["community_id", "series_id", "day"], unique=True
    )
    op.create_index(
        "ix_series_dates_shift",
        "series_dates",
        ["community_id", "shift_id"],
        postgresql_where=sa.text("shift_id IS NOT NULL"),
    )


def downgrade() -> None:
    prepare()
    op.drop_table("series_dates")
    op.drop_table("series")
    for name in ("recurrence_en", "recurrence_zh"):
        op.drop_column("activities", name)
