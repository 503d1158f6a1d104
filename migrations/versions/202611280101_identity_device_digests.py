"""Digests of devices are keyed.

Revision ID: 202611280101
Revises: 202611280411
"""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

from alembic import op

from app.kernel.crypto.digests import keyed_digest
from app.kernel.database.distribution import prepare
from app.kernel.database.migration_sealing import change_rows

revision = "202611280101"
down_revision: str | None = "202611280411"
branch_labels = None
depends_on = None

UNKEYED = "octet_length(device_hash) = 32"


def _keyed(_user: UUID | None, _id: UUID, digest: bytes) -> Mapping[str, Any]:
    return {"device_hash": keyed_digest("device", digest)}


def upgrade() -> None:
    prepare()
    change_rows("sessions", "device_hash", _keyed, tenant="user_id", condition=UNKEYED)


def downgrade() -> None:
    prepare()
    # A keyed digest leads to no unkeyed one. Without it a device that loses the answer of a
    # refresh logs in again.
    op.execute("UPDATE sessions SET device_hash = NULL WHERE sessions.user_id = sessions.user_id")
