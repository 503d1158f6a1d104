"""Listeners that have failed for an event: each is tried again by itself, and becomes a dead letter
when it is given up. A dead letter is kept until somebody has it tried again."""

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import Index, text
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession
from sqlalchemy.orm import Mapped

from app.kernel.database.engine import Base
from app.kernel.jobs.events import EventRow, HasEvent, family_of
from app.kernel.jobs.leases import Queue
from app.kernel.jobs.listeners import Listener, handled_id

MAX_BACKOFF = timedelta(hours=1)
MAX_ATTEMPTS = 24
"""About half a day: the first twelve attempts take an hour, the others an hour each."""
MAX_ATTEMPTS_OF_RULES = 180
"""About seven days."""


class ListenerFailure(HasEvent, Base):
    """One listener that has failed for one event, under an id that is made of both. It has a copy
    of the event, which is deleted when it has been settled for a while."""

    __tablename__ = "listener_failures"
    PRIVACY = "internal"
    event_id: Mapped[UUID]
    listener: Mapped[str | None]
    """None but in rows of the version before: its name, which is sealed with the event, tells what
    has happened."""
    attempts: Mapped[int]
    error: Mapped[str]
    """Type of the last error; its message could quote a whole row."""
    first_failed_at: Mapped[datetime]
    failed_at: Mapped[datetime]
    given_up_at: Mapped[datetime | None]
    """Set on dead letters."""

    __table_args__ = (
        Index("ix_listener_failures_due", "due_at", postgresql_where=text("given_up_at IS NULL")),
        Index(
            "ix_listener_failures_due_here",
            *("community_id", "due_at", "id"),
            postgresql_where=text("given_up_at IS NULL"),
        ),
        Index(
            "ix_listener_failures_dead",
            *("given_up_at", "id"),
            postgresql_where=text("given_up_at IS NOT NULL"),
        ),
    )


FAILURES = Queue(ListenerFailure, ListenerFailure.given_up_at)


def backoff(attempts: int) -> timedelta:
    """Doubles with each attempt, from two seconds up to an hour."""
    # Bounded twice: a timedelta cannot hold the power of a hundred attempts.
    return min(timedelta(seconds=2 ** min(attempts, 12)), MAX_BACKOFF)


async def record_failure(
    session: AsyncSession, row: EventRow, listener: Listener, error: Exception, now: datetime
) -> None:
    """Write the first failure of a listener for an event."""
    id_ = handled_id(row.id, listener.name)
    copy = row.read()._replace(listener=listener.name)._asdict()
    values = {
        "community_id": row.community_id,
        "id": id_,
        "event_id": row.id,
        "kind": family_of(row.kind),
        "event_sealed": ListenerFailure.event.seal_for(
            ListenerFailure, row.community_id, id_, copy
        ),
        "attempts": 1,
        "error": type(error).__name__,
        "first_failed_at": now,
        "failed_at": now,
        "due_at": now + backoff(1),
    }
    await session.execute(insert(ListenerFailure).values(values).on_conflict_do_nothing())


def after_attempt(
    row: ListenerFailure, listener: Listener, error: Exception, now: datetime
) -> dict[str, Any]:
    """Returns what an attempt that failed leaves in the row: due later, or given up."""
    attempts = row.attempts + 1
    limit = MAX_ATTEMPTS_OF_RULES if listener.carries_rule else MAX_ATTEMPTS
    return {
        "attempts": attempts,
        "error": type(error).__name__,
        "failed_at": now,
        "due_at": now + backoff(attempts),
        "given_up_at": now if attempts >= limit else None,
    }
