"""Names that people give themselves, and whom they follow, are sealed.

Revision ID: 202611280340
Revises: 202611280540
"""

import sqlalchemy as sa
from alembic import op

from app.kernel.database.distribution import prepare
from app.kernel.database.migration_checks import drop_check, set_check
from app.kernel.database.migration_sealing import open_column, seal_column

revision = "202611280340"
down_revision: str | None = "202611280540"
branch_labels = None
depends_on = None

NAMES: tuple[tuple[str, str, str | None, bool], ...] = (
    ("participants", "display_name", "community_id", False),
    ("users", "nickname", None, True),
    ("administrators", "name", None, False),
)
"""Tables and columns of names with the column of their tenant, and whether they may be empty."""
INDEXES = (
    ("uq_followers_once", ["community_id", "subject_id"], True),
    ("ix_followers_person", ["community_id"], False),
)
"""Indexes over the keyed index of a follower: the columns before it, and whether they are unique.
Each has a second one for even keys."""


def require(table: str, column: str) -> None:
    """Make a column NOT NULL without reading the table under a lock."""
    name = f"ck_{table}_{column}_there"
    set_check(table, name, f"{column} IS NOT NULL")
    op.alter_column(table, column, nullable=False)
    drop_check(table, name)


def upgrade() -> None:
    prepare()
    for table, column, tenant, may_be_empty in NAMES:
        sealed = sa.Column(f"{column}_sealed", sa.LargeBinary(), nullable=True)
        op.add_column(table, sealed, if_not_exists=True)
        seal_column(table, column, f"{column}_sealed", tenant=tenant)
        if not may_be_empty:
            require(table, f"{column}_sealed")
        op.drop_column(table, column)
    for name in ("person_sealed", "person_index", "person_index_even"):
        pointer = sa.Column(name, sa.LargeBinary(), nullable=True)
        op.add_column("followers", pointer, if_not_exists=True)
    seal_column("followers", "participant_id", "person_sealed", index="person_index")
    require("followers", "person_sealed")
    rule = "num_nonnulls(person_index, person_index_even) > 0"
    set_check("followers", "ck_followers_is_found", rule)
    op.drop_index("uq_followers_once", "followers")
    for index, before, is_unique in INDEXES:
        op.create_index(index, "followers", [*before, "person_index"], unique=is_unique)
        op.create_index(
            f"{index}_even",
            "followers",
            [*before, "person_index_even"],
            unique=is_unique,
            postgresql_where=sa.text("person_index_even IS NOT NULL"),
        )
    op.drop_column("followers", "participant_id")


def downgrade() -> None:
    prepare()
    op.add_column("followers", sa.Column("participant_id", sa.Uuid(), nullable=True))
    open_column("followers", "participant_id", "person_sealed", clear_type="uuid")
    require("followers", "participant_id")
    for index, _before, _is_unique in INDEXES:
        op.drop_index(f"{index}_even", "followers")
        op.drop_index(index, "followers")
    columns = ["community_id", "subject_id", "participant_id"]
    op.create_index("uq_followers_once", "followers", columns, unique=True)
    op.create_index("ix_followers_mine", "followers", ["community_id", "participant_id"])
    op.create_foreign_key(
        op.f("fk_followers_community_id_participant_id"),
        *("followers", "participants"),
        *(["community_id", "participant_id"], ["community_id", "id"]),
    )
    drop_check("followers", "ck_followers_is_found")
    for name in ("person_index_even", "person_index", "person_sealed"):
        op.drop_column("followers", name)
    for table, column, tenant, may_be_empty in NAMES:
        op.add_column(table, sa.Column(column, sa.String(), nullable=True), if_not_exists=True)
        open_column(table, column, f"{column}_sealed", tenant=tenant)
        if not may_be_empty:
            require(table, column)
        op.drop_column(table, f"{column}_sealed")
