"""Posts state their risk, insurance, place and days.

Revision ID: 202611290702
Revises: 202611290701
"""

from typing import Any

import sqlalchemy as sa
from alembic import op
from sqlalchemy.schema import conv

from app.kernel.database.distribution import prepare
from app.kernel.database.migration_checks import set_check
from app.kernel.database.migration_columns import enum_column

revision = "202611290702"
down_revision: str | None = "202611290701"
branch_labels = None
depends_on = None

NEW = ("risk_level", "risk_statement", "is_insured", "place_id", "from_on", "until_on")


def upgrade() -> None:
    prepare()
    risk = enum_column("risk_level", ("low", "medium", "high"), check="post_risk")
    risk.server_default = sa.DefaultClause("low")
    columns: list[sa.Column[Any]] = [
        risk,
        sa.Column("risk_statement", sa.String(), nullable=False, server_default=""),
        sa.Column("is_insured", sa.Boolean(), nullable=False, server_default=sa.false()),
        sa.Column("place_id", sa.Uuid(), nullable=True),
        sa.Column("from_on", sa.Date(), nullable=True),
        sa.Column("until_on", sa.Date(), nullable=True),
    ]
    for column in columns:
        op.add_column("posts", column)
    for name in ("risk_level", "risk_statement", "is_insured"):
        op.alter_column("posts", name, server_default=None)
    op.create_foreign_key(
        conv("fk_posts_community_id_place_id"),
        "posts",
        "places",
        ["community_id", "place_id"],
        ["community_id", "id"],
    )
    set_check("posts", "ck_posts_days", "from_on <= until_on")


def downgrade() -> None:
    prepare()
    for name in reversed(NEW):
        op.drop_column("posts", name)
