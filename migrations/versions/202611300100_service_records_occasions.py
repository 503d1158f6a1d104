"""Occasions of shifts and duties, attendances of those who are expected, and leaders.

Each shift has an occasion from now on, and each confirmed sign-up an attendance: also those that
are there. Keys for their codes follow in the next revision, which seals them in portions.

Revision ID: 202611300100
Revises: 202611290503
"""

import sqlalchemy as sa
from alembic import op

from app.kernel.database.distribution import prepare, scoped
from app.kernel.database.migration_columns import community_columns, enum_column

revision = "202611300100"
down_revision: str | None = "202611290503"
branch_labels = None
depends_on = None

MEANS = ("code", "leader", "roster", "packet", "desk", "end")
STATUSES = ("expected", "present", "left", "absent", "disputed", "released")
OCCASIONS_OF_SHIFTS = """
INSERT INTO occasions
    (community_id, id, kind, source_id, title, starts_at, ends_at, gcj02_longitude,
     gcj02_latitude, status)
SELECT s.community_id, s.id, 'shift', a.id, a.title, s.starts_at, s.ends_at, a.gcj02_longitude,
       a.gcj02_latitude, s.status
FROM shifts s
JOIN activities a ON a.community_id = s.community_id AND a.id = s.activity_id
"""
ATTENDANCES_OF_SIGNUPS = """
INSERT INTO attendances (community_id, id, occasion_id, participant_id, status)
SELECT g.community_id, g.id, g.shift_id, g.participant_id, 'expected'
FROM signups g
WHERE g.status = 'confirmed'
"""


def upgrade() -> None:
    prepare()
    _create_occasions()
    _create_attendances()
    _create_leaders()
    op.execute(OCCASIONS_OF_SHIFTS)
    op.execute(ATTENDANCES_OF_SIGNUPS)


def _create_occasions() -> None:
    op.create_table(
        "occasions",
        *community_columns("occasions"),
        enum_column("kind", ("shift", "duty"), check="occasion_kind"),
        sa.Column("source_id", sa.Uuid(), nullable=False),
        sa.Column("title", sa.String(), nullable=False),
        _instant("starts_at", nullable=False),
        _instant("ends_at", nullable=False),
        sa.Column("gcj02_longitude", sa.Float(), nullable=True),
        sa.Column("gcj02_latitude", sa.Float(), nullable=True),
        enum_column("status", ("open", "cancelled", "ended"), check="occasion_status"),
        sa.Column("code_key_sealed", sa.LargeBinary(), nullable=True),
        sa.CheckConstraint("starts_at < ends_at", name="span"),
    )
    scoped("occasions")
    op.create_index("ix_occasions_source", "occasions", ["community_id", "source_id", "starts_at"])
    op.create_index(
        "ix_occasions_ending",
        "occasions",
        ["ends_at"],
        postgresql_where=sa.text("status = 'open'"),
    )


def _create_attendances() -> None:
    op.create_table(
        "attendances",
        *community_columns("attendances"),
        sa.Column("occasion_id", sa.Uuid(), nullable=False),
        sa.Column("participant_id", sa.Uuid(), nullable=False),
        enum_column("status", STATUSES, check="attendance_status"),
        _instant("checked_in_at"),
        enum_column("check_in_means", MEANS, check="check_in_means", nullable=True),
        sa.Column("checked_in_by", sa.Uuid(), nullable=True),
        _instant("checked_out_at"),
        enum_column("check_out_means", MEANS, check="check_out_means", nullable=True),
        sa.Column("checked_out_by", sa.Uuid(), nullable=True),
        _bytes("in_position_sealed"),
        _bytes("in_accuracy_sealed"),
        _bytes("out_position_sealed"),
        _bytes("out_accuracy_sealed"),
        _flag("is_closed_by_sweep"),
        _flag("has_clock_doubt"),
        sa.Column("marked_by", sa.Uuid(), nullable=True),
        _instant("marked_at"),
        _bytes("absence_reason_sealed"),
        _instant("disputed_at"),
        sa.Column("disputed_by", sa.Uuid(), nullable=True),
        _bytes("dispute_reason_sealed"),
        sa.Column("decided_by", sa.Uuid(), nullable=True),
        _instant("decided_at"),
        _bytes("decision_reason_sealed"),
        _within("occasions", "occasion_id"),
        _within("participants", "participant_id"),
        sa.CheckConstraint(
            "(checked_in_at IS NULL) = (check_in_means IS NULL)", name="check_in_whole"
        ),
        sa.CheckConstraint(
            "(checked_out_at IS NULL) = (check_out_means IS NULL)", name="check_out_whole"
        ),
        sa.CheckConstraint(
            "status NOT IN ('present', 'left') OR checked_in_at IS NOT NULL", name="presence"
        ),
        sa.CheckConstraint("status <> 'left' OR checked_out_at IS NOT NULL", name="leaving"),
    )
    scoped("attendances")
    _index_attendances()


def _index_attendances() -> None:
    op.create_index(
        "uq_attendances_live",
        "attendances",
        ["community_id", "participant_id", "occasion_id"],
        unique=True,
        postgresql_where=sa.text("status <> 'released'"),
    )
    op.create_index("ix_attendances_occasion", "attendances", ["community_id", "occasion_id", "id"])
    op.create_index(
        "ix_attendances_present",
        "attendances",
        ["community_id", "occasion_id"],
        postgresql_where=sa.text("status = 'present'"),
    )
    op.create_index(
        "ix_attendances_disputed",
        "attendances",
        ["community_id", "id"],
        postgresql_where=sa.text("status = 'disputed'"),
    )


def _create_leaders() -> None:
    op.create_table(
        "occasion_leaders",
        *community_columns("occasion_leaders"),
        enum_column("kind", ("shift", "duty"), check="occasion_kind"),
        sa.Column("source_id", sa.Uuid(), nullable=False),
        sa.Column("participant_id", sa.Uuid(), nullable=False),
        sa.Column("named_by", sa.Uuid(), nullable=False),
        _instant("named_at", nullable=False),
        _within("participants", "participant_id"),
    )
    scoped("occasion_leaders")
    op.create_index(
        "uq_occasion_leaders_once",
        "occasion_leaders",
        ["community_id", "source_id", "participant_id"],
        unique=True,
    )
    op.create_index(
        "ix_occasion_leaders_mine", "occasion_leaders", ["community_id", "participant_id"]
    )


def _instant(name: str, *, nullable: bool = True) -> sa.Column[object]:
    return sa.Column(name, sa.DateTime(timezone=True), nullable=nullable)


def _bytes(name: str) -> sa.Column[bytes]:
    return sa.Column(name, sa.LargeBinary(), nullable=True)


def _flag(name: str) -> sa.Column[bool]:
    return sa.Column(name, sa.Boolean(), nullable=False, server_default=sa.text("false"))


def _within(target: str, column: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        ["community_id", column], [f"{target}.community_id", f"{target}.id"]
    )


def downgrade() -> None:
    prepare()
    op.drop_table("occasion_leaders")
    op.drop_table("attendances")
    op.drop_table("occasions")
