"""Hot lane: voting, and changing a vote, for a group at a time."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import datetime
from typing import Any
from uuid import UUID

from pydantic_core import from_json

from app.consultations.models import Vote, VoteContent, length_of
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
from app.kernel.database.idempotency import StoredResponse
from app.kernel.lane.connection import Connection
from app.kernel.lane.hot_command import JOIN_STORED, STORED, HotCommand, NewRow, Values, write_rows

# Roll entries are all that is locked. Who moves gives up their place among the voters of an entry
# under the same lock (`roll.succession`), so LOAD does not find them any more.
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
       p.id, b.id, b.status, b.opens_at, b.closes_at, b.questions::text,
       e.id, e.status,
       CASE WHEN e.status = 'voted' THEN
           (SELECT t.cast_by FROM votes t WHERE t.community_id = $1 AND t.id = e.id) END
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
# A vote has the id of its roll entry: an entry has one vote at most.
ADD = """
INSERT INTO votes AS t (community_id, id, ballot_id, cast_by, content_sealed)
SELECT e.community_id, e.id, u.ballot_id, u.cast_by, u.content
FROM electoral_roll e
JOIN unnest($2::uuid[], $3::uuid[], $4::uuid[], $5::bytea[])
    AS u (entry_id, ballot_id, cast_by, content) ON e.id = u.entry_id
WHERE e.community_id = $1
"""
MARK = """
UPDATE electoral_roll e SET status = 'voted'
WHERE e.community_id = $1 AND e.id = ANY($2::uuid[])
"""
CHANGE = """
UPDATE votes t SET content_sealed = u.content
FROM unnest($2::uuid[], $3::bytea[]) AS u (entry_id, content)
WHERE t.community_id = $1 AND t.id = u.entry_id
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
        asked = from_json(questions)
        window = (status, opens_at, closes_at)
        ballots[ballot_id] = BallotFacts(ballot_id, *window, _options(asked), length_of(asked))
    return Facts(
        now,
        participant_id=participant_id,
        ballot=ballots.get(ballot_id),
        entry=None if entry[0] is None else entries.setdefault(entry[0], LockedEntry(*entry)),
    )


def _options(questions: Sequence[Mapping[str, Any]]) -> dict[str, frozenset[str]]:
    return {
        question["key"]: frozenset(option["key"] for option in question["options"])
        for question in questions
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
        await connection.execute(MARK, community_id, [entry_id for entry_id, *_ in added])
    # One person alone may change a vote, and nobody is in a group twice.
    changed = [(vote.id, vote.values[-1]) for (command, _), vote in pairs if command.is_change]
    await write_rows(connection, CHANGE, community_id, changed)
    return votes


def _new_vote(community_id: UUID, command: CastVoteCommand, admitted: Admitted) -> NewRow:
    id_, code, ballot = admitted.entry.id, new_code(), admitted.ballot
    receipt = Receipt(ballot_id=ballot.id, receipt=code, cast_at=command.at)
    body = receipt.model_dump_json().encode()
    # The receipt is stored for repeats of the request, and no longer than they can arrive.
    response = StoredResponse(200, body, expires_at=ballot.closes_at)
    if not command.is_change:
        location = f"/v1/communities/{community_id}/topics/{command.topic_id}/votes/mine"
        response = replace(response, status=201, headers={"Location": location})
    content = VoteContent(command.choices, digest_of(code), command.at, ballot.vote_length)
    sealed = Vote.content.seal_for(Vote, community_id, id_, content)
    return NewRow(id_, (id_, ballot.id, admitted.participant_id, sealed), response)


CAST_VOTE = HotCommand[CastVoteCommand, Facts, Admitted](
    table="votes",
    lock=LOCK,
    load=LOAD,
    lock_arguments=lock_arguments,
    read_facts=read_facts,
    decide=decide,
    write=write,
)
