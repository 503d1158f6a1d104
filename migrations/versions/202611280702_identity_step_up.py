"""Logins remember when a password and a second factor were last given.

Revision ID: 202611280702
Revises: 202611280701
"""

import sqlalchemy as sa
from alembic import op

from app.kernel.database.distribution import prepare

revision = "202611280702"
down_revision: str | None = "202611280701"
branch_labels = None
depends_on = None


def upgrade() -> None:
    prepare()
    op.add_column("sessions", sa.Column("proven_at", sa.DateTime(timezone=True), nullable=True))


def downgrade() -> None:
    prepare()
    op.drop_column("sessions", "proven_at")
