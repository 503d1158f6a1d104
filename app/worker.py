"""Runs what follows events, and what time does: each handler and each sweep once."""

import asyncio
import logging
from collections.abc import Sequence
from datetime import datetime, timedelta
from hashlib import blake2b
from random import shuffle
from uuid import UUID

from pydantic import ValidationError
from sqlalchemy import ColumnElement, func, select, update
from sqlalchemy.dialects.postgresql import insert

from app.features import SWEEPS
from app.handlers import HANDLERS
from app.kernel import clock
from app.kernel.database.columns import uuid7
from app.kernel.database.engine import Database
from app.kernel.jobs import heartbeat, sweeps
from app.kernel.jobs.events import Event, EventRow, HandledEvent, Handler, Handlers
from app.kernel.jobs.sweeps import Key, Sweep
from app.kernel.logs import where

log = logging.getLogger(__name__)

LEASE = timedelta(minutes=1)
PORTION = 50
PATIENCE = 8
"""Failures after which an event is given up; a person looks at it."""


class Worker:
    def __init__(
        self,
        database: Database,
        handlers: Handlers = HANDLERS,
        sweeps: Sequence[Sweep] = SWEEPS,
    ) -> None:
        self._id = uuid7()
        self._database = database
        self._events = {event.kind: event for event in handlers}
        self._handlers = handlers
        self._sweeps = sweeps
        self._beat_at: datetime | None = None

    async def run(self, stop: asyncio.Event, every: float = 1.0) -> None:
        """Until it is stopped; woken at once by what this process has emitted."""
        while not stop.is_set():
            self._database.emitted.clear()
            if not await self._round():
                await _wait(every, self._database.emitted, stop)

    async def _round(self) -> int:
        """A database that is away for a while does not end the worker."""
        try:
            await self.beat()
            await self.sweep()
            return await self.run_due()
        except Exception as error:
            log.error("a round failed: %s", where(error))
            return 0

    async def beat(self) -> None:
        now = clock.now()
        if self._beat_at is None or now - self._beat_at >= heartbeat.EVERY:
            async with self._database.transaction() as session:
                await heartbeat.beat(session, self._id, now)
            self._beat_at = now

    async def sweep(self) -> int:
        """One round over the sweeps whose slot nobody has taken yet; how many rows it moved."""
        now = clock.now()
        return sum(
            [
                await self._run_sweep(sweep, now)
                for sweep in self._sweeps
                if await sweeps.take(self._database, sweep, now)
            ]
        )

    async def _run_sweep(self, sweep: Sweep, now: datetime) -> int:
        async with self._database.transaction() as session:
            keys = await sweep.find(session, now)
        return sum([await self._run_key(sweep, key, now) for key in keys])

    async def _run_key(self, sweep: Sweep, key: Key, now: datetime) -> bool:
        """One row that fails does not keep the others from moving."""
        try:
            async with self._database.transaction() as session:
                await sweep.run(session, key, now)
        except Exception as error:
            log.error("%s of %s failed: %s", sweep.name, key[1], where(error))
            return False
        return True

    async def run_due(self) -> int:
        """One round over the communities that have something due; how many events it took."""
        communities = list(await self._communities_due(clock.now()))
        shuffle(communities)  # several workers begin in different places
        return sum([await self._run_community(community_id) for community_id in communities])

    async def _communities_due(self, now: datetime) -> Sequence[UUID]:
        due = (
            select(EventRow.community_id)
            .where(*_open(now))
            .group_by(EventRow.community_id)
            .order_by(func.min(EventRow.due_at))
            .limit(500)
        )
        async with self._database.transaction() as session:
            return (await session.scalars(due)).all()

    async def _run_community(self, community_id: UUID) -> int:
        events = await self._claim(community_id, clock.now())
        for event in events:
            await self._follow(event)
        return len(events)

    async def _claim(self, community_id: UUID, now: datetime) -> Sequence[EventRow]:
        portion = (
            select(EventRow.id)
            .where(EventRow.community_id == community_id, *_open(now))
            .order_by(EventRow.due_at, EventRow.id)
            .limit(PORTION)
            .with_for_update(skip_locked=True)
        )
        claim = (
            update(EventRow)
            .where(EventRow.community_id == community_id, EventRow.id.in_(portion))
            .values(leased_until=now + LEASE)
            .returning(EventRow)
        )
        async with self._database.transaction() as session:
            events = (await session.scalars(claim)).all()
        return sorted(events, key=lambda event: (event.due_at, event.id))

    async def _follow(self, row: EventRow) -> None:
        """One handler that fails does not keep the others from running, nor does an event that
        this version cannot read."""
        try:
            kind = self._events[row.kind]
            event = kind.model_validate(row.payload)
        except (KeyError, ValidationError) as unreadable:
            log.error("%s of kind %s cannot be read", row.id, row.kind)
            return await self._settle(row, unreadable, clock.now())
        errors = [
            error
            for handler in self._handlers[kind]
            if (error := await self._handle(handler, row, event)) is not None
        ]
        await self._settle(row, errors[0] if errors else None, clock.now())

    async def _handle(self, handler: Handler, row: EventRow, event: Event) -> Exception | None:
        try:
            async with self._database.transaction() as session:
                first = await session.scalar(
                    insert(HandledEvent)
                    .values(
                        community_id=row.community_id,
                        id=_handled_id(handler, row.id),
                        handled_at=clock.now(),
                    )
                    .on_conflict_do_nothing()
                    .returning(HandledEvent.id)
                )
                if first is not None:
                    await handler(session, row.community_id, event)
        except Exception as error:
            log.error("%s of %s failed: %s", handler.__name__, row.id, where(error))
            return error
        return None

    async def _settle(self, row: EventRow, error: Exception | None, now: datetime) -> None:
        """Unless the lease has run out and the event is another worker's."""
        failures = row.failures + (error is not None)
        is_over = error is None or failures >= PATIENCE
        async with self._database.transaction() as session:
            await session.execute(
                update(EventRow)
                .filter_by(community_id=row.community_id, id=row.id, leased_until=row.leased_until)
                .values(
                    failures=failures,
                    error=None if error is None else type(error).__name__,
                    settled_at=now if is_over else None,
                    due_at=row.due_at if is_over else now + timedelta(seconds=2**failures),
                    leased_until=None,
                )
            )


def _open(now: datetime) -> tuple[ColumnElement[bool], ...]:
    return (
        EventRow.settled_at.is_(None),
        EventRow.due_at <= now,
        EventRow.leased_until.is_(None) | (EventRow.leased_until < now),
    )


def _handled_id(handler: Handler, event_id: UUID) -> UUID:
    name = f"{handler.__module__}.{handler.__qualname__}".encode()
    return UUID(bytes=blake2b(event_id.bytes + name, digest_size=16).digest())


async def _wait(seconds: float, *until: asyncio.Event) -> None:
    """For any of the events, and no longer than that."""
    waits = [asyncio.ensure_future(event.wait()) for event in until]
    await asyncio.wait(waits, timeout=seconds, return_when=asyncio.FIRST_COMPLETED)
    for wait in waits:
        wait.cancel()
