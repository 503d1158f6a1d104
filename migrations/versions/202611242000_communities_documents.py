"""Numbered documents.

Revision ID: 202611242000
Revises: 202611241905
"""

import sqlalchemy as sa
from alembic import op

from app.kernel.database.distribution import prepare, scoped

revision = "202611242000"
down_revision: str | None = "202611241905"
branch_labels = None
depends_on = None


def upgrade() -> None:
    prepare()
    op.create_table(
        "number_counters",
        sa.Column("community_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("last", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["community_id"], ["communities.id"], name=op.f("fk_number_counters_community_id")
        ),
        sa.PrimaryKeyConstraint("community_id", "id", name=op.f("pk_number_counters")),
    )
    scoped("number_counters")
    op.create_table(
        "numbered_documents",
        sa.Column("community_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("number", sa.String(), nullable=False),
        sa.Column(
            "kind",
            sa.Enum(
                "unit_registration",
                "member_receipt",
                "ticket",
                name="document_kind",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("subject_id", sa.Uuid(), nullable=False),
        sa.Column("issued_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("revoked_at", sa.DateTime(timezone=True), nullable=True),
        sa.ForeignKeyConstraint(
            ["community_id"], ["communities.id"], name=op.f("fk_numbered_documents_community_id")
        ),
        sa.PrimaryKeyConstraint("community_id", "id", name=op.f("pk_numbered_documents")),
    )
    scoped("numbered_documents")
    op.create_index(
        "ix_numbered_documents_subject",
        "numbered_documents",
        ["community_id", "subject_id"],
        unique=False,
    )
    op.create_index(
        "uq_numbered_documents_number",
        "numbered_documents",
        ["community_id", "number"],
        unique=True,
    )


def downgrade() -> None:
    prepare()
    op.drop_table("numbered_documents")
    op.drop_table("number_counters")
