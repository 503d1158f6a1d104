"""Activities, shifts, roles, sign-ups.

Revision ID: 202611241905
Revises: 202611241904
"""

import sqlalchemy as sa
from alembic import op

from app.kernel.database.distribution import prepare, scoped

revision = "202611241905"
down_revision: str | None = "202611241904"
branch_labels = None
depends_on = None


def upgrade() -> None:
    prepare()
    op.create_table(
        "activities",
        sa.Column("community_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("summary", sa.String(), nullable=False),
        sa.Column("description", sa.String(), nullable=False),
        sa.Column(
            "category",
            sa.Enum(
                "environment",
                "safety",
                "elderly_care",
                "child_care",
                "culture_and_sport",
                "convenience",
                "mediation",
                "emergency",
                "other",
                name="category",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column(
            "audience",
            sa.Enum(
                "everyone",
                "residents",
                name="audience",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column(
            "risk_level",
            sa.Enum(
                "low",
                "medium",
                "high",
                name="risk_level",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("risk_statement", sa.String(), nullable=False),
        sa.Column("is_insured", sa.Boolean(), nullable=False),
        sa.Column("needs_review", sa.Boolean(), nullable=False),
        sa.Column("organiser", sa.String(), nullable=False),
        sa.Column("contact", sa.String(), nullable=False),
        sa.Column("address", sa.String(), nullable=False),
        sa.Column("gcj02_longitude", sa.Double(), nullable=True),
        sa.Column("gcj02_latitude", sa.Double(), nullable=True),
        sa.Column(
            "status",
            sa.Enum(
                "draft",
                "published",
                "cancelled",
                "completed",
                "archived",
                name="activity_status",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("starts_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("ends_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("published_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("cancelled_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("cancel_reason", sa.String(), nullable=True),
        sa.Column("completed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("search_grams", sa.ARRAY(sa.Text()), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "status <> 'published' OR starts_at IS NOT NULL", name=op.f("ck_activities_published")
        ),
        sa.ForeignKeyConstraint(
            ["community_id"], ["communities.id"], name=op.f("fk_activities_community_id")
        ),
        sa.PrimaryKeyConstraint("community_id", "id", name=op.f("pk_activities")),
    )
    scoped("activities")
    op.create_index(
        "ix_activities_ending",
        "activities",
        ["ends_at"],
        unique=False,
        postgresql_where=sa.text("status = 'published'"),
    )
    op.create_index("ix_activities_newest", "activities", ["community_id", "id"], unique=False)
    op.create_index(
        "ix_activities_published",
        "activities",
        ["community_id", "starts_at", "id"],
        unique=False,
        postgresql_where=sa.text("status = 'published'"),
    )
    op.create_index(
        "ix_activities_search", "activities", ["search_grams"], unique=False, postgresql_using="gin"
    )
    op.create_table(
        "shifts",
        sa.Column("community_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("activity_id", sa.Uuid(), nullable=False),
        sa.Column(
            "status",
            sa.Enum(
                "open",
                "cancelled",
                "ended",
                name="shift_status",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("is_published", sa.Boolean(), nullable=False),
        sa.Column(
            "audience",
            sa.Enum(
                "everyone",
                "residents",
                name="audience",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("needs_review", sa.Boolean(), nullable=False),
        sa.Column("starts_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ends_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("signup_opens_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("signup_closes_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("withdraw_until", sa.DateTime(timezone=True), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column("queued", sa.Integer(), nullable=False),
        sa.CheckConstraint("signup_opens_at < signup_closes_at", name=op.f("ck_shifts_window")),
        sa.CheckConstraint("starts_at < ends_at", name=op.f("ck_shifts_span")),
        sa.ForeignKeyConstraint(
            ["community_id", "activity_id"],
            ["activities.community_id", "activities.id"],
            name=op.f("fk_shifts_community_id_activity_id"),
        ),
        sa.ForeignKeyConstraint(
            ["community_id"], ["communities.id"], name=op.f("fk_shifts_community_id")
        ),
        sa.PrimaryKeyConstraint("community_id", "id", name=op.f("pk_shifts")),
    )
    scoped("shifts")
    op.create_index(
        "ix_shifts_activity", "shifts", ["community_id", "activity_id", "starts_at"], unique=False
    )
    op.create_index(
        "ix_shifts_ending",
        "shifts",
        ["ends_at"],
        unique=False,
        postgresql_where=sa.text("status = 'open'"),
    )
    op.create_table(
        "shift_roles",
        sa.Column("community_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("shift_id", sa.Uuid(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("requirement", sa.String(), nullable=False),
        sa.Column("capacity", sa.Integer(), nullable=False),
        sa.Column("taken", sa.Integer(), nullable=False),
        sa.CheckConstraint("taken BETWEEN 0 AND capacity", name=op.f("ck_shift_roles_places")),
        sa.ForeignKeyConstraint(
            ["community_id", "shift_id"],
            ["shifts.community_id", "shifts.id"],
            name=op.f("fk_shift_roles_community_id_shift_id"),
        ),
        sa.ForeignKeyConstraint(
            ["community_id"], ["communities.id"], name=op.f("fk_shift_roles_community_id")
        ),
        sa.PrimaryKeyConstraint("community_id", "id", name=op.f("pk_shift_roles")),
    )
    scoped("shift_roles")
    op.create_index(
        "uq_shift_roles_name", "shift_roles", ["community_id", "shift_id", "name"], unique=True
    )
    op.create_table(
        "signups",
        sa.Column("community_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("shift_id", sa.Uuid(), nullable=False),
        sa.Column("role_id", sa.Uuid(), nullable=False),
        sa.Column("participant_id", sa.Uuid(), nullable=False),
        sa.Column(
            "status",
            sa.Enum(
                "pending_review",
                "waitlisted",
                "confirmed",
                "rejected",
                "lapsed",
                "withdrawn",
                "cancelled",
                name="signup_status",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("position", sa.Integer(), nullable=True),
        sa.Column("confirmed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("decided_by", sa.Uuid(), nullable=True),
        sa.Column("reason", sa.String(), nullable=True),
        sa.Column("withdrawn_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("is_late_withdrawal", sa.Boolean(), nullable=False),
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
            "(channel = 'self') = (witness IS NULL)", name=op.f("ck_signups_witness")
        ),
        sa.CheckConstraint(
            "position IS NOT NULL OR status <> 'waitlisted'", name=op.f("ck_signups_queue")
        ),
        sa.ForeignKeyConstraint(
            ["community_id", "participant_id"],
            ["participants.community_id", "participants.id"],
            name=op.f("fk_signups_community_id_participant_id"),
        ),
        sa.ForeignKeyConstraint(
            ["community_id", "role_id"],
            ["shift_roles.community_id", "shift_roles.id"],
            name=op.f("fk_signups_community_id_role_id"),
        ),
        sa.ForeignKeyConstraint(
            ["community_id", "shift_id"],
            ["shifts.community_id", "shifts.id"],
            name=op.f("fk_signups_community_id_shift_id"),
        ),
        sa.ForeignKeyConstraint(
            ["community_id"], ["communities.id"], name=op.f("fk_signups_community_id")
        ),
        sa.PrimaryKeyConstraint("community_id", "id", name=op.f("pk_signups")),
    )
    scoped("signups")
    op.create_index(
        "ix_signups_mine", "signups", ["community_id", "participant_id", "id"], unique=False
    )
    op.create_index("ix_signups_shift", "signups", ["community_id", "shift_id", "id"], unique=False)
    op.create_index(
        "uq_signups_live",
        "signups",
        ["community_id", "participant_id", "shift_id"],
        unique=True,
        postgresql_where=sa.text("status IN ('confirmed', 'pending_review', 'waitlisted')"),
    )
    op.create_index(
        "uq_signups_position",
        "signups",
        ["community_id", "shift_id", "position"],
        unique=True,
        postgresql_where=sa.text("position IS NOT NULL"),
    )


def downgrade() -> None:
    prepare()
    op.drop_table("signups")
    op.drop_table("shift_roles")
    op.drop_table("shifts")
    op.drop_table("activities")
