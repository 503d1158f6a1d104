"""Ratings of solutions by the authors of tickets."""

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from app.communities.acting import ActingFor, record_desk_act
from app.feedback.errors import AlreadyRated
from app.feedback.history.service import note_by_author
from app.feedback.models import EntryKind, Ticket, TicketRating
from app.feedback.ratings.schemas import TicketRatingIn
from app.kernel import clock
from app.kernel.database.engine import insert_once, lock


async def rate(
    session: AsyncSession, ticket: Ticket, values: TicketRatingIn, acting: ActingFor
) -> TicketRating:
    """Rate a solution for the author, once; a resolved ticket is closed by it."""
    await lock(session, ticket)
    ticket.require_resolved()
    now = clock.now()
    rating = TicketRating(
        community_id=ticket.community_id,
        ticket_id=ticket.id,
        solved=values.solved,
        satisfied=values.satisfied,
        comment=values.comment,
        rated_at=now,
        **acting.confidential_columns,
    )
    if not await insert_once(session, rating):
        raise AlreadyRated
    if ticket.is_resolved:
        ticket.close(now)
        await note_by_author(session, ticket, EntryKind.CLOSED, acting)
    record_desk_act(session, ticket.community_id, acting, "ticket.rated", ticket)
    return rating


async def find_rating(session: AsyncSession, ticket: Ticket) -> TicketRating | None:
    query = select(TicketRating).filter_by(community_id=ticket.community_id, ticket_id=ticket.id)
    rating: TicketRating | None = await session.scalar(query)
    return rating
