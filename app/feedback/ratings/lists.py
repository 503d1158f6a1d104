"""Ratings of a ticket as they are shown to its author and to staff."""

from collections.abc import Sequence

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from app.feedback.models import Ticket, TicketRating
from app.feedback.ratings.schemas import TicketRatingOut


async def list_ratings(session: AsyncSession, ticket: Ticket) -> list[TicketRatingOut]:
    """Lists the ratings of a ticket's solutions, the first one first."""
    query = (
        select(TicketRating)
        .filter_by(community_id=ticket.community_id, ticket_id=ticket.id)
        .order_by(TicketRating.resolution)
    )
    return [TicketRatingOut.model_validate(row) for row in await session.scalars(query)]


def last_rating(ticket: Ticket, ratings: Sequence[TicketRatingOut]) -> TicketRatingOut | None:
    """Returns the rating of the last solution, or None while it has none."""
    of_last = (rating for rating in ratings if rating.resolution == ticket.resolutions)
    return next(of_last, None)
