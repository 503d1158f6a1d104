"""One-time links by which administrators set their own password and second factor.

Revision ID: 202611280703
Revises: 202611280310
"""

import sqlalchemy as sa
from alembic import op

from app.kernel.database.distribution import prepare, user_scoped
from app.kernel.database.migration_columns import user_columns

revision = "202611280703"
down_revision: str | None = "202611280310"
branch_labels = None
depends_on = None


def upgrade() -> None:
    prepare()
    op.create_table(
        "account_links",
        *user_columns("account_links"),
        sa.Column("secret_digest", sa.LargeBinary(), nullable=False),
        sa.Column("totp_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("issued_by", sa.Uuid(), nullable=False),
        sa.Column("issued_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
    )
    user_scoped("account_links")
    op.create_index(op.f("ix_account_links_expires_at"), "account_links", ["expires_at"])
    op.alter_column("administrators", "password_hash", nullable=True)


def downgrade() -> None:
    prepare()
    # An empty hash is that of no password, so that accounts without one stay shut.
    op.execute("UPDATE administrators SET password_hash = '' WHERE password_hash IS NULL")
    op.alter_column("administrators", "password_hash", nullable=False)
    op.drop_table("account_links")
