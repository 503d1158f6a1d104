"""Activities as sources of occasions: service records show each shift as one. What processes of an
earlier version have added during an upgrade is made up for."""

from datetime import datetime

from sqlalchemy import ColumnElement, exists, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from app.kernel.database.engine import get_row, lock
from app.kernel.jobs.sweeps import DueRows, Key
from app.service_records.attendances.service import expect
from app.service_records.models import Attendance, Occasion, OccasionKind
from app.service_records.occasions.service import open_occasion
from app.service_records.sources import Point, Source
from app.volunteering.models import Activity, Shift, ShiftStatus, Signup, SignupStatus


def source_of(activity: Activity) -> Source:
    """Returns the activity as the source of its occasions."""
    longitude, latitude = activity.gcj02_longitude, activity.gcj02_latitude
    point = None if longitude is None or latitude is None else Point(longitude, latitude)
    return Source(OccasionKind.SHIFT, activity.id, activity.title, point, activity.address)


async def ensure_occasion(session: AsyncSession, shift: Shift) -> None:
    """Opens the occasion of a locked shift that an earlier version has added without one."""
    key = {"community_id": shift.community_id, "id": shift.id}
    if await session.get(Occasion, key) is None:
        activity = await get_row(session, Activity, shift.community_id, shift.activity_id)
        await open_occasion(
            session,
            *(shift.community_id, shift.id, source_of(activity)),
            starts_at=shift.starts_at,
            ends_at=shift.ends_at,
        )


def _is_not_expected() -> ColumnElement[bool]:
    """Condition of confirmed sign-ups for which nobody is expected."""
    attendance = exists().where(
        Attendance.community_id == Signup.community_id, Attendance.id == Signup.id
    )
    return (Signup.status == SignupStatus.CONFIRMED) & ~attendance


def shifts_without_occasions(now: datetime) -> DueRows:
    """Selects open shifts without an occasion, or at which people with a place are not expected."""
    occasion = exists().where(Occasion.community_id == Shift.community_id, Occasion.id == Shift.id)
    left_out = exists().where(
        Signup.community_id == Shift.community_id, Signup.shift_id == Shift.id, _is_not_expected()
    )
    return select(Shift.community_id, Shift.id, Shift.ends_at).where(
        Shift.status == ShiftStatus.OPEN, Shift.ends_at > now, or_(~occasion, left_out)
    )


async def make_up_occasion(session: AsyncSession, key: Key, now: datetime) -> None:
    shift = await get_row(session, Shift, *key)
    await lock(session, shift)
    if not shift.is_open or shift.ends_at <= now:
        return
    await ensure_occasion(session, shift)
    left_out = select(Signup).where(
        Signup.community_id == shift.community_id, Signup.shift_id == shift.id, _is_not_expected()
    )
    for signup in await session.scalars(left_out.order_by(Signup.id)):
        await expect(
            session,
            signup.community_id,
            attendance_id=signup.id,
            occasion_id=shift.id,
            participant_id=signup.participant_id,
        )
