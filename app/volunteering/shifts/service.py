"""What happens to shifts. Who holds a shift holds its roles and its line."""

from collections.abc import Iterable
from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession

from app.communities.permissions import Staff
from app.kernel import clock
from app.kernel.database.engine import get_row, lock
from app.kernel.jobs.events import emit
from app.kernel.privacy.audit import record
from app.kernel.web.conditional import require_version
from app.volunteering.errors import RoleInUse
from app.volunteering.events import ShiftCancelled, ShiftMoved
from app.volunteering.models import Activity, ActivityStatus, Shift, ShiftRole, ShiftStatus
from app.volunteering.shifts.queries import roles_of, shown_of, signups_of, span_of
from app.volunteering.shifts.schemas import RoleIn, ShiftIn, ShiftOut
from app.volunteering.signups.service import cancel_all, hand_on


async def add(session: AsyncSession, activity: Activity, wanted: ShiftIn, *, by: Staff) -> ShiftOut:
    """To a draft, or to what is published already: then it is open to sign-ups at once."""
    await lock(session, activity)
    activity.require_open()
    shift = Shift(
        community_id=activity.community_id,
        activity_id=activity.id,
        status=ShiftStatus.OPEN,
        **wanted.times(clock.now()),
        queued=0,
        version=1,
    )
    copy_down(activity, [shift])
    session.add(shift)
    await session.flush()
    roles = [_new_role(shift, role) for role in wanted.roles]
    session.add_all(roles)
    await _span(session, activity)
    record(session, by, "shift.added", shift)
    return ShiftOut.of(shift, sorted(roles, key=lambda role: role.name))


async def revise(
    session: AsyncSession, shift: Shift, wanted: ShiftIn, tag: str, *, by: Staff
) -> ShiftOut:
    """More places go to those in line at once; another time is told to all who have signed up."""
    activity = await get_row(session, Activity, shift.community_id, shift.activity_id)
    await lock(session, activity, shift)
    require_version(shift, tag)
    now = clock.now()
    shift.require_open()
    shift.require_not_started(now)
    moved = (wanted.starts_at, wanted.ends_at) != (shift.starts_at, shift.ends_at)
    for name, at in wanted.times(shift.signup_opens_at).items():
        setattr(shift, name, at)
    shift.version += 1
    await _settle_roles(session, shift, wanted.roles, now)
    await _span(session, activity)
    if moved and shift.is_published:
        event = ShiftMoved(shift_id=shift.id, starts_at=shift.starts_at, ends_at=shift.ends_at)
        emit(session, shift.community_id, event)
    record(session, by, "shift.revised", shift)
    return await shown(session, shift)


async def cancel(session: AsyncSession, shift: Shift, reason: str, *, by: Staff) -> ShiftOut:
    """One shift of an activity that goes on."""
    activity = await get_row(session, Activity, shift.community_id, shift.activity_id)
    await lock(session, activity, shift)
    await cancel_held(session, shift, reason)
    await _span(session, activity)
    record(session, by, "shift.cancelled", shift)
    return await shown(session, shift)


async def cancel_held(session: AsyncSession, shift: Shift, reason: str) -> None:
    """A held shift, with all who have signed up; nobody has a place on it any more."""
    shift.cancel()
    await cancel_all(session, shift, reason)
    for role in await session.scalars(roles_of(shift)):
        role.taken = 0
    if shift.is_published:
        emit(session, shift.community_id, ShiftCancelled(shift_id=shift.id))


def copy_down(activity: Activity, shifts: Iterable[Shift]) -> None:
    """Sign-up decides by the held shift alone, so the activity's word is copied there."""
    for shift in shifts:
        shift.is_published = activity.status is ActivityStatus.PUBLISHED
        shift.audience = activity.audience
        shift.needs_review = activity.needs_review


async def list_of_activity(session: AsyncSession, activity: Activity) -> list[ShiftOut]:
    shifts = (await session.scalars(shown_of(activity))).all()
    roles = list(await session.scalars(roles_of(*shifts))) if shifts else []
    return [ShiftOut.of(shift, roles) for shift in shifts]


async def shown(session: AsyncSession, shift: Shift) -> ShiftOut:
    return ShiftOut.of(shift, list(await session.scalars(roles_of(shift))))


async def _settle_roles(
    session: AsyncSession, shift: Shift, wanted: list[RoleIn], now: datetime
) -> None:
    """Known by name: resized, added, or taken away if nobody has ever signed up for them."""
    there = {role.name: role for role in await session.scalars(roles_of(shift))}
    for role_in in wanted:
        role = there.pop(role_in.name, None)
        if role is None:
            session.add(_new_role(shift, role_in))
            continue
        role.resize(role_in.capacity)
        role.requirement = role_in.requirement
        await hand_on(session, shift, role, now)
    for role in there.values():
        if await session.scalar(signups_of(role)):
            raise RoleInUse
        await session.delete(role)


def _new_role(shift: Shift, wanted: RoleIn) -> ShiftRole:
    return ShiftRole(
        community_id=shift.community_id, shift_id=shift.id, **wanted.model_dump(), taken=0
    )


async def _span(session: AsyncSession, activity: Activity) -> None:
    """From its first start to its last end. What is published keeps its dates when its last
    shift is cancelled: until it is cancelled itself, it stands in the list."""
    [(starts_at, ends_at)] = await session.execute(span_of(activity))
    if starts_at is not None or activity.status is ActivityStatus.DRAFT:
        activity.starts_at, activity.ends_at = starts_at, ends_at
