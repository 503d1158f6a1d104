"""Reasons and the names of witnesses are sealed.

Revision ID: 202611280320
Revises: 202611280210
"""

import sqlalchemy as sa
from alembic import op

from app.kernel.database.distribution import prepare
from app.kernel.database.migration_checks import drop_check, set_check
from app.kernel.database.migration_sealing import open_column, seal_column

revision = "202611280320"
down_revision: str | None = "202611280210"
branch_labels = None
depends_on = None

ENTERED = (
    "participants",
    "residence_claims",
    "signups",
    "unit_registrations",
    "post_claims",
    "topics",
    "topic_seconds",
    "opinions",
    "endorsements",
    "tickets",
    "ticket_entries",
    "ticket_ratings",
)
"""Tables of rows that the desk may enter."""
REASONS = (
    ("residence_claims", "reason"),
    ("signups", "reason"),
    ("post_claims", "reason"),
    ("unit_registrations", "reason"),
    ("unit_registrations", "end_reason"),
)


def upgrade() -> None:
    prepare()
    for table in ENTERED:
        seal(table, "witness")
        rule = "(channel = 'self') = (witness_sealed IS NULL)"
        set_check(table, f"ck_{table}_witness", rule)
    for table, column in REASONS:
        seal(table, column)
    for table, column in every_column():
        op.drop_column(table, column)


def downgrade() -> None:
    prepare()
    for table, column in every_column():
        op.add_column(table, sa.Column(column, sa.String(), nullable=True), if_not_exists=True)
        open_column(table, column, f"{column}_sealed")
    for table in ENTERED:
        set_check(table, f"ck_{table}_witness", "(channel = 'self') = (witness IS NULL)")
    for table, column in every_column():
        op.drop_column(table, f"{column}_sealed")


def every_column() -> list[tuple[str, str]]:
    return [*((table, "witness") for table in ENTERED), *REASONS]


def seal(table: str, column: str) -> None:
    """Add the sealed column beside the clear one, which the caller drops when no rule names it."""
    sealed = sa.Column(f"{column}_sealed", sa.LargeBinary(), nullable=True)
    op.add_column(table, sealed, if_not_exists=True)
    if column == "witness":
        drop_check(table, f"ck_{table}_witness")
    seal_column(table, column, f"{column}_sealed")
