"""Attendances are expected and released in the transaction of their cause."""

from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from app.kernel.database.engine import lock
from app.service_records.models import Attendance, AttendanceStatus


async def expect(
    session: AsyncSession,
    community_id: UUID,
    *,
    attendance_id: UUID,
    occasion_id: UUID,
    participant_id: UUID,
) -> Attendance:
    """Expects a participant at an occasion, under the id of the cause: of the sign-up or the
    duty."""
    attendance = Attendance(
        community_id=community_id,
        id=attendance_id,
        occasion_id=occasion_id,
        participant_id=participant_id,
        status=AttendanceStatus.EXPECTED,
    )
    session.add(attendance)
    return attendance


async def release(session: AsyncSession, community_id: UUID, attendance_id: UUID) -> None:
    """Releases a participant from coming, because the cause is withdrawn. Raises the machine's 409
    for one who has checked in meanwhile. A cause that expects nobody releases nobody."""
    attendance = await session.get(Attendance, {"community_id": community_id, "id": attendance_id})
    if attendance is None:
        return
    await lock(session, attendance)
    attendance.move("release")


async def release_all(session: AsyncSession, community_id: UUID, occasion_id: UUID) -> None:
    """Releases everybody who is still expected at a locked occasion. Locks in the order of ids, as
    check-ins do."""
    expected = (
        select(Attendance)
        .where(
            Attendance.community_id == community_id,
            Attendance.occasion_id == occasion_id,
            Attendance.status == AttendanceStatus.EXPECTED,
        )
        .order_by(Attendance.id)
        .with_for_update(key_share=True)
        .execution_options(populate_existing=True)
    )
    await session.flush()  # else pending changes would be overwritten
    for attendance in await session.scalars(expected):
        attendance.move("release")
