"""Names of participants and of communities, for answers that show their ids."""

from collections.abc import Collection
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from app.communities.models import Community, Participant


async def display_names(
    session: AsyncSession, community_id: UUID, ids: Collection[UUID]
) -> dict[UUID, str]:
    """Maps participants of the community to the names that others see."""
    query = select(Participant).where(
        Participant.community_id == community_id, Participant.id.in_(ids)
    )
    return {person.id: person.display_name for person in await session.scalars(query)}


async def community_names(
    session: AsyncSession, ids: Collection[UUID | None]
) -> dict[UUID | None, str]:
    """Maps communities to their names; None is left out."""
    asked = {id_ for id_ in ids if id_ is not None}
    if not asked:
        return {}
    rows = await session.scalars(select(Community).where(Community.id.in_(asked)))
    return {row.id: row.name for row in rows}
