"""Guards of double reporting: the row of the path, for those who see it (404) and may (403)."""

from typing import Annotated
from uuid import UUID

from fastapi import Depends
from sqlalchemy import select

from app.communities.deps import (
    administrator_who_may,
    current_staff,
    grants_of,
    staff_who_may,
)
from app.communities.models import Role, ScopeKind
from app.communities.permissions import Staff
from app.double_reporting.models import UnitRegistration
from app.double_reporting.policies import (
    may_decide_unit_registration,
    may_enter_unit_registration,
    may_read_unit_registration,
)
from app.identity.deps import CurrentAdmin
from app.kernel.database.engine import get_row
from app.kernel.errors import NotFound
from app.kernel.web.dependencies import Session, permitted
from app.organizations.actors import Liaison
from app.organizations.models import OrganizationCommunity, PartyOrganization, WorkUnit
from app.organizations.ownership import home_of, require_cover

# ---------------------------------------------------------------- organizations and units

OrganizationReader = Annotated[Staff, Depends(administrator_who_may("organization:read"))]
OrganizationManager = Annotated[Staff, Depends(administrator_who_may("organization:manage"))]


async def unit_to_read(
    _reader: OrganizationReader, work_unit_id: UUID, session: Session
) -> WorkUnit:
    """What is published of units is for all administrators who may read it."""
    unit = await session.get(WorkUnit, work_unit_id)
    if unit is None:
        raise NotFound
    return unit


async def organization_to_read(
    _reader: OrganizationReader, organization_id: UUID, session: Session
) -> PartyOrganization:
    organization = await session.get(PartyOrganization, organization_id)
    if organization is None:
        raise NotFound
    return organization


UnitToRead = Annotated[WorkUnit, Depends(unit_to_read)]
OrganizationToRead = Annotated[PartyOrganization, Depends(organization_to_read)]


async def managed_organization(
    admin: OrganizationManager, organization: OrganizationToRead, session: Session
) -> PartyOrganization:
    """403 unless the caller covers the community where it is at home."""
    await require_cover(session, admin, await home_of(session, organization))
    return organization


ManagedOrganization = Annotated[PartyOrganization, Depends(managed_organization)]


# ---------------------------------------------------------------- liaisons


async def current_liaison(organization_id: UUID, admin: CurrentAdmin, session: Session) -> Liaison:
    """Acts for the organization of the path: their grant is on it, or on one above it. 404 for
    everybody else, as for one that is not there."""
    organization = await session.get(PartyOrganization, organization_id)
    held = {
        grant.scope_id
        for grant in await grants_of(session, admin)
        if grant.scope_kind is ScopeKind.ORGANIZATION and grant.role is Role.UNIT_LIAISON
    }
    if organization is None or held.isdisjoint(organization.path):
        raise NotFound
    return Liaison(admin, organization)


CurrentLiaison = Annotated[Liaison, Depends(current_liaison)]


async def own_unit_registration(
    registration_id: UUID, liaison: CurrentLiaison, session: Session
) -> UnitRegistration:
    """Of the organization itself, in one of the communities where it has ever registered."""
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


# ---------------------------------------------------------------- unit registrations


async def staff_unit_registration(
    community_id: UUID, registration_id: UUID, session: Session
) -> UnitRegistration:
    return await get_row(session, UnitRegistration, community_id, registration_id)


StaffForUnits = Annotated[Staff, Depends(staff_who_may("unit_registration:review"))]
StaffWhoReadUnits = Annotated[Staff, Depends(staff_who_may("unit_registration:read"))]
UnitRegistrationToRead = Annotated[
    UnitRegistration,
    Depends(permitted(current_staff, staff_unit_registration, may_read_unit_registration)),
]
UnitRegistrationAtDesk = Annotated[
    UnitRegistration,
    Depends(permitted(current_staff, staff_unit_registration, may_enter_unit_registration)),
]
UnitRegistrationToDecide = Annotated[
    UnitRegistration,
    Depends(permitted(current_staff, staff_unit_registration, may_decide_unit_registration)),
]
