"""The community's Party administrators, who alone of its staff know its members."""

from typing import Annotated

from fastapi import Depends

from app.communities.deps import staff_who_may
from app.communities.permissions import Staff
from app.double_reporting.policies import may_know_members
from app.kernel.errors import Forbidden


async def staff_who_may_review_members(
    staff: Annotated[Staff, Depends(staff_who_may("member:review"))],
) -> Staff:
    """The Party administrator; 403 for levels above, which hold the permission only to grant it."""
    if not may_know_members(staff):
        raise Forbidden
    return staff


StaffMayReviewMembers = Annotated[Staff, Depends(staff_who_may_review_members)]
