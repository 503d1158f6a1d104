"""Units may hand in their list of members, sealed as one value.

Revision ID: 202611290704
Revises: 202611290601
"""

import sqlalchemy as sa
from alembic import op

from app.kernel.database.distribution import prepare, shared
from app.kernel.database.migration_columns import shared_columns

revision = "202611290704"
down_revision: str | None = "202611290601"
branch_labels = None
depends_on = None


def upgrade() -> None:
    prepare()
    op.create_table(
        "unit_member_lists",
        *shared_columns("unit_member_lists"),
        sa.Column("members_sealed", sa.LargeBinary(), nullable=False),
        sa.Column("replaced_by", sa.Uuid(), nullable=False),
        sa.Column("replaced_at", sa.DateTime(timezone=True), nullable=False),
        sa.ForeignKeyConstraint(["id"], ["party_organizations.id"]),
    )
    shared("unit_member_lists")


def downgrade() -> None:
    prepare()
    op.drop_table("unit_member_lists")
