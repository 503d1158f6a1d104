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
    """Activities that go on or are to come, soonest first, with the places that are left. Anybody
    who has logged in may read them; `q` looks for words, `status` for what is past."""
    return unless_matched(request, await hot.list_activities(lane, community_id, query))


@router.get("/{activity_id}", response_model=ActivityOut)
async def get_activity(activity: ActivityToRead) -> Activity:
    """One activity, unless it is a draft."""
    return activity


@router.get("/{activity_id}/shifts", response_model=ShiftList)
async def list_shifts(activity: ActivityToRead, session: Session) -> ShiftList:
    """The shifts of an activity, soonest first, with their roles and the places left in each."""
    return ShiftList(items=await shifts.list_of_activity(session, activity))
