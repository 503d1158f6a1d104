"""Places, participants, grants, residence.

Revision ID: 202611241903
Revises: 202611241902
"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

from app.kernel.database.distribution import prepare, scoped, user_scoped

revision = "202611241903"
down_revision: str | None = "202611241902"
branch_labels = None
depends_on = None


def upgrade() -> None:
    prepare()
    op.create_table(
        "my_communities",
        sa.Column("user_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("community_id", sa.Uuid(), nullable=False),
        sa.Column("participant_id", sa.Uuid(), nullable=False),
        sa.Column("joined_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["community_id"], ["communities.id"], name=op.f("fk_my_communities_community_id")
        ),
        sa.ForeignKeyConstraint(["user_id"], ["users.id"], name=op.f("fk_my_communities_user_id")),
        sa.PrimaryKeyConstraint("user_id", "id", name=op.f("pk_my_communities")),
    )
    user_scoped("my_communities")
    op.create_index(
        "uq_my_communities_community", "my_communities", ["user_id", "community_id"], unique=True
    )
    op.create_table(
        "places",
        sa.Column("community_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column(
            "kind",
            sa.Enum(
                "grid",
                "building",
                "entrance",
                "household",
                name="place_kind",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("parent_id", sa.Uuid(), nullable=True),
        sa.Column("path", postgresql.ARRAY(sa.Uuid()), nullable=False),
        sa.ForeignKeyConstraint(
            ["community_id", "parent_id"],
            ["places.community_id", "places.id"],
            name=op.f("fk_places_community_id_parent_id"),
        ),
        sa.ForeignKeyConstraint(
            ["community_id"], ["communities.id"], name=op.f("fk_places_community_id")
        ),
        sa.PrimaryKeyConstraint("community_id", "id", name=op.f("pk_places")),
    )
    scoped("places")
    op.create_index("ix_places_path", "places", ["path"], unique=False, postgresql_using="gin")
    op.create_index(
        "uq_places_name",
        "places",
        ["community_id", "parent_id", "name"],
        unique=True,
        postgresql_nulls_not_distinct=True,
    )
    op.create_table(
        "role_grants",
        sa.Column("user_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column(
            "role",
            sa.Enum(
                "party_admin",
                "handler",
                "grid_worker",
                "community_worker",
                "community_admin",
                "subdistrict_admin",
                "district_admin",
                "unit_liaison",
                "auditor",
                "platform_admin",
                name="role",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column(
            "scope_kind",
            sa.Enum(
                "platform",
                "region",
                "place",
                "organization",
                name="scope_kind",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("scope_id", sa.Uuid(), nullable=False),
        sa.Column("community_id", sa.Uuid(), nullable=True),
        sa.Column("valid_from", sa.DateTime(timezone=True), nullable=False),
        sa.Column("valid_to", sa.DateTime(timezone=True), nullable=True),
        sa.Column("granted_by", sa.Uuid(), nullable=False),
        sa.CheckConstraint(
            "(scope_kind = 'place') = (community_id IS NOT NULL)", name=op.f("ck_role_grants_place")
        ),
        sa.ForeignKeyConstraint(
            ["community_id"], ["communities.id"], name=op.f("fk_role_grants_community_id")
        ),
        sa.ForeignKeyConstraint(["user_id"], ["users.id"], name=op.f("fk_role_grants_user_id")),
        sa.PrimaryKeyConstraint("user_id", "id", name=op.f("pk_role_grants")),
    )
    user_scoped("role_grants")
    op.create_index("ix_role_grants_scope", "role_grants", ["scope_id"], unique=False)
    op.create_table(
        "participants",
        sa.Column("community_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("user_id", sa.Uuid(), nullable=True),
        sa.Column("display_name", sa.String(), nullable=False),
        sa.Column(
            "kind",
            sa.Enum(
                "resident",
                "visitor",
                name="participant_kind",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column(
            "status",
            sa.Enum(
                "active",
                "left",
                "blocked",
                name="participant_status",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("real_name_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("real_name_index", sa.LargeBinary(), nullable=True),
        sa.Column("household_id", sa.Uuid(), nullable=True),
        sa.Column("joined_at", sa.DateTime(timezone=True), nullable=False),
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
            "(channel = 'self') = (witness IS NULL)", name=op.f("ck_participants_witness")
        ),
        sa.ForeignKeyConstraint(
            ["community_id", "household_id"],
            ["places.community_id", "places.id"],
            name=op.f("fk_participants_community_id_household_id"),
        ),
        sa.ForeignKeyConstraint(
            ["community_id"], ["communities.id"], name=op.f("fk_participants_community_id")
        ),
        sa.ForeignKeyConstraint(["user_id"], ["users.id"], name=op.f("fk_participants_user_id")),
        sa.PrimaryKeyConstraint("community_id", "id", name=op.f("pk_participants")),
    )
    scoped("participants")
    op.create_index(
        "ix_participants_real_name",
        "participants",
        ["community_id", "real_name_index"],
        unique=False,
    )
    op.create_index(
        "uq_participants_user", "participants", ["community_id", "user_id"], unique=True
    )
    op.create_table(
        "roll_entries",
        sa.Column("community_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("household_id", sa.Uuid(), nullable=False),
        sa.Column("name_sealed", sa.LargeBinary(), nullable=False),
        sa.Column("name_index", sa.LargeBinary(), nullable=False),
        sa.Column("phone_sealed", sa.LargeBinary(), nullable=False),
        sa.Column("phone_index", sa.LargeBinary(), nullable=False),
        sa.Column("imported_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(
            ["community_id", "household_id"],
            ["places.community_id", "places.id"],
            name=op.f("fk_roll_entries_community_id_household_id"),
        ),
        sa.ForeignKeyConstraint(
            ["community_id"], ["communities.id"], name=op.f("fk_roll_entries_community_id")
        ),
        sa.PrimaryKeyConstraint("community_id", "id", name=op.f("pk_roll_entries")),
    )
    scoped("roll_entries")
    op.create_index(
        "uq_roll_entries_person",
        "roll_entries",
        ["community_id", "household_id", "name_index", "phone_index"],
        unique=True,
    )
    op.create_table(
        "residence_claims",
        sa.Column("community_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("participant_id", sa.Uuid(), nullable=False),
        sa.Column("household_id", sa.Uuid(), nullable=False),
        sa.Column("real_name_sealed", sa.LargeBinary(), nullable=False),
        sa.Column(
            "status",
            sa.Enum(
                "submitted",
                "approved",
                "rejected",
                "withdrawn",
                "expired",
                "ended",
                name="residence_claim_status",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("submitted_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("decided_by", sa.Uuid(), nullable=True),
        sa.Column("reason", sa.String(), nullable=True),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
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
            "(channel = 'self') = (witness IS NULL)", name=op.f("ck_residence_claims_witness")
        ),
        sa.ForeignKeyConstraint(
            ["community_id", "household_id"],
            ["places.community_id", "places.id"],
            name=op.f("fk_residence_claims_community_id_household_id"),
        ),
        sa.ForeignKeyConstraint(
            ["community_id", "participant_id"],
            ["participants.community_id", "participants.id"],
            name=op.f("fk_residence_claims_community_id_participant_id"),
        ),
        sa.ForeignKeyConstraint(
            ["community_id"], ["communities.id"], name=op.f("fk_residence_claims_community_id")
        ),
        sa.PrimaryKeyConstraint("community_id", "id", name=op.f("pk_residence_claims")),
    )
    scoped("residence_claims")
    op.create_index(
        "ix_residence_claims_expiring",
        "residence_claims",
        ["expires_at"],
        unique=False,
        postgresql_where=sa.text("status = 'approved'"),
    )
    op.create_index(
        "ix_residence_claims_queue",
        "residence_claims",
        ["community_id", "status", "submitted_at", "id"],
        unique=False,
    )
    op.create_index(
        "uq_residence_claims_approved",
        "residence_claims",
        ["community_id", "participant_id"],
        unique=True,
        postgresql_where=sa.text("status = 'approved'"),
    )
    op.create_index(
        "uq_residence_claims_submitted",
        "residence_claims",
        ["community_id", "participant_id"],
        unique=True,
        postgresql_where=sa.text("status = 'submitted'"),
    )


def downgrade() -> None:
    prepare()
    op.drop_table("residence_claims")
    op.drop_table("roll_entries")
    op.drop_table("participants")
    op.drop_table("role_grants")
    op.drop_table("places")
    op.drop_table("my_communities")
