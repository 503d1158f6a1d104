"""Guards of volunteering: the row of the path, for those who see it (404) and may (403)."""

from typing import Annotated
from uuid import UUID

from fastapi import Depends

from app.communities.deps import current_staff, own_row, staff_who_may
from app.communities.permissions import Staff
from app.identity.deps import CurrentUser
from app.kernel.database.engine import get_row
from app.kernel.errors import NotFound
from app.kernel.web.dependencies import Session, permitted
from app.volunteering.models import Activity, ActivityStatus, Shift, Signup
from app.volunteering.policies import (
    may_manage_activity,
    may_manage_shift,
    may_manage_signup,
    may_read_activity,
    may_read_signups,
)


async def staff_activity(community_id: UUID, activity_id: UUID, session: Session) -> Activity:
    """Staff see every activity of the community, drafts too."""
    return await get_row(session, Activity, community_id, activity_id)


async def staff_shift(community_id: UUID, shift_id: UUID, session: Session) -> Shift:
    return await get_row(session, Shift, community_id, shift_id)


async def staff_signup(community_id: UUID, signup_id: UUID, session: Session) -> Signup:
    return await get_row(session, Signup, community_id, signup_id)


async def seen_activity(
    community_id: UUID, activity_id: UUID, _reader: CurrentUser, session: Session
) -> Activity:
    """Whatever has been published, for anybody who has logged in."""
    activity = await get_row(session, Activity, community_id, activity_id)
    if activity.status is ActivityStatus.DRAFT:
        raise NotFound
    return activity


ManagedActivity = Annotated[
    Activity, Depends(permitted(current_staff, staff_activity, may_manage_activity))
]
StaffActivity = Annotated[
    Activity, Depends(permitted(current_staff, staff_activity, may_read_activity))
]
ManagedShift = Annotated[Shift, Depends(permitted(current_staff, staff_shift, may_manage_shift))]
StaffShiftToRead = Annotated[
    Shift, Depends(permitted(current_staff, staff_shift, may_read_signups))
]
ManagedSignup = Annotated[
    Signup, Depends(permitted(current_staff, staff_signup, may_manage_signup))
]
StaffForActivities = Annotated[Staff, Depends(staff_who_may("activity:manage"))]
StaffToRead = Annotated[Staff, Depends(staff_who_may("activity:read"))]
StaffForSignups = Annotated[Staff, Depends(staff_who_may("signup:manage"))]
SeenActivity = Annotated[Activity, Depends(seen_activity)]
OwnSignup = Annotated[Signup, Depends(own_row(Signup, "signup_id"))]
