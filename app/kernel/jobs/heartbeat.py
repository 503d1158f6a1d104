"""A sign of life of each worker, for readiness and for `linli doctor`."""

import asyncio
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped

from app.kernel import clock
from app.kernel.database.columns import PLATFORM, CommunityScoped
from app.kernel.database.engine import Base, Database

BEAT_INTERVAL = timedelta(seconds=10)
SILENT_AFTER = timedelta(minutes=1)


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


class Pulse:
    """Heartbeat of one worker."""

    def __init__(self, database: Database, worker: UUID) -> None:
        self._database = database
        self._worker = worker
        self._beat_at: datetime | None = None

    async def beat(self, _stop: asyncio.Event) -> int:
        """Write a sign of life unless the last one is young enough."""
        now = clock.now()
        if self._beat_at is None or now - self._beat_at >= BEAT_INTERVAL:
            async with self._database.transaction() as session:
                await beat(session, self._worker, now)
            self._beat_at = now
        return 0


async def last_beat(session: AsyncSession) -> datetime | None:
    """Returns when any worker last gave a sign of life."""
    query = select(func.max(Heartbeat.beat_at)).filter_by(community_id=PLATFORM)
    beat_at: datetime | None = await session.scalar(query)
    return beat_at
