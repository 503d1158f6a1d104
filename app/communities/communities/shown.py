"""Communities as administrators read them, with the name of their region."""

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from app.communities.communities.schemas import StaffCommunityOut
from app.communities.models import Community, Region

COLUMNS = StaffCommunityOut.model_fields.keys() - {"region_name"}


async def show_communities(
    session: AsyncSession, rows: Sequence[Community]
) -> list[StaffCommunityOut]:
    ids = {row.region_id for row in rows}
    regions = select(Region.id, Region.name).where(Region.id.in_(ids))
    names = {id_: name for id_, name in await session.execute(regions)}
    return [
        StaffCommunityOut(
            **{name: getattr(row, name) for name in COLUMNS}, region_name=names[row.region_id]
        )
        for row in rows
        if row.region_id is not None
    ]


async def show_one(session: AsyncSession, community: Community) -> StaffCommunityOut:
    [shown] = await show_communities(session, [community])
    return shown
