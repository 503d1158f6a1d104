"""Grants that take two persons: proposals, and who has confirmed a grant.

Revision ID: 202611280704
Revises: 202611280200
"""

import sqlalchemy as sa
from alembic import op

from app.kernel.database.distribution import prepare, user_scoped
from app.kernel.database.migration_columns import enum_column, user_columns

revision = "202611280704"
down_revision: str | None = "202611280200"
branch_labels = None
depends_on = None

ROLES = (
    *("party_admin", "handler", "grid_worker", "community_worker", "community_admin"),
    *("subdistrict_admin", "district_admin", "unit_liaison", "auditor", "platform_admin"),
)


def upgrade() -> None:
    prepare()
    op.create_table(
        "grant_proposals",
        *user_columns("grant_proposals"),
        enum_column("role", ROLES, check="role"),
        enum_column(
            "scope_kind", ("platform", "region", "place", "organization"), check="scope_kind"
        ),
        sa.Column("scope_id", sa.Uuid(), nullable=False),
        sa.Column("community_id", sa.Uuid(), nullable=True),
        sa.Column("valid_from", sa.DateTime(timezone=True), nullable=True),
        sa.Column("valid_to", sa.DateTime(timezone=True), nullable=True),
        sa.Column("letter_number", sa.String(), nullable=True),
        enum_column("status", ("proposed", "confirmed", "declined"), check="grant_proposal_status"),
        sa.Column("proposed_by", sa.Uuid(), nullable=False),
        sa.Column("proposed_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("decided_by", sa.Uuid(), nullable=True),
        sa.Column("decided_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["community_id"], ["communities.id"], name=op.f("fk_grant_proposals_community_id")
        ),
        sa.CheckConstraint(
            "(scope_kind = 'place') = (community_id IS NOT NULL)",
            name=op.f("ck_grant_proposals_place"),
        ),
    )
    user_scoped("grant_proposals")
    op.create_index("ix_grant_proposals_scope", "grant_proposals", ["scope_id"], unique=False)
    op.create_index(
        "uq_grant_proposals_open",
        "grant_proposals",
        ["user_id", "role", "scope_id"],
        unique=True,
        postgresql_where=sa.text("status = 'proposed'"),
    )
    op.add_column("role_grants", sa.Column("confirmed_by", sa.Uuid(), nullable=True))


def downgrade() -> None:
    prepare()
    op.drop_column("role_grants", "confirmed_by")
    op.drop_table("grant_proposals")
