"""Opinions that are hidden or withdrawn are sealed, and with them the reasons of hiding.

Revision ID: 202611280413
Revises: 202611280330
"""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from alembic import op

from app.kernel.crypto.boxes import Column
from app.kernel.database.distribution import prepare
from app.kernel.database.migration_checks import drop_check, set_check
from app.kernel.database.migration_sealing import change_rows, open_column, seal_column

revision = "202611280413"
down_revision: str | None = "202611280330"
branch_labels = None
depends_on = None

TEXT = Column("opinions", "text_sealed")
HIDDEN = "(status = 'hidden') <= ({reason} IS NOT NULL)"
WITHHELD = "(status = 'shown') = (text IS NOT NULL) AND (text IS NULL) = (text_sealed IS NOT NULL)"
EMPTY = "UPDATE opinions SET text = NULL WHERE opinions.community_id = :here AND status <> 'shown'"


def upgrade() -> None:
    prepare()
    for name in ("text_sealed", "hidden_reason_sealed"):
        op.execute(f"ALTER TABLE opinions ADD COLUMN IF NOT EXISTS {name} bytea")
    op.alter_column("opinions", "text", nullable=True)
    is_due = "status <> 'shown' AND text_sealed IS NULL"
    change_rows("opinions", "text", _seal, condition=is_due)
    bind = op.get_bind()
    for here in bind.execute(sa.text("SELECT DISTINCT community_id FROM opinions")).all():
        bind.execute(sa.text(EMPTY), {"here": here[0]})
    seal_column("opinions", "hidden_reason", "hidden_reason_sealed")
    set_check("opinions", "ck_opinions_withheld", WITHHELD)
    set_check("opinions", "ck_opinions_hidden", HIDDEN.format(reason="hidden_reason_sealed"))
    op.drop_column("opinions", "hidden_reason")


def downgrade() -> None:
    prepare()
    drop_check("opinions", "ck_opinions_withheld")
    op.execute("ALTER TABLE opinions ADD COLUMN IF NOT EXISTS hidden_reason varchar")
    open_column("opinions", "hidden_reason", "hidden_reason_sealed")
    open_column("opinions", "text", "text_sealed")
    set_check("opinions", "ck_opinions_hidden", HIDDEN.format(reason="hidden_reason"))
    op.alter_column("opinions", "text", nullable=False)
    op.drop_column("opinions", "hidden_reason_sealed")
    op.drop_column("opinions", "text_sealed")


def _seal(owner: UUID | None, row_id: UUID, text: str) -> Mapping[str, Any]:
    return {TEXT.name: TEXT.seal(owner, row_id, text.encode())}
