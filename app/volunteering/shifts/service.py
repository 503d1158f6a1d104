"""Changes to shifts. The lock of a shift covers its roles and its waitlist."""

from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession

from app.communities.permissions import Staff
from app.kernel import clock
from app.kernel.database.engine import get_row, lock
from app.kernel.jobs.events import emit
from app.kernel.privacy.audit import record
from app.kernel.web.conditional import require_version
from app.service_records.occasions.service import (
    cancel_occasion,
    change_occasion,
    open_occasion,
)
from app.volunteering.errors import ShiftInPast
from app.volunteering.events import ShiftCancelled, ShiftMoved
from app.volunteering.models import Activity, ActivityStatus, Shift, ShiftStatus
from app.volunteering.occasions import source_of
from app.volunteering.shifts.queries import roles_of, span_of
from app.volunteering.shifts.roles import new_role, replace_roles
from app.volunteering.shifts.schemas import RoleIn, ShiftIn
from app.volunteering.signups.offers import move_deadlines, pass_on
from app.volunteering.signups.service import cancel_signups


async def add(session: AsyncSession, activity: Activity, body: ShiftIn, *, by: Staff) -> Shift:
    """Adds a shift to a draft or to a published activity, where it is open to sign-ups at once.
    Raises ShiftInPast unless it starts in the future."""
    await lock(session, activity)
    activity.require_open()
    now = clock.now()
    require_future(body.starts_at, now)
    shift = await add_locked(session, activity, body.times(now), body.roles)
    record(session, by, "shift.added", shift)
    return shift


async def add_locked(
    session: AsyncSession,
    activity: Activity,
    times: Mapping[str, datetime],
    roles: Iterable[RoleIn],
) -> Shift:
    """Adds a shift to a locked activity that is open."""
    shift = Shift(
        community_id=activity.community_id,
        activity_id=activity.id,
        status=ShiftStatus.OPEN,
        **times,
        queued=0,
        version=1,
    )
    copy_to_shifts(activity, [shift])
    session.add(shift)
    await session.flush()
    await open_occasion(
        session,
        *(shift.community_id, shift.id, source_of(activity)),
        starts_at=shift.starts_at,
        ends_at=shift.ends_at,
    )
    session.add_all([new_role(shift, role) for role in roles])
    await update_span(session, activity)
    return shift


async def revise(
    session: AsyncSession, shift: Shift, body: ShiftIn, tag: str, *, by: Staff
) -> Shift:
    """Replaces times, roles and places before the start. Added places are offered to the waitlist
    at once; listeners send a new time to everybody who has signed up, and the deadline for leaving
    counts from the move."""
    activity = await get_row(session, Activity, shift.community_id, shift.activity_id)
    await lock(session, activity, shift)
    require_version(shift, tag)
    now = clock.now()
    shift.require_open()
    shift.require_not_started(now)
    require_future(body.starts_at, now)
    await revise_locked(session, activity, shift, body.times(shift.signup_opens_at), body.roles)
    record(session, by, "shift.revised", shift)
    return shift


async def revise_locked(
    session: AsyncSession,
    activity: Activity,
    shift: Shift,
    times: Mapping[str, datetime],
    roles: Sequence[RoleIn],
) -> None:
    """Replaces times, roles and places of a locked shift that has not begun."""
    now = clock.now()
    await pass_on(session, shift, now)
    former = (shift.starts_at, shift.ends_at)
    for name, instant in times.items():
        setattr(shift, name, instant)
    shift.leave_time()
    shift.version += 1
    await replace_roles(session, shift, roles, now)
    await update_span(session, activity)
    if former != (shift.starts_at, shift.ends_at):
        await _move(session, shift, former, now)
        await move_deadlines(session, shift, now)


def require_future(starts_at: datetime, now: datetime) -> None:
    """Raises ShiftInPast for a shift that would have begun already."""
    if starts_at <= now:
        raise ShiftInPast


async def _move(
    session: AsyncSession, shift: Shift, former: tuple[datetime, datetime], now: datetime
) -> None:
    """Moves the occasion of a shift that has other times, and lets those who have signed up know.
    A draft has none of these."""
    times = {"starts_at": shift.starts_at, "ends_at": shift.ends_at}
    await change_occasion(session, shift.community_id, shift.id, **times)
    if not shift.is_published:
        return
    shift.change(now)
    moved = ShiftMoved(
        shift_id=shift.id,
        starts_at=shift.starts_at,
        ends_at=shift.ends_at,
        former_starts_at=former[0],
        former_ends_at=former[1],
        free_until=shift.withdraw_until,
    )
    emit(session, shift.community_id, moved)


async def cancel(session: AsyncSession, shift: Shift, reason: str, *, by: Staff) -> Shift:
    """Cancels one shift; its activity goes on."""
    activity = await get_row(session, Activity, shift.community_id, shift.activity_id)
    await lock(session, activity, shift)
    await cancel_locked(session, shift, reason)
    await update_span(session, activity)
    record(session, by, "shift.cancelled", shift)
    return shift


async def cancel_locked(
    session: AsyncSession, shift: Shift, reason: str, *, act: str | None = None
) -> None:
    """Cancels a locked shift with its sign-ups and its occasion, and frees all its places."""
    shift.cancel()
    await cancel_signups(session, shift, reason)
    await cancel_occasion(session, shift.community_id, shift.id)
    shift.offers_lapse_at = None
    for role in await session.scalars(roles_of(shift)):
        role.taken = 0
    if shift.is_published:
        emit(session, shift.community_id, ShiftCancelled(shift_id=shift.id, act=act))


def copy_to_shifts(activity: Activity, shifts: Iterable[Shift]) -> None:
    """Copies to the shifts what sign-up must know of the activity: it reads the shift alone."""
    for shift in shifts:
        shift.is_published = activity.status is ActivityStatus.PUBLISHED
        shift.audience = activity.audience
        shift.age = activity.age
        shift.needs_review = activity.needs_review
        shift.offer_hours = activity.offer_hours


async def update_span(session: AsyncSession, activity: Activity) -> None:
    """Sets the activity's times to the first start and the last end of its shifts. A published
    one keeps its times when its last shift is cancelled: lists show it until it is cancelled."""
    [(starts_at, ends_at)] = await session.execute(span_of(activity))
    if starts_at is not None or activity.status is ActivityStatus.DRAFT:
        activity.starts_at, activity.ends_at = starts_at, ends_at
