"""Names of persons are found in whatever way they are typed: their blind indexes are made anew.

Revision ID: 202611290301
Revises: 202611280555
"""

from collections.abc import Callable, Mapping
from uuid import UUID

import sqlalchemy as sa
from alembic import op

from app.communities.names import comparable_name
from app.kernel.crypto.boxes import Column, Unopenable
from app.kernel.database.distribution import prepare
from app.kernel.database.migration_sealing import change_rows, index_values

revision = "202611290301"
down_revision: str | None = "202611280555"
branch_labels = None
depends_on = None

ENTRIES = Column("roll_entries", "name_sealed")
NAMES: tuple[tuple[str, str, Column, str], ...] = (
    ("participants", "real_name", Column("participants", "real_name_sealed"), "real_name_index"),
    ("register_entries", "name", ENTRIES, "name_index"),
)
"""Tables and fields of names, with the column that they are sealed as and their index."""
DELETE = sa.text(
    "DELETE FROM register_entries AS e WHERE e.community_id = :community_id AND e.id = :id"
)
PHONE = "coalesce(phone_index, phone_index_even)"


def index_names(form: Callable[[str], str]) -> None:
    for table, field, column, index in NAMES:

        def indexes(
            owner: UUID | None, row_id: UUID, stored: bytes, at: Column = column, by: str = index
        ) -> Mapping[str, bytes]:
            return index_values(at, by, owner, form(at.open(owner, row_id, stored).decode()))

        change_rows(table, f"{field}_sealed", indexes)


def drop_repeated_entries() -> None:
    """Delete entries of one household and phone whose names were typed in different ways: they
    are one person, and their indexes are the same from now on."""
    groups = f"SELECT community_id, household_id, {PHONE} FROM register_entries"
    groups += " GROUP BY 1, 2, 3 HAVING count(*) > 1"
    entries = op.get_bind().execute(
        sa.text(
            f"SELECT community_id, id, household_id, {PHONE} AS phone, name_sealed"
            f" FROM register_entries WHERE (community_id, household_id, {PHONE}) IN ({groups})"
            " ORDER BY community_id, id"
        )
    )
    seen: set[tuple[object, ...]] = set()
    for entry in entries.all():
        try:
            name = ENTRIES.open(entry.community_id, entry.id, bytes(entry.name_sealed)).decode()
        except Unopenable:
            continue
        person = entry.community_id, entry.household_id, bytes(entry.phone), comparable_name(name)
        if person in seen:
            key = {"community_id": entry.community_id, "id": entry.id}
            op.get_bind().execute(DELETE, key)
        seen.add(person)


def upgrade() -> None:
    prepare()
    drop_repeated_entries()
    index_names(comparable_name)


def downgrade() -> None:
    prepare()
    index_names(str)
