"""/admin/v1/member-counts, for district and subdistrict"""

from typing import Annotated

from fastapi import Depends

from app.communities.deps import administrator_who_may
from app.communities.permissions import Staff
from app.double_reporting.members import counts
from app.double_reporting.members.schemas import MemberCounts
from app.kernel.errors import Forbidden
from app.kernel.web.dependencies import Session
from app.kernel.web.problems import problems
from app.kernel.web.routing import Router

router = Router(prefix="/member-counts", tags=["double reporting"])
AdministratorMayCountMembers = Annotated[Staff, Depends(administrator_who_may("member:count"))]


@router.get("", response_model=MemberCounts, responses=problems(Forbidden))
async def get_member_counts(admin: AdministratorMayCountMembers, session: Session) -> MemberCounts:
    """Get counts of members by community and by unit: how many have registered, and how many the
    units have named. Nobody is named, and counts below 10 are not shown."""
    return await counts.count_members(session, by=admin)
