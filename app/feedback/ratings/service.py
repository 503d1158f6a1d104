"""Ratings of solutions by the authors of tickets."""

from datetime import datetime

from sqlalchemy.ext.asyncio import AsyncSession

from app.communities.acting import ActingFor, record_desk_act
from app.feedback.authors import lock_for_author
from app.feedback.errors import AlreadyRated
from app.feedback.history.service import note_by_author
from app.feedback.models import EntryKind, Solved, Ticket, TicketRating
from app.feedback.ratings.schemas import TicketRatingIn
from app.kernel import clock
from app.kernel.database.engine import insert_once

E = EntryKind


async def rate(
    session: AsyncSession, ticket: Ticket, values: TicketRatingIn, acting: ActingFor
) -> None:
    """Rate the last solution for the author, once. What is solved, or partly, is closed; what is
    not is reopened in the same call, unless the author does not want it."""
    await lock_for_author(session, ticket)
    ticket.require_resolved()
    now = clock.now()
    rating = TicketRating(
        community_id=ticket.community_id,
        ticket_id=ticket.id,
        resolution=ticket.resolutions,
        solved=values.solved,
        satisfied=values.satisfied,
        comment=values.comment,
        rated_at=now,
        **acting.confidential_columns,
    )
    if not await insert_once(session, rating):
        raise AlreadyRated
    kind = _move(ticket, values, now)
    if kind is not None:
        await note_by_author(session, ticket, kind, acting, values.comment or None)
    record_desk_act(session, ticket.community_id, acting, "ticket.rated", ticket)


def _move(ticket: Ticket, values: TicketRatingIn, now: datetime) -> EntryKind | None:
    """Makes the move that follows from a rating, and returns the kind of its entry. One that comes
    too late for a dispute, or after two of them, moves nothing by itself."""
    if values.solved is not Solved.NO:
        if not ticket.is_resolved:
            return None
        ticket.close(now)
        return E.CLOSED
    if not values.reopen:
        return None
    if ticket.may_be_disputed(now):
        ticket.dispute(now)
        return E.DISPUTED
    if ticket.may_be_escalated(now):
        ticket.escalate(now)
        return E.ESCALATED
    return None
