"""Activities may name the place to which they are addressed.

Revision ID: 202611290503
Revises: 202611290401
"""

import sqlalchemy as sa
from alembic import op

from app.kernel.database.distribution import prepare

revision = "202611290503"
down_revision: str | None = "202611290401"
branch_labels = None
depends_on = None

NAME = "fk_activities_community_id_place_id"


def upgrade() -> None:
    prepare()
    op.add_column("activities", sa.Column("place_id", sa.Uuid(), nullable=True), if_not_exists=True)
    op.execute(f"ALTER TABLE activities DROP CONSTRAINT IF EXISTS {NAME}")
    op.create_foreign_key(
        op.f(NAME),
        *("activities", "places"),
        *(["community_id", "place_id"], ["community_id", "id"]),
    )


def downgrade() -> None:
    prepare()
    op.drop_constraint(NAME, "activities", type_="foreignkey")
    op.drop_column("activities", "place_id")
