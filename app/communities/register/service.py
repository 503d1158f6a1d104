"""Size of the residents' register (居民名册). No operation shows its names and phones."""

from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from app.communities.models import RegisterEntry
from app.communities.register.schemas import RegisterSize


async def size(session: AsyncSession, community_id: UUID) -> RegisterSize:
    counts = select(
        func.count(RegisterEntry.household_id.distinct()),
        func.count(),
        func.max(RegisterEntry.imported_at),
    ).where(RegisterEntry.community_id == community_id)
    households, entries, imported_at = (await session.execute(counts)).one()
    return RegisterSize(households=households, entries=entries, imported_at=imported_at)
