"""Each occasion has a key of its own for its check-in codes.

Revision ID: 202611300101
Revises: 202611300100
"""

from collections.abc import Mapping
from os import urandom
from typing import Any
from uuid import UUID

from alembic import op

from app.kernel.crypto.boxes import Column
from app.kernel.database.distribution import prepare
from app.kernel.database.migration_checks import drop_check, set_check
from app.kernel.database.migration_sealing import change_rows

revision = "202611300101"
down_revision: str | None = "202611300100"
branch_labels = None
depends_on = None

KEY = Column("occasions", "code_key_sealed")


def _keyed(community_id: UUID | None, occasion_id: UUID, _kind: str) -> Mapping[str, Any]:
    return {"code_key_sealed": KEY.seal(community_id, occasion_id, urandom(32))}


def upgrade() -> None:
    prepare()
    change_rows("occasions", "kind", _keyed, condition="code_key_sealed IS NULL")
    # PostgreSQL then believes the check, and reads no row to make the column mandatory.
    set_check("occasions", "ck_occasions_keyed", "code_key_sealed IS NOT NULL")
    op.alter_column("occasions", "code_key_sealed", nullable=False)
    drop_check("occasions", "ck_occasions_keyed")


def downgrade() -> None:
    prepare()
    op.alter_column("occasions", "code_key_sealed", nullable=True)
