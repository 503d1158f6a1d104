"""Places that come free: they are offered to the next in line, in the transaction that frees them.
The lock of the shift covers its places, its line and its offers."""

from collections.abc import Sequence
from datetime import datetime
from functools import partial
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from app.communities.models import Participant
from app.kernel import clock
from app.kernel.database.engine import after_refusal, get_row, lock
from app.kernel.jobs.events import emit
from app.service_records.attendances.service import expect
from app.volunteering.events import OfferLapsed, OfferMade, PlaceHandedOn
from app.volunteering.models import Shift, ShiftRole, Signup
from app.volunteering.occasions import ensure_occasion
from app.volunteering.signups.offer_rules import is_given_at_once, offer_deadline
from app.volunteering.signups.overlaps import has_place_elsewhere
from app.volunteering.signups.queries import (
    next_on_waitlist,
    next_to_lapse,
    offers_of,
    offers_over,
)
from app.volunteering.signups.rules import refusal_of_person


async def lock_shift(session: AsyncSession, signup: Signup) -> tuple[Shift, datetime]:
    """Locks the shift and the sign-up, and passes on what has lapsed there. Returns the shift and
    the instant by which everything is judged, read under the lock."""
    shift = await get_row(session, Shift, signup.community_id, signup.shift_id)
    if signup.is_offer_over(clock.now()):
        # Its person is refused what they ask: the next in line is to have the place all the same.
        passing = partial(pass_on_in, community_id=shift.community_id, shift_id=shift.id)
        after_refusal(session, passing)
    await lock(session, shift, signup)
    now = clock.now()
    await pass_on(session, shift, now)
    return shift, now


async def pass_on_in(session: AsyncSession, community_id: UUID, shift_id: UUID) -> None:
    """Locks the shift, then passes on what has lapsed there."""
    shift = await get_row(session, Shift, community_id, shift_id)
    await lock(session, shift)
    await pass_on(session, shift, clock.now())


async def pass_on(session: AsyncSession, shift: Shift, now: datetime) -> None:
    """Ends the offers of a locked shift whose deadline has come, and gives their places to the
    next in line. Whatever locks a shift calls it first, so that no sweep is needed for it."""
    for role in await end_offers(session, shift, now):
        await fill_places(session, shift, role, now)


async def end_offers(session: AsyncSession, shift: Shift, now: datetime) -> Sequence[ShiftRole]:
    """Ends the offers of a locked shift whose deadline has come. Returns the roles, locked, in
    which places have come free."""
    if shift.offers_lapse_at is None or shift.offers_lapse_at > now:
        return []
    roles: dict[UUID, ShiftRole] = {}
    for signup in (await session.scalars(offers_over(shift, now))).all():
        if signup.role_id not in roles:
            roles[signup.role_id] = await _lock_role(session, shift, signup.role_id)
        signup.lapse()
        roles[signup.role_id].give_back()
        emit(session, shift.community_id, OfferLapsed(signup_id=signup.id))
    shift.offers_lapse_at = await session.scalar(next_to_lapse(shift))
    return list(roles.values())


async def _lock_role(session: AsyncSession, shift: Shift, role_id: UUID) -> ShiftRole:
    role = await get_row(session, ShiftRole, shift.community_id, role_id)
    await lock(session, role)
    return role


async def free_place(session: AsyncSession, shift: Shift, role_id: UUID, now: datetime) -> None:
    """Frees one place of a locked shift, for the next in line."""
    role = await _lock_role(session, shift, role_id)
    role.give_back()
    await fill_places(session, shift, role, now)


async def fill_places(
    session: AsyncSession, shift: Shift, role: ShiftRole, now: datetime, *, act: str | None = None
) -> None:
    """Offers the free places of a locked role to its line in order, or gives them where the start
    is near; after the start nobody gets one, because nobody could come any more. Whoever could not
    take the place is passed over and keeps their position. `act` says where the places come from.
    """
    passed_over = 0
    while role.has_room and now < shift.starts_at:
        row = (await session.execute(next_on_waitlist(shift, role.id, passed_over))).first()
        if row is None:
            break
        signup, person = row
        if await _could_take(session, shift, signup, person, now):
            role.take()
            await _give(session, shift, signup, now, act)
        else:
            passed_over += 1


async def _could_take(
    session: AsyncSession, shift: Shift, signup: Signup, person: Participant, now: datetime
) -> bool:
    """Returns whether the person may come, and, where nobody is asked, has no other place at that
    time."""
    if refusal_of_person(person.kind, person.age_for_rules, shift.audience, shift.age) is not None:
        return False
    if not is_given_at_once(now, shift.starts_at):
        return True
    return not await has_place_elsewhere(session, signup, shift)


async def _give(
    session: AsyncSession, shift: Shift, signup: Signup, now: datetime, act: str | None
) -> None:
    if is_given_at_once(now, shift.starts_at):
        signup.promote(now)
        await expect_person(session, signup)
        emit(session, shift.community_id, PlaceHandedOn(signup_id=signup.id, act=act))
        return
    deadline = offer_deadline(now, shift.starts_at, shift.offer_hours)
    signup.offer(deadline)
    shift.offers_lapse_at = min(shift.offers_lapse_at or deadline, deadline)
    emit(session, shift.community_id, OfferMade(signup_id=signup.id, act=act))


async def expect_person(session: AsyncSession, signup: Signup) -> None:
    """Expects the person of a sign-up that is now confirmed. The shift is locked."""
    shift = await get_row(session, Shift, signup.community_id, signup.shift_id)
    await ensure_occasion(session, shift)
    await expect(
        session,
        signup.community_id,
        attendance_id=signup.id,
        occasion_id=signup.shift_id,
        participant_id=signup.participant_id,
    )


async def move_deadlines(session: AsyncSession, shift: Shift, now: datetime) -> None:
    """Gives open offers of a locked shift that has moved the time that an offer of this moment
    has: an offer stays a question, also where the start has come near."""
    deadline = offer_deadline(now, shift.starts_at, shift.offer_hours)
    for signup in (await session.scalars(offers_of(shift))).all():
        signup.move_deadline(deadline)
        shift.offers_lapse_at = deadline
