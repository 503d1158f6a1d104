"""Registration forms carry a contact and codes; what was written freely before becomes remarks.

Revision ID: 202611290701
Revises: 202611290501
"""

import json
import logging
from collections.abc import Callable, Iterator
from typing import Any

import sqlalchemy as sa
from alembic import op

from app.kernel.crypto.boxes import Column, Unopenable
from app.kernel.database.distribution import prepare
from app.kernel.database.migration_checks import drop_check, set_check

revision = "202611290701"
down_revision: str | None = "202611290501"
branch_labels = None
depends_on = None

TABLE = "member_registrations"
KEY = f"{TABLE}.community_id = :community_id AND {TABLE}.id = :id"
ROWS_AT_A_TIME = 500
LEAST_BYTES = 512
LABELS = {"skills": "特长", "time_available": "可服务时间", "willingness": "服务意愿"}
FREE = {name: Column(TABLE, f"{name}_sealed") for name in LABELS}
CONTACT, OFFER = Column(TABLE, "contact_sealed"), Column(TABLE, "offer_sealed")
FORMER = tuple(column.name for column in FREE.values())
PRESENT = (CONTACT.name, OFFER.name)
Row = dict[str, Any]
LOG = logging.getLogger("alembic.runtime.migration")


def upgrade() -> None:
    prepare()
    for name in PRESENT:
        op.execute(f"ALTER TABLE {TABLE} ADD COLUMN IF NOT EXISTS {name} BYTEA")
    with op.get_context().autocommit_block():
        _change("offer_sealed IS NULL", FORMER, PRESENT, _coded)
    prepare()
    # From here on nobody writes rows of the former shape; those since the first round follow.
    for name in FORMER:
        op.execute(f"ALTER TABLE {TABLE} ALTER COLUMN {name} DROP NOT NULL")
    _change("offer_sealed IS NULL", FORMER, PRESENT, _coded)
    _require(PRESENT)
    for name in FORMER:
        op.drop_column(TABLE, name)


def downgrade() -> None:
    prepare()
    for name in FORMER:
        op.execute(f"ALTER TABLE {TABLE} ADD COLUMN IF NOT EXISTS {name} BYTEA")
    with op.get_context().autocommit_block():
        _change("willingness_sealed IS NULL", PRESENT, FORMER, _free)
    prepare()
    for name in PRESENT:
        op.execute(f"ALTER TABLE {TABLE} ALTER COLUMN {name} DROP NOT NULL")
    _change("willingness_sealed IS NULL", PRESENT, FORMER, _free)
    _require(FORMER)
    for name in PRESENT:
        op.drop_column(TABLE, name)


def _require(columns: tuple[str, ...]) -> None:
    """Set NOT NULL by a CHECK, with which the table is not read again under its lock."""
    for name in columns:
        set_check(TABLE, f"ck_{TABLE}_{name}", f"{name} IS NOT NULL")
        op.alter_column(TABLE, name, nullable=False)
        drop_check(TABLE, f"ck_{TABLE}_{name}")


def _change(
    condition: str,
    read: tuple[str, ...],
    written: tuple[str, ...],
    change: Callable[[Row], Row],
) -> None:
    settings = ", ".join(f"{name} = :{name}" for name in written)
    update = sa.text(f"UPDATE {TABLE} SET {settings} WHERE {KEY}")
    for rows in _portions(condition, ", ".join(read)):
        op.get_bind().execute(update, [row | _changed(row, written, change) for row in rows])


def _changed(row: Row, written: tuple[str, ...], change: Callable[[Row], Row]) -> Row:
    """One damaged value does not stop the revision: its row stays unreadable, and is named."""
    try:
        return change(row)
    except Unopenable:
        LOG.warning("%s %s of %s does not open", TABLE, row["id"], row["community_id"])
        return dict.fromkeys(written, b"")


def _portions(condition: str, columns: str) -> Iterator[list[Row]]:
    first = f"SELECT community_id, id, {columns} FROM {TABLE} WHERE {condition}"
    later = " AND (community_id, id) > (:community_id, :id)"
    order = f" ORDER BY community_id, id LIMIT {ROWS_AT_A_TIME}"
    connection = op.get_bind()
    rows = connection.execute(sa.text(first + order)).mappings().all()
    while rows:
        yield [dict(row) for row in rows]
        last = {name: rows[-1][name] for name in ("community_id", "id")}
        rows = connection.execute(sa.text(first + later + order), last).mappings().all()


def _coded(row: Row) -> Row:
    tenant, id_ = row["community_id"], row["id"]
    texts = {name: box.open(tenant, id_, row[box.name]).decode() for name, box in FREE.items()}
    is_labelled = texts["willingness"].startswith(tuple(f"{zh}：" for zh in LABELS.values()))
    lines = [
        text if is_labelled else f"{LABELS[name]}：{text}" for name, text in texts.items() if text
    ]
    offer = {"skills": [], "service_kinds": [], "times": [], "remarks": "\n".join(lines)}
    return {
        CONTACT.name: CONTACT.seal(tenant, id_, b""),
        OFFER.name: OFFER.seal(tenant, id_, _padded(offer)),
    }


def _padded(value: object) -> bytes:
    """JSON of a length that tells nothing, as the field pads it."""
    content = json.dumps(value, ensure_ascii=False, separators=(",", ":")).encode()
    length = LEAST_BYTES
    while length <= len(content):
        length *= 2
    return content.ljust(length - 1)


def _free(row: Row) -> Row:
    tenant, id_ = row["community_id"], row["id"]
    offer = json.loads(OFFER.open(tenant, id_, row[OFFER.name]))
    codes = {"skills": offer["skills"], "time_available": offer["times"]}
    texts = {name: "、".join(codes[name]) for name in codes} | {"willingness": offer["remarks"]}
    return {box.name: box.seal(tenant, id_, texts[name].encode()) for name, box in FREE.items()}
