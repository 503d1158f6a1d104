"""Activities have an age limit, roles can be closed, and sign-ups are agreed to anew.

Revision ID: 202611290501
Revises: 202611290101
"""

import sqlalchemy as sa
from alembic import op

from app.kernel.database.distribution import prepare
from app.kernel.database.migration_checks import set_check

revision = "202611290501"
down_revision: str | None = "202611290101"
branch_labels = None
depends_on = None

AGES = "'all', 'from_14', 'adults'"


def upgrade() -> None:
    prepare()
    # Constant defaults rewrite no table; versions before, which do not know the columns, need them.
    for table in ("activities", "shifts"):
        op.execute(
            f"ALTER TABLE {table} ADD COLUMN IF NOT EXISTS age varchar(32) DEFAULT 'all' NOT NULL"
        )
    op.execute("ALTER TABLE shifts ADD COLUMN IF NOT EXISTS changed_at timestamptz")
    op.execute(
        "ALTER TABLE shift_roles ADD COLUMN IF NOT EXISTS is_closed boolean DEFAULT false NOT NULL"
    )
    op.execute("ALTER TABLE signups ADD COLUMN IF NOT EXISTS agree_by timestamptz")
    set_check("activities", "ck_activities_age_limit", f"age IN ({AGES})")
    set_check("shifts", "ck_shifts_shift_age_limit", f"age IN ({AGES})")
    with op.get_context().autocommit_block():
        op.create_index(
            "ix_signups_to_agree",
            "signups",
            ["agree_by"],
            postgresql_where=sa.text("agree_by IS NOT NULL"),
            postgresql_concurrently=True,
            if_not_exists=True,
        )
    prepare()
    _limit_high_risks()


def _limit_high_risks() -> None:
    """Open activities of high risk to adults alone."""
    bind = op.get_bind()
    for (here,) in bind.execute(sa.text("SELECT id FROM communities")).all():
        bind.execute(
            sa.text(
                "UPDATE activities AS a SET age = 'adults'"
                " WHERE a.community_id = :here AND a.risk_level = 'high'"
            ),
            {"here": here},
        )
        bind.execute(
            sa.text(
                "UPDATE shifts AS s SET age = 'adults' FROM activities AS a"
                " WHERE s.community_id = :here AND a.community_id = :here"
                " AND a.id = s.activity_id AND a.risk_level = 'high'"
            ),
            {"here": here},
        )


def downgrade() -> None:
    prepare()
    op.drop_index("ix_signups_to_agree", "signups")
    op.drop_column("signups", "agree_by")
    op.drop_column("shift_roles", "is_closed")
    op.drop_column("shifts", "changed_at")
    op.drop_column("shifts", "age")
    op.drop_column("activities", "age")
