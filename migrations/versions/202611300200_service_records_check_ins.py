"""Occasions are found by the digits that their codes name, and people check out without a code.

Revision ID: 202611300200
Revises: 202611300301
"""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from alembic import op

from app.kernel.database.distribution import prepare
from app.kernel.database.migration_checks import set_check
from app.kernel.database.migration_sealing import change_rows

revision = "202611300200"
down_revision: str | None = "202611300301"
branch_labels = None
depends_on = None

FORMER = ("code", "leader", "roster", "packet", "desk", "end")
COLUMNS = ("check_in_means", "check_out_means")


def _by_code(_community_id: UUID | None, _id: UUID, _means: str) -> Mapping[str, Any]:
    return {"check_out_means": "code"}


def upgrade() -> None:
    prepare()
    op.create_index(
        "ix_occasions_code",
        "occasions",
        ["community_id", sa.text("right(id::text, 7)")],
        if_not_exists=True,
    )
    _allow(("code", "self", *FORMER[1:]))


def downgrade() -> None:
    prepare()
    change_rows("attendances", "check_out_means", _by_code, condition="check_out_means = 'self'")
    _allow(FORMER)
    op.drop_index("ix_occasions_code", table_name="occasions")


def _allow(means: tuple[str, ...]) -> None:
    listed = ", ".join(f"'{one}'" for one in means)
    for column in COLUMNS:
        set_check("attendances", f"ck_attendances_{column}", f"{column} IN ({listed})")
