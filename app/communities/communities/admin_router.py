"""/admin/v1/communities"""

from typing import Annotated

from fastapi import Query, Response

from app.communities.communities import service as communities
from app.communities.communities.schemas import (
    CommunityIn,
    StaffCommunityOut,
    StaffCommunityPage,
    StaffCommunityQuery,
)
from app.communities.communities.shown import show_communities, show_one
from app.communities.deps import (
    AdministratorMayManageCommunities,
    CommunityToManage,
    CommunityToReadAsStaff,
    CurrentAdministrator,
)
from app.identity.deps import IdempotentForAdmin
from app.kernel.errors import Forbidden, UnknownReference
from app.kernel.web.conditional import IfMatch, VersionMissing, VersionStale, etag
from app.kernel.web.dependencies import Session
from app.kernel.web.idempotency import IdempotentRoute
from app.kernel.web.pages import Page
from app.kernel.web.problems import problems
from app.kernel.web.routing import Router

router = Router(
    prefix="/communities",
    tags=["communities"],
    route_class=IdempotentRoute,
    dependencies=[IdempotentForAdmin],
)


@router.post(
    "",
    status_code=201,
    response_model=StaffCommunityOut,
    responses=problems(Forbidden, UnknownReference),
)
async def create_community(
    body: CommunityIn,
    admin: AdministratorMayManageCommunities,
    session: Session,
    response: Response,
) -> StaffCommunityOut:
    """Create a community in a region that you manage."""
    community = await communities.create(session, body, by=admin)
    response.headers["Location"] = f"/admin/v1/communities/{community.id}"
    response.headers["ETag"] = etag(community)
    return await show_one(session, community)


@router.get("", response_model=StaffCommunityPage)
async def list_communities(
    query: Annotated[StaffCommunityQuery, Query()], admin: CurrentAdministrator, session: Session
) -> Page[StaffCommunityOut]:
    """List the communities that your grants reach, oldest first. A grant may reach a whole
    community or one of its places."""
    page = await communities.list_served(session, admin, query)
    return page.with_items(await show_communities(session, page.items))


@router.get("/{community_id}", response_model=StaffCommunityOut)
async def get_community(
    community: CommunityToReadAsStaff, session: Session, response: Response
) -> StaffCommunityOut:
    """Get a community. Its ETag is the If-Match of the next PUT."""
    response.headers["ETag"] = etag(community)
    return await show_one(session, community)


@router.put(
    "/{community_id}",
    response_model=StaffCommunityOut,
    responses=problems(Forbidden, UnknownReference, VersionMissing, VersionStale),
)
async def revise_community(
    community: CommunityToManage,
    body: CommunityIn,
    tag: IfMatch,
    admin: CurrentAdministrator,
    session: Session,
    response: Response,
) -> StaffCommunityOut:
    """Replace the fields of a community. It may move into another region that you manage."""
    revised = await communities.revise(session, community, body, tag, by=admin)
    response.headers["ETag"] = etag(revised)
    return await show_one(session, revised)
