"""/v1/me and /v1/me/home"""

from typing import Annotated

from fastapi import Query, Response

from app.communities.deps import MyCommunities
from app.home import hot
from app.home.schemas import HomeOut, HomeQuery, MeWithCounts
from app.home.service import get_account
from app.identity.deps import CurrentUser
from app.kernel.lane.hot_route import HotRoute
from app.kernel.lane.lane import HotLane
from app.kernel.web.dependencies import Session
from app.kernel.web.routing import Router

hot_router = Router(prefix="/me/home", tags=["me"], route_class=HotRoute)
router = Router(prefix="/me", tags=["me"])


@hot_router.get("", response_model=HomeOut)
async def get_home(
    query: Annotated[HomeQuery, Query()], user: CurrentUser, lane: HotLane
) -> Response:
    """Get the home screen of one of my communities in one call: what waits for me, my next
    shifts, tickets, posts and residence, and what there is to take part in."""
    screen = await hot.home(lane, user, query.community_id)
    headers = {"Cache-Control": "private, max-age=0"}
    return Response(screen, 200, headers, "application/json")


@router.get("", response_model=MeWithCounts)
async def get_me(user: CurrentUser, communities: MyCommunities, session: Session) -> MeWithCounts:
    """Get my account, with my phone number masked, and with counts over all my communities."""
    return await get_account(session, user, communities)
