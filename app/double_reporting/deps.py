"""Guards of double reporting: the row of the path, for those who see it (404) and may (403)."""

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
    """The registration of the liaison's organization itself, in one of the communities where it
    has ever registered."""
    where = select(OrganizationCommunity.community_id).filter_by(
        organization_id=liaison.organization.id
    )
    communities = list(await session.scalars(where))
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
    """The Party administrator; 403 for levels above, which hold the permission only to grant it."""
    if not may_know_members(staff):
        raise Forbidden
    return staff


StaffMayReviewMembers = Annotated[Staff, Depends(staff_who_may_review_members)]
"""The community's Party administrators, who alone of its staff know its members."""
