"""Equipment of administrators' accounts: who created, equipped and empowered them, and when.

Revision ID: 202611280701
Revises: 202611272200
"""

import sqlalchemy as sa
from alembic import op

from app.kernel.database.distribution import prepare, user_scoped
from app.kernel.database.migration_columns import enum_column, user_columns

revision = "202611280701"
down_revision: str | None = "202611272200"
branch_labels = None
depends_on = None

FROM_AUDIT = """
INSERT INTO equipments (user_id, id, by_id, kind, at)
SELECT a.user_id, gen_random_uuid(), e.actor_id,
       CASE e.action WHEN 'administrator.created' THEN 'created' ELSE 'link' END, e.at
FROM audit_entries e
JOIN administrators a ON a.id = e.subject_id
WHERE e.action IN ('administrator.created', 'administrator.second_factor_given')
"""
FROM_GRANTS = """
INSERT INTO equipments (user_id, id, by_id, kind, at)
SELECT user_id, gen_random_uuid(), granted_by, 'granted', valid_from
FROM role_grants
WHERE granted_by <> user_id AND granted_by <> '00000000-0000-0000-0000-000000000000'
"""


def upgrade() -> None:
    prepare()
    op.create_table(
        "equipments",
        *user_columns("equipments"),
        sa.Column("by_id", sa.Uuid(), nullable=False),
        enum_column("kind", ("created", "link", "granted"), check="equipment_kind"),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
    )
    user_scoped("equipments")
    op.create_index(op.f("ix_equipments_at"), "equipments", ["at"], unique=False)
    op.execute(FROM_AUDIT)
    op.execute(FROM_GRANTS)


def downgrade() -> None:
    prepare()
    op.drop_table("equipments")
