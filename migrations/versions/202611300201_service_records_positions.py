"""An index finds positions at check-ins, which are forgotten after a year.

Revision ID: 202611300201
Revises: 202611300001
"""

import sqlalchemy as sa
from alembic import op

from app.kernel.database.distribution import prepare

revision = "202611300201"
down_revision: str | None = "202611300001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    prepare()
    op.create_index(
        "ix_attendances_located",
        "attendances",
        ["community_id", "occasion_id"],
        postgresql_where=sa.text(
            "in_position_sealed IS NOT NULL OR out_position_sealed IS NOT NULL"
        ),
    )


def downgrade() -> None:
    prepare()
    op.drop_index("ix_attendances_located", table_name="attendances")
