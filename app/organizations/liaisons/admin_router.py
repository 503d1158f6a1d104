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
    body: LiaisonIn,
    session: Session,
    response: Response,
) -> RoleGrant:
    """Appoint an administrator as liaison (联络员) of an organization. They act for it and for
    those below it; nobody appoints themselves."""
    granted = await liaisons.appoint(session, organization, body, by=admin)
    liaisons_path = f"/admin/v1/party-organizations/{organization.id}/liaisons"
    response.headers["Location"] = f"{liaisons_path}/{granted.user_id}"
    return granted


@router.get("", response_model=LiaisonPage, responses=problems(Forbidden))
async def list_liaisons(
    query: Annotated[LiaisonQuery, Query()], organization: OrganizationToManage, session: Session
) -> Page[RoleGrant]:
    """List the present liaisons of an organization, oldest first. Those of organizations above or
    below it are not listed."""
    return await liaisons.list_liaisons(session, organization, query)


@router.get("/{user_id}", response_model=LiaisonOut, responses=problems(Forbidden))
async def get_liaison(
    organization: OrganizationToManage, user_id: UUID, session: Session
) -> RoleGrant:
    """Get a present liaison of an organization."""
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
    """Revoke a liaison. It ends with their next request."""
    return await liaisons.revoke(session, organization, user_id, by=admin)
