"""Records of requests and counts of rates stand under keyed ids; stored responses are sealed.

Revision ID: 202611280100
Revises: 202611280010
"""

import json
from collections.abc import Iterator
from datetime import timedelta
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from alembic import op

from app.kernel.crypto.boxes import Column
from app.kernel.crypto.digests import keyed_digest
from app.kernel.database.distribution import prepare
from app.kernel.database.migration_checks import drop_check, set_check

revision = "202611280100"
down_revision: str | None = "202611280010"
branch_labels = None
depends_on = None

ROWS_AT_A_TIME = 500
LIFETIME = timedelta(hours=72)
TABLE = "idempotency_keys"
NOT_NULL = "ck_idempotency_keys_expires_at"
RESPONSE = Column(TABLE, "response_sealed")
UPDATE = f"""
UPDATE {TABLE} SET id = :new_id, fingerprint = :new_fingerprint,
    response_sealed = :response_sealed, expires_at = :expires_at
WHERE {TABLE}.community_id = :community_id AND {TABLE}.id = :id
"""


def _records() -> Iterator[list[dict[str, Any]]]:
    """All records that are not keyed yet, some at a time, in the order of their keys."""
    columns = "community_id, id, fingerprint, status, location, body, created_at"
    first = f"SELECT {columns} FROM {TABLE} WHERE expires_at IS NULL"
    later = " AND (community_id, id) > (:community_id, :id)"
    order = f" ORDER BY community_id, id LIMIT {ROWS_AT_A_TIME}"
    connection = op.get_bind()
    rows = connection.execute(sa.text(first + order)).mappings().all()
    while rows:
        yield [dict(row) for row in rows]
        last = {name: rows[-1][name] for name in ("community_id", "id")}
        rows = connection.execute(sa.text(first + later + order), last).mappings().all()


def _keyed(record: dict[str, Any]) -> dict[str, Any]:
    """A repeat of a request that was answered before the update finds its record."""
    id_ = UUID(bytes=keyed_digest("idempotency record", record["id"].bytes))
    location = record["location"]
    headers = {"content-type": "application/json"} | ({"Location": location} if location else {})
    content = json.dumps(headers).encode() + b"\n" + record["body"]
    return record | {
        "new_id": id_,
        "new_fingerprint": keyed_digest("idempotency fingerprint", record["fingerprint"]),
        "response_sealed": RESPONSE.seal(record["community_id"], id_, content),
        "expires_at": record["created_at"] + LIFETIME,
    }


def upgrade() -> None:
    prepare()
    # They are there already when an interrupted revision is run again.
    op.execute(f"ALTER TABLE {TABLE} ADD COLUMN IF NOT EXISTS response_sealed BYTEA")
    op.execute(f"ALTER TABLE {TABLE} ADD COLUMN IF NOT EXISTS expires_at TIMESTAMPTZ")
    op.execute("TRUNCATE rate_counts")
    with op.get_context().autocommit_block():
        for records in _records():
            op.get_bind().execute(sa.text(UPDATE), [_keyed(record) for record in records])
    prepare()
    # With a valid CHECK, SET NOT NULL does not read the table.
    set_check(TABLE, NOT_NULL, "expires_at IS NOT NULL")
    op.alter_column(TABLE, "expires_at", nullable=False)
    drop_check(TABLE, NOT_NULL)
    op.drop_index("ix_idempotency_keys_created_at", TABLE)
    for column in ("location", "body", "created_at"):
        op.drop_column(TABLE, column)
    op.create_index("ix_idempotency_keys_expires_at", TABLE, ["expires_at"])


def downgrade() -> None:
    prepare()
    # A keyed id leads to no unkeyed one, so the records go: a request that is repeated across the
    # way down is done again, where no rule of its own forbids it.
    op.execute(f"TRUNCATE {TABLE}")
    op.execute("TRUNCATE rate_counts")
    op.drop_index("ix_idempotency_keys_expires_at", TABLE)
    op.drop_column(TABLE, "expires_at")
    op.drop_column(TABLE, "response_sealed")
    op.add_column(TABLE, sa.Column("location", sa.String(), nullable=True))
    op.add_column(TABLE, sa.Column("body", sa.LargeBinary(), nullable=False))
    op.add_column(TABLE, sa.Column("created_at", sa.DateTime(timezone=True), nullable=False))
    op.create_index("ix_idempotency_keys_created_at", TABLE, ["created_at"])
