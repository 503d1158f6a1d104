"""/admin/v1/communities/{community_id}/tickets: questions, replies and supplements."""

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
    ticket: TicketToHandle, body: AuthorQuestion, staff: CurrentStaff, session: Session
) -> Ticket:
    """Ask the author of a ticket a question. The clock of the solution stands still until they
    answer, for seven days at most."""
    return await replies.ask(session, ticket, body.text, by=staff)


@router.post("/{ticket_id}/reply", response_model=TicketOut, responses=problems(Ticket.WRONG_STATE))
async def reply_to_ticket(
    ticket: TicketToHandle, body: TicketReply, staff: CurrentStaff, session: Session
) -> Ticket:
    """Reply to a ticket. The reply is shown to the author alone or, if public, to all who see the
    ticket. It counts as the first contact."""
    return await replies.reply(session, ticket, body, by=staff)


@router.post(
    "/{ticket_id}/supplement", response_model=TicketOut, responses=problems(Ticket.WRONG_STATE)
)
async def supplement_ticket(
    ticket: TicketToManage, body: DeskTicketSupplement, staff: CurrentStaff, session: Session
) -> Ticket:
    """Supplement a ticket at the desk with what its author answers or adds."""
    return await replies.supplement(session, ticket, body.text, body.acting(staff))
