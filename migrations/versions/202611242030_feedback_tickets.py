"""Departments, service categories, tickets with their history, ratings.

Revision ID: 202611242030
Revises: 202611242021
"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

from app.kernel.database.distribution import prepare, scoped

revision = "202611242030"
down_revision: str | None = "202611242021"
branch_labels = None
depends_on = None


def upgrade() -> None:
    prepare()
    op.create_table(
        "departments",
        sa.Column("community_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("contact", sa.String(), nullable=False),
        sa.Column("is_active", sa.Boolean(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["community_id"], ["communities.id"], name=op.f("fk_departments_community_id")
        ),
        sa.PrimaryKeyConstraint("community_id", "id", name=op.f("pk_departments")),
    )
    scoped("departments")
    op.create_index("uq_departments_name", "departments", ["community_id", "name"], unique=True)
    op.create_table(
        "service_categories",
        sa.Column("community_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("description", sa.String(), nullable=False),
        sa.Column(
            "level",
            sa.Enum(
                "two_hours",
                "one_day",
                "seven_days",
                "fifteen_days",
                name="level",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("response_minutes", sa.Integer(), nullable=False),
        sa.Column("resolution_minutes", sa.Integer(), nullable=False),
        sa.Column("is_active", sa.Boolean(), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "response_minutes > 0 AND resolution_minutes > 0",
            name=op.f("ck_service_categories_minutes"),
        ),
        sa.ForeignKeyConstraint(
            ["community_id"], ["communities.id"], name=op.f("fk_service_categories_community_id")
        ),
        sa.PrimaryKeyConstraint("community_id", "id", name=op.f("pk_service_categories")),
    )
    scoped("service_categories")
    op.create_index(
        "uq_service_categories_name", "service_categories", ["community_id", "name"], unique=True
    )
    op.create_table(
        "department_members",
        sa.Column("community_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("department_id", sa.Uuid(), nullable=False),
        sa.Column("user_id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["community_id", "department_id"],
            ["departments.community_id", "departments.id"],
            name=op.f("fk_department_members_community_id_department_id"),
        ),
        sa.ForeignKeyConstraint(
            ["community_id"], ["communities.id"], name=op.f("fk_department_members_community_id")
        ),
        sa.ForeignKeyConstraint(
            ["user_id"], ["users.id"], name=op.f("fk_department_members_user_id")
        ),
        sa.PrimaryKeyConstraint("community_id", "id", name=op.f("pk_department_members")),
    )
    scoped("department_members")
    op.create_index(
        "ix_department_members_user",
        "department_members",
        ["community_id", "user_id"],
        unique=False,
    )
    op.create_index(
        "uq_department_members_once",
        "department_members",
        ["community_id", "department_id", "user_id"],
        unique=True,
    )
    op.create_table(
        "tickets",
        sa.Column("community_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.String(), nullable=False),
        sa.Column("category_id", sa.Uuid(), nullable=False),
        sa.Column("participant_id", sa.Uuid(), nullable=False),
        sa.Column("text", sa.String(), nullable=False),
        sa.Column("place_id", sa.Uuid(), nullable=True),
        sa.Column("gcj02_longitude", sa.Double(), nullable=True),
        sa.Column("gcj02_latitude", sa.Double(), nullable=True),
        sa.Column(
            "visibility",
            sa.Enum(
                "public",
                "private",
                name="visibility",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column(
            "status",
            sa.Enum(
                "submitted",
                "accepted",
                "declined",
                "assigned",
                "in_progress",
                "waiting_for_resident",
                "resolved",
                "closed",
                "reopened",
                "withdrawn",
                name="ticket_status",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("is_open", sa.Boolean(), nullable=False),
        sa.Column("is_shown", sa.Boolean(), nullable=False),
        sa.Column("search_grams", postgresql.ARRAY(sa.Text()), nullable=False),
        sa.Column("submitted_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("accepted_by", sa.Uuid(), nullable=True),
        sa.Column("department_id", sa.Uuid(), nullable=True),
        sa.Column("resolved_by", sa.Uuid(), nullable=True),
        sa.Column("closed_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("disputes", sa.Integer(), nullable=False),
        sa.Column("paused_minutes", sa.Integer(), nullable=False),
        sa.Column("response_warn_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("response_due_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("resolution_warn_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("resolution_due_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("responded_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("stopped_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("notices", postgresql.ARRAY(sa.Text()), nullable=False),
        sa.Column("next_notice_at", sa.DateTime(timezone=True), nullable=True),
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
            "(channel = 'self') = (witness IS NULL)", name=op.f("ck_tickets_witness")
        ),
        sa.CheckConstraint(
            "(gcj02_longitude IS NULL) = (gcj02_latitude IS NULL)", name=op.f("ck_tickets_point")
        ),
        sa.CheckConstraint("disputes BETWEEN 0 AND 2", name=op.f("ck_tickets_disputes")),
        sa.ForeignKeyConstraint(
            ["community_id", "category_id"],
            ["service_categories.community_id", "service_categories.id"],
            name=op.f("fk_tickets_community_id_category_id"),
        ),
        sa.ForeignKeyConstraint(
            ["community_id", "department_id"],
            ["departments.community_id", "departments.id"],
            name=op.f("fk_tickets_community_id_department_id"),
        ),
        sa.ForeignKeyConstraint(
            ["community_id", "participant_id"],
            ["participants.community_id", "participants.id"],
            name=op.f("fk_tickets_community_id_participant_id"),
        ),
        sa.ForeignKeyConstraint(
            ["community_id", "place_id"],
            ["places.community_id", "places.id"],
            name=op.f("fk_tickets_community_id_place_id"),
        ),
        sa.ForeignKeyConstraint(
            ["community_id"], ["communities.id"], name=op.f("fk_tickets_community_id")
        ),
        sa.PrimaryKeyConstraint("community_id", "id", name=op.f("pk_tickets")),
    )
    scoped("tickets")
    op.create_index(
        "ix_tickets_department",
        "tickets",
        ["community_id", "department_id", "resolution_due_at", "id"],
        unique=False,
        postgresql_where=sa.text("department_id IS NOT NULL"),
    )
    op.create_index(
        "ix_tickets_mine", "tickets", ["community_id", "participant_id", "id"], unique=False
    )
    op.create_index(
        "ix_tickets_notice",
        "tickets",
        ["next_notice_at"],
        unique=False,
        postgresql_where=sa.text("next_notice_at IS NOT NULL"),
    )
    op.create_index(
        "ix_tickets_open",
        "tickets",
        ["community_id", "resolution_due_at", "id"],
        unique=False,
        postgresql_where=sa.text("is_open"),
    )
    op.create_index(
        "ix_tickets_queue",
        "tickets",
        ["community_id", "status", "resolution_due_at", "id"],
        unique=False,
    )
    op.create_index(
        "ix_tickets_search",
        "tickets",
        ["search_grams"],
        unique=False,
        postgresql_using="gin",
        postgresql_where=sa.text("is_shown"),
    )
    op.create_index(
        "ix_tickets_shown",
        "tickets",
        ["community_id", "id"],
        unique=False,
        postgresql_where=sa.text("is_shown"),
    )
    op.create_index(
        "ix_tickets_stopped",
        "tickets",
        ["stopped_at"],
        unique=False,
        postgresql_where=sa.text("status IN ('waiting_for_resident', 'resolved')"),
    )
    op.create_table(
        "ticket_entries",
        sa.Column("community_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("ticket_id", sa.Uuid(), nullable=False),
        sa.Column(
            "kind",
            sa.Enum(
                "accepted",
                "declined",
                "assigned",
                "started",
                "asked",
                "answered",
                "supplemented",
                "replied",
                "resumed",
                "resolved",
                "closed",
                "disputed",
                "withdrawn",
                "response_overdue",
                "resolution_overdue",
                name="entry_kind",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column(
            "side",
            sa.Enum(
                "author",
                "community",
                "clock",
                name="side",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("text", sa.String(), nullable=True),
        sa.Column("is_public", sa.Boolean(), nullable=False),
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
            "(channel = 'self') = (witness IS NULL)", name=op.f("ck_ticket_entries_witness")
        ),
        sa.ForeignKeyConstraint(
            ["community_id", "ticket_id"],
            ["tickets.community_id", "tickets.id"],
            name=op.f("fk_ticket_entries_community_id_ticket_id"),
        ),
        sa.ForeignKeyConstraint(
            ["community_id"], ["communities.id"], name=op.f("fk_ticket_entries_community_id")
        ),
        sa.PrimaryKeyConstraint("community_id", "id", name=op.f("pk_ticket_entries")),
    )
    scoped("ticket_entries")
    op.create_index(
        "ix_ticket_entries_ticket",
        "ticket_entries",
        ["community_id", "ticket_id", "id"],
        unique=False,
    )
    op.create_table(
        "ticket_ratings",
        sa.Column("community_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("ticket_id", sa.Uuid(), nullable=False),
        sa.Column(
            "solved",
            sa.Enum(
                "yes",
                "partly",
                "no",
                name="solved",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("satisfied", sa.Integer(), nullable=False),
        sa.Column("comment", sa.String(), nullable=False),
        sa.Column("rated_at", sa.DateTime(timezone=True), nullable=False),
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
            "(channel = 'self') = (witness IS NULL)", name=op.f("ck_ticket_ratings_witness")
        ),
        sa.CheckConstraint("satisfied BETWEEN 1 AND 5", name=op.f("ck_ticket_ratings_satisfied")),
        sa.ForeignKeyConstraint(
            ["community_id", "ticket_id"],
            ["tickets.community_id", "tickets.id"],
            name=op.f("fk_ticket_ratings_community_id_ticket_id"),
        ),
        sa.ForeignKeyConstraint(
            ["community_id"], ["communities.id"], name=op.f("fk_ticket_ratings_community_id")
        ),
        sa.PrimaryKeyConstraint("community_id", "id", name=op.f("pk_ticket_ratings")),
    )
    scoped("ticket_ratings")
    op.create_index(
        "uq_ticket_ratings_once", "ticket_ratings", ["community_id", "ticket_id"], unique=True
    )


def downgrade() -> None:
    prepare()
    op.drop_table("ticket_ratings")
    op.drop_table("ticket_entries")
    op.drop_table("tickets")
    op.drop_table("department_members")
    op.drop_table("service_categories")
    op.drop_table("departments")
