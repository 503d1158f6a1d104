"""Events: one row a business fact, written in the transaction in which it happened."""

from datetime import datetime
from functools import cache
from typing import Any, ClassVar
from uuid import UUID

from pydantic import BaseModel, ConfigDict
from sqlalchemy import Index, text, update
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped

from app.kernel import clock
from app.kernel.database.columns import CommunityScoped
from app.kernel.database.engine import EMITTED, LISTENED_KINDS, Base
from app.kernel.jobs.leases import Leased, Queue


class Event(BaseModel):
    """A business fact; its fields are ids, never personal data."""

    model_config = ConfigDict(frozen=True)
    kind: ClassVar[str]


class EventRow(Leased, Base):
    """Open until it is settled: each of its listeners has handled it, or has a row of its own in
    `listener_failures` from which it is tried again."""

    __tablename__ = "events"
    PRIVACY = "internal"
    kind: Mapped[str]
    payload: Mapped[dict[str, Any]]
    settled_at: Mapped[datetime | None]
    failures: Mapped[int]
    """Counted by workers of the version before `listener_failures`; 0 since then."""
    error: Mapped[str | None]
    """Why no worker could read it so far."""

    __table_args__ = (
        Index("ix_events_due", "due_at", "id", postgresql_where=text("settled_at IS NULL")),
        Index(
            "ix_events_due_here",
            *("community_id", "due_at", "id"),
            postgresql_where=text("settled_at IS NULL"),
        ),
    )


EVENTS = Queue(EventRow, EventRow.settled_at)


async def settle(session: AsyncSession, row: EventRow, now: datetime) -> None:
    """Close an event whose listeners have all run, whoever holds its lease by now. Two workers
    whose listeners hang for longer than a lease would else take it from each other for ever."""
    await session.execute(
        update(EventRow)
        .filter_by(community_id=row.community_id, id=row.id, settled_at=None)
        .values(settled_at=now, error=None, leased_until=None)
    )


class HandledEvent(CommunityScoped, Base):
    """One listener has handled one event; under an id that is made of both."""

    __tablename__ = "handled_events"
    PRIVACY = "internal"
    handled_at: Mapped[datetime]


def emit(session: AsyncSession, community_id: UUID, event: Event) -> None:
    """Write the event in the caller's transaction, unless this program has no listener for it."""
    listened_kinds = session.info.get(LISTENED_KINDS)
    if listened_kinds is not None and event.kind not in listened_kinds:
        return
    row = EventRow(
        community_id=community_id,
        kind=event.kind,
        payload=event.model_dump(mode="json"),
        due_at=clock.now(),
        failures=0,
    )
    session.add(row)
    session.info[EMITTED] = True


@cache
def emit_rows_sql(table: str) -> str:
    """Returns the statement that emits for a group: $2 ids of rows of `table` that the group has
    written, $3 ids of the events, $4 their payloads, $5 the kind, $6 the instant. It is driven by
    `table` as `store_rows_sql` is."""
    return f"""
INSERT INTO events AS e (community_id, id, kind, payload, due_at, failures)
SELECT r.community_id, u.id, $5, u.payload, $6, 0
FROM {table} r
JOIN unnest($2::uuid[], $3::uuid[], $4::jsonb[]) AS u (row_id, id, payload) ON r.id = u.row_id
WHERE r.community_id = $1
"""
