"""Claim codes: a person whom the desk has entered takes over the row.

Revision ID: 202611290302
Revises: 202611290703
"""

import sqlalchemy as sa
from alembic import op

from app.kernel.database.distribution import prepare, scoped
from app.kernel.database.migration_columns import community_columns

revision = "202611290302"
down_revision: str | None = "202611290703"
branch_labels = None
depends_on = None


def upgrade() -> None:
    prepare()
    op.create_table(
        "claim_codes",
        *community_columns("claim_codes"),
        sa.Column("participant_id", sa.Uuid(), nullable=False),
        sa.Column("code_digest", sa.LargeBinary(), nullable=False),
        sa.Column("issued_by", sa.Uuid(), nullable=False),
        sa.Column("issued_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("expires_at", sa.DateTime(timezone=True), nullable=False),
    )
    scoped("claim_codes")
    op.create_foreign_key(
        op.f("fk_claim_codes_community_id_participant_id"),
        *("claim_codes", "participants"),
        *(["community_id", "participant_id"], ["community_id", "id"]),
    )
    one = ("participant_id", "uq_claim_codes_participant"), ("code_digest", "uq_claim_codes_code")
    for column, name in one:
        op.create_index(name, "claim_codes", ["community_id", column], unique=True)
    op.create_index("ix_claim_codes_expires_at", "claim_codes", ["expires_at"])


def downgrade() -> None:
    prepare()
    op.drop_table("claim_codes")
