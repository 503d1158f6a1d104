"""Tickets that have been closed for long: only what figures are made of stays."""

from datetime import datetime

from sqlalchemy import select, update
from sqlalchemy.ext.asyncio import AsyncSession

from app.feedback.models import Ticket, TicketEntry, TicketRating
from app.feedback.personal_data import (
    CLOSED_TICKETS,
    ERASED_ENTRY,
    ERASED_RATING,
    ERASED_TEXT,
    ERASED_TICKET,
)
from app.kernel.database.engine import lock
from app.kernel.privacy.personal_data import blank
from app.links.models import Card


async def anonymise(session: AsyncSession, ticket: Ticket, now: datetime) -> None:
    """Takes author, words and place from a ticket and from all that hangs on it."""
    await lock(session, ticket)
    if ticket.closed_at is None or ticket.closed_at > now - CLOSED_TICKETS:
        return
    here = ticket.community_id
    entries = select(TicketEntry).filter_by(community_id=here, ticket_id=ticket.id)
    for entry in await session.scalars(entries):
        blank(entry, ERASED_ENTRY)
    ratings = select(TicketRating).filter_by(community_id=here, ticket_id=ticket.id)
    for rating in await session.scalars(ratings):
        blank(rating, ERASED_RATING)
    await session.execute(
        update(Card)
        .where(Card.community_id == here, Card.id == ticket.id)
        .values(title=ERASED_TEXT)
    )
    blank(ticket, ERASED_TICKET)
