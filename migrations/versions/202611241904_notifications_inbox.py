"""The inbox.

Revision ID: 202611241904
Revises: 202611241903
"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

from app.kernel.database.distribution import prepare, scoped

revision = "202611241904"
down_revision: str | None = "202611241903"
branch_labels = None
depends_on = None


def upgrade() -> None:
    prepare()
    op.create_table(
        "inbox_messages",
        sa.Column("community_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("participant_id", sa.Uuid(), nullable=False),
        sa.Column("kind", sa.String(), nullable=False),
        sa.Column("variables", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("read_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["community_id", "participant_id"],
            ["participants.community_id", "participants.id"],
            name=op.f("fk_inbox_messages_community_id_participant_id"),
        ),
        sa.ForeignKeyConstraint(
            ["community_id"], ["communities.id"], name=op.f("fk_inbox_messages_community_id")
        ),
        sa.PrimaryKeyConstraint("community_id", "id", name=op.f("pk_inbox_messages")),
    )
    scoped("inbox_messages")
    op.create_index(
        "ix_inbox_messages_mine",
        "inbox_messages",
        ["community_id", "participant_id", "id"],
        unique=False,
    )


def downgrade() -> None:
    prepare()
    op.drop_table("inbox_messages")
