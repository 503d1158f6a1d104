"""Dates of service on posts, service days of the community, and who serves on each.

Revision ID: 202611300801
Revises: 202611300102
"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.schema import conv

from app.kernel.database.distribution import prepare, scoped
from app.kernel.database.migration_checks import drop_check, set_check
from app.kernel.database.migration_columns import community_columns, enum_column

revision = "202611300801"
down_revision: str | None = "202611300102"
branch_labels = None
depends_on = None

DUTY = (
    "(duty_rule IS NULL) = (duty_time IS NULL)"
    " AND (duty_rule IS NULL) = (duty_minutes IS NULL)"
    " AND duty_minutes BETWEEN 1 AND 1440"
)


def upgrade() -> None:
    prepare()
    op.add_column("posts", sa.Column("duty_rule", sa.String(), nullable=True))
    op.add_column("posts", sa.Column("duty_time", sa.String(), nullable=True))
    op.add_column("posts", sa.Column("duty_minutes", sa.Integer(), nullable=True))
    op.add_column("posts", sa.Column("planned_until", sa.Date(), nullable=True))
    op.create_index(
        "ix_posts_to_plan",
        "posts",
        ["planned_until"],
        postgresql_where=sa.text("duty_rule IS NOT NULL"),
    )
    set_check("posts", "ck_posts_duty", DUTY)
    _create_service_days()
    _create_duty_days()
    _create_duties()


def _create_service_days() -> None:
    op.create_table(
        "service_days",
        *community_columns("service_days"),
        *(_words(name) for name in ("title", "description", "place", "rule", "time")),
        sa.Column("minutes", sa.Integer(), nullable=False),
        sa.Column("first_on", sa.Date(), nullable=False),
        sa.Column("until_on", sa.Date(), nullable=True),
        sa.Column("planned_until", sa.Date(), nullable=True),
        enum_column("status", ("open", "ended"), check="service_day_status"),
        sa.Column("ended_at", sa.DateTime(timezone=True), nullable=True),
        sa.Column("version", sa.Integer(), nullable=False),
        sa.CheckConstraint("first_on <= until_on", name="days"),
        sa.CheckConstraint("minutes BETWEEN 1 AND 1440", name="minutes"),
    )
    scoped("service_days")
    op.create_index("ix_service_days_list", "service_days", ["community_id", "status", "id"])
    op.create_index(
        "ix_service_days_to_plan",
        "service_days",
        ["planned_until"],
        postgresql_where=sa.text("status = 'open'"),
    )


def _create_duty_days() -> None:
    op.create_table(
        "duty_days",
        *community_columns("duty_days"),
        sa.Column("post_id", sa.Uuid(), nullable=True),
        sa.Column("service_day_id", sa.Uuid(), nullable=True),
        sa.Column("day", sa.Date(), nullable=False),
        sa.Column("starts_at", sa.DateTime(timezone=True), nullable=False),
        sa.Column("ends_at", sa.DateTime(timezone=True), nullable=False),
        enum_column("status", ("planned", "cancelled", "ended"), check="duty_day_status"),
        sa.Column("cancel_reason", sa.String(), nullable=True),
        _within("duty_days", "posts", "post_id"),
        _within("duty_days", "service_days", "service_day_id"),
        sa.CheckConstraint("(post_id IS NULL) <> (service_day_id IS NULL)", name="source"),
        sa.CheckConstraint("starts_at < ends_at", name="span"),
    )
    scoped("duty_days")
    for name, column in (("post", "post_id"), ("service_day", "service_day_id")):
        op.create_index(
            f"uq_duty_days_{name}",
            "duty_days",
            ["community_id", column, "day"],
            unique=True,
            postgresql_where=sa.text("status <> 'cancelled'"),
        )
    op.create_index("ix_duty_days_list", "duty_days", ["community_id", "starts_at", "id"])
    op.create_index(
        "ix_duty_days_ending",
        "duty_days",
        ["ends_at"],
        postgresql_where=sa.text("status = 'planned'"),
    )


def _create_duties() -> None:
    states = ("invited", "planned", "skipped", "swapped", "released")
    op.create_table(
        "duties",
        *community_columns("duties"),
        sa.Column("duty_day_id", sa.Uuid(), nullable=False),
        sa.Column("claim_id", sa.Uuid(), nullable=False),
        sa.Column("participant_id", sa.Uuid(), nullable=False),
        sa.Column("starts_at", sa.DateTime(timezone=True), nullable=False),
        enum_column("status", states, check="duty_status"),
        sa.Column("is_late_skip", sa.Boolean(), nullable=False),
        sa.Column("is_offered", sa.Boolean(), nullable=False),
        sa.Column("offered_to", sa.Uuid(), nullable=True),
        sa.Column("taken_over_from", sa.Uuid(), nullable=True),
        _within("duties", "duty_days", "duty_day_id"),
        _within("duties", "participants", "participant_id"),
    )
    scoped("duties")
    op.create_index(
        "uq_duties_claim",
        "duties",
        ["community_id", "duty_day_id", "claim_id"],
        unique=True,
        postgresql_where=sa.text("taken_over_from IS NULL"),
    )
    op.create_index(
        "uq_duties_live",
        "duties",
        ["community_id", "duty_day_id", "participant_id"],
        unique=True,
        postgresql_where=sa.text("status IN ('invited', 'planned')"),
    )
    for name, columns in (
        ("mine", ("participant_id", "starts_at", "id")),
        ("day", ("duty_day_id", "participant_id", "status")),
        ("of_claim", ("claim_id", "starts_at")),
    ):
        op.create_index(f"ix_duties_{name}", "duties", ["community_id", *columns])


def _words(name: str) -> sa.Column[str]:
    return sa.Column(name, sa.String(), nullable=False)


def _within(table: str, target: str, column: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        ["community_id", column],
        [f"{target}.community_id", f"{target}.id"],
        name=conv(f"fk_{table}_community_id_{column}"),
    )


def downgrade() -> None:
    prepare()
    for table in ("duties", "duty_days", "service_days"):
        op.drop_table(table)
    # Of an occasion nothing but its attendances is left, and nobody would know of what it was.
    for here in op.get_bind().scalars(sa.text("SELECT id FROM communities")).all():
        for statement in FORGET:
            op.get_bind().execute(sa.text(statement), {"here": here})
    drop_check("posts", "ck_posts_duty")
    op.drop_index("ix_posts_to_plan", table_name="posts")
    for column in ("planned_until", "duty_minutes", "duty_time", "duty_rule"):
        op.drop_column("posts", column)


FORGET = (
    "DELETE FROM attendances WHERE attendances.community_id = :here AND occasion_id IN ("
    "SELECT o.id FROM occasions o WHERE o.community_id = :here AND o.kind = 'duty')",
    "DELETE FROM occasions WHERE occasions.community_id = :here AND kind = 'duty'",
)
