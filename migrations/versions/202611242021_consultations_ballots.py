"""Ballots, electoral rolls, votes.

Revision ID: 202611242021
Revises: 202611242020
"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

from app.kernel.database.distribution import prepare, scoped

revision = "202611242021"
down_revision: str | None = "202611242020"
branch_labels = None
depends_on = None


def upgrade() -> None:
    prepare()
    op.create_table(
        "ballots",
        sa.Column("community_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("topic_id", sa.Uuid(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column(
            "mode",
            sa.Enum("recorded", name="mode", native_enum=False, create_constraint=True, length=32),
            nullable=False,
        ),
        sa.Column(
            "electorate",
            sa.Enum(
                "residents",
                "households",
                name="electorate",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column(
            "legal_effect",
            sa.Enum(
                "advisory",
                "residents_resolution",
                name="legal_effect",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("questions", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("rule", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("notice_days", sa.Integer(), nullable=False),
        sa.Column("opens_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("closes_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column(
            "status",
            sa.Enum(
                "draft",
                "announced",
                "open",
                "closed",
                "certified",
                "published",
                "annulled",
                name="ballot_status",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("roll_size", sa.Integer(), nullable=True),
        sa.Column("roll_salt", sa.LargeBinary(), nullable=True),
        sa.Column("roll_digest", sa.String(), nullable=True),
        sa.Column("manifest", sa.String(), nullable=True),
        sa.Column("manifest_sha256", sa.String(), nullable=True),
        sa.Column("announced_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("closed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("tally", postgresql.JSONB(astext_type=sa.Text()), nullable=True),
        sa.Column(
            "asked_act",
            sa.Enum(
                "annul",
                "certify",
                name="two_person_act",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=True,
        ),
        sa.Column("asked_by", sa.Uuid(), nullable=True),
        sa.Column("asked_reason", sa.String(), nullable=True),
        sa.Column("certified_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("published_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("annulled_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("annul_reason", sa.String(), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "(tally IS NULL) = (status NOT IN ('closed', 'certified', 'published')) OR status = 'annulled'",
            name=op.f("ck_ballots_counted"),
        ),
        sa.CheckConstraint(
            "manifest_sha256 IS NOT NULL OR status IN ('draft', 'annulled')",
            name=op.f("ck_ballots_announced"),
        ),
        sa.CheckConstraint("opens_at < closes_at", name=op.f("ck_ballots_window")),
        sa.ForeignKeyConstraint(
            ["community_id", "topic_id"],
            ["topics.community_id", "topics.id"],
            name=op.f("fk_ballots_community_id_topic_id"),
        ),
        sa.ForeignKeyConstraint(
            ["community_id"], ["communities.id"], name=op.f("fk_ballots_community_id")
        ),
        sa.PrimaryKeyConstraint("community_id", "id", name=op.f("pk_ballots")),
    )
    scoped("ballots")
    op.create_index(
        "ix_ballots_closing",
        "ballots",
        ["closes_at"],
        unique=False,
        postgresql_where=sa.text("status = 'open'"),
    )
    op.create_index("ix_ballots_newest", "ballots", ["community_id", "id"], unique=False)
    op.create_index(
        "ix_ballots_opening",
        "ballots",
        ["opens_at"],
        unique=False,
        postgresql_where=sa.text("status = 'announced'"),
    )
    op.create_index(
        "uq_ballots_live",
        "ballots",
        ["community_id", "topic_id"],
        unique=True,
        postgresql_where=sa.text("status <> 'annulled'"),
    )
    op.create_table(
        "electoral_roll",
        sa.Column("community_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("ballot_id", sa.Uuid(), nullable=False),
        sa.Column("participant_id", sa.Uuid(), nullable=True),
        sa.Column("household_id", sa.Uuid(), nullable=True),
        sa.Column(
            "status",
            sa.Enum(
                "none",
                "voted",
                "paper",
                name="roll_status",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.CheckConstraint(
            "(participant_id IS NULL) <> (household_id IS NULL)", name=op.f("ck_electoral_roll_one")
        ),
        sa.ForeignKeyConstraint(
            ["community_id", "ballot_id"],
            ["ballots.community_id", "ballots.id"],
            name=op.f("fk_electoral_roll_community_id_ballot_id"),
        ),
        sa.ForeignKeyConstraint(
            ["community_id", "household_id"],
            ["places.community_id", "places.id"],
            name=op.f("fk_electoral_roll_community_id_household_id"),
        ),
        sa.ForeignKeyConstraint(
            ["community_id", "participant_id"],
            ["participants.community_id", "participants.id"],
            name=op.f("fk_electoral_roll_community_id_participant_id"),
        ),
        sa.ForeignKeyConstraint(
            ["community_id"], ["communities.id"], name=op.f("fk_electoral_roll_community_id")
        ),
        sa.PrimaryKeyConstraint("community_id", "id", name=op.f("pk_electoral_roll")),
    )
    scoped("electoral_roll")
    op.create_index(
        "uq_electoral_roll_household",
        "electoral_roll",
        ["community_id", "ballot_id", "household_id"],
        unique=True,
    )
    op.create_index(
        "uq_electoral_roll_person",
        "electoral_roll",
        ["community_id", "ballot_id", "participant_id"],
        unique=True,
    )
    op.create_table(
        "roll_voters",
        sa.Column("community_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("ballot_id", sa.Uuid(), nullable=False),
        sa.Column("roll_entry_id", sa.Uuid(), nullable=False),
        sa.Column("participant_id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["community_id", "participant_id"],
            ["participants.community_id", "participants.id"],
            name=op.f("fk_roll_voters_community_id_participant_id"),
        ),
        sa.ForeignKeyConstraint(
            ["community_id", "roll_entry_id"],
            ["electoral_roll.community_id", "electoral_roll.id"],
            name=op.f("fk_roll_voters_community_id_roll_entry_id"),
        ),
        sa.ForeignKeyConstraint(
            ["community_id"], ["communities.id"], name=op.f("fk_roll_voters_community_id")
        ),
        sa.PrimaryKeyConstraint("community_id", "id", name=op.f("pk_roll_voters")),
    )
    scoped("roll_voters")
    op.create_index(
        "ix_roll_voters_entry", "roll_voters", ["community_id", "roll_entry_id"], unique=False
    )
    op.create_index(
        "uq_roll_voters_once",
        "roll_voters",
        ["community_id", "ballot_id", "participant_id"],
        unique=True,
    )
    op.create_table(
        "votes",
        sa.Column("community_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("ballot_id", sa.Uuid(), nullable=False),
        sa.Column("roll_entry_id", sa.Uuid(), nullable=False),
        sa.Column("cast_by", sa.Uuid(), nullable=False),
        sa.Column("choices", postgresql.JSONB(astext_type=sa.Text()), nullable=False),
        sa.Column("receipt_digest", sa.LargeBinary(), nullable=False),
        sa.Column("cast_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["community_id", "cast_by"],
            ["participants.community_id", "participants.id"],
            name=op.f("fk_votes_community_id_cast_by"),
        ),
        sa.ForeignKeyConstraint(
            ["community_id", "roll_entry_id"],
            ["electoral_roll.community_id", "electoral_roll.id"],
            name=op.f("fk_votes_community_id_roll_entry_id"),
        ),
        sa.ForeignKeyConstraint(
            ["community_id"], ["communities.id"], name=op.f("fk_votes_community_id")
        ),
        sa.PrimaryKeyConstraint("community_id", "id", name=op.f("pk_votes")),
    )
    scoped("votes")
    op.create_index("uq_votes_once", "votes", ["community_id", "roll_entry_id"], unique=True)
    op.create_index(
        "uq_votes_receipt", "votes", ["community_id", "ballot_id", "receipt_digest"], unique=True
    )


def downgrade() -> None:
    prepare()
    op.drop_table("votes")
    op.drop_table("roll_voters")
    op.drop_table("electoral_roll")
    op.drop_table("ballots")
