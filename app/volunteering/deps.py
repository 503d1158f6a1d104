"""Guards of volunteering. Each loads the row of the path: 404 for callers who may not see it, 403
for those who may see it but not act on it."""

from typing import Annotated
from uuid import UUID

from fastapi import Depends

from app.communities.deps import own_row, row_for_staff, staff_who_may
from app.communities.permissions import Staff
from app.identity.deps import CurrentUser
from app.kernel.database.engine import get_row
from app.kernel.errors import NotFound
from app.kernel.web.dependencies import Session
from app.volunteering.models import Activity, ActivityStatus, Shift, Signup
from app.volunteering.policies import (
    may_manage_activity,
    may_manage_shift,
    may_manage_signup,
    may_manage_signups_of,
    may_reach_people_of_shift,
    may_read_activity,
    may_read_signups,
)


async def activity_to_read(
    community_id: UUID, activity_id: UUID, _reader: CurrentUser, session: Session
) -> Activity:
    """Returns the activity unless it is a draft. Anybody who has logged in may read it."""
    activity = await get_row(session, Activity, community_id, activity_id)
    if activity.status is ActivityStatus.DRAFT:
        raise NotFound
    return activity


StaffMayReadActivities = Annotated[Staff, Depends(staff_who_may("activity:read"))]
StaffMayManageActivities = Annotated[Staff, Depends(staff_who_may("activity:manage"))]
StaffMayManageSignups = Annotated[Staff, Depends(staff_who_may("signup:manage"))]
ActivityToRead = Annotated[Activity, Depends(activity_to_read)]
ActivityToReadAsStaff = Annotated[
    Activity, Depends(row_for_staff(Activity, "activity_id", may_read_activity))
]
ActivityToManage = Annotated[
    Activity, Depends(row_for_staff(Activity, "activity_id", may_manage_activity))
]
ActivityToSignUpFor = Annotated[
    Activity, Depends(row_for_staff(Activity, "activity_id", may_manage_signups_of))
]
ShiftToManage = Annotated[Shift, Depends(row_for_staff(Shift, "shift_id", may_manage_shift))]
ShiftToListSignups = Annotated[Shift, Depends(row_for_staff(Shift, "shift_id", may_read_signups))]
ShiftToReachPeople = Annotated[
    Shift, Depends(row_for_staff(Shift, "shift_id", may_reach_people_of_shift))
]
SignupToManage = Annotated[Signup, Depends(row_for_staff(Signup, "signup_id", may_manage_signup))]
OwnSignup = Annotated[Signup, Depends(own_row(Signup, "signup_id"))]
