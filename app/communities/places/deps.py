"""Guards of places."""

from typing import Annotated
from uuid import UUID

from fastapi import Depends

from app.communities.deps import StaffWhoKnowPeople, staff_somewhere, staff_who_may
from app.communities.models import Place
from app.communities.permissions import Staff
from app.kernel.database.engine import get_row
from app.kernel.errors import NotFound
from app.kernel.web.dependencies import Session


async def staff_place(
    community_id: UUID, place_id: UUID, staff: StaffWhoKnowPeople, session: Session
) -> Place:
    """Grid workers see those of their grid."""
    place = await get_row(session, Place, community_id, place_id)
    if not staff.may("participant:read", place.path):
        raise NotFound
    return place


StaffPlace = Annotated[Place, Depends(staff_place)]
StaffForPlaces = Annotated[Staff, Depends(staff_who_may("place:manage"))]
StaffSomewhereForPlaces = Annotated[Staff, Depends(staff_somewhere("place:manage"))]
