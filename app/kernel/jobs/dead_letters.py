"""Dead letters: listeners given up, for the operator who looks at them and has them tried again."""

from collections.abc import Collection, Sequence
from datetime import datetime
from typing import NamedTuple
from uuid import UUID

from sqlalchemy import func, select, update
from sqlalchemy.ext.asyncio import AsyncSession

from app.kernel.jobs.events import EventRow
from app.kernel.jobs.failures import ListenerFailure


class Summary(NamedTuple):
    """Work that waits for an operator: dead letters, and events that no worker can read."""

    dead_letters: int
    oldest: datetime | None
    unreadable: int


async def summarise(session: AsyncSession) -> Summary:
    dead = select(func.count(), func.min(ListenerFailure.given_up_at)).where(
        ListenerFailure.given_up_at.is_not(None)
    )
    unreadable = select(func.count()).where(
        EventRow.settled_at.is_(None), EventRow.error.is_not(None)
    )
    count, oldest = (await session.execute(dead)).one()
    return Summary(count, oldest, await session.scalar(unreadable) or 0)


async def list_dead_letters(session: AsyncSession, limit: int) -> Sequence[ListenerFailure]:
    """Returns the dead letters of all communities, the oldest first."""
    query = (
        select(ListenerFailure)
        .where(ListenerFailure.given_up_at.is_not(None))
        .order_by(ListenerFailure.given_up_at, ListenerFailure.id)
        .limit(limit)
    )
    return (await session.scalars(query)).all()


async def find_failures(session: AsyncSession, ids: Collection[UUID]) -> Sequence[ListenerFailure]:
    """Returns those with the ids, whether given up or to be tried again by themselves."""
    query = select(ListenerFailure).where(ListenerFailure.id.in_(ids)).order_by(ListenerFailure.id)
    return (await session.scalars(query)).all()


async def retry(session: AsyncSession, failure: ListenerFailure, now: datetime) -> None:
    """Make it due now, with all the attempts that a new failure has."""
    await session.execute(
        update(ListenerFailure)
        .where(
            ListenerFailure.community_id == failure.community_id, ListenerFailure.id == failure.id
        )
        .values(attempts=0, due_at=now, given_up_at=None, leased_until=None)
    )
