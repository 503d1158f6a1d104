"""Paths of places in words, for every answer that shows the id of a place."""

from collections.abc import Collection
from uuid import UUID

from sqlalchemy import func, literal, or_, select
from sqlalchemy.dialects.postgresql import aggregate_order_by
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import aliased

from app.communities.models import Place, PlaceKind


async def place_paths(
    session: AsyncSession, community_id: UUID, place_ids: Collection[UUID]
) -> dict[UUID, str]:
    """Maps each place to the names on its path from the building on ("3号楼 2单元 502"); a grid is
    named by itself alone, and a merged place by the one that has taken its place. Ids that are no
    places of the community are left out."""
    if not place_ids:
        return {}
    asked, place, step = aliased(Place), aliased(Place), aliased(Place)
    depth = func.array_position(place.path, step.id)
    path = func.string_agg(step.name, aggregate_order_by(literal(" "), depth))
    paths = await session.execute(
        select(asked.id, path)
        .join(
            place,
            (place.community_id == asked.community_id)
            & (place.id == func.coalesce(asked.merged_into, asked.id)),
        )
        .join(
            step,
            (step.community_id == place.community_id) & (step.id == func.any(place.path)),
        )
        .where(
            asked.community_id == community_id,
            place.community_id == community_id,
            step.community_id == community_id,
            asked.id.in_(place_ids),
            or_(step.kind != PlaceKind.GRID, step.id == place.id),
        )
        .group_by(asked.id)
    )
    return {place_id: names for place_id, names in paths}


async def buildings_of(
    session: AsyncSession, community_id: UUID, place_ids: Collection[UUID]
) -> dict[UUID, str]:
    """Maps each place inside a building, or the building itself, to the name of the building."""
    if not place_ids:
        return {}
    place, building = aliased(Place), aliased(Place)
    names = await session.execute(
        select(place.id, building.name)
        .join(
            building,
            (building.community_id == place.community_id) & (building.id == func.any(place.path)),
        )
        .where(
            place.community_id == community_id,
            building.community_id == community_id,
            building.kind == PlaceKind.BUILDING,
            place.id.in_(place_ids),
        )
    )
    return {place_id: name for place_id, name in names}
