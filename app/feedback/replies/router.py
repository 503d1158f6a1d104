"""/v1/communities/{community_id}/tickets/{ticket_id}/supplement"""

from app.communities.acting import ActingFor
from app.communities.deps import ActiveParticipant
from app.feedback.deps import OwnTicketToChange
from app.feedback.models import Ticket
from app.feedback.replies import service as replies
from app.feedback.replies.schemas import TicketSupplement
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
    "/{ticket_id}/supplement", response_model=TicketDetail, responses=problems(Ticket.WRONG_STATE)
)
async def supplement_ticket(
    ticket: OwnTicketToChange, body: TicketSupplement, me: ActiveParticipant, session: Session
) -> TicketDetail:
    """Add to my ticket while it is open. This answers a question about it, too. After an answer the
    work goes on."""
    await replies.supplement(session, ticket, body.text, ActingFor.participant(me))
    return await show(session, ticket, me, is_mine=True)
