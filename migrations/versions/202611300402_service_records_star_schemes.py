"""Star schemes: hours of each star, where a community has set its own.

Revision ID: 202611300402
Revises: 202611300601
"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import ARRAY

from app.kernel.database.distribution import prepare, scoped
from app.kernel.database.migration_columns import community_columns

revision = "202611300402"
down_revision: str | None = "202611300601"
branch_labels = None
depends_on = None


def upgrade() -> None:
    prepare()
    op.create_table(
        "star_schemes",
        *community_columns("star_schemes"),
        sa.Column("hours", ARRAY(sa.Integer()), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
    )
    scoped("star_schemes")


def downgrade() -> None:
    prepare()
    op.drop_table("star_schemes")
