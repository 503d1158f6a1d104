"""Guards of places."""

from typing import Annotated
from uuid import UUID

from fastapi import Depends

from app.communities.deps import (
    CurrentStaff,
    StaffMayReadParticipantsSomewhere,
    staff_somewhere,
    staff_who_may,
)
from app.communities.models import Place
from app.communities.permissions import Staff
from app.kernel.database.engine import get_row
from app.kernel.errors import Forbidden, NotFound
from app.kernel.web.dependencies import Session


async def place_to_read(
    community_id: UUID, place_id: UUID, staff: StaffMayReadParticipantsSomewhere, session: Session
) -> Place:
    """Returns the place; 404 for grid workers outside their grid."""
    place = await get_row(session, Place, community_id, place_id)
    if not staff.may("participant:read", place.path):
        raise NotFound
    return place


async def place_to_manage(
    community_id: UUID, place_id: UUID, staff: CurrentStaff, session: Session
) -> Place:
    """Returns the place; 403 without the permission there, 404 for those who do not see it."""
    if not staff.may_somewhere("place:manage"):
        raise Forbidden
    place = await get_row(session, Place, community_id, place_id)
    if not staff.may("participant:read", place.path):
        raise NotFound
    if not staff.may("place:manage", place.path):
        raise Forbidden
    return place


PlaceToManage = Annotated[Place, Depends(place_to_manage)]
PlaceToRead = Annotated[Place, Depends(place_to_read)]
StaffMayManagePlaces = Annotated[Staff, Depends(staff_who_may("place:manage"))]
StaffMayManagePlacesSomewhere = Annotated[Staff, Depends(staff_somewhere("place:manage"))]
