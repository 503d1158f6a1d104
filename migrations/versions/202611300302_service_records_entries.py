"""Service entries: a ledger to which rows are added, and of which states alone change.

Revision ID: 202611300302
Revises: 202611300501
"""

import sqlalchemy as sa
from alembic import op

from app.kernel.database.distribution import prepare, scoped
from app.kernel.database.migration_columns import community_columns, enum_column
from app.kernel.database.migration_grants import status_only

revision = "202611300302"
down_revision: str | None = "202611300501"
branch_labels = None
depends_on = None

STATUSES = ("recorded", "reviewed", "returned", "in_notice", "confirmed", "reversed")
CHANGING = (
    *("status", "reviewed_at", "reviewed_by", "returned_at", "returned_by"),
    *("return_reason_sealed", "resubmitted_by", "resubmit_note_sealed"),
    *("posted_at", "posted_by", "notice_ends_at", "confirmed_at"),
    *("reversal_requested_at", "reversal_requested_by", "reversal_reason_sealed"),
    *("reversed_at", "reversed_by"),
)
"""Columns that say what happens to an entry. Who served, when and for how long never changes."""


def upgrade() -> None:
    prepare()
    _create_entries()
    _create_objections()
    op.create_table(
        "pending_entries",
        *community_columns("pending_entries"),
        _instant("due_at", nullable=False),
    )
    scoped("pending_entries")
    op.create_index("ix_pending_entries_due", "pending_entries", ["due_at"])


def _create_entries() -> None:
    op.create_table(
        "service_entries",
        *community_columns("service_entries"),
        _uuid("participant_id", nullable=False),
        _uuid("occasion_id", nullable=False),
        _uuid("attendance_id", nullable=False),
        enum_column("source", ("shift", "duty"), check="entry_source"),
        _uuid("source_id", nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("served_on", sa.Date(), nullable=False),
        _instant("starts_at", nullable=False),
        _instant("ends_at", nullable=False),
        sa.Column("minutes", sa.Integer(), nullable=False),
        sa.Column("is_closed_by_sweep", sa.Boolean(), nullable=False),
        _instant("recorded_at", nullable=False),
        _uuid("recorded_by"),
        _uuid("reverses_id"),
        _uuid("corrects_id"),
        enum_column("status", STATUSES, check="entry_status"),
        *(_instant("reviewed_at"), _uuid("reviewed_by")),
        *(_instant("returned_at"), _uuid("returned_by"), _bytes("return_reason_sealed")),
        *(_uuid("resubmitted_by"), _bytes("resubmit_note_sealed")),
        *(_instant("posted_at"), _uuid("posted_by")),
        *(_instant("notice_ends_at"), _instant("confirmed_at")),
        *(_instant("reversal_requested_at"), _uuid("reversal_requested_by")),
        *(_bytes("reversal_reason_sealed"), _instant("reversed_at"), _uuid("reversed_by")),
        _within("participants", "participant_id"),
        _within("occasions", "occasion_id"),
        sa.CheckConstraint("starts_at < ends_at", name="span"),
        sa.CheckConstraint(
            "CASE WHEN reverses_id IS NULL THEN minutes BETWEEN 0 AND 1440"
            " AND make_interval(mins => minutes) <= ends_at - starts_at"
            " ELSE minutes BETWEEN -1440 AND 0 AND status = 'reversed' END",
            name="minutes",
        ),
        sa.CheckConstraint(
            "status <> 'confirmed' OR (reviewed_by IS NOT NULL AND confirmed_at >= notice_ends_at)",
            name="confirmed_after_notice",
        ),
    )
    scoped("service_entries")
    _unique("attendance", "attendance_id", "reverses_id IS NULL AND corrects_id IS NULL")
    _unique("reverses", "reverses_id", "reverses_id IS NOT NULL")
    _unique("corrects", "corrects_id", "corrects_id IS NOT NULL")
    for name, columns in {
        "person": ["community_id", "participant_id", "starts_at", "id"],
        "occasion": ["community_id", "occasion_id", "id"],
        "list": ["community_id", "status", "id"],
    }.items():
        op.create_index(f"ix_service_entries_{name}", "service_entries", columns)
    op.create_index(
        "ix_service_entries_notice",
        "service_entries",
        ["notice_ends_at"],
        postgresql_where=sa.text("status = 'in_notice'"),
    )
    op.create_index(
        "ix_service_entries_reversals",
        "service_entries",
        ["community_id", "id"],
        postgresql_where=sa.text("status = 'confirmed' AND reversal_requested_at IS NOT NULL"),
    )
    status_only("service_entries", CHANGING)


def _create_objections() -> None:
    op.create_table(
        "entry_objections",
        *community_columns("entry_objections"),
        _uuid("entry_id", nullable=False),
        _uuid("participant_id", nullable=False),
        sa.Column("reason_sealed", sa.LargeBinary(), nullable=False),
        _instant("objected_at", nullable=False),
        _instant("answered_at"),
        sa.Column("is_upheld", sa.Boolean(), nullable=True),
        enum_column("channel", ("self", "desk", "paper"), check="channel"),
        _bytes("witness_sealed"),
        _uuid("entered_by", nullable=False),
        _within("service_entries", "entry_id"),
        _within("participants", "participant_id"),
        sa.CheckConstraint("(channel = 'self') = (witness_sealed IS NULL)", name="witness"),
    )
    scoped("entry_objections")
    op.create_index(
        "ix_entry_objections_entry", "entry_objections", ["community_id", "entry_id", "id"]
    )
    op.create_index(
        "ix_entry_objections_mine", "entry_objections", ["community_id", "participant_id", "id"]
    )


def _unique(name: str, column: str, where: str) -> None:
    op.create_index(
        f"uq_service_entries_{name}",
        "service_entries",
        ["community_id", column],
        unique=True,
        postgresql_where=sa.text(where),
    )


def _instant(name: str, *, nullable: bool = True) -> sa.Column[object]:
    return sa.Column(name, sa.DateTime(timezone=True), nullable=nullable)


def _uuid(name: str, *, nullable: bool = True) -> sa.Column[object]:
    return sa.Column(name, sa.Uuid(), nullable=nullable)


def _bytes(name: str) -> sa.Column[bytes]:
    return sa.Column(name, sa.LargeBinary(), nullable=True)


def _within(target: str, column: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        ["community_id", column], [f"{target}.community_id", f"{target}.id"]
    )


def downgrade() -> None:
    prepare()
    op.drop_table("pending_entries")
    op.drop_table("entry_objections")
    op.drop_table("service_entries")
