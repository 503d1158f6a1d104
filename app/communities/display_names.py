"""Display names of participants, for answers that show their ids."""

from collections.abc import Collection
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from app.communities.models import Participant


async def display_names(
    session: AsyncSession, community_id: UUID, ids: Collection[UUID]
) -> dict[UUID, str]:
    """Maps participants of the community to the names that others see."""
    query = select(Participant).where(
        Participant.community_id == community_id, Participant.id.in_(ids)
    )
    return {person.id: person.display_name for person in await session.scalars(query)}
