"""/v1/communities/{community_id}/activities"""

from typing import Annotated
from uuid import UUID

from fastapi import Query, Request, Response

from app.identity.deps import CurrentUser
from app.kernel.lane.hot_route import HotRoute
from app.kernel.lane.lane import HotLane
from app.kernel.web.conditional import unless_matched
from app.kernel.web.dependencies import Session
from app.kernel.web.routing import Router
from app.volunteering.activities import hot
from app.volunteering.activities.schemas import ActivityOut, ActivityPage, ActivityQuery
from app.volunteering.deps import ActivityToRead
from app.volunteering.models import Activity
from app.volunteering.shifts import service as shifts
from app.volunteering.shifts.schemas import ShiftList

hot_router = Router(prefix="/activities", tags=["activities"], route_class=HotRoute)
router = Router(prefix="/activities", tags=["activities"])


@hot_router.get("", response_model=ActivityPage)
async def list_activities(
    request: Request,
    community_id: UUID,
    query: Annotated[ActivityQuery, Query()],
    _reader: CurrentUser,
    lane: HotLane,
) -> Response:
    """List activities, soonest first, with the places left. Without a query these are published
    activities that are not over yet; `status` lists completed or cancelled ones, `q` searches by
    words. Anybody who has logged in may read them."""
    return unless_matched(request, await hot.list_activities(lane, community_id, query))


@router.get("/{activity_id}", response_model=ActivityOut)
async def get_activity(activity: ActivityToRead) -> Activity:
    """Get an activity. Drafts are not found; anybody who has logged in may read the others."""
    return activity


@router.get("/{activity_id}/shifts", response_model=ShiftList)
async def list_shifts(activity: ActivityToRead, session: Session) -> ShiftList:
    """List the shifts of an activity, soonest first. Each has its roles and the places left in
    them."""
    return ShiftList(items=await shifts.list_of_activity(session, activity))
