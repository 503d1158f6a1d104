"""Regions, communities and the platform's own, users; the role that serves.

Revision ID: 202611241900
Revises:
"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

from app.kernel.database.columns import PLATFORM
from app.kernel.database.distribution import prepare, shared
from app.kernel.database.migrations import GRANTS

revision = "202611241900"
down_revision: str | None = None
branch_labels = None
depends_on = None


def upgrade() -> None:
    prepare()
    op.execute(GRANTS)
    op.create_table(
        "regions",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("code", sa.String(), nullable=False),
        sa.Column(
            "kind",
            sa.Enum(
                "province",
                "city",
                "district",
                "subdistrict",
                "community",
                name="region_kind",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("parent_id", sa.Uuid(), nullable=True),
        sa.Column("path", postgresql.ARRAY(sa.Uuid()), nullable=False),
        sa.Column("valid_from", sa.Date(), nullable=False),
        sa.Column("valid_to", sa.Date(), nullable=True),
        sa.CheckConstraint("code ~ '^[0-9]{12}$'", name=op.f("ck_regions_code")),
        sa.ForeignKeyConstraint(["parent_id"], ["regions.id"], name=op.f("fk_regions_parent_id")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_regions")),
    )
    shared("regions")
    op.create_index(op.f("ix_regions_parent_id"), "regions", ["parent_id"], unique=False)
    op.create_index("uq_regions_code", "regions", ["code", "valid_from"], unique=True)
    op.create_table(
        "users",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column(
            "status",
            sa.Enum(
                "active",
                "blocked",
                name="user_status",
                native_enum=False,
                create_constraint=True,
                length=32,
            ),
            nullable=False,
        ),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.Column(
            "locale",
            sa.Enum(
                "zh", "en", name="locale", native_enum=False, create_constraint=True, length=32
            ),
            nullable=False,
        ),
        sa.Column("nickname", sa.String(), nullable=True),
        sa.Column("phone_sealed", sa.LargeBinary(), nullable=True),
        sa.Column("phone_index", sa.LargeBinary(), nullable=True),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_users")),
    )
    shared("users")
    op.create_index("uq_users_phone", "users", ["phone_index"], unique=True)
    op.create_table(
        "communities",
        sa.Column("id", sa.Uuid(), nullable=False),
        sa.Column("region_id", sa.Uuid(), nullable=True),
        sa.Column("region_path", postgresql.ARRAY(sa.Uuid()), nullable=False),
        sa.Column("short_number", sa.Integer(), nullable=False),
        sa.Column("name", sa.String(), nullable=False),
        sa.Column("address", sa.String(), nullable=True),
        sa.Column("gcj02_longitude", sa.Double(), nullable=True),
        sa.Column("gcj02_latitude", sa.Double(), nullable=True),
        sa.Column("search_grams", postgresql.ARRAY(sa.Text()), nullable=False),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["region_id"], ["regions.id"], name=op.f("fk_communities_region_id")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_communities")),
    )
    shared("communities")
    op.create_index(op.f("ix_communities_region_id"), "communities", ["region_id"], unique=False)
    op.create_index(
        "ix_communities_search",
        "communities",
        ["search_grams"],
        unique=False,
        postgresql_using="gin",
    )
    op.create_index("uq_communities_short_number", "communities", ["short_number"], unique=True)
    op.execute(
        sa.text(
            "INSERT INTO communities (id, region_path, short_number, name, search_grams, version)"
            " VALUES (:id, '{}', 0, 'Linli', '{}', 1)"
        ).bindparams(id=PLATFORM)
    )


def downgrade() -> None:
    prepare()
    op.drop_table("communities")
    op.drop_table("users")
    op.drop_table("regions")
