"""Attendances of people who are invited, and have promised nothing.

Revision ID: 202611300802
Revises: 202611300201
"""

import sqlalchemy as sa
from alembic import op

from app.kernel.database.distribution import prepare

revision = "202611300802"
down_revision: str | None = "202611300201"
branch_labels = None
depends_on = None


def upgrade() -> None:
    prepare()
    op.add_column(
        "attendances",
        sa.Column("is_voluntary", sa.Boolean(), nullable=False, server_default=sa.false()),
    )


def downgrade() -> None:
    prepare()
    op.drop_column("attendances", "is_voluntary")
