"""/v1/communities/{community_id}/tickets/{ticket_id}/rating"""

from fastapi import Response

from app.communities.acting import ActingFor
from app.communities.deps import ActiveParticipant
from app.feedback.deps import OwnTicketToChange
from app.feedback.errors import (
    AlreadyRated,
)
from app.feedback.models import Ticket
from app.feedback.ratings import service as ratings
from app.feedback.ratings.schemas import TicketRatingIn
from app.feedback.tickets.lists import show
from app.feedback.tickets.schemas import TicketDetail
from app.identity.deps import IdempotentForUser
from app.kernel.web.dependencies import Session
from app.kernel.web.idempotency import IdempotentRoute
from app.kernel.web.problems import problems
from app.kernel.web.routing import Router

router = Router(
    prefix="/tickets",
    tags=["tickets"],
    route_class=IdempotentRoute,
    dependencies=[IdempotentForUser],
)


@router.post(
    "/{ticket_id}/rating",
    status_code=201,
    response_model=TicketDetail,
    responses=problems(Ticket.WRONG_STATE, AlreadyRated),
)
async def rate_ticket(
    ticket: OwnTicketToChange,
    body: TicketRatingIn,
    me: ActiveParticipant,
    session: Session,
    response: Response,
) -> TicketDetail:
    """Rate the last solution of my ticket, once. It closes what is solved, or partly. What is not
    solved is taken up again, unless `reopen` is false."""
    await ratings.rate(session, ticket, body, ActingFor.participant(me))
    response.headers["Location"] = f"/v1/communities/{me.community_id}/tickets/{ticket.id}"
    return await show(session, ticket, me, is_mine=True)
