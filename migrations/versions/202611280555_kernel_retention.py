"""Rows that time cuts: tickets without an author, votes without a voter, entries without a person.

Revision ID: 202611280555
Revises: 202611280350
"""

import sqlalchemy as sa
from alembic import op

from app.kernel.database.distribution import prepare
from app.kernel.database.migration_checks import set_check

revision = "202611280555"
down_revision: str | None = "202611280350"
branch_labels = None
depends_on = None

FOUND = "num_nonnulls(person_index, person_index_even) > 0"
INDEXES = (
    (
        "ix_tickets_closed",
        "tickets",
        ["closed_at"],
        "person_sealed IS NOT NULL AND closed_at IS NOT NULL",
    ),
    ("ix_inbox_messages_created_at", "inbox_messages", ["created_at"], None),
)
FORGET = (
    "DELETE FROM votes WHERE votes.community_id = :here AND cast_by IS NULL",
    "DELETE FROM electoral_roll WHERE electoral_roll.community_id = :here"
    " AND participant_id IS NULL AND household_id IS NULL",
    "UPDATE tickets SET person_sealed = '', person_index = ''"
    " WHERE tickets.community_id = :here AND person_sealed IS NULL",
)
"""An earlier version knows no rows that name nobody; what they said is gone."""


def upgrade() -> None:
    prepare()
    op.alter_column("tickets", "person_sealed", nullable=True)
    op.alter_column("votes", "cast_by", nullable=True)
    set_check("tickets", "ck_tickets_is_found", f"person_sealed IS NULL OR {FOUND}")
    set_check(
        "electoral_roll", "ck_electoral_roll_one", "participant_id IS NULL OR household_id IS NULL"
    )
    with op.get_context().autocommit_block():
        for name, table, columns, where in INDEXES:
            op.create_index(
                name,
                table,
                columns,
                postgresql_concurrently=True,
                postgresql_where=None if where is None else sa.text(where),
                if_not_exists=True,
            )
    prepare()


def downgrade() -> None:
    prepare()
    for name, table, _, _ in INDEXES:
        op.drop_index(name, table_name=table)
    for here in op.get_bind().scalars(sa.text("SELECT id FROM communities")).all():
        for statement in FORGET:
            op.get_bind().execute(sa.text(statement), {"here": here})
    op.alter_column("votes", "cast_by", nullable=False)
    op.alter_column("tickets", "person_sealed", nullable=False)
    set_check("tickets", "ck_tickets_is_found", FOUND)
    set_check(
        "electoral_roll",
        "ck_electoral_roll_one",
        "(participant_id IS NULL) <> (household_id IS NULL)",
    )
