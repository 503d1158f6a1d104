"""/admin/v1/communities/{community_id}/tickets: questions, replies and supplements."""

from app.communities.deps import CurrentStaff
from app.feedback.deps import TicketToHandle, TicketToManage
from app.feedback.errors import OfCommunity
from app.feedback.models import Ticket
from app.feedback.replies import service as replies
from app.feedback.replies.schemas import (
    AuthorQuestion,
    ContactLog,
    DeskTicketSupplement,
    TicketReply,
)
from app.feedback.tickets.lists import show_to_staff
from app.feedback.tickets.schemas import StaffTicketDetail
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


@router.post(
    "/{ticket_id}/ask", response_model=StaffTicketDetail, responses=problems(Ticket.WRONG_STATE)
)
async def ask_author(
    ticket: TicketToHandle, body: AuthorQuestion, staff: CurrentStaff, session: Session
) -> StaffTicketDetail:
    """Ask the author of a ticket a question. The clock of the solution stands still until they
    answer, for seven days at most."""
    await replies.ask(session, ticket, body.text, by=staff)
    return await show_to_staff(session, ticket, staff)


@router.post(
    "/{ticket_id}/reply", response_model=StaffTicketDetail, responses=problems(Ticket.WRONG_STATE)
)
async def reply_to_ticket(
    ticket: TicketToHandle, body: TicketReply, staff: CurrentStaff, session: Session
) -> StaffTicketDetail:
    """Reply to a ticket. The reply is shown to the author alone or, if public, to all who see the
    ticket. It counts as the first contact."""
    await replies.reply(session, ticket, body, by=staff)
    return await show_to_staff(session, ticket, staff)


@router.post(
    "/{ticket_id}/log-contact",
    response_model=StaffTicketDetail,
    responses=problems(Ticket.WRONG_STATE, OfCommunity),
)
async def log_ticket_contact(
    ticket: TicketToHandle, body: ContactLog, staff: CurrentStaff, session: Session
) -> StaffTicketDetail:
    """Log a call or a visit by which staff have spoken with the author. It counts as the first
    contact; the author gets a message, and reads in the history what was said."""
    await replies.log_contact(session, ticket, body, by=staff)
    return await show_to_staff(session, ticket, staff)


@router.post(
    "/{ticket_id}/supplement",
    response_model=StaffTicketDetail,
    responses=problems(Ticket.WRONG_STATE, OfCommunity),
)
async def supplement_ticket(
    ticket: TicketToManage, body: DeskTicketSupplement, staff: CurrentStaff, session: Session
) -> StaffTicketDetail:
    """Supplement a ticket at the desk with what its author answers or adds."""
    await replies.supplement(session, ticket, body.text, body.acting(staff))
    return await show_to_staff(session, ticket, staff)
