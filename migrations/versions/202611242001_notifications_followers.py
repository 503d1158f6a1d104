"""Followers.

Revision ID: 202611242001
Revises: 202611242000
"""

import sqlalchemy as sa
from alembic import op

from app.kernel.database.distribution import prepare, scoped

revision = "202611242001"
down_revision: str | None = "202611242000"
branch_labels = None
depends_on = None


def upgrade() -> None:
    prepare()
    op.create_table(
        "followers",
        sa.Column("community_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("subject_id", sa.Uuid(), nullable=False),
        sa.Column("participant_id", sa.Uuid(), nullable=False),
        sa.Column("since", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["community_id", "participant_id"],
            ["participants.community_id", "participants.id"],
            name=op.f("fk_followers_community_id_participant_id"),
        ),
        sa.ForeignKeyConstraint(
            ["community_id"], ["communities.id"], name=op.f("fk_followers_community_id")
        ),
        sa.PrimaryKeyConstraint("community_id", "id", name=op.f("pk_followers")),
    )
    scoped("followers")
    op.create_index(
        "ix_followers_mine", "followers", ["community_id", "participant_id"], unique=False
    )
    op.create_index(
        "uq_followers_once",
        "followers",
        ["community_id", "subject_id", "participant_id"],
        unique=True,
    )


def downgrade() -> None:
    prepare()
    op.drop_table("followers")
