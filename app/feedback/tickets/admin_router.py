"""/admin/v1/communities/{community_id}/tickets: the queue, and acts of staff."""

from typing import Annotated

from fastapi import Query

from app.communities.deps import CurrentStaff
from app.feedback.deps import StaffMayHandleTickets, TicketToHandle, TicketToManage
from app.feedback.errors import (
    DepartmentUnfit,
)
from app.feedback.models import Ticket
from app.feedback.tickets import lists
from app.feedback.tickets import service as tickets
from app.feedback.tickets.schemas import (
    StaffTicket,
    StaffTicketDetail,
    StaffTicketPage,
    StaffTicketQuery,
    TicketAssignment,
    TicketOut,
    TicketResolution,
)
from app.identity.deps import IdempotentForAdmin
from app.kernel.web.dependencies import Session
from app.kernel.web.idempotency import IdempotentRoute
from app.kernel.web.pages import Page
from app.kernel.web.problems import problems
from app.kernel.web.routing import Router
from app.kernel.web.schemas import ReasonIn

router = Router(
    prefix="/tickets",
    tags=["tickets"],
    route_class=IdempotentRoute,
    dependencies=[IdempotentForAdmin],
)


@router.get("", response_model=StaffTicketPage)
async def list_tickets(
    query: Annotated[StaffTicketQuery, Query()], staff: StaffMayHandleTickets, session: Session
) -> Page[StaffTicket]:
    """List the queue of tickets, due soonest first. Without `status` it has the open ones.
    Handlers see the tickets of the departments for which they act, without the author."""
    return await lists.list_queue(session, staff, query)


@router.get("/{ticket_id}", response_model=StaffTicketDetail)
async def get_ticket(
    ticket: TicketToHandle, staff: CurrentStaff, session: Session
) -> StaffTicketDetail:
    """Get a ticket with its whole history."""
    return await lists.show_to_staff(session, ticket, staff)


@router.post(
    "/{ticket_id}/accept", response_model=TicketOut, responses=problems(Ticket.WRONG_STATE)
)
async def accept_ticket(ticket: TicketToManage, staff: CurrentStaff, session: Session) -> Ticket:
    """Accept a ticket. The caller stays answerable for it; a public ticket is shown to others
    from now on."""
    return await tickets.accept(session, ticket, by=staff)


@router.post(
    "/{ticket_id}/decline", response_model=TicketOut, responses=problems(Ticket.WRONG_STATE)
)
async def decline_ticket(
    ticket: TicketToManage, body: ReasonIn, staff: CurrentStaff, session: Session
) -> Ticket:
    """Decline a ticket. The reason says what the author can do instead."""
    return await tickets.decline(session, ticket, body.reason, by=staff)


@router.post(
    "/{ticket_id}/assign",
    response_model=TicketOut,
    responses=problems(Ticket.WRONG_STATE, DepartmentUnfit),
)
async def assign_ticket(
    ticket: TicketToManage, body: TicketAssignment, staff: CurrentStaff, session: Session
) -> Ticket:
    """Assign a ticket to a department."""
    return await tickets.assign(session, ticket, body.department_id, by=staff)


@router.post("/{ticket_id}/start", response_model=TicketOut, responses=problems(Ticket.WRONG_STATE))
async def start_ticket(ticket: TicketToHandle, staff: CurrentStaff, session: Session) -> Ticket:
    """Start the work on a ticket, also again after a dispute."""
    return await tickets.start(session, ticket, by=staff)


@router.post(
    "/{ticket_id}/resolve", response_model=TicketOut, responses=problems(Ticket.WRONG_STATE)
)
async def resolve_ticket(
    ticket: TicketToHandle, body: TicketResolution, staff: CurrentStaff, session: Session
) -> Ticket:
    """Resolve a ticket. All who see it can read how it was solved; its author is asked for a
    rating."""
    return await tickets.resolve(session, ticket, body.text, by=staff)
