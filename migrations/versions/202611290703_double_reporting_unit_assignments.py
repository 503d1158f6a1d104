"""Units are assigned to communities, and register on one of two grounds.

Revision ID: 202611290703
Revises: 202611290801
"""

import sqlalchemy as sa
from alembic import op

from app.kernel.database.distribution import prepare, scoped
from app.kernel.database.migration_columns import community_columns, enum_column

revision = "202611290703"
down_revision: str | None = "202611290801"
branch_labels = None
depends_on = None


def upgrade() -> None:
    prepare()
    op.create_table(
        "unit_assignments",
        *community_columns("unit_assignments"),
        sa.Column("organization_id", sa.Uuid(), nullable=False),
        sa.Column("reason_sealed", sa.LargeBinary(), nullable=False),
        sa.Column("assigned_by", sa.Uuid(), nullable=False),
        sa.Column("assigned_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(["organization_id"], ["party_organizations.id"]),
    )
    scoped("unit_assignments")
    op.create_index(
        "uq_unit_assignments_live",
        "unit_assignments",
        ["community_id", "organization_id"],
        unique=True,
        postgresql_where=sa.text("ended_at IS NULL"),
    )
    op.create_index("ix_unit_assignments_list", "unit_assignments", ["community_id", "id"])
    basis = enum_column("basis", ("sits_here", "assigned"), check="unit_basis")
    basis.server_default = sa.DefaultClause("sits_here")
    op.add_column("unit_registrations", basis)
    op.alter_column("unit_registrations", "basis", server_default=None)


def downgrade() -> None:
    prepare()
    op.drop_column("unit_registrations", "basis")
    op.drop_table("unit_assignments")
