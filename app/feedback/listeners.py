"""Listeners of feedback to events of other features."""

from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from app.communities.events import AccountErased
from app.communities.models import Participant
from app.feedback.tickets.author_acts import withdraw_all
from app.kernel.database.engine import get_row
from app.kernel.jobs.listeners import Listener


async def withdraw_tickets(session: AsyncSession, community_id: UUID, event: AccountErased) -> None:
    """Withdraws what is open: nobody is left to whom an answer could go."""
    participant = await get_row(session, Participant, community_id, event.participant_id)
    await withdraw_all(session, participant)


LISTENERS = (
    Listener("feedback.withdraw_tickets", AccountErased, withdraw_tickets, carries_rule=True),
)
