"""The community's Party administrators, who alone of its staff know its members."""

from typing import Annotated

from fastapi import Depends

from app.communities.deps import staff_who_may
from app.communities.permissions import Staff
from app.double_reporting.policies import may_know_members
from app.kernel.errors import Forbidden


async def party_staff(staff: Annotated[Staff, Depends(staff_who_may("member:review"))]) -> Staff:
    """403 for levels above, which hold the permission only to grant it."""
    if not may_know_members(staff):
        raise Forbidden
    return staff


StaffWhoKnowMembers = Annotated[Staff, Depends(party_staff)]
