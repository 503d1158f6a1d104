"""What is kept for a while and then no longer: keys, handled events, counts (decided.md)."""

from collections.abc import Awaitable, Callable, Sequence
from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import delete, select
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import InstrumentedAttribute

from app.kernel.database.columns import CommunityScoped
from app.kernel.database.idempotency import IdempotencyRecord
from app.kernel.jobs.events import EventRow, HandledEvent
from app.kernel.jobs.sweeps import Key, Sweep, SweepRun
from app.kernel.web.limits import Count

PORTION = 5000
NOBODY = UUID(int=0)

Column = InstrumentedAttribute[Any]
KEPT: tuple[tuple[type[CommunityScoped], Column, timedelta], ...] = (
    (IdempotencyRecord, IdempotencyRecord.created_at, timedelta(hours=72)),
    (HandledEvent, HandledEvent.handled_at, timedelta(days=14)),
    (EventRow, EventRow.settled_at, timedelta(days=7)),
    (Count, Count.ends_at, timedelta(days=1)),
    (SweepRun, SweepRun.slot_at, timedelta(days=7)),
)
"""Which rows, since when, for how long. What says that an event was handled outlives the event."""


def _finder(
    model: type[CommunityScoped], since: Column, kept: timedelta
) -> Callable[[AsyncSession, datetime], Awaitable[Sequence[Key]]]:
    async def find(session: AsyncSession, now: datetime) -> Sequence[Key]:
        """Communities that have something too old; the id says nothing."""
        query = select(model.community_id).where(since < now - kept).distinct().limit(500)
        return [(community_id, NOBODY) for community_id in await session.scalars(query)]

    return find


def _remover(
    model: type[CommunityScoped], since: Column, kept: timedelta
) -> Callable[[AsyncSession, Key, datetime], Awaitable[None]]:
    async def remove(session: AsyncSession, key: Key, now: datetime) -> None:
        """A portion of one community; the next round takes the next."""
        portion = (
            select(model.id).where(model.community_id == key[0], since < now - kept).limit(PORTION)
        )
        await session.execute(
            delete(model).where(model.community_id == key[0], model.id.in_(portion))
        )

    return remove


SWEEPS = tuple(
    Sweep(
        f"retention.{model.__name__}",
        timedelta(minutes=10),
        _finder(model, since, kept),
        _remover(model, since, kept),
    )
    for model, since, kept in KEPT
)
