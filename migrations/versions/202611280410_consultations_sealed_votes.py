"""Votes say how they were cast, with their receipts and instants, in sealed bytes of one length for
a ballot; the counts of a ballot are sealed, too. A vote has the id of its roll entry.

Revision ID: 202611280410
Revises: 202611280703
"""

from collections.abc import Mapping
from typing import Any
from uuid import UUID

import sqlalchemy as sa
from alembic import op

from app.kernel.crypto.boxes import Column
from app.kernel.database.distribution import prepare
from app.kernel.database.migration_checks import drop_check, set_check
from app.kernel.database.migration_sealing import change_rows, seal_column

revision = "202611280410"
down_revision: str | None = "202611280703"
branch_labels = None
depends_on = None

CONTENT = Column("votes", "content_sealed")
# Keys of questions and options have no spaces, so that JSON without spaces is what is left.
CHOICES = "replace(choices::text, ' ', '')"
SAID = f"""
'[' || {CHOICES} || ',"' || encode(receipt_digest, 'hex') || '",'
|| (extract(epoch FROM cast_at) * 1000000)::bigint || ']'
"""
# 88 bytes beside the choices of which two are braces; for each question two keys in quotes, a colon
# and a comma, of which the last one is not there.
LENGTH = """
(SELECT (88 + sum(length(q ->> 'key') + 6 + (
    SELECT max(length(o ->> 'key')) FROM jsonb_array_elements(q -> 'options') AS o
)))::integer FROM ballots AS b, jsonb_array_elements(b.questions) AS q
WHERE b.community_id = votes.community_id AND b.id = votes.ballot_id)
"""
GIVE_ID = """
UPDATE votes SET id = roll_entry_id WHERE votes.community_id = :here AND id <> roll_entry_id
"""


def upgrade() -> None:
    prepare()
    op.execute("ALTER TABLE votes ADD COLUMN IF NOT EXISTS content_sealed bytea")
    op.execute("ALTER TABLE ballots ADD COLUMN IF NOT EXISTS tally_sealed bytea")
    # An entry has one vote, so no two of them get one id.
    for here in op.get_bind().execute(sa.text("SELECT DISTINCT community_id FROM votes")).all():
        op.get_bind().execute(sa.text(GIVE_ID), {"here": here[0]})
    change_rows("votes", f"rpad({SAID}, {LENGTH})", _seal, condition="content_sealed IS NULL")
    set_check("votes", "ck_votes_content_sealed", "content_sealed IS NOT NULL")
    op.alter_column("votes", "content_sealed", nullable=False)
    drop_check("votes", "ck_votes_content_sealed")
    seal_column("ballots", "tally", "tally_sealed", as_json=True)


def downgrade() -> None:
    prepare()
    op.drop_column("ballots", "tally_sealed")
    op.drop_column("votes", "content_sealed")


def _seal(owner: UUID | None, row_id: UUID, said: str) -> Mapping[str, Any]:
    return {CONTENT.name: CONTENT.seal(owner, row_id, said.encode())}
