"""What becomes of a ticket when its author has judged the solution."""

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from app.communities.models import Participant
from app.communities.permissions import Staff
from app.feedback.errors import AlreadyRated
from app.feedback.history.service import Hand, note
from app.feedback.models import EntryKind, Ticket, TicketRating
from app.feedback.ratings.schemas import DeskTicketRating, TicketRatingIn
from app.kernel import clock
from app.kernel.database.engine import lock, violated
from app.kernel.privacy.audit import record


async def rate(
    session: AsyncSession, ticket: Ticket, wanted: TicketRatingIn, *, by: Participant
) -> TicketRating:
    return await _rate(session, ticket, wanted, Hand.of(by))


async def rate_at_desk(
    session: AsyncSession, ticket: Ticket, desk: DeskTicketRating, *, by: Staff
) -> TicketRating:
    rating = await _rate(session, ticket, desk, Hand.at_desk(by, desk.witness))
    record(session, by, "ticket.rated", ticket, witness=desk.witness)
    return rating


async def _rate(
    session: AsyncSession, ticket: Ticket, wanted: TicketRatingIn, hand: Hand
) -> TicketRating:
    """Once; what is resolved is closed by it."""
    await lock(session, ticket)
    ticket.require_over()
    now = clock.now()
    rating = TicketRating(
        community_id=ticket.community_id,
        ticket_id=ticket.id,
        solved=wanted.solved,
        satisfied=wanted.satisfied,
        comment=wanted.comment,
        rated_at=now,
        entered_by=hand.entered_by,
        channel=hand.channel,
        witness=hand.witness,
    )
    try:
        async with session.begin_nested():
            session.add(rating)
    except Exception as error:
        if violated(error) == "uq_ticket_ratings_once":
            raise AlreadyRated from None
        raise
    if ticket.is_resolved:
        ticket.close(now)
        await note(session, ticket, EntryKind.CLOSED, hand)
    return rating


async def find_rating(session: AsyncSession, ticket: Ticket) -> TicketRating | None:
    query = select(TicketRating).filter_by(community_id=ticket.community_id, ticket_id=ticket.id)
    rating: TicketRating | None = await session.scalar(query)
    return rating
