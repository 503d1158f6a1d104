"""Residents who serve on a post may ask to leave it.

Revision ID: 202611300800
Revises: 202611300101
"""

import sqlalchemy as sa
from alembic import op

from app.kernel.database.distribution import prepare
from app.kernel.database.migration_checks import set_check

revision = "202611300800"
down_revision: str | None = "202611300101"
branch_labels = None
depends_on = None

STATUS = "ck_post_claims_post_claim_status"
FORMER = ("applied", "approved", "serving", "completed", "rejected", "withdrawn")
STATES = ("applied", "approved", "serving", "leaving", "completed", "rejected", "withdrawn")


def upgrade() -> None:
    prepare()
    op.add_column(
        "post_claims", sa.Column("leave_asked_at", sa.DateTime(timezone=True), nullable=True)
    )
    op.add_column("post_claims", sa.Column("leave_reason_sealed", sa.LargeBinary(), nullable=True))
    set_check("post_claims", STATUS, _one_of(STATES))
    _index("applied", "approved", "leaving", "serving")
    _index_serving("leaving", "serving")


def downgrade() -> None:
    prepare()
    # An earlier version knows no wish to leave: who has one serves on, and is asked in person.
    for here in op.get_bind().scalars(sa.text("SELECT id FROM communities")).all():
        op.get_bind().execute(
            sa.text(
                "UPDATE post_claims SET status = 'serving'"
                " WHERE post_claims.community_id = :here AND status = 'leaving'"
            ),
            {"here": here},
        )
    _index("applied", "approved", "serving")
    _index_serving("serving")
    set_check("post_claims", STATUS, _one_of(FORMER))
    op.drop_column("post_claims", "leave_reason_sealed")
    op.drop_column("post_claims", "leave_asked_at")


def _one_of(values: tuple[str, ...]) -> str:
    return "status IN ('" + "', '".join(values) + "')"


def _index(*states: str) -> None:
    op.drop_index("uq_post_claims_live", table_name="post_claims")
    op.create_index(
        "uq_post_claims_live",
        "post_claims",
        ["community_id", "participant_id", "post_id"],
        unique=True,
        postgresql_where=sa.text(_one_of(states)),
    )


def _index_serving(*states: str) -> None:
    op.drop_index("ix_post_claims_serving", table_name="post_claims")
    op.create_index(
        "ix_post_claims_serving",
        "post_claims",
        ["community_id", "post_id"],
        postgresql_where=sa.text(_one_of(states)),
    )
