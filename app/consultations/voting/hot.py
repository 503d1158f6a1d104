"""Hot lane: voting, for a group at a time. Hold, load_facts, decide (rules.py), write."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from pydantic_core import from_json, to_json

from app.consultations.voting.receipts import digest_of, new_code
from app.consultations.voting.rules import (
    Admitted,
    BallotFacts,
    CastVoteCommand,
    Facts,
    HeldEntry,
    Outcome,
    decide,
)
from app.consultations.voting.schemas import Receipt
from app.kernel import clock
from app.kernel.database.columns import uuid7
from app.kernel.database.idempotency import StoredResponse, store_rows_sql
from app.kernel.lane.lane import Connection


async def vote_many(
    connection: Connection, community_id: UUID, commands: Sequence[CastVoteCommand]
) -> list[Outcome]:
    """Serves a group in the order given, nobody twice, in the transaction of the connection."""
    await lock_rows(connection, community_id, commands)
    facts = await load_facts(connection, community_id, commands)
    return await apply(connection, community_id, commands, facts)


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


async def lock_rows(
    connection: Connection, community_id: UUID, commands: Sequence[CastVoteCommand]
) -> None:
    """Roll entries in the order of ids, so that groups wait and never deadlock. Nothing else is
    locked: who stands on the roll, and for which entry, never changes."""
    users, topics = [w.by for w in commands], [w.topic_id for w in commands]
    await connection.fetch(LOCK, community_id, users, topics)


# A statement of its own: what is read must be newer than the wait for the locks.
LOAD = """
SELECT k.fingerprint, k.status, k.location, k.body,
       p.id, b.id, b.status, b.opens_at, b.closes_at, b.questions::text, e.id, e.status
FROM unnest($2::uuid[], $3::uuid[], $4::uuid[])
    WITH ORDINALITY AS w (user_id, topic_id, key_id, n)
LEFT JOIN idempotency_keys k ON k.community_id = $1 AND k.id = w.key_id
LEFT JOIN participants p ON p.community_id = $1 AND p.user_id = w.user_id
LEFT JOIN ballots b ON b.community_id = $1 AND b.topic_id = w.topic_id
    AND b.status <> 'annulled' AND b.status <> 'draft'
LEFT JOIN roll_voters v
    ON v.community_id = $1 AND v.ballot_id = b.id AND v.participant_id = p.id
LEFT JOIN electoral_roll e ON e.community_id = $1 AND e.id = v.roll_entry_id
ORDER BY w.n
"""


async def load_facts(
    connection: Connection, community_id: UUID, commands: Sequence[CastVoteCommand]
) -> list[Facts]:
    rows = await connection.fetch(
        LOAD,
        community_id,
        [w.by for w in commands],
        [w.topic_id for w in commands],
        [w.key and w.key.id_for(w.by, "hot") for w in commands],
    )
    ballots: dict[UUID, BallotFacts] = {}
    entries: dict[UUID, HeldEntry] = {}
    return [_facts(tuple(row.values()), ballots, entries) for row in rows]


def _facts(
    row: tuple[Any, ...], ballots: dict[UUID, BallotFacts], entries: dict[UUID, HeldEntry]
) -> Facts:
    """One object a ballot and an entry, however many commands of the group want it."""
    kept, who, entry = row[:4], row[4], row[10:12]
    ballot_id, status, opens_at, closes_at, questions = row[5:10]
    if ballot_id is not None and ballot_id not in ballots:
        asked = _options(questions)
        ballots[ballot_id] = BallotFacts(ballot_id, status, opens_at, closes_at, asked)
    return Facts(
        kept=None if kept[0] is None else (kept[0], StoredResponse(kept[1], kept[3], kept[2])),
        participant_id=who,
        ballot=ballots.get(ballot_id),
        entry=None if entry[0] is None else entries.setdefault(entry[0], HeldEntry(*entry)),
    )


def _options(questions: str) -> dict[str, frozenset[str]]:
    return {
        question["key"]: frozenset(option["key"] for option in question["options"])
        for question in from_json(questions)
    }


@dataclass(frozen=True, slots=True)
class NewVote:
    id: UUID
    command: CastVoteCommand
    admitted: Admitted
    digest: bytes
    answer: StoredResponse


async def apply(
    connection: Connection,
    community_id: UUID,
    commands: Sequence[CastVoteCommand],
    facts: Sequence[Facts],
) -> list[Outcome]:
    """Decides each command in turn, then writes those admitted together."""
    outcomes: list[Outcome] = []
    votes: list[NewVote] = []
    now = clock.now()
    for command, known in zip(commands, facts, strict=True):
        outcome = decide(known, command, now)
        if isinstance(outcome, Admitted):
            votes.append(vote := _new_vote(community_id, command, outcome))
            outcome = vote.answer
        outcomes.append(outcome)
    await write_rows(connection, community_id, [v for v in votes if not v.command.is_change])
    await rewrite(connection, community_id, [v for v in votes if v.command.is_change])
    return outcomes


def _new_vote(community_id: UUID, command: CastVoteCommand, admitted: Admitted) -> NewVote:
    code = new_code()
    shown = Receipt(ballot_id=admitted.ballot_id, receipt=code, cast_at=command.at)
    body = shown.model_dump_json().encode()
    location = f"/v1/communities/{community_id}/topics/{command.topic_id}/votes/mine"
    answer = StoredResponse(200, body) if command.is_change else StoredResponse(201, body, location)
    return NewVote(uuid7(), command, admitted, digest_of(code), answer)


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
STORE = store_rows_sql("votes")


async def write_rows(connection: Connection, community_id: UUID, votes: Sequence[NewVote]) -> None:
    """One statement a table. No event, and nothing in the audit: what follows is the count."""
    if not votes:
        return
    await connection.execute(ADD, community_id, *map(list, zip(*map(_row, votes), strict=True)))
    await connection.execute(MARK, community_id, [vote.admitted.entry.id for vote in votes])
    kept = [
        (v.id, key.id_for(v.command.by, "hot"), key.fingerprint, v.answer.location, v.answer.body)
        for v in votes
        if (key := v.command.key)
    ]
    if kept:
        at = votes[0].command.at
        await connection.execute(STORE, community_id, *map(list, zip(*kept, strict=True)), at)


CHANGE = """
UPDATE votes t
SET cast_by = u.cast_by, choices = u.choices, receipt_digest = u.digest, cast_at = u.at
FROM unnest($2::uuid[], $3::uuid[], $4::jsonb[], $5::bytea[], $6::timestamptz[])
    AS u (entry_id, cast_by, choices, digest, at)
WHERE t.community_id = $1 AND t.roll_entry_id = u.entry_id
"""


async def rewrite(connection: Connection, community_id: UUID, votes: Sequence[NewVote]) -> None:
    """The last one of an entry counts: two of a household may change their vote in one group."""
    last = {vote.admitted.entry.id: _row(vote)[2:] for vote in votes}
    if last:
        columns = zip(*last.values(), strict=True)
        await connection.execute(CHANGE, community_id, *map(list, columns))


def _row(vote: NewVote) -> tuple[Any, ...]:
    admitted, command = vote.admitted, vote.command
    choices = to_json(command.choices).decode()
    who = (admitted.ballot_id, admitted.entry.id, admitted.participant_id)
    return (vote.id, *who, choices, vote.digest, command.at)
