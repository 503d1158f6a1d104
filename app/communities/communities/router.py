"""/v1/communities"""

from typing import Annotated

from fastapi import Query

from app.communities.communities import service as communities
from app.communities.communities.schemas import CommunityOut, CommunityPage, CommunityQuery
from app.communities.deps import CommunityToRead
from app.communities.models import Community
from app.identity.deps import CurrentUser
from app.kernel.web.dependencies import Session
from app.kernel.web.pages import Page
from app.kernel.web.routing import Router

router = Router(prefix="/communities", tags=["communities"])


@router.get("", response_model=CommunityPage)
async def list_communities(
    query: Annotated[CommunityQuery, Query()], _reader: CurrentUser, session: Session
) -> Page[Community]:
    """List communities. `q` searches by words of name or address; `near` finds the nearest to a
    point."""
    return await communities.list_communities(session, query)


@router.get("/{community_id}", response_model=CommunityOut)
async def get_community(community: CommunityToRead) -> Community:
    """Get a community. Anybody who has logged in may read it."""
    return community
