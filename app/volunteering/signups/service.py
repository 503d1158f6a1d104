"""What happens to sign-ups. Each change locks the shift first: it owns the places and the line."""

from datetime import datetime
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from app.communities.acting import ActingFor, record_desk_act
from app.communities.models import Participant
from app.communities.permissions import Staff
from app.kernel import clock
from app.kernel.database.engine import get_row, lock
from app.kernel.jobs.events import emit
from app.kernel.privacy.audit import record
from app.kernel.web.pages import Page, newest_first, oldest_first, paginate_rows
from app.volunteering.events import PlaceHandedOn, SignupDecided, WaitLapsed, WithdrawnAtDesk
from app.volunteering.models import Activity, Shift, ShiftRole, Signup
from app.volunteering.signups.hot import SIGN_UP
from app.volunteering.signups.queries import (
    first_in_line,
    live_on,
    mine,
    of_shift,
    to_give_up,
    waiting_on,
)
from app.volunteering.signups.rules import SignUpCommand
from app.volunteering.signups.schemas import (
    DeskSignUp,
    MySignup,
    SignupOut,
    SignupQuery,
    StaffSignup,
)


async def sign_up_at_desk(
    session: AsyncSession, shift_id: UUID, desk: DeskSignUp, *, by: Staff
) -> SignupOut:
    """Signs a resident up by their own rule, as a group of one, and audits it."""
    acting = desk.acting(by)
    command = SignUpCommand(shift_id, acting, clock.now(), desk.role_id)
    response = await SIGN_UP.serve_one(session, by.community_id, command)
    signup = SignupOut.model_validate_json(response.body)
    record_desk_act(session, by.community_id, acting, "signup.made", signup)
    return signup


async def withdraw(session: AsyncSession, signup: Signup, acting: ActingFor) -> Signup:
    """Withdraw a sign-up for its resident, who is told of what the desk does."""
    await give_up(session, signup)
    if acting.is_at_desk:
        emit(session, signup.community_id, WithdrawnAtDesk(signup_id=signup.id))
    record_desk_act(session, signup.community_id, acting, "signup.withdrawn", signup)
    return signup


async def give_up(session: AsyncSession, signup: Signup) -> None:
    """Give up the place, or the wait for one; a freed place goes to the next in line."""
    shift = await _hold(session, signup)
    now = clock.now()
    shift.require_not_started(now)
    held = signup.holds_place
    signup.withdraw(now, in_time_until=shift.withdraw_until)
    if held:
        await free(session, shift, signup.role_id, now)


async def give_up_all(session: AsyncSession, participant: Participant) -> None:
    """Give up all sign-ups of one who is gone: their places go to those in line."""
    for signup in (await session.scalars(to_give_up(participant, clock.now()))).all():
        await give_up(session, signup)


async def approve(session: AsyncSession, signup: Signup, *, by: Staff) -> Signup:
    """A place if there is one still, else the end of the line (domain.md 3)."""
    shift = await _hold(session, signup)
    now = clock.now()
    signup.require("approve")
    shift.require_not_started(now)
    role = await get_row(session, ShiftRole, shift.community_id, signup.role_id)
    await lock(session, role)
    if role.has_room:
        signup.approve(now)
        role.take()
    else:
        signup.wait(shift.next_position())
    signup.decided_by = by.id
    _decided(session, signup)
    record(session, by, "signup.approved", signup)
    return signup


async def reject(session: AsyncSession, signup: Signup, reason: str, *, by: Staff) -> Signup:
    """It held no place, so none comes free."""
    await _hold(session, signup)
    signup.reject(by.id, reason)
    _decided(session, signup)
    record(session, by, "signup.rejected", signup)
    return signup


def _decided(session: AsyncSession, signup: Signup) -> None:
    event = SignupDecided(signup_id=signup.id, status=signup.status, position=signup.position)
    emit(session, signup.community_id, event)


async def free(session: AsyncSession, shift: Shift, role_id: UUID, now: datetime) -> None:
    """One place of a held shift comes free; if somebody waits for it, it is theirs at once."""
    role = await get_row(session, ShiftRole, shift.community_id, role_id)
    await lock(session, role)
    role.give_back()
    await hand_on(session, shift, role, now)


async def hand_on(session: AsyncSession, shift: Shift, role: ShiftRole, now: datetime) -> None:
    """Gives the free places of a held role to those in line, in order; after the start to
    nobody, for nobody could come any more."""
    while role.has_room and now < shift.starts_at:
        following = await session.scalar(first_in_line(shift, role.id))
        if following is None:
            break
        following.promote(now)
        role.take()
        emit(session, shift.community_id, PlaceHandedOn(signup_id=following.id))


async def cancel_all(session: AsyncSession, shift: Shift, reason: str) -> None:
    """With their held shift."""
    for signup in await session.scalars(live_on(shift)):
        signup.cancel(reason)


async def lapse_all(session: AsyncSession, shift: Shift) -> None:
    """Who still waits on a held shift when it begins waits in vain, and is told."""
    for signup in await session.scalars(waiting_on(shift)):
        signup.lapse()
        emit(session, shift.community_id, WaitLapsed(signup_id=signup.id))


async def _hold(session: AsyncSession, signup: Signup) -> Shift:
    shift = await get_row(session, Shift, signup.community_id, signup.shift_id)
    await lock(session, shift, signup)
    return shift


async def list_mine(
    session: AsyncSession, communities: dict[UUID, UUID], query: SignupQuery
) -> Page[MySignup]:
    """Lists a person's sign-ups, newest first. `communities`: community → participant."""
    listed = mine(communities, query.status)
    page = await paginate_rows(session, listed, query, newest_first(Signup.id))
    return page.with_items([_mine(*row) for row in page.items])


async def list_of_shift(
    session: AsyncSession, shift: Shift, query: SignupQuery
) -> Page[StaffSignup]:
    """Lists the sign-ups for a shift in the order in which they came."""
    listed = of_shift(shift, query.status)
    page = await paginate_rows(session, listed, query, oldest_first(Signup.id))
    shown = [
        StaffSignup(
            **SignupOut.model_validate(signup).model_dump(),
            participant_id=signup.participant_id,
            channel=signup.channel,
            display_name=name,
        )
        for signup, name in page.items
    ]
    return page.with_items(shown)


def _mine(signup: Signup, shift: Shift, role: ShiftRole, activity: Activity) -> MySignup:
    return MySignup(
        **SignupOut.model_validate(signup).model_dump(),
        community_id=signup.community_id,
        activity_id=activity.id,
        title=activity.title,
        role_name=role.name,
        starts_at=shift.starts_at,
        ends_at=shift.ends_at,
        address=activity.address,
    )
