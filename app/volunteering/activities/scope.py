"""The place to which an activity is addressed: a grid, a building or an entrance. Everybody sees
it, and whoever its audience admits may sign up."""

from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from app.communities.deps import path_of
from app.communities.models import Participant, Place, PlaceKind
from app.kernel.errors import UnknownReference
from app.volunteering.models import Activity


async def require_scope(session: AsyncSession, community_id: UUID, place_id: UUID | None) -> None:
    """Raises UnknownReference for an id that is no place of the community, of a place that is
    retired, or of a household, which would name who is meant. None is the whole community."""
    if place_id is None:
        return
    place = await session.get(Place, {"community_id": community_id, "id": place_id})
    if place is None or place.kind is PlaceKind.HOUSEHOLD or place.is_retired:
        raise UnknownReference


async def is_addressed_to(
    session: AsyncSession, activity: Activity, reader: Participant | None
) -> bool:
    """Returns whether the reader lives in the place of the activity, or in the one that has taken
    it over; True without a place."""
    if activity.place_id is None:
        return True
    if reader is None:
        return False
    home = set(await path_of(session, reader.community_id, reader.household_id))
    return not home.isdisjoint(await _with_successors(session, activity, activity.place_id))


async def _with_successors(session: AsyncSession, activity: Activity, place_id: UUID) -> set[UUID]:
    """Returns the place with those that have taken it over, each once."""
    found: set[UUID] = set()
    following: UUID | None = place_id
    while following is not None and following not in found:
        found.add(following)
        key = {"community_id": activity.community_id, "id": following}
        place = await session.get(Place, key)
        following = None if place is None else place.merged_into
    return found
