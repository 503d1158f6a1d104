"""/v1/communities/{community_id}/activities"""

from typing import Annotated
from uuid import UUID

from fastapi import Query, Request, Response

from app.communities.deps import CurrentReader
from app.identity.deps import CurrentUser
from app.kernel.lane.hot_route import HotRoute
from app.kernel.lane.lane import HotLane
from app.kernel.web.conditional import unless_matched
from app.kernel.web.dependencies import Session
from app.kernel.web.routing import Router
from app.volunteering.activities import hot
from app.volunteering.activities.schemas import ActivityPage, ActivityQuery, ActivityWithShifts
from app.volunteering.activities.shown import show_to_reader
from app.volunteering.deps import ActivityToRead
from app.volunteering.shifts.schemas import ShownShiftList
from app.volunteering.shifts.shown import list_for_reader

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


@router.get("/{activity_id}", response_model=ActivityWithShifts)
async def get_activity(
    activity: ActivityToRead, reader: CurrentReader, session: Session
) -> ActivityWithShifts:
    """Get an activity with its shifts, soonest first, and my part in each: my sign-up, how many
    are before me in line, whether I may sign up, and what I have at the same time. Drafts are not
    found; anybody who has logged in may read the others."""
    return await show_to_reader(session, activity, reader)


@router.get("/{activity_id}/shifts", response_model=ShownShiftList)
async def list_shifts(
    activity: ActivityToRead, reader: CurrentReader, session: Session
) -> ShownShiftList:
    """List the shifts of an activity, soonest first. Each has its roles, the places left in them,
    and my part in it."""
    return ShownShiftList(items=await list_for_reader(session, activity, reader))
