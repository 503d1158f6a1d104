"""Guards of double reporting. Each loads the row of the path: 404 for callers who may not see it,
403 for those who may see it but not act on it."""

from typing import Annotated
from uuid import UUID

from fastapi import Depends
from sqlalchemy import select

from app.communities.deps import row_for_staff, staff_who_may
from app.communities.permissions import Staff
from app.double_reporting.models import UnitRegistration
from app.double_reporting.policies import (
    may_decide_unit_registration,
    may_enter_unit_registration,
    may_know_members,
    may_read_unit_registration,
)
from app.kernel.errors import Forbidden, NotFound
from app.kernel.web.dependencies import Session
from app.organizations.deps import CurrentLiaison
from app.organizations.models import OrganizationCommunity


async def own_unit_registration(
    registration_id: UUID, liaison: CurrentLiaison, session: Session
) -> UnitRegistration:
    """Returns a registration of the liaison's own organization, in one of the communities where it
    has ever registered: so only their shards are searched."""
    statement = select(OrganizationCommunity.community_id).filter_by(
        organization_id=liaison.organization.id
    )
    communities = list(await session.scalars(statement))
    row = await session.scalar(
        select(UnitRegistration).where(
            UnitRegistration.community_id.in_(communities),
            UnitRegistration.organization_id == liaison.organization.id,
            UnitRegistration.id == registration_id,
        )
    )
    if row is None:
        raise NotFound
    return row


OwnUnitRegistration = Annotated[UnitRegistration, Depends(own_unit_registration)]
StaffMayReadUnitRegistrations = Annotated[Staff, Depends(staff_who_may("unit_registration:read"))]
StaffMayReviewUnitRegistrations = Annotated[
    Staff, Depends(staff_who_may("unit_registration:review"))
]
UnitRegistrationToRead = Annotated[
    UnitRegistration,
    Depends(row_for_staff(UnitRegistration, "registration_id", may_read_unit_registration)),
]
UnitRegistrationToEnter = Annotated[
    UnitRegistration,
    Depends(row_for_staff(UnitRegistration, "registration_id", may_enter_unit_registration)),
]
UnitRegistrationToDecide = Annotated[
    UnitRegistration,
    Depends(row_for_staff(UnitRegistration, "registration_id", may_decide_unit_registration)),
]


async def staff_who_may_review_members(
    staff: Annotated[Staff, Depends(staff_who_may("member:review"))],
) -> Staff:
    """Returns a Party administrator of the community; 403 for levels above it, which have the
    permission only so that they can grant it."""
    if not may_know_members(staff):
        raise Forbidden
    return staff


StaffMayReviewMembers = Annotated[Staff, Depends(staff_who_may_review_members)]
"""A Party administrator of the community. No other staff may see its members."""
