"""Places as residents and staff read them, with the name of the place above."""

from collections.abc import Sequence
from typing import Any
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from app.communities.models import Place
from app.communities.places.queries import names_of_places
from app.communities.places.schemas import PlaceOut, StaffPlaceOut


async def show_places(
    session: AsyncSession, community_id: UUID, places: Sequence[Place]
) -> list[PlaceOut]:
    rows = await _with_parents(session, community_id, places, PlaceOut)
    return [PlaceOut(**row) for row in rows]


async def show_to_staff(
    session: AsyncSession, community_id: UUID, places: Sequence[Place]
) -> list[StaffPlaceOut]:
    rows = await _with_parents(session, community_id, places, StaffPlaceOut)
    return [StaffPlaceOut(**row) for row in rows]


async def show_one(session: AsyncSession, place: Place) -> StaffPlaceOut:
    [shown] = await show_to_staff(session, place.community_id, [place])
    return shown


async def _with_parents(
    session: AsyncSession, community_id: UUID, places: Sequence[Place], model: type[PlaceOut]
) -> list[dict[str, Any]]:
    above = {place.parent_id for place in places if place.parent_id is not None}
    found = await session.execute(names_of_places(community_id, above)) if above else ()
    names = {id_: name for id_, name in found}
    columns = model.model_fields.keys() - {"parent_name"}
    return [
        {name: getattr(place, name) for name in columns}
        | {"parent_name": None if place.parent_id is None else names[place.parent_id]}
        for place in places
    ]
