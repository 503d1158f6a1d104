"""Hot lane: signing up for shifts, for a group at a time."""

from collections.abc import Sequence
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from app.communities.people import opened_age, person_ids, refuse_inactive
from app.kernel.database.capacity import LockedCapacity
from app.kernel.database.columns import uuid7
from app.kernel.database.idempotency import StoredResponse
from app.kernel.errors import Busy
from app.kernel.lane.connection import Connection
from app.kernel.lane.hot_command import JOIN_STORED, STORED, HotCommand, NewRow, Values, write_rows
from app.kernel.lane.lane import Lane
from app.service_records.attendances.hot import EXPECT
from app.volunteering.errors import OffersLapsed
from app.volunteering.events import SignedUp
from app.volunteering.models import Signup, SignupStatus
from app.volunteering.signups.offers import pass_on_in
from app.volunteering.signups.rules import (
    Admitted,
    Facts,
    LockedShift,
    Overlap,
    Person,
    SignUpCommand,
    decide,
)
from app.volunteering.signups.schemas import SignupOut

# Roles have no lock of their own: they change only while their shift is locked.
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
# A command without a role means the only role of its shift, which has no name.
LOAD = f"""
SELECT {STORED},
       p.id, p.status, p.kind,
       s.id, s.status, s.is_published, s.audience, s.needs_review,
       s.signup_opens_at, s.signup_closes_at, s.queued, s.age, s.offers_lapse_at,
       r.id, r.capacity, r.taken,
       other.is_on_same_shift, r.is_closed,
       p.community_id, p.age_band_sealed, p.declared_age_band_sealed, p.guardian_until
FROM unnest($2::uuid[], $3::uuid[], $4::uuid[], $5::uuid[], $6::timestamptz[],
            $7::uuid[])
    WITH ORDINALITY AS w (user_id, participant_id, shift_id, role_id, at, key_id, n)
{JOIN_STORED}
LEFT JOIN participants p
    ON p.community_id = $1 AND (p.user_id = w.user_id OR p.id = w.participant_id)
LEFT JOIN shifts s ON s.community_id = $1 AND s.id = w.shift_id
LEFT JOIN shift_roles r
    ON r.community_id = $1 AND r.shift_id = s.id
   AND CASE WHEN w.role_id IS NULL THEN r.name = '' ELSE r.id = w.role_id END
LEFT JOIN LATERAL (
    SELECT bool_or(g.shift_id = s.id) AS is_on_same_shift
    FROM signups g
    JOIN shifts o ON o.community_id = $1 AND o.id = g.shift_id
    WHERE g.community_id = $1 AND g.participant_id = p.id
      AND g.status IN ('confirmed', 'offered', 'pending_review', 'waitlisted')
      AND (g.offer_expires_at IS NULL OR g.offer_expires_at > w.at)
      AND o.starts_at < s.ends_at AND o.ends_at > s.starts_at
) other ON true
ORDER BY w.n
"""
ADD = """
INSERT INTO signups AS g
    (community_id, id, shift_id, role_id, participant_id, status, position, confirmed_at,
     is_late_withdrawal, entered_by, channel, witness_sealed)
SELECT s.community_id, u.id, s.id, u.role_id, u.participant_id, u.status, u.position,
       CASE WHEN u.status = 'confirmed' THEN u.at END, false, u.entered_by, u.channel, u.witness
FROM shifts s
JOIN unnest($2::uuid[], $3::uuid[], $4::uuid[], $5::uuid[], $6::text[], $7::int[],
            $8::timestamptz[], $9::uuid[], $10::text[], $11::bytea[])
    AS u (id, shift_id, role_id, participant_id, status, position, at, entered_by, channel,
          witness)
    ON s.id = u.shift_id
WHERE s.community_id = $1
"""
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
STATUS = 4
"""Position of the status among the values of ADD."""
ATTEMPTS = 3
"""Times that a sign-up is tried: another offer may end while the first is passed on."""
OVERLAPS = {None: Overlap.NONE, True: Overlap.SAME_SHIFT, False: Overlap.OTHER_SHIFT}


def lock_arguments(commands: Sequence[SignUpCommand]) -> Values:
    return (*person_ids(commands), [command.shift_id for command in commands])


def load_arguments(commands: Sequence[SignUpCommand]) -> Values:
    return [command.role_id for command in commands], [command.at for command in commands]


def read_facts(rows: Sequence[Values]) -> list[Facts]:
    """Makes one object of a shift and of a role, which all commands of the group share."""
    shifts: dict[UUID, LockedShift] = {}
    roles: dict[UUID, LockedCapacity] = {}
    return [_facts(row, shifts, roles) for row in rows]


def _facts(
    row: Values, shifts: dict[UUID, LockedShift], roles: dict[UUID, LockedCapacity]
) -> Facts:
    person, shift, role = row[:3], row[3:13], row[13:16]
    overlap, is_closed, community_id, *ages, guardian_until = row[16:22]
    return Facts(
        person=None if person[0] is None else Person(*person),
        shift=None if shift[0] is None else shifts.setdefault(shift[0], LockedShift(*shift)),
        role=None if role[0] is None else roles.setdefault(role[0], LockedCapacity(*role)),
        overlap=OVERLAPS[overlap],
        is_role_closed=bool(is_closed),
        age_band=opened_age(community_id, person[0], *ages),
        guardian_until=guardian_until,
    )


async def write(
    connection: Connection,
    community_id: UUID,
    admitted: Sequence[tuple[SignUpCommand, Admitted]],
) -> list[NewRow]:
    """Adds the sign-ups, expects those who are confirmed, and counts what has moved: on a full
    shift the waitlist alone grows."""
    signups = [_new_signup(community_id, command, one) for command, one in admitted]
    await write_rows(connection, ADD, community_id, [signup.values for signup in signups])
    confirmed = [
        (signup.id, command.shift_id, one.person.id, command.at)
        for signup, (command, one) in zip(signups, admitted, strict=True)
        if signup.values[STATUS] is SignupStatus.CONFIRMED
    ]
    await write_rows(connection, EXPECT, community_id, confirmed)
    roles = {one.role.id: one.role for _, one in admitted if one.role.has_moved}
    taken = [(role.id, role.taken) for role in roles.values()]
    await write_rows(connection, COUNT_TAKEN, community_id, taken)
    shifts = {one.shift.id: one.shift for _, one in admitted if one.shift.has_moved}
    queued = [(shift.id, shift.queued) for shift in shifts.values()]
    await write_rows(connection, COUNT_QUEUED, community_id, queued)
    return signups


def _new_signup(community_id: UUID, command: SignUpCommand, admitted: Admitted) -> NewRow:
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
        agree_by=None,
        offer_expires_at=None,
    )
    location = f"/v1/communities/{community_id}/signups/{shown.id}"
    place = (shown.shift_id, shown.role_id, admitted.person.id, status, position)
    acting = command.acting
    witness = acting.sealed_witness(Signup, community_id, shown.id)
    return NewRow(
        shown.id,
        (shown.id, *place, command.at, acting.by, acting.channel, witness),
        StoredResponse(201, shown.model_dump_json().encode(), {"Location": location}),
        SignedUp(signup_id=shown.id, status=status, position=position),
    )


async def sign_up(lane: Lane, community_id: UUID, command: SignUpCommand) -> StoredResponse:
    """Serves a resident's own sign-up. Where offers of the shift are over, which is rare, they are
    passed on first, by models and outside the group."""
    for _ in range(ATTEMPTS):
        try:
            return await lane.submit(SIGN_UP.serve_many, community_id, command.acting.by, command)
        except OffersLapsed:
            async with lane.transaction() as session:
                await pass_on_in(session, community_id, command.shift_id)
    raise Busy


async def sign_up_in(
    session: AsyncSession, community_id: UUID, command: SignUpCommand
) -> StoredResponse:
    """Serves a sign-up in the session's transaction, as a group of one. Raises what refuses it."""
    try:
        return await SIGN_UP.serve_one(session, community_id, command)
    except OffersLapsed:
        await pass_on_in(session, community_id, command.shift_id)
        await session.flush()
        return await SIGN_UP.serve_one(session, community_id, command)


SIGN_UP = HotCommand[SignUpCommand, Facts, Admitted](
    table="signups",
    lock=LOCK,
    load=LOAD,
    lock_arguments=lock_arguments,
    load_arguments=load_arguments,
    read_facts=read_facts,
    decide=decide,
    refuse_replay=refuse_inactive,
    write=write,
)
