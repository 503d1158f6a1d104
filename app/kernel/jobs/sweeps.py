"""Sweeps: moves that time makes, found by a query, never by a timer; each its own transaction."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from hashlib import blake2b
from uuid import UUID

from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped

from app.kernel.database.columns import PLATFORM, CommunityScoped
from app.kernel.database.engine import Base, Database

Key = tuple[UUID, UUID]
"""Community (or user) and id of a row."""


@dataclass(frozen=True, slots=True)
class Sweep:
    name: str
    every: timedelta
    find: Callable[[AsyncSession, datetime], Awaitable[Sequence[Key]]]
    """What is due: reads only, and may be out of date when `run` holds the row."""
    run: Callable[[AsyncSession, Key, datetime], Awaitable[None]]
    """Locks the row, looks again, and moves it; nothing when it is not due any more."""


class SweepRun(CommunityScoped, Base):
    """One slot of one sweep, taken by one worker; under an id that is made of both."""

    __tablename__ = "sweep_runs"
    PRIVACY = "internal"
    name: Mapped[str]
    slot_at: Mapped[datetime]


async def take(database: Database, sweep: Sweep, now: datetime) -> bool:
    """Whether this worker runs the present slot of the sweep: exactly one does."""
    slot = int(now.timestamp() // sweep.every.total_seconds())
    told = f"{sweep.name}/{slot}".encode()
    row = {
        "community_id": PLATFORM,
        "id": UUID(bytes=blake2b(told, digest_size=16).digest()),
        "name": sweep.name,
        "slot_at": datetime.fromtimestamp(slot * sweep.every.total_seconds(), UTC),
    }
    async with database.transaction() as session:
        taken = await session.scalar(
            insert(SweepRun).values(row).on_conflict_do_nothing().returning(SweepRun.id)
        )
    return taken is not None
