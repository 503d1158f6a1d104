"""Attendances are expected and released in the transaction of their cause."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from app.kernel import clock
from app.kernel.database.engine import lock
from app.kernel.jobs.events import emit
from app.service_records.events import AttendanceLeft
from app.service_records.models import Attendance, AttendanceStatus, CheckMeans


async def expect(
    session: AsyncSession,
    community_id: UUID,
    *,
    attendance_id: UUID,
    occasion_id: UUID,
    participant_id: UUID,
    is_voluntary: bool = False,
) -> Attendance:
    """Expects a participant at an occasion, under the id of the cause: of the sign-up or the duty.
    `is_voluntary` for who is invited and has promised nothing."""
    attendance = Attendance(
        community_id=community_id,
        id=attendance_id,
        occasion_id=occasion_id,
        participant_id=participant_id,
        status=AttendanceStatus.EXPECTED,
        expected_at=clock.now(),
        is_voluntary=is_voluntary,
    )
    session.add(attendance)
    return attendance


async def note_promise(
    session: AsyncSession, community_id: UUID, attendance_id: UUID, *, is_promised: bool
) -> None:
    """Notes that who was invited has promised to come, or is asked anew."""
    attendance = await session.get(Attendance, {"community_id": community_id, "id": attendance_id})
    if attendance is not None:
        await lock(session, attendance)
        attendance.is_voluntary = not is_promised


async def release(session: AsyncSession, community_id: UUID, attendance_id: UUID) -> None:
    """Releases a participant from coming, because the cause is withdrawn. Raises the machine's 409
    for one who has checked in meanwhile. A cause that expects nobody releases nobody."""
    attendance = await session.get(Attendance, {"community_id": community_id, "id": attendance_id})
    if attendance is None:
        return
    await lock(session, attendance)
    attendance.move("release")


async def end_attendances(
    session: AsyncSession, community_id: UUID, occasion_id: UUID, now: datetime
) -> None:
    """Releases everybody who is still expected at a locked occasion, which is cancelled, and checks
    out who is there. Locks in the order of ids, as check-ins do."""
    live = (
        select(Attendance)
        .where(
            Attendance.community_id == community_id,
            Attendance.occasion_id == occasion_id,
            Attendance.status.in_((AttendanceStatus.EXPECTED, AttendanceStatus.PRESENT)),
        )
        .order_by(Attendance.id)
        .with_for_update(key_share=True)
        .execution_options(populate_existing=True)
    )
    await session.flush()  # else pending changes would be overwritten
    for attendance in await session.scalars(live):
        if attendance.status is AttendanceStatus.EXPECTED:
            attendance.move("release")
        else:
            attendance.check_out(now, CheckMeans.END)
            emit(session, community_id, AttendanceLeft(attendance_id=attendance.id))
