"""Messages about memberships name their recipient by a keyed index alone.

Revision ID: 202611280220
Revises: 202611280601
"""

import json
from collections.abc import Iterator
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from alembic import op

from app.kernel.crypto.boxes import Column, Unopenable
from app.kernel.database.distribution import prepare
from app.kernel.database.migration_checks import drop_check, set_check
from app.kernel.database.migration_sealing import index_values

revision = "202611280220"
down_revision: str | None = "202611280601"
branch_labels = None
depends_on = None

TABLE = "inbox_messages"
ROWS_AT_A_TIME = 500
CONTENT, RECIPIENT = Column(TABLE, "content_sealed"), Column(TABLE, "recipient_sealed")
SENSITIVE = "double_reporting.registration_"
CHECK = "ck_inbox_messages_recipient"
NAMES = ("recipient_sealed", "recipient_index", "recipient_index_even")
KEY = f"{TABLE}.community_id = :community_id AND {TABLE}.id = :id"
SEAL = sa.text(
    f"UPDATE {TABLE} SET participant_id = NULL, {', '.join(f'{name} = :{name}' for name in NAMES)},"
    f" read_at = CASE WHEN read_at IS NOT NULL THEN created_at END WHERE {KEY}"
)
OPEN = sa.text(f"UPDATE {TABLE} SET participant_id = :participant_id WHERE {KEY}")


def _rows(condition: str, columns: str) -> Iterator[list[dict[str, Any]]]:
    """All rows of the condition, some at a time, in the order of their keys."""
    first = f"SELECT community_id, id, {columns} FROM {TABLE} WHERE {condition}"
    later = " AND (community_id, id) > (:community_id, :id)"
    order = f" ORDER BY community_id, id LIMIT {ROWS_AT_A_TIME}"
    connection = op.get_bind()
    rows = connection.execute(sa.text(first + order)).mappings().all()
    while rows:
        yield [dict(row) for row in rows]
        last = {name: rows[-1][name] for name in ("community_id", "id")}
        rows = connection.execute(sa.text(first + later + order), last).mappings().all()


def _is_sensitive(row: dict[str, Any]) -> bool:
    try:
        content = json.loads(CONTENT.open(row["community_id"], row["id"], row["content_sealed"]))
    except Unopenable:
        return False
    return str(content["kind"]).startswith(SENSITIVE)


def _sealed(row: dict[str, Any]) -> dict[str, Any]:
    tenant, id_, person = row["community_id"], row["id"], str(row["participant_id"])
    indexes = dict.fromkeys(NAMES) | index_values(RECIPIENT, "recipient_index", tenant, person)
    sealed = RECIPIENT.seal(tenant, id_, person.encode())
    return {"community_id": tenant, "id": id_, **indexes, "recipient_sealed": sealed}


def upgrade() -> None:
    prepare()
    for name in NAMES:
        op.execute(f"ALTER TABLE {TABLE} ADD COLUMN IF NOT EXISTS {name} BYTEA")
    op.alter_column(TABLE, "participant_id", nullable=True)
    with op.get_context().autocommit_block():
        for rows in _rows("participant_id IS NOT NULL", "participant_id, content_sealed"):
            changes = [_sealed(row) for row in rows if _is_sensitive(row)]
            if changes:
                op.get_bind().execute(SEAL, changes)
    prepare()
    set_check(TABLE, CHECK, "(participant_id IS NULL) = (recipient_sealed IS NOT NULL)")
    for suffix in ("", "_even"):
        index = f"recipient_index{suffix}"
        op.create_index(
            f"ix_{TABLE}_recipient{suffix}",
            TABLE,
            ["community_id", index, "id"],
            postgresql_where=sa.text(f"{index} IS NOT NULL"),
        )


def downgrade() -> None:
    prepare()
    for suffix in ("", "_even"):
        op.drop_index(f"ix_{TABLE}_recipient{suffix}", TABLE)
    drop_check(TABLE, CHECK)
    for rows in _rows("participant_id IS NULL", "recipient_sealed"):
        opened = [
            {
                "community_id": row["community_id"],
                "id": row["id"],
                "participant_id": UUID(
                    RECIPIENT.open(row["community_id"], row["id"], row["recipient_sealed"]).decode()
                ),
            }
            for row in rows
        ]
        op.get_bind().execute(OPEN, opened)
    op.alter_column(TABLE, "participant_id", nullable=False)
    for name in NAMES:
        op.drop_column(TABLE, name)
