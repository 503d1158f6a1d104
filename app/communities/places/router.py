"""/v1/communities/{community_id}/places"""

from typing import Annotated

from fastapi import Query

from app.communities.deps import ActiveParticipant
from app.communities.errors import ParticipantInactive
from app.communities.places import service as places
from app.communities.places.schemas import PlaceOut, PlacePage, PlaceQuery
from app.communities.places.shown import show_places
from app.kernel.web.dependencies import Session
from app.kernel.web.pages import Page
from app.kernel.web.problems import problems
from app.kernel.web.routing import Router

router = Router(prefix="/places", tags=["places"])


@router.get("", response_model=PlacePage, responses=problems(ParticipantInactive))
async def list_places(
    query: Annotated[PlaceQuery, Query()], me: ActiveParticipant, session: Session
) -> Page[PlaceOut]:
    """List the places right below the community or below one of its places. They are grids,
    buildings, entrances and households; a residence claim names a household."""
    page = await places.list_children(session, me.community_id, query)
    return page.with_items(await show_places(session, me.community_id, page.items))
