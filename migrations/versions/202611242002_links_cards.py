"""Cards and links.

Revision ID: 202611242002
Revises: 202611242001
"""

import sqlalchemy as sa
from alembic import op

from app.kernel.database.distribution import prepare, scoped

revision = "202611242002"
down_revision: str | None = "202611242001"
branch_labels = None
depends_on = None


def upgrade() -> None:
    prepare()
    op.create_table(
        "cards",
        sa.Column("community_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column(
            "kind",
            sa.Enum(
                "activity",
                "topic",
                "ticket",
                name="card_kind",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("status", sa.String(), nullable=False),
        sa.Column("is_public", sa.Boolean(), nullable=False),
        sa.ForeignKeyConstraint(
            ["community_id"], ["communities.id"], name=op.f("fk_cards_community_id")
        ),
        sa.PrimaryKeyConstraint("community_id", "id", name=op.f("pk_cards")),
    )
    scoped("cards")
    op.create_table(
        "links",
        sa.Column("community_id", sa.Uuid(), nullable=False),
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column(
            "kind",
            sa.Enum(
                "led_to",
                "related",
                name="link_kind",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("from_id", sa.Uuid(), nullable=False),
        sa.Column("to_id", sa.Uuid(), nullable=False),
        sa.Column("made_by", sa.Uuid(), nullable=False),
        sa.Column("made_at", sa.DateTime(timezone=True), nullable=False),
        sa.CheckConstraint("from_id <> to_id", name=op.f("ck_links_two")),
        sa.ForeignKeyConstraint(
            ["community_id", "from_id"],
            ["cards.community_id", "cards.id"],
            name=op.f("fk_links_community_id_from_id"),
        ),
        sa.ForeignKeyConstraint(
            ["community_id", "to_id"],
            ["cards.community_id", "cards.id"],
            name=op.f("fk_links_community_id_to_id"),
        ),
        sa.ForeignKeyConstraint(
            ["community_id"], ["communities.id"], name=op.f("fk_links_community_id")
        ),
        sa.PrimaryKeyConstraint("community_id", "id", name=op.f("pk_links")),
    )
    scoped("links")
    op.create_index("ix_links_to", "links", ["community_id", "to_id"], unique=False)
    op.create_index("uq_links_pair", "links", ["community_id", "from_id", "to_id"], unique=True)


def downgrade() -> None:
    prepare()
    op.drop_table("links")
    op.drop_table("cards")
