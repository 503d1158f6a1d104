"""Sweeps of the staff's duties: what is overdue is told again, once."""

from collections.abc import Awaitable, Callable, Sequence
from datetime import datetime, timedelta

from sqlalchemy import and_, select
from sqlalchemy.ext.asyncio import AsyncSession

from app.kernel.database.engine import insert_once
from app.kernel.jobs.sweeps import DueRows, Key, Sweep
from app.staff.inbox import find_waiting, tell_again
from app.staff.models import OverdueDuty
from app.staff.todo import Todo

EVERY = timedelta(minutes=5)


def sweeps_for(todos: Sequence[Todo]) -> tuple[Sweep, ...]:
    return tuple(
        Sweep(f"staff.overdue.{todo.kind}", EVERY, _finder(todo), _teller(todo)) for todo in todos
    )


def _finder(todo: Todo) -> Callable[[datetime], DueRows]:
    def due(now: datetime) -> DueRows:
        """Selects what waits beyond its time and was not told again."""
        rows = todo.waiting(now).subquery("w")
        known = and_(
            OverdueDuty.community_id == rows.c.community_id,
            OverdueDuty.subject_id == rows.c.id,
            OverdueDuty.kind == todo.kind,
        )
        return (
            select(rows.c.community_id, rows.c.id, rows.c.due_at)
            .outerjoin(OverdueDuty, known)
            .where(rows.c.due_at <= now, OverdueDuty.id.is_(None))
        )

    return due


def _teller(todo: Todo) -> Callable[[AsyncSession, Key, datetime], Awaitable[None]]:
    async def tell_overdue(session: AsyncSession, key: Key, now: datetime) -> None:
        community_id, subject_id = key
        row = await find_waiting(session, community_id, todo, subject_id)
        if row is None or row.due_at > now:
            return
        overdue = OverdueDuty(
            community_id=community_id, kind=todo.kind, subject_id=subject_id, told_at=now
        )
        if await insert_once(session, overdue):
            await tell_again(session, community_id, todo, row)

    return tell_overdue
