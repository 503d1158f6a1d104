"""Facts of audit entries are sealed; entries and consents are only ever inserted.

Revision ID: 202611280601
Revises: 202611280600
"""

import json
from collections.abc import Iterator, Sequence
from hashlib import sha256
from secrets import token_hex
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects import postgresql

from app.kernel.crypto.boxes import Column
from app.kernel.database.distribution import prepare
from app.kernel.database.migration_checks import drop_check, set_check
from app.kernel.database.migration_grants import insert_only, no_delete, plain_dml
from app.kernel.database.migration_sealing import index_values

revision = "202611280601"
down_revision: str | None = "202611280600"
branch_labels = None
depends_on = None

ROWS_AT_A_TIME = 500
CONTENT = Column("audit_contents", "content_sealed")
ABOUT = Column("audit_contents", "about_sealed")
IS_FILLED = "ck_audit_entries_content_hash"
LIST = ("ix_audit_entries_list", ["community_id", "at", "id"])
SUBJECT = ("ix_audit_entries_subject", ["community_id", "subject_id", "at", "id"])

ABOUT_SOMEBODY = "person.concerned"
NOBODY = UUID(int=0)
PERSONAL = ("sealed", "registration", "claim", "residence_claim", "signup", "ticket", "participant")
"""First words of the actions that are about a person."""

# Entries about a participant are found by that participant, as those of today are.
READ_CLEAR = """
SELECT e.community_id, e.id, e.at, e.actor_id, e.action, e.subject_id, e.facts,
    p.id AS participant_id
FROM audit_entries e
LEFT JOIN participants p ON p.community_id = e.community_id AND p.id = e.subject_id
WHERE e.content_hash IS NULL
"""
READ_SEALED = """
SELECT e.community_id, e.id, e.actor_id, e.action, e.subject_id, c.content_sealed
FROM audit_entries e
JOIN audit_contents c ON c.community_id = e.community_id AND c.id = e.id
WHERE e.facts IS NULL
"""
ADD_CONTENT = """
INSERT INTO audit_contents (community_id, id, at, is_chained, about_sealed, about_index,
    about_index_even, content_sealed)
VALUES (:community_id, :id, :at, false, :about_sealed, :about_index, :about_index_even,
    :content_sealed)
ON CONFLICT DO NOTHING
"""
# The hash is that of the content that stands there, also after an interruption between the two.
SET_HASH = """
UPDATE audit_entries AS e SET content_hash = :content_hash, actor_id = :actor_id,
    action = :action, subject_id = :subject_id
WHERE e.community_id = :community_id AND e.id = :id
AND EXISTS (SELECT FROM audit_contents c WHERE c.community_id = :community_id AND c.id = :id
    AND c.content_sealed = :content_sealed)
"""
DROP_UNFINISHED = """
DELETE FROM audit_contents AS c WHERE c.community_id = :community_id AND c.id = :id
AND NOT EXISTS (SELECT FROM audit_entries e WHERE e.community_id = :community_id AND e.id = :id
    AND e.content_hash IS NOT NULL)
"""
SET_FACTS = """
UPDATE audit_entries AS e SET facts = CAST(:facts AS jsonb), actor_id = :actor_id,
    action = :action, subject_id = :subject_id
WHERE e.community_id = :community_id AND e.id = :id
"""


def _portions(statement: str) -> Iterator[Sequence[sa.RowMapping]]:
    """Portions in the order of keys, behind those that were seen."""
    order = f" ORDER BY e.community_id, e.id LIMIT {ROWS_AT_A_TIME}"
    after = " AND (e.community_id, e.id) > (:community_id, :id)"
    connection, text, last = op.get_bind(), statement + order, dict[str, Any]()
    while rows := connection.execute(sa.text(text), last).mappings().all():
        yield rows
        text = statement + after + order
        last = {name: rows[-1][name] for name in ("community_id", "id")}


def _sealed(row: sa.RowMapping) -> dict[str, Any]:
    """The columns of an entry's content, written as `app.kernel.privacy.audit` writes them at the
    time of this revision."""
    person = row["participant_id"]
    kind = "" if person is None else "participants"
    content = json.dumps(
        {
            "salt": token_hex(16),
            "actor": str(row["actor_id"]),
            "action": row["action"],
            "subject": str(row["subject_id"]),
            "about": None if person is None else str(person),
            "kind": kind,
            "facts": row["facts"],
            "session": None,
            "address": None,
        },
        ensure_ascii=False,
        separators=(",", ":"),
    ).encode()
    community, entry = row["community_id"], row["id"]
    values = {
        "community_id": community,
        "id": entry,
        "at": row["at"],
        **_open_part(row),
        "content_sealed": CONTENT.seal(community, entry, content),
        "content_hash": sha256(content).digest(),
        "about_sealed": None,
        "about_index": None,
        "about_index_even": None,
    }
    if person is None:
        return values
    about = str(person)
    values["about_sealed"] = ABOUT.seal(community, entry, about.encode())
    return values | index_values(ABOUT, "about_index", community, about)


def _open_part(row: sa.RowMapping) -> dict[str, Any]:
    """Actor, action and row, where the entry is about no person."""
    if row["action"].partition(".")[0] in PERSONAL:
        return {"actor_id": NOBODY, "action": ABOUT_SOMEBODY, "subject_id": NOBODY}
    return {name: row[name] for name in ("actor_id", "action", "subject_id")}


def _seal_facts() -> None:
    connection = op.get_bind()
    for rows in _portions(READ_CLEAR):
        contents = [_sealed(row) for row in rows]
        for statement in (DROP_UNFINISHED, ADD_CONTENT, SET_HASH):
            connection.execute(sa.text(statement), contents)


def _open_facts() -> None:
    for rows in _portions(READ_SEALED):
        facts = [
            {
                "community_id": row["community_id"],
                "id": row["id"],
                **_opened(row),
            }
            for row in rows
        ]
        op.get_bind().execute(sa.text(SET_FACTS), facts)


def _opened(row: sa.RowMapping) -> dict[str, Any]:
    """Returns what stood open before; no facts where they were erased."""
    names = ("actor_id", "action", "subject_id")
    if row["content_sealed"] is None:
        return {name: row[name] for name in names} | {"facts": "{}"}
    content = json.loads(CONTENT.open(row["community_id"], row["id"], row["content_sealed"]))
    return {
        "actor_id": UUID(content["actor"]),
        "action": content["action"],
        "subject_id": UUID(content["subject"]),
        "facts": json.dumps(content["facts"]),
    }


def upgrade() -> None:
    prepare()
    with op.get_context().autocommit_block():
        _seal_facts()
        for name, columns in (LIST, SUBJECT):
            op.create_index(
                name, "audit_entries", columns, postgresql_concurrently=True, if_not_exists=True
            )
    # With this rule PostgreSQL believes NOT NULL without reading the table.
    set_check("audit_entries", IS_FILLED, "content_hash IS NOT NULL")
    op.alter_column("audit_entries", "content_hash", nullable=False)
    drop_check("audit_entries", IS_FILLED)
    op.drop_column("audit_entries", "facts")
    insert_only("audit_entries")
    insert_only("consents")
    # Its rows are locked, and sealed anew when keys are replaced; what is sealed cannot be forged.
    no_delete("sensitive_consents")


def downgrade() -> None:
    prepare()
    plain_dml("sensitive_consents")
    plain_dml("consents")
    plain_dml("audit_entries")
    op.add_column(
        "audit_entries",
        sa.Column("facts", postgresql.JSONB(astext_type=sa.Text()), nullable=True),
    )
    op.alter_column("audit_entries", "content_hash", nullable=True)
    for name, _ in (LIST, SUBJECT):
        op.drop_index(name, "audit_entries")
    with op.get_context().autocommit_block():
        _open_facts()
    set_check("audit_entries", IS_FILLED, "facts IS NOT NULL")
    op.alter_column("audit_entries", "facts", nullable=False)
    drop_check("audit_entries", IS_FILLED)
