"""What time does in volunteering: waits lapse, shifts end, activities are completed, archived."""

from collections.abc import Sequence
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import ColumnElement, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import InstrumentedAttribute

from app.kernel.database.engine import get_row, lock
from app.kernel.jobs.sweeps import Key, Sweep
from app.volunteering.activities.service import show_card
from app.volunteering.models import (
    Activity,
    ActivityStatus,
    Shift,
    ShiftStatus,
    Signup,
    SignupStatus,
)
from app.volunteering.signups.service import lapse_all

COMPLETED_AFTER = timedelta(hours=24)
"""After the last shift (domain.md 9)."""
ARCHIVED_AFTER = timedelta(days=365)
PORTION = 200


async def find_begun(session: AsyncSession, now: datetime) -> Sequence[Key]:
    """Shifts that have begun while people still wait."""
    query = (
        select(Signup.community_id, Signup.shift_id)
        .join(Shift, (Shift.community_id == Signup.community_id) & (Shift.id == Signup.shift_id))
        .where(Signup.status == SignupStatus.WAITLISTED, Shift.starts_at <= now)
        .distinct()
        .limit(PORTION)
    )
    return [(community_id, shift_id) for community_id, shift_id in await session.execute(query)]


async def lapse_waits(session: AsyncSession, key: Key, now: datetime) -> None:
    shift = await get_row(session, Shift, *key)
    await lock(session, shift)
    if shift.starts_at <= now:
        await lapse_all(session, shift)


async def find_over(session: AsyncSession, now: datetime) -> Sequence[Key]:
    return await _find(
        session,
        Shift.community_id,
        Shift.id,
        Shift.status == ShiftStatus.OPEN,
        Shift.ends_at <= now,
    )


async def end_shift(session: AsyncSession, key: Key, now: datetime) -> None:
    shift = await get_row(session, Shift, *key)
    await lock(session, shift)
    if shift.is_open and shift.ends_at <= now:
        shift.end()


async def find_done(session: AsyncSession, now: datetime) -> Sequence[Key]:
    return await _find(
        session,
        Activity.community_id,
        Activity.id,
        Activity.status == ActivityStatus.PUBLISHED,
        Activity.ends_at <= now - COMPLETED_AFTER,
    )


async def complete_activity(session: AsyncSession, key: Key, now: datetime) -> None:
    activity = await get_row(session, Activity, *key)
    await lock(session, activity)
    is_due = activity.ends_at is not None and activity.ends_at <= now - COMPLETED_AFTER
    if activity.status is ActivityStatus.PUBLISHED and is_due:
        activity.complete(now)
        await show_card(session, activity)


async def find_old(session: AsyncSession, now: datetime) -> Sequence[Key]:
    return await _find(
        session,
        Activity.community_id,
        Activity.id,
        Activity.status == ActivityStatus.COMPLETED,
        Activity.completed_at <= now - ARCHIVED_AFTER,
    )


async def archive_activity(session: AsyncSession, key: Key, _now: datetime) -> None:
    activity = await get_row(session, Activity, *key)
    await lock(session, activity)
    if activity.status is ActivityStatus.COMPLETED:
        activity.archive()
        await show_card(session, activity)


async def _find(
    session: AsyncSession,
    community_id: InstrumentedAttribute[UUID],
    id_: InstrumentedAttribute[UUID],
    *due: ColumnElement[bool],
) -> Sequence[Key]:
    rows = await session.execute(select(community_id, id_).where(*due).limit(PORTION))
    return [(community, row_id) for community, row_id in rows]


SWEEPS = (
    Sweep("volunteering.lapse_waits", timedelta(minutes=1), find_begun, lapse_waits),
    Sweep("volunteering.end_shifts", timedelta(minutes=1), find_over, end_shift),
    Sweep("volunteering.complete", timedelta(minutes=10), find_done, complete_activity),
    Sweep("volunteering.archive", timedelta(hours=12), find_old, archive_activity),
)
