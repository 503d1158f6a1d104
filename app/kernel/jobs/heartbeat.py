"""A sign of life of each worker, for readiness and for `linli doctor`."""

from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped

from app.kernel.database.columns import PLATFORM, CommunityScoped
from app.kernel.database.engine import Base

EVERY = timedelta(seconds=10)
STALE = timedelta(minutes=1)


class Heartbeat(CommunityScoped, Base):
    __tablename__ = "heartbeats"
    PRIVACY = "internal"
    beat_at: Mapped[datetime]


async def beat(session: AsyncSession, worker: UUID, now: datetime) -> None:
    row = insert(Heartbeat).values(community_id=PLATFORM, id=worker, beat_at=now)
    await session.execute(
        row.on_conflict_do_update(
            index_elements=["community_id", "id"], set_={"beat_at": row.excluded.beat_at}
        )
    )


async def last_beat(session: AsyncSession) -> datetime | None:
    """Of any worker."""
    query = select(func.max(Heartbeat.beat_at)).filter_by(community_id=PLATFORM)
    beat_at: datetime | None = await session.scalar(query)
    return beat_at
