"""Listeners of service records to events of other features."""

from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from app.communities.events import ParticipantBlocked, ParticipantLeft
from app.communities.models import Participant
from app.kernel.database.engine import get_row, lock
from app.kernel.jobs.listeners import Listener
from app.service_records.leaders.service import end_leadership


async def take_leadership(
    session: AsyncSession, community_id: UUID, event: ParticipantLeft | ParticipantBlocked
) -> None:
    """Takes what they lead from a participant who has left or is blocked, unless the participant
    is active again when the event is delivered."""
    person = await get_row(session, Participant, community_id, event.participant_id)
    await lock(session, person)
    if not person.is_active:
        await end_leadership(session, person)


LISTENERS = (
    Listener(
        "service_records.take_leadership", ParticipantLeft, take_leadership, carries_rule=True
    ),
    Listener(
        "service_records.take_leadership", ParticipantBlocked, take_leadership, carries_rule=True
    ),
)
