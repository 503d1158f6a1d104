"""Sweeps of the staff's duties: what is overdue is told again, once."""

from collections.abc import Awaitable, Callable, Sequence
from datetime import UTC, datetime, timedelta

from sqlalchemy import and_, delete, func, literal, select
from sqlalchemy.ext.asyncio import AsyncSession

from app.kernel.database.engine import insert_once
from app.kernel.jobs.sweeps import DueRows, Key, Sweep
from app.staff.inbox import find_waiting, is_told_again, tell_again
from app.staff.models import OverdueDuty
from app.staff.times import with_times
from app.staff.todo import Todo

EVERY, EVERY_OPENED = timedelta(minutes=5), timedelta(hours=1)
REMEMBERED = timedelta(days=2 * 365)
"""The time for which it is known that an overdue duty was told; longer than any waits."""
LONG_AGO = datetime(2000, 1, 1, tzinfo=UTC)
"""The due time of communities that stand for rows whose own time is sealed."""


def communities_with_old_duties(now: datetime) -> DueRows:
    """Selects communities that remember overdue duties of long ago; they stand for the rows."""
    return (
        select(
            OverdueDuty.community_id,
            OverdueDuty.community_id.label("row_id"),
            func.min(OverdueDuty.told_at),
        )
        .where(OverdueDuty.told_at < now - REMEMBERED)
        .group_by(OverdueDuty.community_id)
    )


async def forget_old_duties(session: AsyncSession, key: Key, now: datetime) -> None:
    is_here = OverdueDuty.community_id == key[0]
    is_old = OverdueDuty.told_at < now - REMEMBERED
    await session.execute(delete(OverdueDuty).where(is_here, is_old))


FORGETTING = Sweep(
    "staff.forget_overdue", timedelta(hours=1), communities_with_old_duties, forget_old_duties
)


def sweeps_for(todos: Sequence[Todo]) -> tuple[Sweep, ...]:
    return FORGETTING, *(
        Sweep(name, EVERY, _finder(todo), _teller(todo))
        if todo.opens is None
        else Sweep(name, EVERY_OPENED, _finder_of_communities(todo), _teller_of_community(todo))
        for todo in todos
        for name in [f"staff.overdue.{todo.kind}"]
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


def _finder_of_communities(todo: Todo) -> Callable[[datetime], DueRows]:
    def due(now: datetime) -> DueRows:
        """Selects the communities where something waits: only its row, opened, says since when."""
        rows = todo.waiting(now).subquery("w")
        here = rows.c.community_id
        return select(here, here.label("row_id"), literal(LONG_AGO)).distinct()

    return due


def _teller_of_community(todo: Todo) -> Callable[[AsyncSession, Key, datetime], Awaitable[None]]:
    async def tell_overdue(session: AsyncSession, key: Key, now: datetime) -> None:
        """Looks into the messages whether it was told: a row beside them would say in clear when
        the subject was made."""
        rows = todo.waiting(now).subquery("w")
        waiting = await session.execute(select(rows).where(rows.c.community_id == key[0]))
        for row in await with_times(session, todo, waiting.all()):
            is_due = row.due_at <= now
            if is_due and not await is_told_again(session, key[0], todo, row.id):
                await tell_again(session, key[0], todo, row)

    return tell_overdue
