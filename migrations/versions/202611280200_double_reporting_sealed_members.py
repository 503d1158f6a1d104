"""Registrations of members name nobody: person and proceedings are sealed, ids and instants gone.

Revision ID: 202611280200
Revises: 202611280101
"""

import json
from collections.abc import Iterator
from datetime import datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from alembic import op
from sqlalchemy.schema import conv

from app.communities.models.entered_columns import entered_columns
from app.kernel.crypto.boxes import Column
from app.kernel.crypto.digests import keyed_digest
from app.kernel.crypto.keys import current
from app.kernel.database.distribution import prepare
from app.kernel.database.migration_checks import drop_check
from app.kernel.database.migration_columns import enum_column
from app.kernel.database.migration_sealing import index_values

revision = "202611280200"
down_revision: str | None = "202611280101"
branch_labels = None
depends_on = None

TABLE = "member_registrations"
ROWS_AT_A_TIME = 500
PERSON, PROCEEDINGS = Column(TABLE, "person_sealed"), Column(TABLE, "proceedings_sealed")
ORGANIZATION = Column(TABLE, "organization_sealed")
FORM = ("organization", "real_name", "skills", "time_available", "willingness")
INSTANTS = ("submitted_at", "decided_at", "ended_at")
TEXTS = ("channel", "witness", "reason", "verify_method", "receipt_number", "end_reason")
USERS = ("entered_by", "decided_by")
NOTED = (*INSTANTS, *TEXTS, *USERS)
KEY = f"{TABLE}.community_id = :community_id AND {TABLE}.id = :id"
DOCUMENTS = sa.text(
    "UPDATE numbered_documents SET subject_id = :new_id"
    " WHERE numbered_documents.community_id = :community_id AND subject_id = :id"
)
LIVE = "status IN ('active', 'returned', 'submitted')"
OVER = "status IN ('declined', 'ended', 'withdrawn')"
MONTH_AFTER = "date_trunc('month', coalesce(ended_at, decided_at)) + interval '1 month'"


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


def _timeless(id_: UUID) -> UUID:
    """The same new id for an old one each time the revision is run."""
    return UUID(bytes=keyed_digest("member registration", id_.bytes), version=4)


def _sealed(row: dict[str, Any]) -> dict[str, Any]:
    tenant, id_ = row["community_id"], row["id"]
    new_id, person = _timeless(id_), str(row["participant_id"])
    noted = {name: None if row[name] is None else str(row[name]) for name in (*TEXTS, *USERS)}
    noted |= {name: row[name] and row[name].isoformat() for name in INSTANTS}
    values: dict[str, Any] = {
        "person_index": None,
        "person_index_even": None,
        **index_values(PERSON, "person_index", tenant, person),
        "person_sealed": PERSON.seal(tenant, new_id, person.encode()),
        "proceedings_sealed": PROCEEDINGS.seal(tenant, new_id, json.dumps(noted).encode()),
    }
    for name in FORM:
        column = Column(TABLE, f"{name}_sealed")
        content = column.open(tenant, id_, row[column.name])
        values[column.name] = column.seal(tenant, new_id, content)
    return {"community_id": tenant, "id": id_, "new_id": new_id, **values}


def _seal_all() -> None:
    columns = ", ".join((*NOTED, "participant_id", *(f"{name}_sealed" for name in FORM)))
    new = ("person_index", "person_index_even", "person_sealed", "proceedings_sealed")
    settings = ", ".join(f"{name} = :{name}" for name in (*new, *(f"{n}_sealed" for n in FORM)))
    update = (
        f"UPDATE {TABLE} SET id = :new_id, over_since = CASE WHEN {OVER} THEN {MONTH_AFTER} END"
    )
    for rows in _rows("person_sealed IS NULL AND organization_sealed IS NOT NULL", columns):
        changes = [_sealed(row) for row in rows]
        ids = [{name: one[name] for name in ("community_id", "id", "new_id")} for one in changes]
        # First the documents: what is interrupted in between is done again, with the same new ids.
        op.get_bind().execute(DOCUMENTS, ids)
        op.get_bind().execute(sa.text(f"{update}, {settings} WHERE {KEY}"), changes)


def upgrade() -> None:
    prepare()
    for name in ("person_sealed", "person_index", "person_index_even", "proceedings_sealed"):
        op.execute(f"ALTER TABLE {TABLE} ADD COLUMN IF NOT EXISTS {name} BYTEA")
    op.execute(f"ALTER TABLE {TABLE} ADD COLUMN IF NOT EXISTS over_since TIMESTAMPTZ")
    with op.get_context().autocommit_block():
        _seal_all()
    prepare()
    # From here on nobody writes rows of the former shape; those since the first round follow.
    op.execute(f"ALTER TABLE {TABLE} ALTER COLUMN participant_id DROP NOT NULL")
    # Their consent is withdrawn and their form erased: nothing is left to be kept.
    for rows in _rows("organization_sealed IS NULL", "status"):
        op.get_bind().execute(sa.text(f"DELETE FROM {TABLE} WHERE {KEY}"), rows)
    _seal_all()
    for index in ("mine", "unit"):
        op.drop_index(f"ix_{TABLE}_{index}", TABLE)
    op.drop_index(f"uq_{TABLE}_live", TABLE)
    drop_check(TABLE, f"ck_{TABLE}_receipt")
    drop_check(TABLE, f"ck_{TABLE}_witness")
    for name in ("participant_id", "organization_index", *NOTED):
        op.drop_column(TABLE, name)
    for name in ("person", "proceedings", *FORM):
        op.alter_column(TABLE, f"{name}_sealed", nullable=False)
    op.create_check_constraint(
        conv(f"ck_{TABLE}_over"),
        TABLE,
        "(status IN ('declined', 'withdrawn', 'ended')) = (over_since IS NOT NULL)",
    )
    for suffix in ("", "_even"):
        found_by = ["community_id", f"person_index{suffix}"]
        op.create_index(f"ix_{TABLE}_person{suffix}", TABLE, found_by)
        op.create_index(
            f"uq_{TABLE}_live{suffix}", TABLE, found_by, unique=True, postgresql_where=sa.text(LIVE)
        )


def _opened(row: dict[str, Any]) -> dict[str, Any]:
    tenant, id_ = row["community_id"], row["id"]
    noted = json.loads(PROCEEDINGS.open(tenant, id_, row["proceedings_sealed"]))
    organization = ORGANIZATION.open(tenant, id_, row["organization_sealed"]).decode()
    return {
        "community_id": tenant,
        "id": id_,
        "participant_id": PERSON.open(tenant, id_, row["person_sealed"]).decode(),
        "organization_index": ORGANIZATION.blind(tenant, organization, min(current().index)),
        **{name: noted.get(name) for name in (*TEXTS, *USERS)},
        **{name: _instant(noted.get(name)) for name in INSTANTS},
    }


def _instant(text: str | None) -> datetime | None:
    return None if text is None else datetime.fromisoformat(text)


def _open_all() -> None:
    casts = {"participant_id": "uuid", "organization_index": "bytea"}
    casts |= dict.fromkeys(INSTANTS, "timestamptz") | dict.fromkeys(USERS, "uuid")
    settings = ", ".join(
        f"{name} = CAST(:{name} AS {casts.get(name, 'varchar')})"
        for name in ("participant_id", "organization_index", *NOTED)
    )
    update = f"UPDATE {TABLE} SET {settings} WHERE {KEY}"
    sealed = "person_sealed, proceedings_sealed, organization_sealed"
    for rows in _rows("participant_id IS NULL", sealed):
        op.get_bind().execute(sa.text(update), [_opened(row) for row in rows])


def downgrade() -> None:
    prepare()
    for suffix in ("", "_even"):
        op.drop_index(f"uq_{TABLE}_live{suffix}", TABLE)
        op.drop_index(f"ix_{TABLE}_person{suffix}", TABLE)
    op.drop_constraint(conv(f"ck_{TABLE}_over"), TABLE)
    methods = ("unit_liaison", "community", "paper_slip")
    entered = [one for one in entered_columns(TABLE) if isinstance(one, sa.Column)]
    columns: list[sa.Column[Any]] = [
        sa.Column("participant_id", sa.Uuid()),
        sa.Column("organization_index", sa.LargeBinary()),
        enum_column("verify_method", methods, check="verify_method", nullable=True),
        sa.Column("receipt_number", sa.String()),
        sa.Column("end_reason", sa.String()),
        sa.Column("reason", sa.String()),
        sa.Column("decided_by", sa.Uuid()),
        *(sa.Column(name, sa.DateTime(timezone=True)) for name in INSTANTS),
        *entered,
    ]
    for column in columns:
        column.nullable = True
        op.add_column(TABLE, column)
    _open_all()
    for name in ("participant_id", "submitted_at", "entered_by", "channel"):
        op.alter_column(TABLE, name, nullable=False)
    for name in FORM:
        op.alter_column(TABLE, f"{name}_sealed", nullable=True)
    for name in ("person_sealed", "proceedings_sealed", "over_since"):
        op.drop_column(TABLE, name)
    for suffix in ("", "_even"):
        op.drop_column(TABLE, f"person_index{suffix}")
    _restore_rules()


def _restore_rules() -> None:
    op.create_foreign_key(
        f"fk_{TABLE}_participant",
        TABLE,
        "participants",
        ["community_id", "participant_id"],
        ["community_id", "id"],
    )
    op.create_check_constraint(
        conv(f"ck_{TABLE}_receipt"),
        TABLE,
        "(status IN ('active', 'ended')) = (verify_method IS NOT NULL AND receipt_number IS NOT NULL)",
    )
    op.create_check_constraint(
        conv(f"ck_{TABLE}_witness"), TABLE, "(channel = 'self') = (witness IS NULL)"
    )
    op.create_index(f"ix_{TABLE}_mine", TABLE, ["community_id", "participant_id", "id"])
    op.create_index(f"ix_{TABLE}_unit", TABLE, ["community_id", "organization_index", "id"])
    op.create_index(
        f"uq_{TABLE}_live",
        TABLE,
        ["community_id", "participant_id"],
        unique=True,
        postgresql_where=sa.text(LIVE),
    )
