"""Messages and events are sealed: what they say, and of which kind they are, in one value.

Revision ID: 202611280310
Revises: 202611280100
"""

import json
from collections.abc import Mapping
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

from app.kernel.crypto.boxes import Column
from app.kernel.database.distribution import prepare
from app.kernel.database.migration_checks import drop_check, set_check
from app.kernel.database.migration_sealing import change_rows

revision = "202611280310"
down_revision: str | None = "202611280100"
branch_labels = None
depends_on = None

CONTENT = Column("inbox_messages", "content_sealed")
EVENT = Column("events", "event_sealed")
FAILURE = Column("listener_failures", "event_sealed")
JSONB = postgresql.JSONB(astext_type=sa.Text())


def padded(text: str, least: int) -> bytes:
    """Compact JSON with blanks behind it, as `PaddedJson` writes it at the time of this revision."""
    content = json.dumps(json.loads(text), ensure_ascii=False, separators=(",", ":")).encode()
    length = least
    while length <= len(content):
        length *= 2
    return content.ljust(length - 1)


def require(table: str, column: str) -> None:
    """Make a column NOT NULL without reading the table under a lock."""
    name = f"ck_{table}_{column}_there"
    set_check(table, name, f"{column} IS NOT NULL")
    op.alter_column(table, column, nullable=False)
    drop_check(table, name)


def seal_content(owner: UUID | None, row_id: UUID, text: str) -> Mapping[str, Any]:
    return {"content_sealed": CONTENT.seal(owner, row_id, padded(text, 512))}


def open_content(owner: UUID | None, row_id: UUID, stored: bytes) -> Mapping[str, Any]:
    content = json.loads(CONTENT.open(owner, row_id, stored))
    return {"kind": content["kind"], "variables": json.dumps(content["variables"])}


def seal_failure(owner: UUID | None, row_id: UUID, text: str) -> Mapping[str, Any]:
    kind: str = json.loads(text)["kind"]
    return {
        "event_sealed": FAILURE.seal(owner, row_id, padded(text, 256)),
        "kind": kind.partition(".")[0],
        "payload": None,
        "listener": None,
    }


def open_failure(owner: UUID | None, row_id: UUID, stored: bytes) -> Mapping[str, Any]:
    event = json.loads(FAILURE.open(owner, row_id, stored))
    return {
        "kind": event["kind"],
        "payload": json.dumps(event["payload"]),
        "listener": event["listener"],
    }


def open_event(owner: UUID | None, row_id: UUID, stored: bytes) -> Mapping[str, Any]:
    event = json.loads(EVENT.open(owner, row_id, stored))
    return {"kind": event["kind"], "payload": json.dumps(event["payload"])}


def forget(_owner: UUID | None, _row_id: UUID, kind: str) -> Mapping[str, Any]:
    """Empties a settled event, which nobody reads any more."""
    return {"kind": kind.partition(".")[0], "payload": None}


def empty(_owner: UUID | None, _row_id: UUID, _kind: str) -> Mapping[str, Any]:
    return {"payload": "{}"}


def upgrade() -> None:
    prepare()
    op.add_column("inbox_messages", sa.Column("content_sealed", sa.LargeBinary(), nullable=True))
    change_rows(
        "inbox_messages",
        "CAST(jsonb_build_object('kind', kind, 'variables', variables) AS text)",
        seal_content,
        condition="content_sealed IS NULL",
    )
    require("inbox_messages", "content_sealed")
    op.drop_column("inbox_messages", "kind")
    op.drop_column("inbox_messages", "variables")
    for table in ("events", "listener_failures"):
        op.add_column(table, sa.Column("event_sealed", sa.LargeBinary(), nullable=True))
        op.alter_column(table, "payload", nullable=True)
    op.alter_column("listener_failures", "listener", nullable=True)
    # Events that wait are left as they are: workers of both versions read them, and forget what
    # they hold when they are settled.
    change_rows(
        "events", "kind", forget, condition="settled_at IS NOT NULL AND payload IS NOT NULL"
    )
    change_rows(
        "listener_failures",
        "CAST(jsonb_build_object('kind', kind, 'payload', payload, 'listener', listener) AS text)",
        seal_failure,
        condition="event_sealed IS NULL",
    )


def downgrade() -> None:
    prepare()
    change_rows("events", "event_sealed", open_event, casts={"payload": "jsonb"})
    change_rows("listener_failures", "event_sealed", open_failure, casts={"payload": "jsonb"})
    change_rows("events", "kind", empty, condition="payload IS NULL", casts={"payload": "jsonb"})
    op.alter_column("listener_failures", "listener", nullable=False)
    for table in ("events", "listener_failures"):
        require(table, "payload")
        op.drop_column(table, "event_sealed")
    op.add_column("inbox_messages", sa.Column("kind", sa.String(), nullable=True))
    op.add_column("inbox_messages", sa.Column("variables", JSONB, nullable=True))
    change_rows("inbox_messages", "content_sealed", open_content, casts={"variables": "jsonb"})
    require("inbox_messages", "kind")
    require("inbox_messages", "variables")
    op.drop_column("inbox_messages", "content_sealed")
