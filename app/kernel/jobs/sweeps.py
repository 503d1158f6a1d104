"""Sweeps: moves that time makes, found by a query, never by a timer; each its own transaction."""

from collections.abc import Awaitable, Callable, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from hashlib import blake2b
from typing import Any
from uuid import UUID

from sqlalchemy import Index, Select, delete, literal, select, tuple_
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped

from app.kernel.database.columns import PLATFORM, CommunityScoped
from app.kernel.database.engine import Base, Database
from app.kernel.jobs.failures import backoff

BATCH_SIZE = 200

Key = tuple[UUID, UUID]
"""Community (or user) and id of a row."""
DueRows = Select[Any, Any, Any]
"""Selects community (or user), id, and the instant since which the row has been due."""
DueRow = tuple[UUID, UUID, datetime]


@dataclass(frozen=True, slots=True)
class Sweep:
    name: str
    every: timedelta
    due: Callable[[datetime], DueRows]
    """Selects what is due at an instant, without order and limit. It may be out of date when `run`
    holds the row."""
    run: Callable[[AsyncSession, Key, datetime], Awaitable[None]]
    """Locks the row, looks again, and moves it; nothing when it is not due any more."""
    row_timeout_seconds: float | None = None
    """The time that one row may take, where it is more than is allowed to all."""


class SweepRun(CommunityScoped, Base):
    """One slot of one sweep, taken by one worker; under an id that is made of both."""

    __tablename__ = "sweep_runs"
    PRIVACY = "internal"
    name: Mapped[str]
    slot_at: Mapped[datetime]


class SweepFailure(CommunityScoped, Base):
    """A row that a sweep could not move, stepped over by all workers until it is due again. It
    stands with the platform, for keys of some sweeps begin with a user."""

    __tablename__ = "sweep_failures"
    PRIVACY = "internal"
    sweep: Mapped[str]
    tenant_id: Mapped[UUID]
    row_id: Mapped[UUID]
    attempts: Mapped[int]
    error: Mapped[str]
    """Type of the last error; its message could quote a whole row."""
    failed_at: Mapped[datetime]
    due_at: Mapped[datetime]

    __table_args__ = (Index("ix_sweep_failures_sweep", "community_id", "sweep"),)


async def take(database: Database, sweep: Sweep, slot: int) -> bool:
    """Takes the slot of the sweep for this worker: exactly one does."""
    row = {
        "community_id": PLATFORM,
        "id": _slot_id(sweep, slot),
        "name": sweep.name,
        "slot_at": datetime.fromtimestamp(slot * sweep.every.total_seconds(), UTC),
    }
    async with database.transaction() as session:
        taken = await session.scalar(
            insert(SweepRun).values(row).on_conflict_do_nothing().returning(SweepRun.id)
        )
    return taken is not None


async def give_back(database: Database, sweep: Sweep, slot: int) -> None:
    """Leaves the slot to another worker."""
    async with database.transaction() as session:
        await session.execute(
            delete(SweepRun).filter_by(community_id=PLATFORM, id=_slot_id(sweep, slot))
        )


def slot_of(sweep: Sweep, now: datetime) -> int:
    """Returns the number of the present slot."""
    return int(now.timestamp() // sweep.every.total_seconds())


async def find_due(
    session: AsyncSession, sweep: Sweep, now: datetime, after: DueRow | None
) -> Sequence[DueRow]:
    """Returns the next batch of what is due, in the order of due times, behind a given row."""
    rows = sweep.due(now).subquery()
    tenant_id, row_id, due_at = rows.c
    query = select(tenant_id, row_id, due_at).order_by(due_at, tenant_id, row_id).limit(BATCH_SIZE)
    if after is not None:
        last = (after[2], after[0], after[1])
        columns = (due_at, tenant_id, row_id)
        # Within a row comparison PostgreSQL cannot tell the type of a bare parameter.
        ends = [literal(value, column.type) for value, column in zip(last, columns, strict=True)]
        query = query.where(tuple_(*columns) > tuple_(*ends))
    return [(tenant, id_, due) for tenant, id_, due in await session.execute(query)]


async def find_failures(session: AsyncSession, sweep: Sweep) -> dict[Key, SweepFailure]:
    """Returns the rows that the sweep could not move so far."""
    query = select(SweepFailure).filter_by(community_id=PLATFORM, sweep=sweep.name)
    return {(row.tenant_id, row.row_id): row for row in await session.scalars(query)}


async def record_failure(
    session: AsyncSession, sweep: Sweep, key: Key, attempts: int, error: Exception, now: datetime
) -> None:
    """Write that the row could not be moved, and when it is tried again."""
    again = {
        "attempts": attempts,
        "error": type(error).__name__,
        "failed_at": now,
        "due_at": now + backoff(attempts),
    }
    row = {
        "community_id": PLATFORM,
        "id": _digest(sweep.name.encode() + key[0].bytes + key[1].bytes),
        "sweep": sweep.name,
        "tenant_id": key[0],
        "row_id": key[1],
    }
    statement = insert(SweepFailure).values(row | again)
    await session.execute(
        statement.on_conflict_do_update(index_elements=["community_id", "id"], set_=again)
    )


async def forget_failure(session: AsyncSession, failure: SweepFailure) -> None:
    """Delete what is written of a row that could be moved at last."""
    await session.execute(
        delete(SweepFailure).filter_by(community_id=failure.community_id, id=failure.id)
    )


def _slot_id(sweep: Sweep, slot: int) -> UUID:
    return _digest(f"{sweep.name}/{slot}".encode())


def _digest(value: bytes) -> UUID:
    return UUID(bytes=blake2b(value, digest_size=16).digest())
