"""/admin/v1/party-organizations/{organization_id}/liaisons"""

from typing import Annotated
from uuid import UUID

from fastapi import Query, Response

from app.communities.errors import GrantExceedsYours, NotAnAdministrator
from app.communities.models import RoleGrant
from app.identity.deps import IdempotentForAdmin
from app.kernel.errors import Forbidden
from app.kernel.web.dependencies import Session
from app.kernel.web.idempotency import IdempotentRoute
from app.kernel.web.pages import Page
from app.kernel.web.problems import problems
from app.kernel.web.routing import Router
from app.organizations.deps import AdministratorMayManageOrganizations, OrganizationToManage
from app.organizations.errors import AlreadyLiaison, NotLiaison
from app.organizations.liaisons import service as liaisons
from app.organizations.liaisons.schemas import (
    LiaisonIn,
    LiaisonOut,
    LiaisonPage,
    LiaisonQuery,
)

router = Router(
    prefix="/party-organizations/{organization_id}/liaisons",
    tags=["organizations"],
    route_class=IdempotentRoute,
    dependencies=[IdempotentForAdmin],
)


@router.post(
    "",
    status_code=201,
    response_model=LiaisonOut,
    responses=problems(Forbidden, GrantExceedsYours, NotAnAdministrator, AlreadyLiaison),
)
async def appoint_liaison(
    admin: AdministratorMayManageOrganizations,
    organization: OrganizationToManage,
    payload: LiaisonIn,
    session: Session,
    response: Response,
) -> RoleGrant:
    """Make an administrator the liaison (联络员) of an organization that you keep: they act for
    it and for what stands below it."""
    granted = await liaisons.appoint(session, organization, payload, by=admin)
    here = f"/admin/v1/party-organizations/{organization.id}/liaisons"
    response.headers["Location"] = f"{here}/{granted.user_id}"
    return granted


@router.get("", response_model=LiaisonPage, responses=problems(Forbidden))
async def list_liaisons(
    query: Annotated[LiaisonQuery, Query()], organization: OrganizationToManage, session: Session
) -> Page[RoleGrant]:
    """List the liaisons of the organization itself, as they are now."""
    return await liaisons.list_liaisons(session, organization, query)


@router.get("/{user_id}", response_model=LiaisonOut, responses=problems(Forbidden))
async def get_liaison(
    organization: OrganizationToManage, user_id: UUID, session: Session
) -> RoleGrant:
    """Get a liaison, while they are one."""
    return await liaisons.get_liaison(session, organization, user_id)


@router.post(
    "/{user_id}/revoke", response_model=LiaisonOut, responses=problems(Forbidden, NotLiaison)
)
async def revoke_liaison(
    admin: AdministratorMayManageOrganizations,
    organization: OrganizationToManage,
    user_id: UUID,
    session: Session,
) -> RoleGrant:
    """Revoke a liaison; it ends with their next request."""
    return await liaisons.revoke(session, organization, user_id, by=admin)
