"""Tickets that their authors act on."""

from sqlalchemy.ext.asyncio import AsyncSession

from app.feedback.errors import OfCommunity
from app.feedback.models import Ticket
from app.kernel.database.engine import lock


async def lock_for_author(session: AsyncSession, ticket: Ticket) -> None:
    """Locks a ticket for an act of its author. Raises OfCommunity for one that the community has
    opened itself."""
    await lock(session, ticket)
    if ticket.is_of_community:
        raise OfCommunity
