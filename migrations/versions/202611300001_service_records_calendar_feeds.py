"""Calendar feeds; occasions show the address of their activity.

Revision ID: 202611300001
Revises: 202611300801
"""

import sqlalchemy as sa
from alembic import op

from app.kernel.database.distribution import prepare, user_scoped
from app.kernel.database.migration_columns import user_columns

revision = "202611300001"
down_revision: str | None = "202611300801"
branch_labels = None
depends_on = None

OF_ACTIVITIES = """
UPDATE occasions AS o SET address = a.address
FROM shifts s JOIN activities a ON a.community_id = s.community_id AND a.id = s.activity_id
WHERE o.community_id = s.community_id AND o.id = s.id AND o.status = 'open'
"""


def upgrade() -> None:
    prepare()
    op.add_column("occasions", sa.Column("address", sa.String(), nullable=False, server_default=""))
    op.execute(OF_ACTIVITIES)
    op.create_table(
        "calendar_feeds",
        *user_columns("calendar_feeds"),
        sa.Column("secret_hash", sa.LargeBinary(), nullable=False),
        sa.Column("created_at", sa.DateTime(timezone=True), nullable=False),
    )
    user_scoped("calendar_feeds")


def downgrade() -> None:
    prepare()
    op.drop_table("calendar_feeds")
    op.drop_column("occasions", "address")
