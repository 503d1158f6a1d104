"""Hot lane: applying for posts, for a group at a time."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from app.communities.people import opened_age, person_ids, refuse_inactive
from app.double_reporting.events import PostApplied
from app.double_reporting.models import PostClaim, PostClaimStatus
from app.double_reporting.post_claims.rules import (
    Admitted,
    ClaimPostCommand,
    Facts,
    LockedPost,
    Person,
    decide,
)
from app.double_reporting.post_claims.schemas import PostClaimOut
from app.kernel.database.capacity import LockedCapacity
from app.kernel.database.columns import uuid7
from app.kernel.database.idempotency import StoredResponse
from app.kernel.lane.connection import Connection
from app.kernel.lane.hot_command import JOIN_STORED, STORED, HotCommand, NewRow, Values, write_rows

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
LOAD = f"""
SELECT {STORED},
       p.id, p.status, p.kind, p.community_id, p.age_band_sealed,
       p.declared_age_band_sealed, p.guardian_until,
       o.id, o.status, o.capacity, o.taken, o.version, o.risk_level,
       EXISTS (
           SELECT FROM post_claims c
           WHERE c.community_id = $1 AND c.participant_id = p.id AND c.post_id = o.id
             AND c.status IN ('applied', 'approved', 'serving', 'leaving')
       )
FROM unnest($2::uuid[], $3::uuid[], $4::uuid[], $5::uuid[])
    WITH ORDINALITY AS w (user_id, participant_id, post_id, key_id, n)
{JOIN_STORED}
LEFT JOIN participants p
    ON p.community_id = $1 AND (p.user_id = w.user_id OR p.id = w.participant_id)
LEFT JOIN posts o ON o.community_id = $1 AND o.id = w.post_id
ORDER BY w.n
"""
ADD = """
INSERT INTO post_claims AS c
    (community_id, id, post_id, participant_id, status, submitted_at, entered_by, channel,
     witness_sealed)
SELECT o.community_id, u.id, o.id, u.participant_id, 'applied', u.at, u.entered_by, u.channel,
       u.witness
FROM posts o
JOIN unnest($2::uuid[], $3::uuid[], $4::uuid[], $5::timestamptz[], $6::uuid[], $7::text[],
            $8::bytea[])
    AS u (id, post_id, participant_id, at, entered_by, channel, witness)
    ON o.id = u.post_id
WHERE o.community_id = $1
"""
COUNT_TAKEN = """
UPDATE posts o SET taken = u.taken
FROM unnest($2::uuid[], $3::int[]) AS u (id, taken)
WHERE o.community_id = $1 AND o.id = u.id
"""


def lock_arguments(commands: Sequence[ClaimPostCommand]) -> Values:
    return (*person_ids(commands), [command.post_id for command in commands])


def read_facts(rows: Sequence[Values]) -> list[Facts]:
    """Makes one object of a post's places, which all commands of the group share."""
    places: dict[UUID, LockedCapacity] = {}
    return [_facts(row, places) for row in rows]


def _facts(row: Values, places: dict[UUID, LockedCapacity]) -> Facts:
    person, (id_, status, *counts), (version, risk_level) = row[:7], row[7:11], row[11:13]
    locked = None if id_ is None else places.setdefault(id_, LockedCapacity(id_, *counts))
    return Facts(
        person=None if person[0] is None else _person(*person),
        post=None if locked is None else LockedPost(status, locked, version, risk_level),
        has_claimed=row[13],
    )


def _person(
    id_: UUID,
    status: str,
    kind: str,
    community_id: UUID,
    known: bytes | None,
    declared: bytes | None,
    guardian_until: datetime | None,
) -> Person:
    age_band = opened_age(community_id, id_, known, declared)
    return Person(id_, status, kind, age_band, guardian_until)


async def write(
    connection: Connection,
    community_id: UUID,
    admitted: Sequence[tuple[ClaimPostCommand, Admitted]],
) -> list[NewRow]:
    """Adds the claims, and counts the places they have taken."""
    claims = [_new_claim(community_id, command, one) for command, one in admitted]
    await write_rows(connection, ADD, community_id, [claim.values for claim in claims])
    # The rule admits nobody without a place: each of these posts has moved.
    taken = {one.places.id: one.places.taken for _, one in admitted}
    await write_rows(connection, COUNT_TAKEN, community_id, list(taken.items()))
    return claims


def _new_claim(community_id: UUID, command: ClaimPostCommand, admitted: Admitted) -> NewRow:
    claim = PostClaimOut(
        id=uuid7(),
        post_id=command.post_id,
        status=PostClaimStatus.APPLIED,
        submitted_at=command.at,
        decided_at=None,
        reason=None,
        serves_from=None,
        ended_at=None,
    )
    location = f"/v1/communities/{community_id}/claims/{claim.id}"
    acting = command.acting
    witness = acting.sealed_witness(PostClaim, community_id, claim.id)
    entered = (command.at, acting.by, acting.channel, witness)
    return NewRow(
        claim.id,
        (claim.id, command.post_id, admitted.person.id, *entered),
        StoredResponse(201, claim.model_dump_json().encode(), {"Location": location}),
        PostApplied(claim_id=claim.id),
    )


CLAIM_POST = HotCommand[ClaimPostCommand, Facts, Admitted](
    table="post_claims",
    lock=LOCK,
    load=LOAD,
    lock_arguments=lock_arguments,
    read_facts=read_facts,
    decide=decide,
    refuse_replay=refuse_inactive,
    write=write,
)
