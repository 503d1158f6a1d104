"""Hot lane: voting, for a group at a time. Hold, look, decide (rules.py), write."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from pydantic_core import from_json, to_json

from app.consultations.voting.receipts import digest_of, new_code
from app.consultations.voting.rules import (
    Admitted,
    BallotFacts,
    Facts,
    HeldEntry,
    Outcome,
    Wish,
    decide,
)
from app.consultations.voting.schemas import Receipt
from app.kernel import clock
from app.kernel.database.columns import uuid7
from app.kernel.lane.lane import Connection
from app.kernel.web.idempotency import Answer, keep_with


async def vote_many(
    connection: Connection, community_id: UUID, wishes: Sequence[Wish]
) -> list[Outcome]:
    """Serves a group in the order given, nobody twice, in the transaction of the connection."""
    await hold(connection, community_id, wishes)
    facts = await look(connection, community_id, wishes)
    return await settle(connection, community_id, wishes, facts)


HOLD = """
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


async def hold(connection: Connection, community_id: UUID, wishes: Sequence[Wish]) -> None:
    """Roll entries in the order of ids, so that groups wait and never deadlock. Nothing else is
    locked: who stands on the roll, and for which entry, never changes."""
    users, topics = [w.by for w in wishes], [w.topic_id for w in wishes]
    await connection.fetch(HOLD, community_id, users, topics)


# A statement of its own: what is read must be newer than the wait for the locks.
LOOK = """
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


async def look(connection: Connection, community_id: UUID, wishes: Sequence[Wish]) -> list[Facts]:
    rows = await connection.fetch(
        LOOK,
        community_id,
        [w.by for w in wishes],
        [w.topic_id for w in wishes],
        [w.key and w.key.id_for(w.by, "hot") for w in wishes],
    )
    ballots: dict[UUID, BallotFacts] = {}
    entries: dict[UUID, HeldEntry] = {}
    return [_facts(tuple(row.values()), ballots, entries) for row in rows]


def _facts(
    row: tuple[Any, ...], ballots: dict[UUID, BallotFacts], entries: dict[UUID, HeldEntry]
) -> Facts:
    """One object a ballot and an entry, however many wishes of the group want it."""
    kept, who, entry = row[:4], row[4], row[10:12]
    ballot_id, status, opens_at, closes_at, questions = row[5:10]
    if ballot_id is not None and ballot_id not in ballots:
        asked = _options(questions)
        ballots[ballot_id] = BallotFacts(ballot_id, status, opens_at, closes_at, asked)
    return Facts(
        kept=None if kept[0] is None else (kept[0], Answer(kept[1], kept[3], kept[2])),
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
    wish: Wish
    admitted: Admitted
    digest: bytes
    answer: Answer


async def settle(
    connection: Connection, community_id: UUID, wishes: Sequence[Wish], facts: Sequence[Facts]
) -> list[Outcome]:
    """Decides each wish in turn, then writes those admitted together."""
    outcomes: list[Outcome] = []
    votes: list[NewVote] = []
    now = clock.now()
    for wish, known in zip(wishes, facts, strict=True):
        outcome = decide(known, wish, now)
        if isinstance(outcome, Admitted):
            votes.append(vote := _new_vote(community_id, wish, outcome))
            outcome = vote.answer
        outcomes.append(outcome)
    await write(connection, community_id, [v for v in votes if not v.wish.is_change])
    await rewrite(connection, community_id, [v for v in votes if v.wish.is_change])
    return outcomes


def _new_vote(community_id: UUID, wish: Wish, admitted: Admitted) -> NewVote:
    code = new_code()
    shown = Receipt(ballot_id=admitted.ballot_id, receipt=code, cast_at=wish.at)
    body = shown.model_dump_json().encode()
    location = f"/v1/communities/{community_id}/topics/{wish.topic_id}/votes/mine"
    answer = Answer(200, body) if wish.is_change else Answer(201, body, location)
    return NewVote(uuid7(), wish, admitted, digest_of(code), answer)


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
KEEP = keep_with("votes")


async def write(connection: Connection, community_id: UUID, votes: Sequence[NewVote]) -> None:
    """One statement a table. No event, and nothing in the audit: what follows is the count."""
    if not votes:
        return
    await connection.execute(ADD, community_id, *map(list, zip(*map(_row, votes), strict=True)))
    await connection.execute(MARK, community_id, [vote.admitted.entry.id for vote in votes])
    kept = [
        (v.id, key.id_for(v.wish.by, "hot"), key.fingerprint, v.answer.location, v.answer.body)
        for v in votes
        if (key := v.wish.key)
    ]
    if kept:
        at = votes[0].wish.at
        await connection.execute(KEEP, community_id, *map(list, zip(*kept, strict=True)), at)


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
    admitted, wish = vote.admitted, vote.wish
    choices = to_json(wish.choices).decode()
    who = (admitted.ballot_id, admitted.entry.id, admitted.participant_id)
    return (vote.id, *who, choices, vote.digest, wish.at)
