"""Acts that one person requests and another confirms have the instant of the request.

Revision ID: 202611290601
Revises: 202611290302
"""

import sqlalchemy as sa
from alembic import op

from app.kernel.database.distribution import prepare

revision = "202611290601"
down_revision: str | None = "202611290302"
branch_labels = None
depends_on = None


def upgrade() -> None:
    prepare()
    column = sa.Column("asked_at", sa.DateTime(timezone=True), nullable=True)
    op.add_column("ballots", column, if_not_exists=True)


def downgrade() -> None:
    prepare()
    op.drop_column("ballots", "asked_at")
