"""Places that come free are offered to the next in line.

Revision ID: 202611300601
Revises: 202611300401
"""

import sqlalchemy as sa
from alembic import op

from app.kernel.database.distribution import prepare
from app.kernel.database.migration_checks import drop_check, set_check

revision = "202611300601"
down_revision: str | None = "202611300401"
branch_labels = None
depends_on = None

STATES = (
    "'pending_review', 'waitlisted', 'offered', 'confirmed', 'declined', 'rejected', 'lapsed',"
    " 'withdrawn', 'cancelled'"
)
FORMER_STATES = STATES.replace(" 'offered',", "").replace(" 'declined',", "")
LIVE = "'confirmed', 'pending_review', 'waitlisted'"
LIVE_INDEX = ["community_id", "participant_id", "shift_id"]


def upgrade() -> None:
    prepare()
    # Constant defaults rewrite no table; versions before, which do not know the columns, need them.
    for table in ("activities", "shifts"):
        op.execute(
            f"ALTER TABLE {table} ADD COLUMN IF NOT EXISTS offer_hours integer DEFAULT 2 NOT NULL"
        )
    op.execute("ALTER TABLE shifts ADD COLUMN IF NOT EXISTS offers_lapse_at timestamptz")
    op.execute("ALTER TABLE signups ADD COLUMN IF NOT EXISTS offer_expires_at timestamptz")
    set_check("activities", "ck_activities_offer_hours", "offer_hours BETWEEN 1 AND 72")
    set_check("signups", "ck_signups_signup_status", f"status IN ({STATES})")
    set_check(
        "signups",
        "ck_signups_queue",
        "position IS NOT NULL OR status NOT IN ('waitlisted', 'offered')",
    )
    set_check(
        "signups", "ck_signups_offer", "(status = 'offered') = (offer_expires_at IS NOT NULL)"
    )
    with op.get_context().autocommit_block():
        op.create_index(
            "ix_shifts_offers",
            "shifts",
            ["offers_lapse_at"],
            postgresql_where=sa.text("offers_lapse_at IS NOT NULL"),
            postgresql_concurrently=True,
            if_not_exists=True,
        )
        _replace_live_index(
            "uq_signups_one_live", LIVE.replace(",", ", 'offered',", 1), "uq_signups_live"
        )
    prepare()


def _replace_live_index(name: str, states: str, former: str) -> None:
    """Makes the index of this name before the former one goes: nobody is on a shift twice."""
    op.create_index(
        name,
        "signups",
        LIVE_INDEX,
        unique=True,
        postgresql_where=sa.text(f"status IN ({states})"),
        postgresql_concurrently=True,
        if_not_exists=True,
    )
    op.drop_index(former, "signups", postgresql_concurrently=True, if_exists=True)


def downgrade() -> None:
    prepare()
    _end_offers()
    with op.get_context().autocommit_block():
        _replace_live_index("uq_signups_live", LIVE, "uq_signups_one_live")
    prepare()
    op.drop_index("ix_shifts_offers", "shifts")
    drop_check("signups", "ck_signups_offer")
    set_check("signups", "ck_signups_signup_status", f"status IN ({FORMER_STATES})")
    set_check("signups", "ck_signups_queue", "position IS NOT NULL OR status <> 'waitlisted'")
    op.drop_column("signups", "offer_expires_at")
    op.drop_column("shifts", "offers_lapse_at")
    op.drop_column("shifts", "offer_hours")
    op.drop_column("activities", "offer_hours")


def _end_offers() -> None:
    """Gives offered places to whom they are offered, as they were given without offers; who has
    declined has withdrawn."""
    bind = op.get_bind()
    for (here,) in bind.execute(sa.text("SELECT id FROM communities")).all():
        bind.execute(
            sa.text(
                "UPDATE signups AS g SET status = 'confirmed', offer_expires_at = NULL,"
                " confirmed_at = now() WHERE g.community_id = :here AND g.status = 'offered'"
            ),
            {"here": here},
        )
        bind.execute(
            sa.text(
                "UPDATE signups AS g SET status = 'withdrawn', withdrawn_at = now()"
                " WHERE g.community_id = :here AND g.status = 'declined'"
            ),
            {"here": here},
        )
