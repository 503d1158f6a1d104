"""Work units, the tree of Party organizations, unit registrations.

Revision ID: 202611242010
Revises: 202611242002
"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

from app.kernel.database.distribution import prepare, scoped, shared

revision = "202611242010"
down_revision: str | None = "202611242002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    prepare()
    op.create_table(
        "work_units",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("credit_code", sa.String(), nullable=False),
        sa.Column("address", sa.String(), nullable=True),
        sa.Column("community_id", sa.Uuid(), nullable=True),
        sa.Column("search_grams", postgresql.ARRAY(sa.Text()), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["community_id"], ["communities.id"], name=op.f("fk_work_units_community_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_work_units")),
    )
    shared("work_units")
    op.create_index(
        op.f("ix_work_units_community_id"), "work_units", ["community_id"], unique=False
    )
    op.create_index(
        "ix_work_units_search", "work_units", ["search_grams"], unique=False, postgresql_using="gin"
    )
    op.create_index("uq_work_units_credit_code", "work_units", ["credit_code"], unique=True)
    op.create_table(
        "party_organizations",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column(
            "kind",
            sa.Enum(
                "work_committee",
                "committee",
                "general_branch",
                "branch",
                "group",
                name="organization_kind",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("parent_id", sa.Uuid(), nullable=True),
        sa.Column("path", postgresql.ARRAY(sa.Uuid()), nullable=False),
        sa.Column("work_unit_id", sa.Uuid(), nullable=True),
        sa.Column("community_id", sa.Uuid(), nullable=True),
        sa.Column("search_grams", postgresql.ARRAY(sa.Text()), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint(
            "(work_unit_id IS NULL) <> (community_id IS NULL)",
            name=op.f("ck_party_organizations_home"),
        ),
        sa.ForeignKeyConstraint(
            ["community_id"], ["communities.id"], name=op.f("fk_party_organizations_community_id")
        ),
        sa.ForeignKeyConstraint(
            ["parent_id"], ["party_organizations.id"], name=op.f("fk_party_organizations_parent_id")
        ),
        sa.ForeignKeyConstraint(
            ["work_unit_id"], ["work_units.id"], name=op.f("fk_party_organizations_work_unit_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_party_organizations")),
    )
    shared("party_organizations")
    op.create_index(
        op.f("ix_party_organizations_community_id"),
        "party_organizations",
        ["community_id"],
        unique=False,
    )
    op.create_index(
        op.f("ix_party_organizations_parent_id"), "party_organizations", ["parent_id"], unique=False
    )
    op.create_index(
        "ix_party_organizations_search",
        "party_organizations",
        ["search_grams"],
        unique=False,
        postgresql_using="gin",
    )
    op.create_index(
        op.f("ix_party_organizations_work_unit_id"),
        "party_organizations",
        ["work_unit_id"],
        unique=False,
    )
    op.create_index(
        "uq_party_organizations_name",
        "party_organizations",
        ["name", "parent_id", "work_unit_id", "community_id"],
        unique=True,
        postgresql_nulls_not_distinct=True,
    )
    op.create_table(
        "organization_communities",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("organization_id", sa.Uuid(), nullable=False),
        sa.Column("community_id", sa.Uuid(), nullable=False),
        sa.ForeignKeyConstraint(
            ["community_id"],
            ["communities.id"],
            name=op.f("fk_organization_communities_community_id"),
        ),
        sa.ForeignKeyConstraint(
            ["organization_id"],
            ["party_organizations.id"],
            name=op.f("fk_organization_communities_organization_id"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_organization_communities")),
    )
    shared("organization_communities")
    op.create_index(
        "uq_organization_communities_once",
        "organization_communities",
        ["organization_id", "community_id"],
        unique=True,
    )
    op.create_table(
        "unit_registrations",
        sa.Column("community_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("organization_id", sa.Uuid(), nullable=False),
        sa.Column("headcount_of_members", sa.Integer(), nullable=False),
        sa.Column("services_offered", sa.String(), nullable=False),
        sa.Column("liaison_name_sealed", sa.LargeBinary(), nullable=False),
        sa.Column("liaison_phone_sealed", sa.LargeBinary(), nullable=False),
        sa.Column(
            "status",
            sa.Enum(
                "submitted",
                "returned",
                "approved",
                "declined",
                "withdrawn",
                "ended",
                name="unit_registration_status",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("number", sa.String(), nullable=True),
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
            "(channel = 'self') = (witness IS NULL)", name=op.f("ck_unit_registrations_witness")
        ),
        sa.CheckConstraint(
            "(status IN ('approved', 'ended')) = (number IS NOT NULL)",
            name=op.f("ck_unit_registrations_number"),
        ),
        sa.CheckConstraint(
            "headcount_of_members > 0", name=op.f("ck_unit_registrations_headcount")
        ),
        sa.ForeignKeyConstraint(
            ["community_id"], ["communities.id"], name=op.f("fk_unit_registrations_community_id")
        ),
        sa.ForeignKeyConstraint(
            ["organization_id"],
            ["party_organizations.id"],
            name=op.f("fk_unit_registrations_organization_id"),
        ),
        sa.PrimaryKeyConstraint("community_id", "id", name=op.f("pk_unit_registrations")),
    )
    scoped("unit_registrations")
    op.create_index(
        "ix_unit_registrations_organization",
        "unit_registrations",
        ["community_id", "organization_id", "id"],
        unique=False,
    )
    op.create_index(
        "ix_unit_registrations_queue",
        "unit_registrations",
        ["community_id", "status", "id"],
        unique=False,
    )
    op.create_index(
        "uq_unit_registrations_live",
        "unit_registrations",
        ["community_id", "organization_id"],
        unique=True,
        postgresql_where=sa.text("status IN ('approved', 'returned', 'submitted')"),
    )


def downgrade() -> None:
    prepare()
    op.drop_table("unit_registrations")
    op.drop_table("organization_communities")
    op.drop_table("party_organizations")
    op.drop_table("work_units")
