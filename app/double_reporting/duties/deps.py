"""Guards of duties, for whose they are, for those who may take them over, and for staff."""

from typing import Annotated
from uuid import UUID

from fastapi import Depends
from sqlalchemy import exists, select

from app.communities.deps import ActiveParticipant, own_row, staff_who_may
from app.communities.permissions import Staff
from app.double_reporting.models import Duty, DutyDay, PostClaim, PostClaimStatus
from app.kernel.database.engine import get_row
from app.kernel.errors import NotFound
from app.kernel.web.dependencies import Session

StaffMayManageDuties = Annotated[Staff, Depends(staff_who_may("post:manage"))]


async def duty_of_my_post(duty_id: UUID, me: ActiveParticipant, session: Session) -> Duty:
    """Returns a duty of a post on which the caller serves, too; 404 for all others."""
    row = await session.scalar(
        select(Duty)
        .join(
            DutyDay,
            (DutyDay.community_id == Duty.community_id) & (DutyDay.id == Duty.duty_day_id),
        )
        .where(
            Duty.community_id == me.community_id,
            Duty.id == duty_id,
            exists().where(
                PostClaim.community_id == me.community_id,
                PostClaim.participant_id == me.id,
                PostClaim.post_id == DutyDay.post_id,
                PostClaim.status == PostClaimStatus.SERVING,
            ),
        )
    )
    if row is None:
        raise NotFound
    return row


async def duty_at_desk(duty_id: UUID, staff: StaffMayManageDuties, session: Session) -> Duty:
    """Returns the duty for staff who manage posts. Others get 403 before any 404."""
    return await get_row(session, Duty, staff.community_id, duty_id)


async def duty_day_to_manage(
    duty_day_id: UUID, staff: StaffMayManageDuties, session: Session
) -> DutyDay:
    """Returns the day for staff who manage posts. Others get 403 before any 404."""
    return await get_row(session, DutyDay, staff.community_id, duty_day_id)


OwnDuty = Annotated[Duty, Depends(own_row(Duty, "duty_id"))]
DutyOfMyPost = Annotated[Duty, Depends(duty_of_my_post)]
DutyAtDesk = Annotated[Duty, Depends(duty_at_desk)]
DutyDayToManage = Annotated[DutyDay, Depends(duty_day_to_manage)]
