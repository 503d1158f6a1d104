"""Data exports and erasure requests; users whose account is erased.

Revision ID: 202611280540
Revises: 202611280230
"""

import sqlalchemy as sa
from alembic import op

from app.kernel.database.distribution import prepare, user_scoped
from app.kernel.database.migration_checks import set_check
from app.kernel.database.migration_columns import enum_column, user_columns

revision = "202611280540"
down_revision: str | None = "202611280230"
branch_labels = None
depends_on = None

STATUSES = ("requested", "taken_back", "begun", "done")


def upgrade() -> None:
    prepare()
    op.create_table(
        "data_exports",
        *user_columns("data_exports"),
        sa.Column("requested_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ready_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("content_sealed", sa.LargeBinary(), nullable=True),
    )
    user_scoped("data_exports")
    op.create_index("uq_data_exports_user", "data_exports", ["user_id"], unique=True)
    op.create_index("ix_data_exports_expires_at", "data_exports", ["expires_at"], unique=False)
    op.create_table(
        "erasure_requests",
        *user_columns("erasure_requests"),
        enum_column("status", STATUSES, check="erasure_status"),
        sa.Column("requested_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("due_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("erase_by", sa.DateTime(timezone=True), nullable=False),
        sa.Column("begun_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
    )
    user_scoped("erasure_requests")
    op.create_index(
        "uq_erasure_requests_live",
        "erasure_requests",
        ["user_id"],
        unique=True,
        postgresql_where=sa.text("status IN ('begun', 'requested')"),
    )
    op.create_index(
        "ix_erasure_requests_due",
        "erasure_requests",
        ["due_at"],
        postgresql_where=sa.text("status = 'requested'"),
    )
    op.create_index(
        "ix_erasure_requests_begun",
        "erasure_requests",
        ["begun_at"],
        postgresql_where=sa.text("status = 'begun'"),
    )
    set_check("users", "ck_users_user_status", "status IN ('active', 'blocked', 'erased')")


def downgrade() -> None:
    prepare()
    # An earlier version knows no tombstones; nobody can log in to a blocked account either.
    op.execute("UPDATE users SET status = 'blocked' WHERE status = 'erased'")
    op.drop_table("erasure_requests")
    op.drop_table("data_exports")
    set_check("users", "ck_users_user_status", "status IN ('active', 'blocked')")
