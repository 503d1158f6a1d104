"""Topics and ballots name a place, and topics what was decided; households are told once that they
have voted. A ballot may say that it would be one of owners, which is refused in words.

Revision ID: 202611290600
Revises: 202611290702
"""

import sqlalchemy as sa
from alembic import op

from app.kernel.database.distribution import prepare
from app.kernel.database.migration_checks import drop_check, set_check

revision = "202611290600"
down_revision: str | None = "202611290702"
branch_labels = None
depends_on = None

OUTCOMES = "outcome IN ('adopted', 'rejected')"
EFFECTS = "legal_effect IN ('advisory', 'residents_resolution', 'owners_resolution')"
FORMER_EFFECTS = "legal_effect IN ('advisory', 'residents_resolution')"


def upgrade() -> None:
    prepare()
    op.add_column("topics", sa.Column("outcome", sa.String(32), nullable=True), if_not_exists=True)
    op.execute(
        "ALTER TABLE electoral_roll ADD COLUMN IF NOT EXISTS is_told boolean NOT NULL DEFAULT false"
    )
    for table in ("topics", "ballots"):
        op.add_column(table, sa.Column("place_id", sa.Uuid(), nullable=True), if_not_exists=True)
        name = f"fk_{table}_community_id_place_id"
        op.execute(f"ALTER TABLE {table} DROP CONSTRAINT IF EXISTS {name}")
        op.create_foreign_key(
            op.f(name),
            *(table, "places"),
            *(["community_id", "place_id"], ["community_id", "id"]),
        )
    set_check("topics", "ck_topics_topic_outcome", OUTCOMES)
    set_check("ballots", "ck_ballots_legal_effect", EFFECTS)


def downgrade() -> None:
    prepare()
    set_check("ballots", "ck_ballots_legal_effect", FORMER_EFFECTS)
    drop_check("topics", "ck_topics_topic_outcome")
    for table in ("topics", "ballots"):
        op.drop_constraint(f"fk_{table}_community_id_place_id", table, type_="foreignkey")
        op.drop_column(table, "place_id")
    op.drop_column("electoral_roll", "is_told")
    op.drop_column("topics", "outcome")
