"""Hot lane: sign-up, for a group at a time. Hold, load_facts, decide (rules.py), write."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from app.kernel.database.capacity import LockedCapacity
from app.kernel.database.columns import uuid7
from app.kernel.database.idempotency import Key, StoredResponse, store_rows_sql
from app.kernel.jobs.events import emit_rows_sql
from app.kernel.lane.lane import Connection
from app.volunteering.events import SignedUp
from app.volunteering.signups.rules import (
    Admitted,
    Facts,
    LockedShift,
    Outcome,
    Person,
    SignUpCommand,
    decide,
)
from app.volunteering.signups.schemas import SignupOut


async def sign_up_many(
    connection: Connection, community_id: UUID, commands: Sequence[SignUpCommand]
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
    SELECT s.id FROM shifts s
    WHERE s.community_id = $1 AND s.id = ANY($4::uuid[])
    ORDER BY s.id FOR NO KEY UPDATE
)
SELECT (SELECT count(*) FROM people), (SELECT count(*) FROM places)
"""


async def lock_rows(
    connection: Connection, community_id: UUID, commands: Sequence[SignUpCommand]
) -> None:
    """People, then shifts, each in the order of ids, so that groups wait and never deadlock.
    Who holds a shift holds its roles."""
    await connection.fetch(LOCK, community_id, *_who(commands), [w.shift_id for w in commands])


# A statement of its own: what is read must be newer than the wait for the locks.
LOAD = """
SELECT k.fingerprint, k.status, k.location, k.body,
       p.id, p.status, p.kind,
       s.id, s.status, s.is_published, s.audience, s.needs_review,
       s.signup_opens_at, s.signup_closes_at, s.queued,
       r.id, r.capacity, r.taken,
       other.is_there_already
FROM unnest($2::uuid[], $3::uuid[], $4::uuid[], $5::uuid[], $6::uuid[])
    WITH ORDINALITY AS w (user_id, participant_id, shift_id, role_id, key_id, n)
LEFT JOIN idempotency_keys k ON k.community_id = $1 AND k.id = w.key_id
LEFT JOIN participants p
    ON p.community_id = $1 AND (p.user_id = w.user_id OR p.id = w.participant_id)
LEFT JOIN shifts s ON s.community_id = $1 AND s.id = w.shift_id
LEFT JOIN shift_roles r
    ON r.community_id = $1 AND r.shift_id = s.id
   AND CASE WHEN w.role_id IS NULL THEN r.name = '' ELSE r.id = w.role_id END
LEFT JOIN LATERAL (
    SELECT bool_or(g.shift_id = s.id) AS is_there_already
    FROM signups g
    JOIN shifts o ON o.community_id = $1 AND o.id = g.shift_id
    WHERE g.community_id = $1 AND g.participant_id = p.id
      AND g.status IN ('confirmed', 'pending_review', 'waitlisted')
      AND o.starts_at < s.ends_at AND o.ends_at > s.starts_at
) other ON true
ORDER BY w.n
"""


async def load_facts(
    connection: Connection, community_id: UUID, commands: Sequence[SignUpCommand]
) -> list[Facts]:
    rows = await connection.fetch(
        LOAD,
        community_id,
        *_who(commands),
        [w.shift_id for w in commands],
        [w.role_id for w in commands],
        [w.key and w.key.id_for(w.by, "hot") for w in commands],
    )
    shifts: dict[UUID, LockedShift] = {}
    roles: dict[UUID, LockedCapacity] = {}
    return [_facts(tuple(row.values()), shifts, roles) for row in rows]


def _who(commands: Sequence[SignUpCommand]) -> tuple[list[UUID | None], list[UUID | None]]:
    """Users of those who come themselves, participants of those for whom the desk comes."""
    users = [None if w.on_behalf_of else w.by for w in commands]
    return users, [w.on_behalf_of for w in commands]


def _facts(
    row: tuple[Any, ...], shifts: dict[UUID, LockedShift], roles: dict[UUID, LockedCapacity]
) -> Facts:
    """One object a shift and a role, however many commands of the group want it."""
    kept, person, shift, role = row[:4], row[4:7], row[7:15], row[15:18]
    return Facts(
        kept=None if kept[0] is None else (kept[0], StoredResponse(kept[1], kept[3], kept[2])),
        person=None if person[0] is None else Person(*person),
        shift=None if shift[0] is None else shifts.setdefault(shift[0], LockedShift(*shift)),
        role=None if role[0] is None else roles.setdefault(role[0], LockedCapacity(*role)),
        is_there_already=row[18],
    )


@dataclass(frozen=True, slots=True)
class NewSignup:
    command: SignUpCommand
    admitted: Admitted
    shown: SignupOut
    answer: StoredResponse


async def apply(
    connection: Connection,
    community_id: UUID,
    commands: Sequence[SignUpCommand],
    facts: Sequence[Facts],
) -> list[Outcome]:
    """Decides each command in turn, then writes those admitted together."""
    outcomes: list[Outcome] = []
    signups: list[NewSignup] = []
    for command, known in zip(commands, facts, strict=True):
        outcome = decide(known, command)
        if isinstance(outcome, Admitted):
            signups.append(signup := _new_signup(community_id, command, outcome))
            outcome = signup.answer
        outcomes.append(outcome)
    if signups:
        await write_rows(connection, community_id, signups)
        await count(connection, community_id, signups)
    return outcomes


def _new_signup(community_id: UUID, command: SignUpCommand, admitted: Admitted) -> NewSignup:
    status, position = admitted.place()
    shown = SignupOut(
        id=uuid7(),
        shift_id=command.shift_id,
        role_id=admitted.role.id,
        status=status,
        position=position,
        reason=None,
        withdrawn_at=None,
        is_late_withdrawal=False,
    )
    location = f"/v1/communities/{community_id}/signups/{shown.id}"
    answer = StoredResponse(201, shown.model_dump_json().encode(), location)
    return NewSignup(command, admitted, shown, answer)


ADD = """
INSERT INTO signups AS g
    (community_id, id, shift_id, role_id, participant_id, status, position, confirmed_at,
     is_late_withdrawal, entered_by, channel, witness)
SELECT s.community_id, u.id, s.id, u.role_id, u.participant_id, u.status, u.position,
       CASE WHEN u.status = 'confirmed' THEN u.at END, false, u.entered_by, u.channel, u.witness
FROM shifts s
JOIN unnest($2::uuid[], $3::uuid[], $4::uuid[], $5::uuid[], $6::text[], $7::int[],
            $8::timestamptz[], $9::uuid[], $10::text[], $11::text[])
    AS u (id, shift_id, role_id, participant_id, status, position, at, entered_by, channel,
          witness)
    ON s.id = u.shift_id
WHERE s.community_id = $1
"""
EMIT = emit_rows_sql("signups")
STORE = store_rows_sql("signups")


async def write_rows(
    connection: Connection, community_id: UUID, signups: Sequence[NewSignup]
) -> None:
    """One statement a table: a chain of them (WITH … INSERT) is not single-shard on Citus."""
    rows = [_row(signup) for signup in signups]
    await connection.execute(ADD, community_id, *map(list, zip(*rows, strict=True)))
    ids = [signup.shown.id for signup in signups]
    at = signups[0].command.at
    payloads = [SignedUp(signup_id=id_).model_dump_json() for id_ in ids]
    await connection.execute(
        EMIT, community_id, ids, [uuid7() for _ in ids], payloads, SignedUp.kind, at
    )
    kept = [_kept(signup, signup.command.key) for signup in signups if signup.command.key]
    if kept:
        await connection.execute(STORE, community_id, *map(list, zip(*kept, strict=True)), at)


COUNT_TAKEN = """
UPDATE shift_roles r SET taken = u.taken
FROM unnest($2::uuid[], $3::int[]) AS u (id, taken)
WHERE r.community_id = $1 AND r.id = u.id
"""
COUNT_QUEUED = """
UPDATE shifts s SET queued = u.queued
FROM unnest($2::uuid[], $3::int[]) AS u (id, queued)
WHERE s.community_id = $1 AND s.id = u.id
"""


async def count(connection: Connection, community_id: UUID, signups: Sequence[NewSignup]) -> None:
    """Only what has moved: on a full shift the line alone grows."""
    taken = {
        s.admitted.role.id: s.admitted.role.taken for s in signups if s.admitted.role.has_moved
    }
    queued = {
        s.admitted.shift.id: s.admitted.shift.queued for s in signups if s.admitted.shift.has_moved
    }
    if taken:
        await connection.execute(COUNT_TAKEN, community_id, list(taken), list(taken.values()))
    if queued:
        await connection.execute(COUNT_QUEUED, community_id, list(queued), list(queued.values()))


def _row(signup: NewSignup) -> tuple[Any, ...]:
    shown, command = signup.shown, signup.command
    who = signup.admitted.person.id
    place = (shown.id, shown.shift_id, shown.role_id, who, shown.status, shown.position)
    return (*place, command.at, command.by, command.channel, command.witness)


def _kept(signup: NewSignup, key: Key) -> tuple[Any, ...]:
    answer = signup.answer
    key_id = key.id_for(signup.command.by, "hot")
    return (signup.shown.id, key_id, key.fingerprint, answer.location, answer.body)
