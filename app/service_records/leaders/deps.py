"""Guards of what a leader leads."""

from typing import Annotated
from uuid import UUID

from fastapi import Depends
from sqlalchemy.ext.asyncio import AsyncSession

from app.communities.deps import ActiveParticipant
from app.communities.models import Participant
from app.kernel.database.engine import get_row
from app.kernel.errors import Forbidden, NotFound
from app.kernel.web.dependencies import Session
from app.service_records.leaders.queries import leads
from app.service_records.models import Attendance, Occasion


async def led_occasion(occasion_id: UUID, me: ActiveParticipant, session: Session) -> Occasion:
    """Returns the occasion of the path; 403 for those who do not lead it."""
    occasion = await get_row(session, Occasion, me.community_id, occasion_id)
    await require_leader(session, occasion, me)
    return occasion


OccasionToLead = Annotated[Occasion, Depends(led_occasion)]


async def attendance_of_led_occasion(
    attendance_id: UUID, me: ActiveParticipant, session: Session
) -> Attendance:
    """Returns the attendance of the path; 404 for those who do not lead its occasion, because
    nobody else may learn that it exists."""
    attendance = await get_row(session, Attendance, me.community_id, attendance_id)
    occasion = await get_row(session, Occasion, me.community_id, attendance.occasion_id)
    if not await leads(session, occasion, me):
        raise NotFound
    return attendance


AttendanceToConfirm = Annotated[Attendance, Depends(attendance_of_led_occasion)]


async def require_leader(session: AsyncSession, occasion: Occasion, me: Participant) -> None:
    if not await leads(session, occasion, me):
        raise Forbidden
