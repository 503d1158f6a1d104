"""An event of the tests' own, and listeners that follow it well or badly."""

from typing import TypeVar
from uuid import UUID

from sqlalchemy import func, select
from sqlalchemy.ext.asyncio import AsyncSession

from app.kernel.database.columns import CommunityScoped
from app.kernel.database.engine import Database
from app.kernel.jobs.events import Event, emit
from app.kernel.jobs.listeners import Handle, Listener
from app.kernel.jobs.messages import Message
from app.notifications.inbox import notify
from tests.factories import a_community, a_participant
from tests.subjects import about

SECRET = "王芳"


class Happened(Event):
    kind = "tests.happened"
    participant_id: UUID


class SomethingHappened(Message):
    kind = "tests.happened"


async def notify_them(session: AsyncSession, community_id: UUID, event: Happened) -> None:
    person = event.participant_id
    notify(session, community_id, [person], SomethingHappened(), subject=about(person))


async def break_down(session: AsyncSession, community_id: UUID, event: Happened) -> None:
    await notify_them(session, community_id, event)
    await session.flush()
    raise RuntimeError(SECRET)


def listener(handle: Handle, name: str = "", *, carries_rule: bool = False) -> Listener:
    """Listener of `Happened`, named after the function unless a name is given."""
    return Listener(name or f"tests.{handle.__name__}", Happened, handle, carries_rule)


NOTIFIES = listener(notify_them)
BREAKS = listener(break_down)


async def happened(database: Database, times: int = 1) -> UUID:
    """Let it happen so many times in a new community; returns the community."""
    community_id = await a_community(database)
    who = await a_participant(database, community_id)
    async with database.transaction() as session:
        for _ in range(times):
            emit(session, community_id, Happened(participant_id=who.id))
    return community_id


Row = TypeVar("Row", bound=CommunityScoped)


async def rows_of(database: Database, model: type[Row]) -> list[Row]:
    async with database.transaction() as session:
        return list((await session.scalars(select(model).order_by(model.id))).all())


async def count_of(database: Database, model: type[CommunityScoped]) -> int:
    async with database.transaction() as session:
        return await session.scalar(select(func.count()).select_from(model)) or 0
