"""Seconds that the desk has entered count when another person has confirmed them. Those of topics
that are still open wait for it.

Revision ID: 202611280412
Revises: 202611280704
"""

import sqlalchemy as sa
from alembic import op

from app.kernel.database.distribution import prepare
from app.kernel.database.migration_checks import drop_check, set_check

revision = "202611280412"
down_revision: str | None = "202611280704"
branch_labels = None
depends_on = None

UNCONFIRMED = "channel <> 'self' AND confirmed_at IS NULL"
RECOUNT = """
UPDATE topics AS t SET seconds = (
    SELECT count(*) FROM topic_seconds AS s
    WHERE s.community_id = t.community_id AND s.topic_id = t.id AND {counted}
) WHERE t.community_id = :here AND t.status = 'open'
"""


def upgrade() -> None:
    prepare()
    op.execute("ALTER TABLE topic_seconds ADD COLUMN IF NOT EXISTS confirmed_by uuid")
    op.execute("ALTER TABLE topic_seconds ADD COLUMN IF NOT EXISTS confirmed_at timestamptz")
    set_check(
        "topic_seconds",
        "ck_topic_seconds_confirmed",
        "(confirmed_by IS NULL) = (confirmed_at IS NULL)"
        " AND (channel <> 'self' OR confirmed_by IS NULL)",
    )
    op.create_index(
        "ix_topic_seconds_unconfirmed",
        "topic_seconds",
        ["community_id", "topic_id", "id"],
        postgresql_where=sa.text(UNCONFIRMED),
    )
    _recount("(s.channel = 'self' OR s.confirmed_at IS NOT NULL)")


def downgrade() -> None:
    prepare()
    _recount("true")
    op.drop_index("ix_topic_seconds_unconfirmed", "topic_seconds")
    drop_check("topic_seconds", "ck_topic_seconds_confirmed")
    op.drop_column("topic_seconds", "confirmed_at")
    op.drop_column("topic_seconds", "confirmed_by")


def _recount(counted: str) -> None:
    bind = op.get_bind()
    statement = sa.text(RECOUNT.format(counted=counted))
    for here in bind.execute(sa.text("SELECT DISTINCT community_id FROM topics")).all():
        bind.execute(statement, {"here": here[0]})
