"""Changes to sign-ups. Each locks the shift first, whose lock covers places and waitlist."""

from contextlib import suppress
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from app.communities.acting import ActingFor, record_desk_act
from app.communities.models import Participant
from app.communities.permissions import Staff
from app.communities.two_persons import require_not_entered_by
from app.kernel import clock
from app.kernel.database.engine import get_row, lock
from app.kernel.jobs.events import emit
from app.kernel.privacy.audit import record
from app.service_records.attendances.service import release
from app.service_records.models import Attendance
from app.volunteering.errors import RoleClosed
from app.volunteering.events import (
    AgreementLapsed,
    SignupDecided,
    SignupReviewEnded,
    WaitLapsed,
    WithdrawnAtDesk,
)
from app.volunteering.models import Shift, ShiftRole, Signup, SignupStatus
from app.volunteering.signups.hot import sign_up_in
from app.volunteering.signups.offers import end_offers, expect_person, free_place, lock_shift
from app.volunteering.signups.overlaps import has_clash
from app.volunteering.signups.queries import (
    live_signups,
    signups_to_give_up,
    waiting_signups,
)
from app.volunteering.signups.rules import SignUpCommand, refusal_by_age
from app.volunteering.signups.schemas import (
    DeskSignUp,
    SignupOut,
)


async def sign_up_at_desk(
    session: AsyncSession, shift_id: UUID, body: DeskSignUp, *, by: Staff
) -> Signup:
    """Signs a resident up by the rules of the hot lane, as a group of one, and audits it."""
    acting = body.acting(by)
    command = SignUpCommand(
        shift_id,
        acting,
        clock.now(),
        body.role_id,
        has_guardian=body.has_guardian_consent,
    )
    response = await sign_up_in(session, by.community_id, command)
    made = SignupOut.model_validate_json(response.body)
    record_desk_act(session, by.community_id, acting, "signup.made", made)
    return await get_row(session, Signup, by.community_id, made.id)


async def withdraw(session: AsyncSession, signup: Signup, acting: ActingFor) -> Signup:
    """Withdraws a sign-up; a resident for whom the desk acts gets a message."""
    await give_up(session, signup)
    if acting.is_at_desk:
        emit(session, signup.community_id, WithdrawnAtDesk(signup_id=signup.id))
    record_desk_act(
        session, signup.community_id, acting, "signup.withdrawn", signup, has_message=True
    )
    return signup


async def give_up(session: AsyncSession, signup: Signup) -> None:
    """Withdraws the sign-up; a place that comes free goes to the next on the waitlist. Raises the
    409 of the attendance for who has checked in already."""
    shift, now = await lock_shift(session, signup)
    signup.require("withdraw")
    shift.require_not_started(now)
    held_place = signup.holds_place
    if held_place:
        await release(session, signup.community_id, signup.id)
    _end_review(session, signup)
    # Of two shifts that a move has made overlap one may be given up at any time.
    has_other = await has_clash(session, signup, shift)
    signup.withdraw(now, in_time_until=now if has_other else shift.withdraw_until)
    if held_place:
        await free_place(session, shift, signup.role_id, now)


async def give_up_all(session: AsyncSession, participant: Participant) -> list[Signup]:
    """Gives up all sign-ups of a participant for shifts that have not begun, and returns those that
    are. Where they have checked in already they keep their place: they are there."""
    given_up = []
    for signup in (await session.scalars(signups_to_give_up(participant, clock.now()))).all():
        with suppress(Attendance.WRONG_STATE, Signup.WRONG_STATE):
            await give_up(session, signup)
            given_up.append(signup)
    return given_up


async def approve(session: AsyncSession, signup: Signup, *, by: Staff) -> Signup:
    """Gives a sign-up under review a place if one is left, else the end of the waitlist."""
    shift, now = await lock_shift(session, signup)
    signup.require("approve")
    await require_not_entered_by(session, signup.entered_by, by.id)
    shift.require_not_started(now)
    role = await get_row(session, ShiftRole, shift.community_id, signup.role_id)
    await lock(session, role)
    if role.is_closed:
        raise RoleClosed
    await _require_age(session, signup, shift)
    if role.has_room:
        signup.approve(now)
        role.take()
        await expect_person(session, signup)
    else:
        signup.wait(shift.next_position())
    signup.decided_by = by.id
    _decided(session, signup)
    record(session, by, "signup.approved", signup, signup.participant_id)
    return signup


async def reject(session: AsyncSession, signup: Signup, reason: str, *, by: Staff) -> Signup:
    """Rejects a sign-up under review. It had no place, so none comes free."""
    await lock_shift(session, signup)
    signup.require("reject")
    await require_not_entered_by(session, signup.entered_by, by.id)
    signup.reject(by.id, reason)
    _decided(session, signup)
    record(session, by, "signup.rejected", signup, signup.participant_id)
    return signup


def _end_review(session: AsyncSession, signup: Signup) -> None:
    """Takes a sign-up under review from what waits for staff. Call it before the move."""
    if signup.status is SignupStatus.PENDING_REVIEW:
        emit(session, signup.community_id, SignupReviewEnded(signup_id=signup.id))


def _decided(session: AsyncSession, signup: Signup) -> None:
    event = SignupDecided(signup_id=signup.id, status=signup.status, position=signup.position)
    emit(session, signup.community_id, event)


async def cancel_signups(session: AsyncSession, shift: Shift, reason: str) -> None:
    """Cancels the live sign-ups of a locked shift. An offer that is over has lapsed before."""
    await end_offers(session, shift, clock.now())
    for signup in await session.scalars(live_signups(shift)):
        _end_review(session, signup)
        signup.cancel(reason)


async def lapse_all(session: AsyncSession, shift: Shift) -> None:
    """Ends the waitlist of a locked shift that has begun; each person on it gets a message."""
    for signup in await session.scalars(waiting_signups(shift)):
        signup.lapse()
        emit(session, shift.community_id, WaitLapsed(signup_id=signup.id))


async def agree(session: AsyncSession, signup: Signup, acting: ActingFor) -> Signup:
    """Agrees to what has changed since the person signed up. Raises NothingToAgree where nothing
    waits for an answer."""
    shift, now = await lock_shift(session, signup)
    shift.require_not_started(now)
    await _require_age(session, signup, shift)
    signup.agree()
    record_desk_act(session, signup.community_id, acting, "signup.agreed", signup)
    return signup


async def _require_age(session: AsyncSession, signup: Signup, shift: Shift) -> None:
    """Raises what refuses the person's age, where the limit has changed since they signed up. A
    minor's guardian has agreed by then."""
    person = await get_row(session, Participant, signup.community_id, signup.participant_id)
    refusal = refusal_by_age(person.age_for_rules, shift.age, has_guardian=True)
    if refusal is not None:
        raise refusal


async def expire(session: AsyncSession, signup: Signup) -> None:
    """Ends a sign-up whose person has not agreed in time; its place goes to the next in line. Who
    has checked in meanwhile has agreed by coming."""
    shift, now = await lock_shift(session, signup)
    if signup.agree_by is None or signup.agree_by > now:
        return
    held_place = signup.holds_place
    if held_place and not await _is_released(session, signup):
        signup.agree()
        return
    _end_review(session, signup)
    signup.expire()
    emit(session, signup.community_id, AgreementLapsed(signup_id=signup.id))
    if held_place:
        await free_place(session, shift, signup.role_id, now)


async def _is_released(session: AsyncSession, signup: Signup) -> bool:
    """Releases the person from coming, and returns False for who has checked in already."""
    try:
        await release(session, signup.community_id, signup.id)
    except Attendance.WRONG_STATE:
        return False
    return True
