"""Hot lane: voting, and changing a vote, for a group at a time."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import datetime
from uuid import UUID

from pydantic_core import from_json, to_json

from app.consultations.voting.receipts import digest_of, new_code
from app.consultations.voting.rules import (
    Admitted,
    BallotFacts,
    CastVoteCommand,
    Facts,
    LockedEntry,
    decide,
)
from app.consultations.voting.schemas import Receipt
from app.kernel import clock
from app.kernel.database.columns import uuid7
from app.kernel.database.idempotency import StoredResponse
from app.kernel.lane.connection import Connection
from app.kernel.lane.hot_command import JOIN_STORED, STORED, HotCommand, NewRow, Values, write_rows

# Roll entries are all that is locked: the people of a roll, and their entries, never change.
LOCK = """
WITH entries AS MATERIALIZED (
    SELECT e.id FROM electoral_roll e
    WHERE e.community_id = $1 AND e.id = ANY(ARRAY(
        SELECT v.roll_entry_id
        FROM unnest($2::uuid[], $3::uuid[]) AS w (user_id, topic_id)
        JOIN participants p ON p.community_id = $1 AND p.user_id = w.user_id
        JOIN ballots b ON b.community_id = $1 AND b.topic_id = w.topic_id
         AND b.status <> 'annulled'
        JOIN roll_voters v ON v.community_id = $1 AND v.ballot_id = b.id
         AND v.participant_id = p.id
    ))
    ORDER BY e.id FOR NO KEY UPDATE
)
SELECT count(*) FROM entries
"""
# A topic has one ballot that is not annulled. A draft has no roll yet: LOCK finds nothing of it.
LOAD = f"""
SELECT {STORED},
       p.id, b.id, b.status, b.opens_at, b.closes_at, b.questions::text, e.id, e.status
FROM unnest($2::uuid[], $3::uuid[], $4::uuid[])
    WITH ORDINALITY AS w (user_id, topic_id, key_id, n)
{JOIN_STORED}
LEFT JOIN participants p ON p.community_id = $1 AND p.user_id = w.user_id
LEFT JOIN ballots b ON b.community_id = $1 AND b.topic_id = w.topic_id
    AND b.status <> 'annulled' AND b.status <> 'draft'
LEFT JOIN roll_voters v
    ON v.community_id = $1 AND v.ballot_id = b.id AND v.participant_id = p.id
LEFT JOIN electoral_roll e ON e.community_id = $1 AND e.id = v.roll_entry_id
ORDER BY w.n
"""
ADD = """
INSERT INTO votes AS t
    (community_id, id, ballot_id, roll_entry_id, cast_by, choices, receipt_digest, cast_at)
SELECT e.community_id, u.id, u.ballot_id, e.id, u.cast_by, u.choices, u.digest, u.at
FROM electoral_roll e
JOIN unnest($2::uuid[], $3::uuid[], $4::uuid[], $5::uuid[], $6::jsonb[], $7::bytea[],
            $8::timestamptz[])
    AS u (id, ballot_id, entry_id, cast_by, choices, digest, at)
    ON e.id = u.entry_id
WHERE e.community_id = $1
"""
MARK = """
UPDATE electoral_roll e SET status = 'voted'
WHERE e.community_id = $1 AND e.id = ANY($2::uuid[])
"""
CHANGE = """
UPDATE votes t
SET cast_by = u.cast_by, choices = u.choices, receipt_digest = u.digest, cast_at = u.at
FROM unnest($2::uuid[], $3::uuid[], $4::jsonb[], $5::bytea[], $6::timestamptz[])
    AS u (entry_id, cast_by, choices, digest, at)
WHERE t.community_id = $1 AND t.roll_entry_id = u.entry_id
"""


def lock_arguments(commands: Sequence[CastVoteCommand]) -> Values:
    users = [command.acting.by for command in commands]
    return users, [command.topic_id for command in commands]


def read_facts(rows: Sequence[Values]) -> list[Facts]:
    """Makes one object of a ballot and of an entry, which all commands of the group share."""
    now = clock.now()
    ballots: dict[UUID, BallotFacts] = {}
    entries: dict[UUID, LockedEntry] = {}
    return [_facts(row, now, ballots, entries) for row in rows]


def _facts(
    row: Values,
    now: datetime,
    ballots: dict[UUID, BallotFacts],
    entries: dict[UUID, LockedEntry],
) -> Facts:
    participant_id, ballot_id, status, opens_at, closes_at, questions, *entry = row
    if ballot_id is not None and ballot_id not in ballots:
        options = _options(questions)
        ballots[ballot_id] = BallotFacts(ballot_id, status, opens_at, closes_at, options)
    return Facts(
        now,
        participant_id=participant_id,
        ballot=ballots.get(ballot_id),
        entry=None if entry[0] is None else entries.setdefault(entry[0], LockedEntry(*entry)),
    )


def _options(questions: str) -> dict[str, frozenset[str]]:
    return {
        question["key"]: frozenset(option["key"] for option in question["options"])
        for question in from_json(questions)
    }


async def write(
    connection: Connection,
    community_id: UUID,
    admitted: Sequence[tuple[CastVoteCommand, Admitted]],
) -> list[NewRow]:
    """Adds votes and marks their entries, then changes earlier votes. There is no event, and
    nothing in the audit: a vote has no consequence before the count."""
    votes = [_new_vote(community_id, command, one) for command, one in admitted]
    pairs = list(zip(admitted, votes, strict=True))
    added = [vote.values for (command, _), vote in pairs if not command.is_change]
    if added:
        await write_rows(connection, ADD, community_id, added)
        await connection.execute(MARK, community_id, [entry_id for _, _, entry_id, *_ in added])
    # Two people of a household may change their vote in one group: the later one counts.
    last = {one.entry.id: vote.values[2:] for (command, one), vote in pairs if command.is_change}
    await write_rows(connection, CHANGE, community_id, list(last.values()))
    return votes


def _new_vote(community_id: UUID, command: CastVoteCommand, admitted: Admitted) -> NewRow:
    id_, code = uuid7(), new_code()
    receipt = Receipt(ballot_id=admitted.ballot.id, receipt=code, cast_at=command.at)
    body = receipt.model_dump_json().encode()
    # The receipt is stored for repeats of the request, and no longer than they can arrive.
    response = StoredResponse(200, body, expires_at=admitted.ballot.closes_at)
    if not command.is_change:
        location = f"/v1/communities/{community_id}/topics/{command.topic_id}/votes/mine"
        response = replace(response, status=201, headers={"Location": location})
    choices = to_json(command.choices).decode()
    voter = (admitted.ballot.id, admitted.entry.id, admitted.participant_id)
    return NewRow(id_, (id_, *voter, choices, digest_of(code), command.at), response)


CAST_VOTE = HotCommand[CastVoteCommand, Facts, Admitted](
    table="votes",
    lock=LOCK,
    load=LOAD,
    lock_arguments=lock_arguments,
    read_facts=read_facts,
    decide=decide,
    write=write,
)
