"""/v1/communities/{community_id}/places"""

from typing import Annotated

from fastapi import Query

from app.communities.deps import ActiveParticipant
from app.communities.errors import ParticipantInactive
from app.communities.models import Place
from app.communities.places import service as places
from app.communities.places.schemas import PlacePage, PlaceQuery
from app.kernel.web.dependencies import Session
from app.kernel.web.pages import Page
from app.kernel.web.problems import problems
from app.kernel.web.routing import Router

router = Router(prefix="/places", tags=["places"])


@router.get("", response_model=PlacePage, responses=problems(ParticipantInactive))
async def list_places(
    query: Annotated[PlaceQuery, Query()], me: ActiveParticipant, session: Session
) -> Page[Place]:
    """List what stands in the community or in one of its places: grids, buildings, entrances,
    households. Who has joined needs them for a residence claim."""
    return await places.list_children(session, me.community_id, query)
