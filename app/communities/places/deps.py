"""Guards of places."""

from typing import Annotated
from uuid import UUID

from fastapi import Depends

from app.communities.deps import StaffMayReadParticipantsSomewhere, staff_somewhere, staff_who_may
from app.communities.models import Place
from app.communities.permissions import Staff
from app.kernel.database.engine import get_row
from app.kernel.errors import NotFound
from app.kernel.web.dependencies import Session


async def place_to_read(
    community_id: UUID, place_id: UUID, staff: StaffMayReadParticipantsSomewhere, session: Session
) -> Place:
    """Returns the place; 404 for grid workers outside their grid."""
    place = await get_row(session, Place, community_id, place_id)
    if not staff.may("participant:read", place.path):
        raise NotFound
    return place


PlaceToRead = Annotated[Place, Depends(place_to_read)]
StaffMayManagePlaces = Annotated[Staff, Depends(staff_who_may("place:manage"))]
StaffMayManagePlacesSomewhere = Annotated[Staff, Depends(staff_somewhere("place:manage"))]
