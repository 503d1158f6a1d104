"""/admin/v1/role-grants"""

from typing import Annotated

from fastapi import Query, Response

from app.communities.deps import AdministratorMayManageGrants
from app.communities.errors import (
    GrantEnded,
    GrantExceedsYours,
    GrantNeedsTwoPersons,
    LastPlatformAdmin,
    NotAnAdministrator,
    RoleScopeUnfit,
)
from app.communities.grants import service as grants
from app.communities.grants.deps import GrantToManage
from app.communities.grants.schemas import GrantIn, GrantOut, GrantPage, GrantQuery
from app.communities.grants.shown import show_grant, show_grants
from app.identity.deps import IdempotentForAdmin, RecentlyProven
from app.identity.errors import StepUpRequired
from app.kernel.errors import Forbidden, UnknownReference
from app.kernel.web.dependencies import Session
from app.kernel.web.idempotency import IdempotentRoute
from app.kernel.web.pages import Page
from app.kernel.web.problems import problems
from app.kernel.web.routing import Router

router = Router(
    prefix="/role-grants",
    tags=["grants"],
    route_class=IdempotentRoute,
    dependencies=[IdempotentForAdmin],
)


@router.post(
    "",
    status_code=201,
    response_model=GrantOut,
    responses=problems(
        *(Forbidden, StepUpRequired, GrantExceedsYours, UnknownReference, NotAnAdministrator),
        *(RoleScopeUnfit, GrantNeedsTwoPersons),
    ),
)
async def grant_role(
    body: GrantIn,
    admin: AdministratorMayManageGrants,
    _proven: RecentlyProven,
    session: Session,
    response: Response,
) -> GrantOut:
    """Grant an administrator a role in a region or a place that you cover. It cannot have more
    permissions than you have there, and you cannot grant one to yourself. A role that sees members
    of the Party is for one community, and takes two persons unless you see them yourself."""
    granted = await grants.grant(session, body, by=admin)
    response.headers["Location"] = f"/admin/v1/role-grants/{granted.user_id}/{granted.id}"
    return await show_grant(session, granted)


@router.get("", response_model=GrantPage, responses=problems(Forbidden))
async def list_grants(
    query: Annotated[GrantQuery, Query()], admin: AdministratorMayManageGrants, session: Session
) -> Page[GrantOut]:
    """List the grants in the scopes that you cover, oldest first, former ones included."""
    page = await grants.list_grants(session, admin, query)
    return page.with_items(await show_grants(session, page.items))


@router.get(
    "/{user_id}/{grant_id}",
    response_model=GrantOut,
    responses=problems(Forbidden, GrantExceedsYours),
)
async def get_grant(granted: GrantToManage, session: Session) -> GrantOut:
    """Get a grant."""
    return await show_grant(session, granted)


@router.post(
    "/{user_id}/{grant_id}/revoke",
    response_model=GrantOut,
    responses=problems(
        *(Forbidden, StepUpRequired, GrantExceedsYours, GrantEnded, LastPlatformAdmin)
    ),
)
async def revoke_grant(
    granted: GrantToManage,
    admin: AdministratorMayManageGrants,
    _proven: RecentlyProven,
    session: Session,
) -> GrantOut:
    """Revoke a grant. It ends with the administrator's next request."""
    return await show_grant(session, await grants.revoke(session, granted, by=admin))
