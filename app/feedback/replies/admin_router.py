"""/admin/v1/communities/{community_id}/tickets: what is written about them."""

from app.communities.deps import CurrentStaff
from app.feedback.deps import TicketToHandle, TicketToManage
from app.feedback.models import Ticket
from app.feedback.replies import service as replies
from app.feedback.replies.schemas import AuthorQuestion, DeskTicketSupplement, TicketReply
from app.feedback.tickets.schemas import TicketOut
from app.identity.deps import IdempotentForAdmin
from app.kernel.web.dependencies import Session
from app.kernel.web.idempotency import IdempotentRoute
from app.kernel.web.problems import problems
from app.kernel.web.routing import Router

router = Router(
    prefix="/tickets",
    tags=["tickets"],
    route_class=IdempotentRoute,
    dependencies=[IdempotentForAdmin],
)


@router.post("/{ticket_id}/ask", response_model=TicketOut, responses=problems(Ticket.WRONG_STATE))
async def ask_author(
    ticket: TicketToHandle, question: AuthorQuestion, staff: CurrentStaff, session: Session
) -> Ticket:
    """Ask the author; the clock of the solution stands still until they answer."""
    return await replies.ask(session, ticket, question.text, by=staff)


@router.post("/{ticket_id}/reply", response_model=TicketOut, responses=problems(Ticket.WRONG_STATE))
async def reply_to_ticket(
    ticket: TicketToHandle, reply: TicketReply, staff: CurrentStaff, session: Session
) -> Ticket:
    """Reply, to the author alone or to all who see the ticket; counts as the first contact."""
    return await replies.reply(session, ticket, reply, by=staff)


@router.post(
    "/{ticket_id}/supplement", response_model=TicketOut, responses=problems(Ticket.WRONG_STATE)
)
async def supplement_ticket(
    ticket: TicketToManage, desk: DeskTicketSupplement, staff: CurrentStaff, session: Session
) -> Ticket:
    """Write down at the desk what the author answers or adds."""
    return await replies.supplement(session, ticket, desk.text, desk.acting(staff))
