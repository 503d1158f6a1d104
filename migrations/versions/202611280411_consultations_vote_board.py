"""The vote board is a table of its own, one list for each question; what stands sealed in votes and
ballots stands there no more in clear.

Revision ID: 202611280411
Revises: 202611280410
"""

import json
from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from alembic import op
from sqlalchemy.dialects.postgresql import JSONB

from app.kernel.crypto.boxes import Column
from app.kernel.database.distribution import prepare, scoped
from app.kernel.database.migration_columns import community_columns
from app.kernel.database.migration_sealing import change_rows, open_column

revision = "202611280411"
down_revision: str | None = "202611280410"
branch_labels = None
depends_on = None

CONTENT = Column("votes", "content_sealed")
COUNTED = """CHECK (({tally} IS NULL) = (status NOT IN ('closed', 'certified', 'published'))
OR status = 'annulled')"""
# Boards of ballots that are published already: of rolls of 30 or more, from ten votes on, and not
# where all chose alike.
BOARDS = """
INSERT INTO vote_board (community_id, id, ballot_id, question, receipt_sha256, choice)
SELECT v.community_id, CAST(encode(substring(d.digest FROM 1 FOR 16), 'hex') AS uuid), v.ballot_id,
       q.question, d.digest, q.choice
FROM votes AS v
JOIN ballots AS b ON b.community_id = v.community_id AND b.id = v.ballot_id
CROSS JOIN LATERAL jsonb_each_text(v.choices) AS q (question, choice)
CROSS JOIN LATERAL (
    SELECT sha256(convert_to(encode(v.receipt_digest, 'hex') || '/' || q.question, 'UTF8'))
) AS d (digest)
WHERE b.status = 'published' AND b.roll_size >= 30
  AND CAST(b.tally ->> 'present' AS integer) >= 10
  AND (SELECT max(CAST(c.votes AS integer))
       FROM jsonb_each_text(b.tally -> 'counts' -> q.question) AS c (option, votes))
      < CAST(b.tally ->> 'present' AS integer)
ORDER BY d.digest
"""
DIGESTS = """
UPDATE ballots AS b SET board_digests = coalesce((
    SELECT jsonb_object_agg(one.question, one.digest)
    FROM (
        SELECT e.question, encode(sha256(convert_to(string_agg(
            encode(e.receipt_sha256, 'hex') || ' ' || e.choice || chr(10), '' ORDER BY e.id
        ), 'UTF8')), 'hex') AS digest
        FROM vote_board AS e
        WHERE e.community_id = b.community_id AND e.ballot_id = b.id
        GROUP BY e.question
    ) AS one
), '{}')
WHERE b.community_id = :here AND b.status = 'published'
"""
NAME_ENTRY = "UPDATE votes SET roll_entry_id = id WHERE votes.community_id = :here"


def upgrade() -> None:
    prepare()
    op.create_table(
        "vote_board",
        *community_columns("vote_board"),
        sa.Column("ballot_id", sa.Uuid(), nullable=False),
        sa.Column("question", sa.String(), nullable=False),
        sa.Column("receipt_sha256", sa.LargeBinary(), nullable=False),
        sa.Column("choice", sa.String(), nullable=False),
    )
    scoped("vote_board")
    op.create_index(
        "ix_vote_board_question", "vote_board", ["community_id", "ballot_id", "question", "id"]
    )
    op.add_column("ballots", sa.Column("board_digests", JSONB(), nullable=True))
    op.execute(BOARDS)
    _in_each_community(DIGESTS, "ballots")
    op.drop_constraint("ck_ballots_counted", "ballots")
    op.execute(
        "ALTER TABLE ballots ADD CONSTRAINT ck_ballots_counted "
        + COUNTED.format(tally="tally_sealed")
    )
    op.drop_column("ballots", "tally")
    op.drop_index("uq_votes_receipt", "votes")
    op.drop_index("uq_votes_once", "votes")
    op.drop_constraint("fk_votes_community_id_roll_entry_id", "votes")
    for name in ("roll_entry_id", "choices", "receipt_digest", "cast_at"):
        op.drop_column("votes", name)
    op.create_index("ix_votes_ballot", "votes", ["community_id", "ballot_id", "id"])
    op.create_foreign_key(
        "fk_votes_community_id_id",
        "votes",
        "electoral_roll",
        ["community_id", "id"],
        ["community_id", "id"],
    )


def downgrade() -> None:
    prepare()
    for name, kind in (
        ("roll_entry_id", "uuid"),
        ("choices", "jsonb"),
        ("receipt_digest", "bytea"),
        ("cast_at", "timestamptz"),
    ):
        op.execute(f"ALTER TABLE votes ADD COLUMN IF NOT EXISTS {name} {kind}")
    op.execute("ALTER TABLE ballots ADD COLUMN IF NOT EXISTS tally jsonb")
    change_rows(
        "votes",
        CONTENT.name,
        _open,
        casts={"choices": "jsonb"},
        condition="choices IS NULL",
    )
    open_column("ballots", "tally", "tally_sealed", as_json=True)
    op.drop_constraint("fk_votes_community_id_id", "votes")
    op.drop_index("ix_votes_ballot", "votes")
    _in_each_community(NAME_ENTRY, "votes")
    for name in ("roll_entry_id", "choices", "receipt_digest", "cast_at"):
        op.alter_column("votes", name, nullable=False)
    op.create_foreign_key(
        "fk_votes_community_id_roll_entry_id",
        "votes",
        "electoral_roll",
        ["community_id", "roll_entry_id"],
        ["community_id", "id"],
    )
    op.create_index("uq_votes_once", "votes", ["community_id", "roll_entry_id"], unique=True)
    op.create_index(
        "uq_votes_receipt", "votes", ["community_id", "ballot_id", "receipt_digest"], unique=True
    )
    op.drop_constraint("ck_ballots_counted", "ballots")
    op.execute(
        "ALTER TABLE ballots ADD CONSTRAINT ck_ballots_counted " + COUNTED.format(tally="tally")
    )
    op.drop_column("ballots", "board_digests")
    op.drop_table("vote_board")


def _in_each_community(statement: str, table: str) -> None:
    bind = op.get_bind()
    for here in bind.execute(sa.text(f"SELECT DISTINCT community_id FROM {table}")).all():
        bind.execute(sa.text(statement), {"here": here[0]})


def _open(owner: UUID | None, row_id: UUID, stored: bytes) -> Mapping[str, Any]:
    choices, receipt, microseconds = json.loads(CONTENT.open(owner, row_id, stored))
    return {
        "choices": json.dumps(choices),
        "receipt_digest": bytes.fromhex(receipt),
        "cast_at": datetime.fromtimestamp(microseconds / 1_000_000, UTC),
    }
