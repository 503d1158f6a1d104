"""Opinions wait until they are read, and can be reported. Those that are shown stay shown.

Revision ID: 202611290502
Revises: 202611290704
"""

import sqlalchemy as sa
from alembic import op

from app.kernel.database.distribution import prepare, scoped
from app.kernel.database.migration_checks import drop_check, set_check
from app.kernel.database.migration_columns import community_columns

revision = "202611290502"
down_revision: str | None = "202611290704"
branch_labels = None
depends_on = None

STATES = "'in_review', 'passed', 'refused', 'hidden', 'withdrawn'"
FORMER_STATES = "'shown', 'hidden', 'withdrawn'"
SEALED = "(text IS NULL) = (text_sealed IS NOT NULL)"


def upgrade() -> None:
    prepare()
    op.execute("ALTER TABLE opinions ADD COLUMN IF NOT EXISTS reports integer DEFAULT 0 NOT NULL")
    _drop_checks()
    _rename({"shown": "passed"})
    set_check("opinions", "ck_opinions_opinion_status", f"status IN ({STATES})")
    set_check(
        "opinions",
        "ck_opinions_hidden",
        "(status IN ('hidden', 'refused')) <= (hidden_reason_sealed IS NOT NULL)",
    )
    set_check(
        "opinions", "ck_opinions_withheld", f"(status = 'passed') = (text IS NOT NULL) AND {SEALED}"
    )
    op.create_index(
        "ix_opinions_to_read",
        "opinions",
        ["community_id", "id"],
        postgresql_where=sa.text("status = 'in_review' OR reports > 0"),
    )
    op.create_table(
        "opinion_reports",
        *community_columns("opinion_reports"),
        sa.Column("opinion_id", sa.Uuid(), nullable=False),
        sa.Column("participant_id", sa.Uuid(), nullable=False),
        sa.Column("reason_sealed", sa.LargeBinary(), nullable=False),
        sa.Column("at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("entered_by", sa.Uuid(), nullable=False),
        sa.Column("channel", sa.String(length=32), nullable=False),
        sa.Column("witness_sealed", sa.LargeBinary(), nullable=True),
        sa.CheckConstraint(
            "channel IN ('self', 'desk', 'paper')", name=op.f("ck_opinion_reports_channel")
        ),
        sa.CheckConstraint(
            "(channel = 'self') = (witness_sealed IS NULL)",
            name=op.f("ck_opinion_reports_witness"),
        ),
        sa.ForeignKeyConstraint(
            ["community_id", "opinion_id"],
            ["opinions.community_id", "opinions.id"],
            name=op.f("fk_opinion_reports_community_id_opinion_id"),
        ),
        sa.ForeignKeyConstraint(
            ["community_id", "participant_id"],
            ["participants.community_id", "participants.id"],
            name=op.f("fk_opinion_reports_community_id_participant_id"),
        ),
    )
    scoped("opinion_reports")
    op.create_index(
        "uq_opinion_reports_once",
        "opinion_reports",
        ["community_id", "opinion_id", "participant_id"],
        unique=True,
    )
    op.create_index(
        "ix_opinion_reports_mine", "opinion_reports", ["community_id", "participant_id"]
    )


def _drop_checks() -> None:
    for name in ("opinion_status", "hidden", "withheld"):
        drop_check("opinions", f"ck_opinions_{name}")


def _rename(states: dict[str, str]) -> None:
    """Writes the new states, a community at a time."""
    bind = op.get_bind()
    for (here,) in bind.execute(sa.text("SELECT DISTINCT community_id FROM opinions")).all():
        for former, new in states.items():
            bind.execute(
                sa.text(
                    "UPDATE opinions AS o SET status = :new"
                    " WHERE o.community_id = :here AND o.status = :former"
                ),
                {"here": here, "former": former, "new": new},
            )


def downgrade() -> None:
    prepare()
    # Withdraws what nobody has read, and hides what was refused: there were no such states.
    op.drop_table("opinion_reports")
    op.drop_index("ix_opinions_to_read", "opinions")
    _drop_checks()
    _rename({"passed": "shown", "refused": "hidden", "in_review": "withdrawn"})
    set_check("opinions", "ck_opinions_opinion_status", f"status IN ({FORMER_STATES})")
    set_check(
        "opinions",
        "ck_opinions_hidden",
        "(status = 'hidden') <= (hidden_reason_sealed IS NOT NULL)",
    )
    set_check(
        "opinions", "ck_opinions_withheld", f"(status = 'shown') = (text IS NOT NULL) AND {SEALED}"
    )
    op.drop_column("opinions", "reports")
