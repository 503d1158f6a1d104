"""Queues of due rows that several workers share: a worker leases a batch of one community, and
what a dead worker had leased is free again when the lease has run out."""

import asyncio
from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import datetime, timedelta
from random import shuffle
from typing import Any, Generic, TypeVar
from uuid import UUID

from sqlalchemy import ColumnElement, CursorResult, func, select, update
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import InstrumentedAttribute, Mapped

from app.kernel import clock
from app.kernel.database.columns import CommunityScoped
from app.kernel.database.engine import Database

LEASE = timedelta(minutes=1)
BATCH_SIZE = 50
MAX_COMMUNITIES = 500
"""Communities of one round; those that have waited longest come first."""


class Leased(CommunityScoped):
    """Row of a queue: to be done when it is due, by the worker that holds its lease."""

    due_at: Mapped[datetime]
    leased_until: Mapped[datetime | None]


Row = TypeVar("Row", bound=Leased)


@dataclass(frozen=True, slots=True)
class Queue(Generic[Row]):
    """Rows of one table; those whose `closed_at` is set are not in the queue any more."""

    model: type[Row]
    closed_at: InstrumentedAttribute[datetime | None]

    async def run_due(
        self, database: Database, handle: Callable[[Row], Awaitable[None]], stop: asyncio.Event
    ) -> int:
        """Handle a batch of each community that has something due; returns how many rows."""
        communities = list(await self._communities_due(database, clock.now()))
        shuffle(communities)  # Several workers begin with different ones.
        return sum([await self._run_batch(database, here, handle, stop) for here in communities])

    async def _communities_due(self, database: Database, now: datetime) -> Sequence[UUID]:
        due = (
            select(self.model.community_id)
            .where(*self._is_open(now))
            .group_by(self.model.community_id)
            .order_by(func.min(self.model.due_at))
            .limit(MAX_COMMUNITIES)
        )
        async with database.transaction() as session:
            return (await session.scalars(due)).all()

    async def _run_batch(
        self,
        database: Database,
        community_id: UUID,
        handle: Callable[[Row], Awaitable[None]],
        stop: asyncio.Event,
    ) -> int:
        """Stop early when the worker is told to end, or when the lease has run out: the rest may
        be another worker's by then."""
        if stop.is_set():
            return 0
        batch = await self.lease(database, community_id, clock.now())
        for done, row in enumerate(batch):
            if stop.is_set():
                await self._release(database, batch[done:])
                return done
            if row.leased_until is not None and row.leased_until < clock.now():
                return done
            await handle(row)
        return len(batch)

    async def lease(self, database: Database, community_id: UUID, now: datetime) -> Sequence[Row]:
        """Takes a batch in the order of due times, passing by what another worker holds."""
        # UPDATE knows no SKIP LOCKED, so a subquery locks the batch.
        batch = (
            select(self.model.id)
            .where(self.model.community_id == community_id, *self._is_open(now))
            .order_by(self.model.due_at, self.model.id)
            .limit(BATCH_SIZE)
            .with_for_update(skip_locked=True)
        )
        taken = (
            update(self.model)
            .where(self.model.community_id == community_id, self.model.id.in_(batch))
            .values(leased_until=now + LEASE)
            .returning(self.model)
        )
        async with database.transaction() as session:
            rows = (await session.scalars(taken)).all()
        return sorted(rows, key=lambda row: (row.due_at, row.id))

    async def _release(self, database: Database, rows: Sequence[Row]) -> None:
        async with database.transaction() as session:
            for row in sorted(rows, key=lambda row: row.id):
                await self.write(session, row)

    async def write(self, session: AsyncSession, row: Row, **values: Any) -> bool:
        """Write to a leased row and end its lease. False when the lease has run out and the row
        is another worker's; nothing is written then."""
        statement = (
            update(self.model)
            .filter_by(community_id=row.community_id, id=row.id, leased_until=row.leased_until)
            .values(leased_until=None, **values)
        )
        result = await session.execute(statement)
        return isinstance(result, CursorResult) and result.rowcount == 1

    def _is_open(self, now: datetime) -> tuple[ColumnElement[bool], ...]:
        return (
            self.closed_at.is_(None),
            self.model.due_at <= now,
            self.model.leased_until.is_(None) | (self.model.leased_until < now),
        )
