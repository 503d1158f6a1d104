"""Statements of calendar feeds."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from app.communities.display_names import community_names
from app.communities.models import MyCommunity
from app.service_records.calendar_feeds.ics import Appointment
from app.service_records.models import Attendance, AttendanceStatus, Occasion

MAX_APPOINTMENTS = 200
"""Most appointments in one feed, more than anybody keeps in a year."""
EXPECTED = (
    AttendanceStatus.EXPECTED,
    AttendanceStatus.PRESENT,
    AttendanceStatus.LEFT,
)


async def appointments_of(
    session: AsyncSession, user_id: UUID, span: tuple[datetime, datetime]
) -> list[Appointment]:
    """Returns what the person is expected at in all their communities and begins within the span,
    the latest MAX_APPOINTMENTS of it. What is cancelled or given up goes from the calendar."""
    mine = await session.scalars(select(MyCommunity).filter_by(user_id=user_id))
    people = {row.community_id: row.participant_id for row in mine}
    if not people:
        return []
    rows = await session.execute(
        select(Occasion)
        .join(
            Attendance,
            (Attendance.community_id == Occasion.community_id)
            & (Attendance.occasion_id == Occasion.id),
        )
        .where(
            Attendance.community_id.in_(people),
            Occasion.community_id.in_(people),
            Attendance.participant_id.in_(people.values()),
            Attendance.status.in_(EXPECTED),
            Occasion.starts_at.between(*span),
        )
        .order_by(Occasion.starts_at.desc(), Occasion.id)
        .limit(MAX_APPOINTMENTS)
    )
    occasions = rows.scalars().all()
    names = await community_names(session, {occasion.community_id for occasion in occasions})
    return [
        Appointment(
            id=occasion.id,
            title=occasion.title,
            community=names[occasion.community_id],
            address=occasion.address,
            starts_at=occasion.starts_at,
            ends_at=occasion.ends_at,
        )
        for occasion in occasions
    ]
