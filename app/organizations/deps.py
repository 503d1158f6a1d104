"""Guards of work units, Party organizations and their liaisons."""

from typing import Annotated
from uuid import UUID

from fastapi import Depends

from app.communities.administrator_grants import grants_of
from app.communities.deps import administrator_who_may
from app.communities.models import Role, ScopeKind
from app.communities.permissions import Staff
from app.identity.deps import CurrentAdmin
from app.kernel.errors import NotFound
from app.kernel.web.dependencies import Session
from app.organizations.actors import Liaison
from app.organizations.models import PartyOrganization, WorkUnit
from app.organizations.ownership import owning_community, require_cover

AdministratorMayReadOrganizations = Annotated[
    Staff, Depends(administrator_who_may("organization:read"))
]
AdministratorMayManageOrganizations = Annotated[
    Staff, Depends(administrator_who_may("organization:manage"))
]


async def unit_to_read(
    _reader: AdministratorMayReadOrganizations, work_unit_id: UUID, session: Session
) -> WorkUnit:
    """Returns the work unit to every administrator with the permission, because these facts are
    published."""
    unit = await session.get(WorkUnit, work_unit_id)
    if unit is None:
        raise NotFound
    return unit


async def organization_to_read(
    _reader: AdministratorMayReadOrganizations, organization_id: UUID, session: Session
) -> PartyOrganization:
    organization = await session.get(PartyOrganization, organization_id)
    if organization is None:
        raise NotFound
    return organization


UnitToRead = Annotated[WorkUnit, Depends(unit_to_read)]
OrganizationToRead = Annotated[PartyOrganization, Depends(organization_to_read)]


async def organization_to_manage(
    admin: AdministratorMayManageOrganizations,
    organization: OrganizationToRead,
    session: Session,
) -> PartyOrganization:
    """Returns the organization; 403 unless the caller covers the community that owns its entry."""
    await require_cover(session, admin, await owning_community(session, organization))
    return organization


OrganizationToManage = Annotated[PartyOrganization, Depends(organization_to_manage)]


async def current_liaison(organization_id: UUID, admin: CurrentAdmin, session: Session) -> Liaison:
    """Returns the caller as liaison of the organization of the path, by a grant on it or on one
    above it. 404 for everybody else, as for an unknown organization."""
    organization = await session.get(PartyOrganization, organization_id)
    scope_ids = {
        grant.scope_id
        for grant in await grants_of(session, admin)
        if grant.scope_kind is ScopeKind.ORGANIZATION and grant.role is Role.UNIT_LIAISON
    }
    if organization is None or scope_ids.isdisjoint(organization.path):
        raise NotFound
    return Liaison(admin, organization)


CurrentLiaison = Annotated[Liaison, Depends(current_liaison)]
