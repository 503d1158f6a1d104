"""Regions as administrators read them: each id with its name."""

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from app.communities.models import Region
from app.communities.regions.schemas import RegionOut


async def show_region(session: AsyncSession, region: Region) -> RegionOut:
    [shown] = await show_regions(session, [region])
    return shown


async def show_regions(session: AsyncSession, regions: Sequence[Region]) -> list[RegionOut]:
    """Shows the regions; the names of those above them take one statement."""
    above = {region.parent_id for region in regions if region.parent_id is not None}
    rows = await session.execute(select(Region.id, Region.name).where(Region.id.in_(above)))
    names = {id_: name for id_, name in rows}
    return [
        RegionOut(
            id=region.id,
            code=region.code,
            kind=region.kind,
            name=region.name,
            parent_id=region.parent_id,
            parent_name=None if region.parent_id is None else names[region.parent_id],
            valid_from=region.valid_from,
            valid_to=region.valid_to,
        )
        for region in regions
    ]
