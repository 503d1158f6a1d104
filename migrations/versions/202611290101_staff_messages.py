"""Messages to staff, and duties that were told to be overdue.

Revision ID: 202611290101
Revises: 202611290400
"""

import sqlalchemy as sa
from alembic import op

from app.kernel.database.distribution import prepare, scoped
from app.kernel.database.migration_columns import community_columns

revision = "202611290101"
down_revision: str | None = "202611290400"
branch_labels = None
depends_on = None


def upgrade() -> None:
    prepare()
    op.create_table(
        "staff_messages",
        *community_columns("staff_messages"),
        sa.Column("user_id", sa.Uuid(), nullable=False),
        sa.Column("matter_digest", sa.LargeBinary(), nullable=False),
        sa.Column("content_sealed", sa.LargeBinary(), nullable=False),
        sa.Column("told_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("read_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("closed_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["user_id"], ["users.id"], name=op.f("fk_staff_messages_user_id")),
    )
    scoped("staff_messages")
    op.create_index("ix_staff_messages_mine", "staff_messages", ["user_id", "told_at", "id"])
    op.create_index(
        "ix_staff_messages_matter",
        "staff_messages",
        ["community_id", "matter_digest"],
        postgresql_where=sa.text("closed_at IS NULL"),
    )
    op.create_index("ix_staff_messages_told_at", "staff_messages", ["told_at"])
    op.create_table(
        "overdue_duties",
        *community_columns("overdue_duties"),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("subject_id", sa.Uuid(), nullable=False),
        sa.Column("told_at", sa.DateTime(timezone=True), nullable=False),
    )
    scoped("overdue_duties")
    op.create_index(
        "uq_overdue_duties_once",
        "overdue_duties",
        ["community_id", "subject_id", "kind"],
        unique=True,
    )
    op.create_index("ix_overdue_duties_told_at", "overdue_duties", ["told_at"])


def downgrade() -> None:
    prepare()
    op.drop_table("overdue_duties")
    op.drop_table("staff_messages")
