"""Facts that do not look as usual are noted while service entries are recorded.

Revision ID: 202611300303
Revises: 202611300502
"""

import sqlalchemy as sa
from alembic import op

from app.kernel.database.distribution import prepare, scoped
from app.kernel.database.migration_columns import community_columns, enum_column

revision = "202611300303"
down_revision: str | None = "202611300502"
branch_labels = None
depends_on = None

KINDS = (
    *("back_dated", "same_second", "outside_occasion", "two_places", "long_day", "same_few"),
    *("clock_doubt", "closed_by_sweep"),
)


def upgrade() -> None:
    prepare()
    op.create_table(
        "service_anomalies",
        *community_columns("service_anomalies"),
        enum_column("kind", KINDS, check="anomaly_kind"),
        sa.Column("subject_id", sa.Uuid(), nullable=False),
        sa.Column("occasion_id", sa.Uuid(), nullable=False),
        sa.Column("participant_id", sa.Uuid(), nullable=True),
        sa.Column("number", sa.Integer(), nullable=False),
        sa.Column("noted_at", sa.DateTime(timezone=True), nullable=False),
        _within("occasions", "occasion_id"),
        _within("participants", "participant_id"),
    )
    scoped("service_anomalies")
    op.create_index(
        "uq_service_anomalies_once",
        "service_anomalies",
        ["community_id", "kind", "subject_id"],
        unique=True,
    )
    op.create_index(
        "ix_service_anomalies_list", "service_anomalies", ["community_id", "kind", "id"]
    )
    op.create_index("ix_service_anomalies_noted_at", "service_anomalies", ["noted_at"])
    op.create_index(
        "ix_attendances_confirmer",
        "attendances",
        ["community_id", "checked_in_by", "id"],
        postgresql_where=sa.text("checked_in_by IS NOT NULL"),
    )


def _within(target: str, column: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        ["community_id", column], [f"{target}.community_id", f"{target}.id"]
    )


def downgrade() -> None:
    prepare()
    op.drop_index("ix_attendances_confirmer", "attendances")
    op.drop_table("service_anomalies")
