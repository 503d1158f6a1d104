"""Hot lane: applying for a post, for a group at a time: lock, load, decide, write."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from app.double_reporting.events import PostApplied
from app.double_reporting.models import PostClaimStatus
from app.double_reporting.post_claims.rules import (
    Admitted,
    ClaimPostCommand,
    Facts,
    LockedPost,
    Outcome,
    Person,
    decide,
)
from app.double_reporting.post_claims.schemas import PostClaimOut
from app.kernel.database.capacity import LockedCapacity
from app.kernel.database.columns import uuid7
from app.kernel.database.idempotency import Key, StoredResponse, store_rows_sql
from app.kernel.jobs.events import emit_rows_sql
from app.kernel.lane.lane import Connection


async def apply_many(
    connection: Connection, community_id: UUID, commands: Sequence[ClaimPostCommand]
) -> list[Outcome]:
    """Serves a group in the order given, nobody twice, in the transaction of the connection."""
    await lock_rows(connection, community_id, commands)
    facts = await load_facts(connection, community_id, commands)
    return await apply(connection, community_id, commands, facts)


LOCK = """
WITH people AS MATERIALIZED (
    SELECT p.id FROM participants p
    WHERE p.community_id = $1 AND (p.user_id = ANY($2::uuid[]) OR p.id = ANY($3::uuid[]))
    ORDER BY p.id FOR NO KEY UPDATE
), places AS MATERIALIZED (
    SELECT o.id FROM posts o
    WHERE o.community_id = $1 AND o.id = ANY($4::uuid[])
    ORDER BY o.id FOR NO KEY UPDATE
)
SELECT (SELECT count(*) FROM people), (SELECT count(*) FROM places)
"""


async def lock_rows(
    connection: Connection, community_id: UUID, commands: Sequence[ClaimPostCommand]
) -> None:
    """People, then posts, each in the order of ids, so that groups wait and never deadlock.
    Who holds a person holds their registration."""
    await connection.fetch(LOCK, community_id, *_who(commands), [w.post_id for w in commands])


# A statement of its own: what is read must be newer than the wait for the locks.
LOAD = """
SELECT k.fingerprint, k.status, k.location, k.body,
       p.id, p.status,
       EXISTS (
           SELECT FROM member_registrations r
           WHERE r.community_id = $1 AND r.participant_id = p.id AND r.status = 'active'
       ),
       o.id, o.status, o.capacity, o.taken,
       EXISTS (
           SELECT FROM post_claims c
           WHERE c.community_id = $1 AND c.participant_id = p.id AND c.post_id = o.id
             AND c.status IN ('applied', 'approved', 'serving')
       )
FROM unnest($2::uuid[], $3::uuid[], $4::uuid[], $5::uuid[])
    WITH ORDINALITY AS w (user_id, participant_id, post_id, key_id, n)
LEFT JOIN idempotency_keys k ON k.community_id = $1 AND k.id = w.key_id
LEFT JOIN participants p
    ON p.community_id = $1 AND (p.user_id = w.user_id OR p.id = w.participant_id)
LEFT JOIN posts o ON o.community_id = $1 AND o.id = w.post_id
ORDER BY w.n
"""


async def load_facts(
    connection: Connection, community_id: UUID, commands: Sequence[ClaimPostCommand]
) -> list[Facts]:
    rows = await connection.fetch(
        LOAD,
        community_id,
        *_who(commands),
        [w.post_id for w in commands],
        [w.key and w.key.id_for(w.by, "hot") for w in commands],
    )
    places: dict[UUID, LockedCapacity] = {}
    return [_facts(tuple(row.values()), places) for row in rows]


def _who(commands: Sequence[ClaimPostCommand]) -> tuple[list[UUID | None], list[UUID | None]]:
    """Users of those who come themselves, participants of those for whom the desk comes."""
    users = [None if w.on_behalf_of else w.by for w in commands]
    return users, [w.on_behalf_of for w in commands]


def _facts(row: tuple[Any, ...], places: dict[UUID, LockedCapacity]) -> Facts:
    """The places of a post are one object, however many commands of the group want it."""
    kept, person, (id_, status, *counts) = row[:4], row[4:7], row[7:11]
    held = None if id_ is None else places.setdefault(id_, LockedCapacity(id_, *counts))
    return Facts(
        kept=None if kept[0] is None else (kept[0], StoredResponse(kept[1], kept[3], kept[2])),
        person=None if person[0] is None else Person(*person),
        post=None if held is None else LockedPost(status, held),
        has_claimed=row[11],
    )


@dataclass(frozen=True, slots=True)
class NewPostClaim:
    command: ClaimPostCommand
    admitted: Admitted
    shown: PostClaimOut
    answer: StoredResponse


async def apply(
    connection: Connection,
    community_id: UUID,
    commands: Sequence[ClaimPostCommand],
    facts: Sequence[Facts],
) -> list[Outcome]:
    """Decides each command in turn, then writes those admitted together."""
    outcomes: list[Outcome] = []
    claims: list[NewPostClaim] = []
    for command, known in zip(commands, facts, strict=True):
        outcome = decide(known, command)
        if isinstance(outcome, Admitted):
            claims.append(claim := _new_claim(community_id, command, outcome))
            outcome = claim.answer
        outcomes.append(outcome)
    if claims:
        await write_rows(connection, community_id, claims)
    return outcomes


def _new_claim(community_id: UUID, command: ClaimPostCommand, admitted: Admitted) -> NewPostClaim:
    shown = PostClaimOut(
        id=uuid7(),
        post_id=command.post_id,
        status=PostClaimStatus.APPLIED,
        submitted_at=command.at,
        decided_at=None,
        reason=None,
        serves_from=None,
        ended_at=None,
    )
    location = f"/v1/communities/{community_id}/claims/{shown.id}"
    answer = StoredResponse(201, shown.model_dump_json().encode(), location)
    return NewPostClaim(command, admitted, shown, answer)


ADD = """
INSERT INTO post_claims AS c
    (community_id, id, post_id, participant_id, status, submitted_at, entered_by, channel, witness)
SELECT o.community_id, u.id, o.id, u.participant_id, 'applied', u.at, u.entered_by, u.channel,
       u.witness
FROM posts o
JOIN unnest($2::uuid[], $3::uuid[], $4::uuid[], $5::timestamptz[], $6::uuid[], $7::text[],
            $8::text[])
    AS u (id, post_id, participant_id, at, entered_by, channel, witness)
    ON o.id = u.post_id
WHERE o.community_id = $1
"""
EMIT = emit_rows_sql("post_claims")
STORE = store_rows_sql("post_claims")
COUNT_TAKEN = """
UPDATE posts o SET taken = u.taken
FROM unnest($2::uuid[], $3::int[]) AS u (id, taken)
WHERE o.community_id = $1 AND o.id = u.id
"""


async def write_rows(
    connection: Connection, community_id: UUID, claims: Sequence[NewPostClaim]
) -> None:
    """One statement a table: a chain of them (WITH … INSERT) is not single-shard on Citus."""
    rows = [_row(claim) for claim in claims]
    await connection.execute(ADD, community_id, *map(list, zip(*rows, strict=True)))
    taken = {claim.admitted.places.id: claim.admitted.places.taken for claim in claims}
    await connection.execute(COUNT_TAKEN, community_id, list(taken), list(taken.values()))
    ids = [claim.shown.id for claim in claims]
    at = claims[0].command.at
    payloads = [PostApplied(claim_id=id_).model_dump_json() for id_ in ids]
    await connection.execute(
        EMIT, community_id, ids, [uuid7() for _ in ids], payloads, PostApplied.kind, at
    )
    kept = [_kept(claim, claim.command.key) for claim in claims if claim.command.key]
    if kept:
        await connection.execute(STORE, community_id, *map(list, zip(*kept, strict=True)), at)


def _row(claim: NewPostClaim) -> tuple[Any, ...]:
    command, who = claim.command, claim.admitted.person.id
    return (
        claim.shown.id,
        command.post_id,
        who,
        command.at,
        command.by,
        command.channel,
        command.witness,
    )


def _kept(claim: NewPostClaim, key: Key) -> tuple[Any, ...]:
    answer = claim.answer
    key_id = key.id_for(claim.command.by, "hot")
    return (claim.shown.id, key_id, key.fingerprint, answer.location, answer.body)
