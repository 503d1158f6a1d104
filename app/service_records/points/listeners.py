"""The only two events that move points by themselves: a service entry is confirmed, or reversed.
Nothing comes of logins, likes or votes."""

from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from app.kernel.database.engine import get_row, lock
from app.kernel.jobs.listeners import Listener
from app.service_records.events import EntryConfirmed, EntryReversed
from app.service_records.models import EntryStatus, ServiceEntry
from app.service_records.points.ledger import grant, take_back


async def grant_points(session: AsyncSession, community_id: UUID, event: EntryConfirmed) -> None:
    """Grants the points of an entry, unless it is reversed when the event is delivered. The entry
    is locked, so that its reversal at the same time finds the points, or is found."""
    entry = await get_row(session, ServiceEntry, community_id, event.entry_id)
    await lock(session, entry)
    if entry.status is EntryStatus.CONFIRMED:
        await grant(
            session,
            community_id,
            entry.participant_id,
            minutes=entry.minutes,
            entry_id=entry.id,
            title=entry.title,
        )


async def take_points_back(session: AsyncSession, community_id: UUID, event: EntryReversed) -> None:
    entry = await get_row(session, ServiceEntry, community_id, event.entry_id)
    await take_back(session, community_id, entry.participant_id, entry.id)


LISTENERS = (
    Listener("service_records.grant_points", EntryConfirmed, grant_points, carries_rule=True),
    Listener(
        "service_records.take_points_back", EntryReversed, take_points_back, carries_rule=True
    ),
)
