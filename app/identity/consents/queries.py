"""Query on consents: the newest entry of each purpose is the one that holds."""

from collections.abc import Mapping
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.dialects.postgresql import distinct_on
from sqlalchemy.ext.asyncio import AsyncSession

from app.identity.models import ConsentEntry, Purpose


async def newest(session: AsyncSession, user_id: UUID) -> Mapping[Purpose, ConsentEntry]:
    entries = (
        select(ConsentEntry)
        .where(ConsentEntry.user_id == user_id)
        .ext(distinct_on(ConsentEntry.purpose))
        .order_by(ConsentEntry.purpose, ConsentEntry.decided_at.desc(), ConsentEntry.id.desc())
    )
    return {entry.purpose: entry for entry in await session.scalars(entries)}
