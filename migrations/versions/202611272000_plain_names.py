"""Tables and columns under their plain names: the register's entries, the claims of posts.

Revision ID: 202611272000
Revises: 202611242030
"""

from alembic import op

from app.kernel.database.distribution import prepare

revision = "202611272000"
down_revision: str | None = "202611242030"
branch_labels = None
depends_on = None

TABLES = (("roll_entries", "register_entries"), ("claims", "post_claims"))
OLD_NAMES = {new: old for old, new in TABLES}
COLUMNS = (("topics", "overdue_told_at", "overdue_notified_at"),)
# Citus takes no RENAME CONSTRAINT: what has an index is renamed with it, the others are made anew.
INDEXES = (
    ("pk_roll_entries", "pk_register_entries"),
    ("uq_roll_entries_person", "uq_register_entries_person"),
    ("pk_claims", "pk_post_claims"),
    ("ix_claims_mine", "ix_post_claims_mine"),
    ("ix_claims_post", "ix_post_claims_post"),
    ("ix_claims_serving", "ix_post_claims_serving"),
    ("ix_claims_starting", "ix_post_claims_starting"),
    ("uq_claims_live", "uq_post_claims_live"),
)
COMMUNITY = "FOREIGN KEY (community_id) REFERENCES communities (id)"
CONSTRAINTS = (
    (
        "register_entries",
        "fk_roll_entries_community_id",
        "fk_register_entries_community_id",
        COMMUNITY,
    ),
    (
        "register_entries",
        "fk_roll_entries_community_id_household_id",
        "fk_register_entries_community_id_household_id",
        "FOREIGN KEY (community_id, household_id) REFERENCES places (community_id, id)",
    ),
    ("post_claims", "fk_claims_community_id", "fk_post_claims_community_id", COMMUNITY),
    (
        "post_claims",
        "fk_claims_community_id_post_id",
        "fk_post_claims_community_id_post_id",
        "FOREIGN KEY (community_id, post_id) REFERENCES posts (community_id, id)",
    ),
    (
        "post_claims",
        "fk_claims_community_id_participant_id",
        "fk_post_claims_community_id_participant_id",
        "FOREIGN KEY (community_id, participant_id) REFERENCES participants (community_id, id)",
    ),
    (
        "post_claims",
        "ck_claims_witness",
        "ck_post_claims_witness",
        "CHECK ((channel = 'self') = (witness IS NULL))",
    ),
    (
        "post_claims",
        "ck_claims_channel",
        "ck_post_claims_channel",
        "CHECK (channel IN ('self', 'desk', 'paper'))",
    ),
    (
        "post_claims",
        "ck_claims_claim_status",
        "ck_post_claims_post_claim_status",
        "CHECK (status IN"
        " ('applied', 'approved', 'serving', 'completed', 'rejected', 'withdrawn'))",
    ),
)


def _replace_constraint(table: str, before: str, after: str, rule: str) -> None:
    op.execute(f"ALTER TABLE {table} ADD CONSTRAINT {after} {rule} NOT VALID")
    op.execute(f"ALTER TABLE {table} DROP CONSTRAINT {before}")


def _validate(*constraints: tuple[str, str]) -> None:
    """Read the rows when the locks of renaming are gone, so that writers go on."""
    with op.get_context().autocommit_block():
        for table, name in constraints:
            op.execute(f"ALTER TABLE {table} VALIDATE CONSTRAINT {name}")


def upgrade() -> None:
    prepare()
    for old, new in TABLES:
        op.rename_table(old, new)
    for old, new in INDEXES:
        op.execute(f"ALTER INDEX {old} RENAME TO {new}")
    for table, old, new, rule in CONSTRAINTS:
        _replace_constraint(table, old, new, rule)
    for table, old, new in COLUMNS:
        op.alter_column(table, old, new_column_name=new)
    _validate(*((table, new) for table, _, new, _ in CONSTRAINTS))


def downgrade() -> None:
    prepare()
    for table, old, new in COLUMNS:
        op.alter_column(table, new, new_column_name=old)
    for table, old, new, rule in CONSTRAINTS:
        _replace_constraint(table, new, old, rule)
    for old, new in INDEXES:
        op.execute(f"ALTER INDEX {new} RENAME TO {old}")
    for old, new in TABLES:
        op.rename_table(new, old)
    _validate(*((OLD_NAMES[table], old) for table, old, _, _ in CONSTRAINTS))
