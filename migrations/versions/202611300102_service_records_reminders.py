"""Attendances know since when they are expected, what they were reminded of, and whether somebody
else was sought.

Revision ID: 202611300102
Revises: 202611300302
"""

import sqlalchemy as sa
from alembic import op

from app.kernel.database.distribution import prepare

revision = "202611300102"
down_revision: str | None = "202611300302"
branch_labels = None
depends_on = None

INSTANTS = ("expected_at", "reminded_day_before", "reminded_hours_before", "cover_sought_at")


def upgrade() -> None:
    prepare()
    for name in INSTANTS:
        op.add_column("attendances", sa.Column(name, sa.DateTime(timezone=True), nullable=True))
    op.create_index(
        "ix_occasions_starting",
        "occasions",
        ["starts_at"],
        postgresql_where=sa.text("status = 'open'"),
    )


def downgrade() -> None:
    prepare()
    op.drop_index("ix_occasions_starting", "occasions")
    for name in INSTANTS:
        op.drop_column("attendances", name)
