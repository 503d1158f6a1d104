"""Topics with their history and seconds, opinions with their endorsements.

Revision ID: 202611242020
Revises: 202611242011
"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

from app.kernel.database.distribution import prepare, scoped

revision = "202611242020"
down_revision: str | None = "202611242011"
branch_labels = None
depends_on = None


def upgrade() -> None:
    prepare()
    op.create_table(
        "topics",
        sa.Column("community_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column(
            "category",
            sa.Enum(
                "environment",
                "safety",
                "parking",
                "facilities",
                "property",
                "elderly_and_children",
                "culture_and_sport",
                "covenant",
                "other",
                name="topic_category",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("participant_id", sa.Uuid(), nullable=True),
        sa.Column(
            "status",
            sa.Enum(
                "submitted",
                "screening",
                "declined",
                "open",
                "deliberating",
                "balloting",
                "decided",
                "withdrawn",
                name="topic_status",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("submitted_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("answer_due_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("overdue_told_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("opened_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("minutes", sa.String(), nullable=True),
        sa.Column("seconds", sa.Integer(), nullable=False),
        sa.Column("seconds_needed", sa.Integer(), nullable=True),
        sa.Column("opinions_for", sa.Integer(), nullable=False),
        sa.Column("opinions_against", sa.Integer(), nullable=False),
        sa.Column("opinions_neutral", sa.Integer(), nullable=False),
        sa.Column("search_grams", postgresql.ARRAY(sa.Text()), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("entered_by", sa.Uuid(), nullable=False),
        sa.Column(
            "channel",
            sa.Enum(
                "self",
                "desk",
                "paper",
                name="channel",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("witness", sa.String(), nullable=True),
        sa.CheckConstraint(
            "(channel = 'self') = (witness IS NULL)", name=op.f("ck_topics_witness")
        ),
        sa.ForeignKeyConstraint(
            ["community_id", "participant_id"],
            ["participants.community_id", "participants.id"],
            name=op.f("fk_topics_community_id_participant_id"),
        ),
        sa.ForeignKeyConstraint(
            ["community_id"], ["communities.id"], name=op.f("fk_topics_community_id")
        ),
        sa.PrimaryKeyConstraint("community_id", "id", name=op.f("pk_topics")),
    )
    scoped("topics")
    op.create_index(
        "ix_topics_due",
        "topics",
        ["answer_due_at"],
        unique=False,
        postgresql_where=sa.text(
            "overdue_told_at IS NULL AND status IN ('submitted', 'screening')"
        ),
    )
    op.create_index(
        "ix_topics_mine", "topics", ["community_id", "participant_id", "id"], unique=False
    )
    op.create_index(
        "ix_topics_public",
        "topics",
        ["community_id", "id"],
        unique=False,
        postgresql_where=sa.text("opened_at IS NOT NULL"),
    )
    op.create_index("ix_topics_queue", "topics", ["community_id", "status", "id"], unique=False)
    op.create_index(
        "ix_topics_search", "topics", ["search_grams"], unique=False, postgresql_using="gin"
    )
    op.create_table(
        "opinions",
        sa.Column("community_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("topic_id", sa.Uuid(), nullable=False),
        sa.Column("participant_id", sa.Uuid(), nullable=False),
        sa.Column("reply_to", sa.Uuid(), nullable=True),
        sa.Column(
            "stance",
            sa.Enum(
                "for",
                "against",
                "neutral",
                name="stance",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column(
            "status",
            sa.Enum(
                "shown",
                "hidden",
                "withdrawn",
                name="opinion_status",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("posted_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("endorsements", sa.Integer(), nullable=False),
        sa.Column("hidden_by", sa.Uuid(), nullable=True),
        sa.Column("hidden_reason", sa.String(), nullable=True),
        sa.Column("entered_by", sa.Uuid(), nullable=False),
        sa.Column(
            "channel",
            sa.Enum(
                "self",
                "desk",
                "paper",
                name="channel",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("witness", sa.String(), nullable=True),
        sa.CheckConstraint(
            "(channel = 'self') = (witness IS NULL)", name=op.f("ck_opinions_witness")
        ),
        sa.CheckConstraint(
            "(status = 'hidden') <= (hidden_reason IS NOT NULL)", name=op.f("ck_opinions_hidden")
        ),
        sa.ForeignKeyConstraint(
            ["community_id", "participant_id"],
            ["participants.community_id", "participants.id"],
            name=op.f("fk_opinions_community_id_participant_id"),
        ),
        sa.ForeignKeyConstraint(
            ["community_id", "reply_to"],
            ["opinions.community_id", "opinions.id"],
            name=op.f("fk_opinions_community_id_reply_to"),
        ),
        sa.ForeignKeyConstraint(
            ["community_id", "topic_id"],
            ["topics.community_id", "topics.id"],
            name=op.f("fk_opinions_community_id_topic_id"),
        ),
        sa.ForeignKeyConstraint(
            ["community_id"], ["communities.id"], name=op.f("fk_opinions_community_id")
        ),
        sa.PrimaryKeyConstraint("community_id", "id", name=op.f("pk_opinions")),
    )
    scoped("opinions")
    op.create_index(
        "ix_opinions_mine", "opinions", ["community_id", "participant_id", "id"], unique=False
    )
    op.create_index(
        "ix_opinions_replies", "opinions", ["community_id", "reply_to", "id"], unique=False
    )
    op.create_index(
        "ix_opinions_topic", "opinions", ["community_id", "topic_id", "id"], unique=False
    )
    op.create_table(
        "topic_notes",
        sa.Column("community_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("topic_id", sa.Uuid(), nullable=False),
        sa.Column(
            "state",
            sa.Enum(
                "submitted",
                "screening",
                "declined",
                "open",
                "deliberating",
                "balloting",
                "decided",
                "withdrawn",
                name="topic_status",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("note", sa.String(), nullable=True),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("by", sa.Uuid(), nullable=True),
        sa.ForeignKeyConstraint(
            ["community_id", "topic_id"],
            ["topics.community_id", "topics.id"],
            name=op.f("fk_topic_notes_community_id_topic_id"),
        ),
        sa.ForeignKeyConstraint(
            ["community_id"], ["communities.id"], name=op.f("fk_topic_notes_community_id")
        ),
        sa.PrimaryKeyConstraint("community_id", "id", name=op.f("pk_topic_notes")),
    )
    scoped("topic_notes")
    op.create_index(
        "ix_topic_notes_topic", "topic_notes", ["community_id", "topic_id", "id"], unique=False
    )
    op.create_table(
        "topic_seconds",
        sa.Column("community_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("topic_id", sa.Uuid(), nullable=False),
        sa.Column("participant_id", sa.Uuid(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("entered_by", sa.Uuid(), nullable=False),
        sa.Column(
            "channel",
            sa.Enum(
                "self",
                "desk",
                "paper",
                name="channel",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("witness", sa.String(), nullable=True),
        sa.CheckConstraint(
            "(channel = 'self') = (witness IS NULL)", name=op.f("ck_topic_seconds_witness")
        ),
        sa.ForeignKeyConstraint(
            ["community_id", "participant_id"],
            ["participants.community_id", "participants.id"],
            name=op.f("fk_topic_seconds_community_id_participant_id"),
        ),
        sa.ForeignKeyConstraint(
            ["community_id", "topic_id"],
            ["topics.community_id", "topics.id"],
            name=op.f("fk_topic_seconds_community_id_topic_id"),
        ),
        sa.ForeignKeyConstraint(
            ["community_id"], ["communities.id"], name=op.f("fk_topic_seconds_community_id")
        ),
        sa.PrimaryKeyConstraint("community_id", "id", name=op.f("pk_topic_seconds")),
    )
    scoped("topic_seconds")
    op.create_index(
        "ix_topic_seconds_mine", "topic_seconds", ["community_id", "participant_id"], unique=False
    )
    op.create_index(
        "uq_topic_seconds_once",
        "topic_seconds",
        ["community_id", "topic_id", "participant_id"],
        unique=True,
    )
    op.create_table(
        "endorsements",
        sa.Column("community_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("opinion_id", sa.Uuid(), nullable=False),
        sa.Column("participant_id", sa.Uuid(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("entered_by", sa.Uuid(), nullable=False),
        sa.Column(
            "channel",
            sa.Enum(
                "self",
                "desk",
                "paper",
                name="channel",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("witness", sa.String(), nullable=True),
        sa.CheckConstraint(
            "(channel = 'self') = (witness IS NULL)", name=op.f("ck_endorsements_witness")
        ),
        sa.ForeignKeyConstraint(
            ["community_id", "opinion_id"],
            ["opinions.community_id", "opinions.id"],
            name=op.f("fk_endorsements_community_id_opinion_id"),
        ),
        sa.ForeignKeyConstraint(
            ["community_id", "participant_id"],
            ["participants.community_id", "participants.id"],
            name=op.f("fk_endorsements_community_id_participant_id"),
        ),
        sa.ForeignKeyConstraint(
            ["community_id"], ["communities.id"], name=op.f("fk_endorsements_community_id")
        ),
        sa.PrimaryKeyConstraint("community_id", "id", name=op.f("pk_endorsements")),
    )
    scoped("endorsements")
    op.create_index(
        "ix_endorsements_mine", "endorsements", ["community_id", "participant_id"], unique=False
    )
    op.create_index(
        "uq_endorsements_once",
        "endorsements",
        ["community_id", "opinion_id", "participant_id"],
        unique=True,
    )


def downgrade() -> None:
    prepare()
    op.drop_table("endorsements")
    op.drop_table("topic_seconds")
    op.drop_table("topic_notes")
    op.drop_table("opinions")
    op.drop_table("topics")
