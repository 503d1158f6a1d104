"""Consents to sensitive purposes stand in a ledger of their own that names nobody.

Revision ID: 202611280210
Revises: 202611280412
"""

import json
from datetime import datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from alembic import op

from app.kernel.crypto.boxes import Column
from app.kernel.crypto.digests import keyed_digest
from app.kernel.database.distribution import prepare, shared
from app.kernel.database.migration_checks import drop_check, set_check
from app.kernel.database.migration_columns import shared_columns
from app.kernel.database.migration_sealing import index_values

revision = "202611280210"
down_revision: str | None = "202611280412"
branch_labels = None
depends_on = None

TABLE = "sensitive_consents"
ROWS_AT_A_TIME = 500
USER, DECISION = Column(TABLE, "user_sealed"), Column(TABLE, "decision_sealed", 256)
CHECK = "ck_consents_not_sensitive"
READ = sa.text(
    "SELECT user_id, id, text_version, is_granted, decided_at FROM consents"
    f" WHERE purpose = 'party_membership' LIMIT {ROWS_AT_A_TIME}"
)
DELETE = sa.text("DELETE FROM consents WHERE consents.user_id = :user_id AND consents.id = :id")
OPEN = sa.text(f"SELECT id, user_sealed, decision_sealed FROM {TABLE} ORDER BY id")


def _sealed(row: dict[str, Any]) -> dict[str, Any]:
    # The same new id each time that the revision is run: an entry is not moved twice.
    id_ = UUID(bytes=keyed_digest("sensitive consent", row["id"].bytes), version=4)
    user = str(row["user_id"])
    decision = {
        "purpose": "party_membership",
        "text_version": row["text_version"],
        "is_granted": row["is_granted"],
        "decided_at": row["decided_at"].isoformat(),
    }
    return {
        "id": id_,
        "user_index": None,
        "user_index_even": None,
        **index_values(USER, "user_index", None, user),
        "user_sealed": USER.seal(None, id_, user.encode()),
        "decision_sealed": DECISION.seal(None, id_, json.dumps(decision).encode()),
    }


def upgrade() -> None:
    prepare()
    op.create_table(
        "sensitive_consents",
        *shared_columns(TABLE),
        sa.Column("user_sealed", sa.LargeBinary(), nullable=False),
        sa.Column("user_index", sa.LargeBinary(), nullable=True),
        sa.Column("user_index_even", sa.LargeBinary(), nullable=True),
        sa.Column("decision_sealed", sa.LargeBinary(), nullable=False),
    )
    shared("sensitive_consents")
    op.create_index(f"ix_{TABLE}_user", TABLE, ["user_index"])
    op.create_index(f"ix_{TABLE}_user_even", TABLE, ["user_index_even"])
    names = ("id", "user_sealed", "user_index", "user_index_even", "decision_sealed")
    insert = sa.text(
        f"INSERT INTO {TABLE} ({', '.join(names)}) VALUES ({', '.join(f':{n}' for n in names)})"
    )
    connection = op.get_bind()
    while rows := [dict(row) for row in connection.execute(READ).mappings()]:
        connection.execute(insert, [_sealed(row) for row in rows])
        connection.execute(DELETE, [{"user_id": row["user_id"], "id": row["id"]} for row in rows])
    set_check("consents", CHECK, "purpose <> 'party_membership'")


def downgrade() -> None:
    prepare()
    drop_check("consents", CHECK)
    insert = sa.text(
        "INSERT INTO consents (user_id, id, purpose, text_version, is_granted, decided_at)"
        " VALUES (:user_id, :id, :purpose, :text_version, :is_granted, :decided_at)"
    )
    connection = op.get_bind()
    for row in connection.execute(OPEN).mappings().all():
        decision = json.loads(DECISION.open(None, row["id"], row["decision_sealed"]))
        decision["decided_at"] = datetime.fromisoformat(decision["decided_at"])
        user_id = UUID(USER.open(None, row["id"], row["user_sealed"]).decode())
        connection.execute(insert, {"user_id": user_id, "id": row["id"], **decision})
    op.drop_table(TABLE)
