"""Communities enter days into their calendar.

Revision ID: 202611300301
Revises: 202611300800
"""

import sqlalchemy as sa
from alembic import op

from app.kernel.database.distribution import prepare, scoped
from app.kernel.database.migration_columns import community_columns

revision = "202611300301"
down_revision: str | None = "202611300800"
branch_labels = None
depends_on = None


def upgrade() -> None:
    prepare()
    op.create_table(
        "calendar_days",
        *community_columns("calendar_days"),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("is_working_day", sa.Boolean(), nullable=False),
        sa.Column("name", sa.String(), nullable=True),
    )
    scoped("calendar_days")
    op.create_index("uq_calendar_days_day", "calendar_days", ["community_id", "day"], unique=True)


def downgrade() -> None:
    prepare()
    op.drop_table("calendar_days")
