"""/v1/communities/{community_id}/tickets/{ticket_id}/supplement"""

from fastapi import APIRouter

from app.communities.deps import CurrentParticipant
from app.feedback.deps import OwnTicketToWrite
from app.feedback.errors import TicketWrongState
from app.feedback.models import Ticket
from app.feedback.replies import service as replies
from app.feedback.replies.schemas import TicketSupplement
from app.feedback.tickets.schemas import TicketOut
from app.identity.deps import OnceForUser
from app.kernel.web.dependencies import Session
from app.kernel.web.idempotency import OnceRoute
from app.kernel.web.problems import problems

router = APIRouter(
    prefix="/tickets", tags=["tickets"], route_class=OnceRoute, dependencies=[OnceForUser]
)


@router.post(
    "/{ticket_id}/supplement", response_model=TicketOut, responses=problems(TicketWrongState)
)
async def supplement_ticket(
    ticket: OwnTicketToWrite, supplement: TicketSupplement, me: CurrentParticipant, session: Session
) -> Ticket:
    """Answer what I am asked, and the work goes on; or add something while it is open."""
    return await replies.supplement(session, ticket, supplement.text, by=me)
