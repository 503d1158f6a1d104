"""Tables of the audit: sealed contents of entries, their chain, and its heads.

Revision ID: 202611280600
Revises: 202611280020
"""

import sqlalchemy as sa
from alembic import op

from app.kernel.database.distribution import prepare, scoped
from app.kernel.database.migration_columns import community_columns
from app.kernel.database.migration_grants import insert_only, no_delete

revision = "202611280600"
down_revision: str | None = "202611280020"
branch_labels = None
depends_on = None


def upgrade() -> None:
    prepare()
    op.create_table(
        "audit_contents",
        *community_columns("audit_contents"),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("is_chained", sa.Boolean(), nullable=False),
        sa.Column("about_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("about_index", sa.LargeBinary(), nullable=True),
        sa.Column("about_index_even", sa.LargeBinary(), nullable=True),
        sa.Column("content_sealed", sa.LargeBinary(), nullable=True),
    )
    scoped("audit_contents")
    op.create_index(
        "ix_audit_contents_unchained",
        "audit_contents",
        ["community_id", "at", "id"],
        postgresql_where=sa.text("NOT is_chained"),
    )
    for index, column in (
        ("ix_audit_contents_about", "about_index"),
        ("ix_audit_contents_about_even", "about_index_even"),
    ):
        op.create_index(
            index,
            "audit_contents",
            ["community_id", column],
            postgresql_where=sa.text(f"{column} IS NOT NULL"),
        )
    op.create_table(
        "audit_chain",
        *community_columns("audit_chain"),
        sa.Column("number", sa.BigInteger(), nullable=False),
        sa.Column("hash", sa.LargeBinary(), nullable=False),
    )
    scoped("audit_chain")
    op.create_index("uq_audit_chain_number", "audit_chain", ["community_id", "number"], unique=True)
    op.create_table(
        "audit_heads",
        *community_columns("audit_heads"),
        sa.Column("number", sa.BigInteger(), nullable=False),
        sa.Column("hash", sa.LargeBinary(), nullable=False),
    )
    scoped("audit_heads")
    insert_only("audit_chain")
    no_delete("audit_contents")
    no_delete("audit_heads")
    op.add_column("audit_entries", sa.Column("content_hash", sa.LargeBinary(), nullable=True))


def downgrade() -> None:
    prepare()
    op.drop_column("audit_entries", "content_hash")
    op.drop_table("audit_heads")
    op.drop_table("audit_chain")
    op.drop_table("audit_contents")
