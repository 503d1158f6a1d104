"""Points of double entry, rewards and their redemptions.

Revision ID: 202611300502
Revises: 202611300701
"""

import sqlalchemy as sa
from alembic import op
from sqlalchemy.schema import conv

from app.communities.models.entered_columns import sealed_entered_columns
from app.kernel.database.distribution import prepare, scoped
from app.kernel.database.migration_columns import community_columns, enum_column

revision = "202611300502"
down_revision: str | None = "202611300701"
branch_labels = None
depends_on = None

KINDS = ("grant", "take_back", "expire", "redeem", "give_back")


def _at(name: str, *, nullable: bool = False) -> sa.Column[object]:
    return sa.Column(name, sa.DateTime(timezone=True), nullable=nullable)


def _id(name: str, *, nullable: bool = False) -> sa.Column[object]:
    return sa.Column(name, sa.Uuid(), nullable=nullable)


def _number(name: str, *, nullable: bool = False) -> sa.Column[object]:
    return sa.Column(name, sa.Integer(), nullable=nullable)


def _points(table: str, target: str, column: str) -> sa.ForeignKeyConstraint:
    return sa.ForeignKeyConstraint(
        ["community_id", column],
        [f"{target}.community_id", f"{target}.id"],
        name=conv(f"fk_{table}_community_id_{column}"),
    )


def _check(table: str, name: str, rule: str) -> sa.CheckConstraint:
    return sa.CheckConstraint(rule, name=conv(f"ck_{table}_{name}"))


def upgrade() -> None:
    prepare()
    _settings()
    _accounts()
    _transfers()
    _debts()
    _rewards()
    _redemptions()


def _settings() -> None:
    table = "point_settings"
    op.create_table(
        "point_settings",
        *community_columns("point_settings"),
        sa.Column("is_enabled", sa.Boolean(), nullable=False),
        _number("points_per_hour"),
        _number("expires_after_days", nullable=True),
        _number("version"),
        _check(table, "rate", "points_per_hour BETWEEN 1 AND 1000"),
        _check(table, "expiry", "expires_after_days BETWEEN 30 AND 3660"),
    )
    scoped("point_settings")


def _accounts() -> None:
    table = "point_accounts"
    kinds = ("person", "source", "expiry", "redemption")
    op.create_table(
        "point_accounts",
        *community_columns("point_accounts"),
        enum_column("kind", kinds, check="point_account_kind"),
        _id("participant_id", nullable=True),
        sa.Column("balance", sa.BigInteger(), nullable=True),
        _check(table, "never_negative", "balance >= 0"),
        _check(
            table,
            "owner",
            "(kind = 'person') = (balance IS NOT NULL)"
            " AND (kind = 'person') = (participant_id IS NOT NULL)",
        ),
        _points(table, "participants", "participant_id"),
    )
    scoped("point_accounts")
    for name, column, rule in (
        ("person", "participant_id", "participant_id IS NOT NULL"),
        ("kind", "kind", "participant_id IS NULL"),
    ):
        op.create_index(
            f"uq_point_accounts_{name}",
            table,
            ["community_id", column],
            unique=True,
            postgresql_where=sa.text(rule),
        )


def _transfers() -> None:
    table = "point_transfers"
    op.create_table(
        "point_transfers",
        *community_columns("point_transfers"),
        enum_column("kind", KINDS, check="transfer_kind"),
        _id("from_account_id"),
        _id("to_account_id"),
        _id("person_account_id"),
        _number("amount"),
        _id("cause_id"),
        sa.Column("title", sa.String(), nullable=False),
        _at("made_at"),
        _at("expires_at", nullable=True),
        _at("settled_at", nullable=True),
        _check(table, "moves", "amount > 0 AND from_account_id <> to_account_id"),
        _check(table, "person", "person_account_id IN (from_account_id, to_account_id)"),
        *(
            _points(table, "point_accounts", column)
            for column in ("from_account_id", "to_account_id", "person_account_id")
        ),
    )
    scoped("point_transfers")
    columns = ["community_id", "kind", "cause_id"]
    op.create_index("uq_point_transfers_cause", table, columns, unique=True)
    columns = ["community_id", "person_account_id", "id"]
    op.create_index("ix_point_transfers_person", table, columns)
    op.create_index(
        "ix_point_transfers_expiring",
        table,
        ["expires_at"],
        postgresql_where=sa.text("expires_at IS NOT NULL AND settled_at IS NULL"),
    )


def _debts() -> None:
    table = "point_debts"
    op.create_table(
        "point_debts",
        *community_columns("point_debts"),
        _id("participant_id"),
        _number("amount"),
        _id("cause_id"),
        _at("noted_at"),
        _at("settled_at", nullable=True),
        _id("settled_by", nullable=True),
        _check(table, "amount", "amount > 0"),
        _points(table, "participants", "participant_id"),
    )
    scoped("point_debts")
    op.create_index("uq_point_debts_cause", table, ["community_id", "cause_id"], unique=True)
    op.create_index("ix_point_debts_person", table, ["community_id", "participant_id"])
    op.create_index(
        "ix_point_debts_open",
        table,
        ["community_id", "id"],
        postgresql_where=sa.text("settled_at IS NULL"),
    )


def _rewards() -> None:
    table = "rewards"
    op.create_table(
        "rewards",
        *community_columns("rewards"),
        sa.Column("title", sa.String(), nullable=False),
        sa.Column("description", sa.String(), nullable=False),
        *(_number(name) for name in ("capacity", "taken", "cost")),
        _number("limit_per_person", nullable=True),
        _at("opens_at"),
        _at("closes_at", nullable=True),
        enum_column("status", ("open", "closed"), check="reward_status"),
        _number("version"),
        _check(table, "places", "taken BETWEEN 0 AND capacity"),
        _check(table, "numbers", "cost > 0 AND limit_per_person > 0"),
        _check(table, "window", "opens_at < closes_at"),
    )
    scoped("rewards")
    op.create_index("ix_rewards_list", table, ["community_id", "status", "id"])


def _redemptions() -> None:
    table = "redemptions"
    states = ("requested", "fulfilled", "cancelled")
    op.create_table(
        "redemptions",
        *community_columns("redemptions"),
        _id("participant_id"),
        _id("reward_id"),
        _number("cost"),
        enum_column("status", states, check="redemption_status"),
        _at("requested_at"),
        _at("fulfilled_at", nullable=True),
        _id("fulfilled_by", nullable=True),
        _at("cancelled_at", nullable=True),
        sa.Column("reason_sealed", sa.LargeBinary(), nullable=True),
        *sealed_entered_columns(table),
        _check(table, "cost", "cost > 0"),
        _points(table, "participants", "participant_id"),
        _points(table, "rewards", "reward_id"),
    )
    scoped("redemptions")
    for name, columns in (
        ("person", ["participant_id", "id"]),
        ("reward", ["reward_id", "participant_id"]),
        ("list", ["status", "id"]),
    ):
        op.create_index(f"ix_redemptions_{name}", table, ["community_id", *columns])


def downgrade() -> None:
    prepare()
    for table in (
        *("redemptions", "rewards", "point_debts", "point_transfers", "point_accounts"),
        "point_settings",
    ):
        op.drop_table(table)
