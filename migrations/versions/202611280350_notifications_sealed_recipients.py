"""Messages about tickets name their recipients by a keyed index alone, like those on memberships.

Revision ID: 202611280350
Revises: 202611280705
"""

import json
from collections.abc import Mapping
from typing import Any
from uuid import UUID

from app.kernel.crypto.boxes import Column
from app.kernel.database.distribution import prepare
from app.kernel.database.migration_sealing import change_rows, index_values

revision = "202611280350"
down_revision: str | None = "202611280705"
branch_labels = None
depends_on = None

CONTENT = Column("inbox_messages", "content_sealed")
RECIPIENT = Column("inbox_messages", "recipient_sealed")
TICKET = "ticket/"


def pointer(owner: UUID | None, row_id: UUID, recipient: str) -> Mapping[str, Any]:
    """Returns the columns of a row that names its recipient by the index alone."""
    indexes = {"recipient_index": None, "recipient_index_even": None}
    found = index_values(RECIPIENT, "recipient_index", owner, recipient)
    sealed = {"recipient_sealed": RECIPIENT.seal(owner, row_id, recipient.encode())}
    return {"participant_id": None} | sealed | indexes | found


def named(participant_id: str) -> Mapping[str, Any]:
    """Returns the columns of a row that names its recipient openly."""
    columns = ("recipient_sealed", "recipient_index", "recipient_index_even")
    return {"participant_id": participant_id} | dict.fromkeys(columns)


def seal_recipient(owner: UUID | None, row_id: UUID, text: str) -> Mapping[str, Any]:
    participant_id, _, stored = text.partition(" ")
    kind: str = json.loads(CONTENT.open(owner, row_id, bytes.fromhex(stored)))["kind"]
    if not kind.startswith("feedback."):
        return named(participant_id)
    return pointer(owner, row_id, f"{TICKET}{participant_id}")


def open_recipient(owner: UUID | None, row_id: UUID, stored: bytes) -> Mapping[str, Any]:
    recipient = RECIPIENT.open(owner, row_id, stored).decode()
    if not recipient.startswith(TICKET):
        return pointer(owner, row_id, recipient)
    return named(recipient.removeprefix(TICKET))


def upgrade() -> None:
    prepare()
    change_rows(
        "inbox_messages",
        "participant_id || ' ' || encode(content_sealed, 'hex')",
        seal_recipient,
        condition="participant_id IS NOT NULL",
        casts={"participant_id": "uuid"},
    )


def downgrade() -> None:
    prepare()
    change_rows(
        "inbox_messages", "recipient_sealed", open_recipient, casts={"participant_id": "uuid"}
    )
