"""Members who report, posts, claims.

Revision ID: 202611242011
Revises: 202611242010
"""

import sqlalchemy as sa
from alembic import op

from app.kernel.database.distribution import prepare, scoped

revision = "202611242011"
down_revision: str | None = "202611242010"
branch_labels = None
depends_on = None


def upgrade() -> None:
    prepare()
    op.create_table(
        "posts",
        sa.Column("community_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column(
            "category",
            sa.Enum(
                "policy_publicity",
                "environment",
                "mediation",
                "safety_patrol",
                "care",
                "culture_and_sport",
                "convenience",
                "emergency",
                name="post_category",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("description", sa.String(), nullable=False),
        sa.Column("schedule", sa.String(), nullable=False),
        sa.Column(
            "status",
            sa.Enum(
                "draft",
                "published",
                "closed",
                name="post_status",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("ends_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("published_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("closed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("capacity", sa.Integer(), nullable=False),
        sa.Column("taken", sa.Integer(), nullable=False),
        sa.CheckConstraint("taken BETWEEN 0 AND capacity", name=op.f("ck_posts_places")),
        sa.ForeignKeyConstraint(
            ["community_id"], ["communities.id"], name=op.f("fk_posts_community_id")
        ),
        sa.PrimaryKeyConstraint("community_id", "id", name=op.f("pk_posts")),
    )
    scoped("posts")
    op.create_index(
        "ix_posts_ending",
        "posts",
        ["ends_at"],
        unique=False,
        postgresql_where=sa.text("status = 'published'"),
    )
    op.create_index("ix_posts_list", "posts", ["community_id", "status", "id"], unique=False)
    op.create_table(
        "claims",
        sa.Column("community_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("post_id", sa.Uuid(), nullable=False),
        sa.Column("participant_id", sa.Uuid(), nullable=False),
        sa.Column(
            "status",
            sa.Enum(
                "applied",
                "approved",
                "serving",
                "completed",
                "rejected",
                "withdrawn",
                name="claim_status",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("serves_from", sa.DateTime(timezone=True), nullable=True),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("submitted_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("decided_by", sa.Uuid(), nullable=True),
        sa.Column("reason", sa.String(), nullable=True),
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
            "(channel = 'self') = (witness IS NULL)", name=op.f("ck_claims_witness")
        ),
        sa.ForeignKeyConstraint(
            ["community_id", "participant_id"],
            ["participants.community_id", "participants.id"],
            name=op.f("fk_claims_community_id_participant_id"),
        ),
        sa.ForeignKeyConstraint(
            ["community_id", "post_id"],
            ["posts.community_id", "posts.id"],
            name=op.f("fk_claims_community_id_post_id"),
        ),
        sa.ForeignKeyConstraint(
            ["community_id"], ["communities.id"], name=op.f("fk_claims_community_id")
        ),
        sa.PrimaryKeyConstraint("community_id", "id", name=op.f("pk_claims")),
    )
    scoped("claims")
    op.create_index(
        "ix_claims_mine", "claims", ["community_id", "participant_id", "id"], unique=False
    )
    op.create_index("ix_claims_post", "claims", ["community_id", "post_id", "id"], unique=False)
    op.create_index(
        "ix_claims_serving",
        "claims",
        ["community_id", "post_id"],
        unique=False,
        postgresql_where=sa.text("status = 'serving'"),
    )
    op.create_index(
        "ix_claims_starting",
        "claims",
        ["serves_from"],
        unique=False,
        postgresql_where=sa.text("status = 'approved'"),
    )
    op.create_index(
        "uq_claims_live",
        "claims",
        ["community_id", "participant_id", "post_id"],
        unique=True,
        postgresql_where=sa.text("status IN ('applied', 'approved', 'serving')"),
    )
    op.create_table(
        "member_registrations",
        sa.Column("community_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("participant_id", sa.Uuid(), nullable=False),
        sa.Column("organization_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("organization_index", sa.LargeBinary(), nullable=True),
        sa.Column("real_name_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("skills_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("time_available_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("willingness_sealed", sa.LargeBinary(), nullable=True),
        sa.Column(
            "status",
            sa.Enum(
                "submitted",
                "returned",
                "active",
                "declined",
                "withdrawn",
                "ended",
                name="member_registration_status",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column(
            "verify_method",
            sa.Enum(
                "unit_liaison",
                "community",
                "paper_slip",
                name="verify_method",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=True,
        ),
        sa.Column("receipt_number", sa.String(), nullable=True),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("end_reason", sa.String(), nullable=True),
        sa.Column("submitted_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("decided_by", sa.Uuid(), nullable=True),
        sa.Column("reason", sa.String(), nullable=True),
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
            "(channel = 'self') = (witness IS NULL)", name=op.f("ck_member_registrations_witness")
        ),
        sa.CheckConstraint(
            "(status IN ('active', 'ended')) = (verify_method IS NOT NULL AND receipt_number IS NOT NULL)",
            name=op.f("ck_member_registrations_receipt"),
        ),
        sa.ForeignKeyConstraint(
            ["community_id", "participant_id"],
            ["participants.community_id", "participants.id"],
            name="fk_member_registrations_participant",
        ),
        sa.ForeignKeyConstraint(
            ["community_id"], ["communities.id"], name=op.f("fk_member_registrations_community_id")
        ),
        sa.PrimaryKeyConstraint("community_id", "id", name=op.f("pk_member_registrations")),
    )
    scoped("member_registrations")
    op.create_index(
        "ix_member_registrations_mine",
        "member_registrations",
        ["community_id", "participant_id", "id"],
        unique=False,
    )
    op.create_index(
        "ix_member_registrations_queue",
        "member_registrations",
        ["community_id", "status", "id"],
        unique=False,
    )
    op.create_index(
        "ix_member_registrations_unit",
        "member_registrations",
        ["community_id", "organization_index", "id"],
        unique=False,
    )
    op.create_index(
        "uq_member_registrations_live",
        "member_registrations",
        ["community_id", "participant_id"],
        unique=True,
        postgresql_where=sa.text("status IN ('active', 'returned', 'submitted')"),
    )


def downgrade() -> None:
    prepare()
    op.drop_table("member_registrations")
    op.drop_table("claims")
    op.drop_table("posts")
