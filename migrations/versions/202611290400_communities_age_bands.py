"""Participants have a sealed age band.

Revision ID: 202611290400
Revises: 202611290301
"""

import sqlalchemy as sa
from alembic import op

from app.kernel.database.distribution import prepare

revision = "202611290400"
down_revision: str | None = "202611290301"
branch_labels = None
depends_on = None


def upgrade() -> None:
    prepare()
    op.add_column("participants", sa.Column("age_band_sealed", sa.LargeBinary(), nullable=True))


def downgrade() -> None:
    prepare()
    op.drop_column("participants", "age_band_sealed")
