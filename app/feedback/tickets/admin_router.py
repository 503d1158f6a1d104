"""/admin/v1/communities/{community_id}/tickets: the queue, and acts of staff."""

from typing import Annotated

from fastapi import Query

from app.communities.deps import CurrentStaff
from app.communities.errors import RevealsExhausted
from app.communities.reveals.contact import reveal_contact
from app.communities.reveals.deps import RevealCounted
from app.communities.reveals.schemas import ParticipantContact, RevealContact
from app.feedback.deps import StaffMayHandleTickets, TicketToHandle, TicketToManage
from app.feedback.errors import (
    DepartmentUnfit,
    MergeUnfit,
    OfCommunity,
    ReviewDayUnfit,
    TicketConfidential,
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
    TicketDecline,
    TicketDeferral,
    TicketMerge,
    TicketResolution,
)
from app.identity.deps import IdempotentForAdmin
from app.kernel.errors import Text
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


unstored_router = Router(prefix="/tickets", tags=["tickets"], dependencies=[RevealCounted])


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
    "/{ticket_id}/accept", response_model=StaffTicketDetail, responses=problems(Ticket.WRONG_STATE)
)
async def accept_ticket(
    ticket: TicketToManage, staff: CurrentStaff, session: Session
) -> StaffTicketDetail:
    """Accept a ticket. The caller stays answerable for it; a public ticket is shown to others
    from now on. It is no first contact: that is a word to the author."""
    await tickets.accept(session, ticket, by=staff)
    return await lists.show_to_staff(session, ticket, staff)


@router.post(
    "/{ticket_id}/decline", response_model=StaffTicketDetail, responses=problems(Ticket.WRONG_STATE)
)
async def decline_ticket(
    ticket: TicketToManage, body: TicketDecline, staff: CurrentStaff, session: Session
) -> StaffTicketDetail:
    """Decline a ticket. Its author alone is told the reason, and what they can do instead."""
    await tickets.decline(session, ticket, body, by=staff)
    return await lists.show_to_staff(session, ticket, staff)


@router.post(
    "/{ticket_id}/answer", response_model=StaffTicketDetail, responses=problems(Ticket.WRONG_STATE)
)
async def answer_ticket(
    ticket: TicketToManage, body: TicketResolution, staff: CurrentStaff, session: Session
) -> StaffTicketDetail:
    """Answer an accepted ticket directly, without a department. The answer resolves it."""
    await tickets.answer(session, ticket, body.text, by=staff)
    return await lists.show_to_staff(session, ticket, staff)


@router.post(
    "/{ticket_id}/assign",
    response_model=StaffTicketDetail,
    responses=problems(Ticket.WRONG_STATE, DepartmentUnfit),
)
async def assign_ticket(
    ticket: TicketToManage, body: TicketAssignment, staff: CurrentStaff, session: Session
) -> StaffTicketDetail:
    """Assign a ticket to a department, also again: after it was given back or disputed, or while
    another department has it."""
    await tickets.assign(session, ticket, body.department_id, by=staff)
    return await lists.show_to_staff(session, ticket, staff)


@router.post(
    "/{ticket_id}/give-back",
    response_model=StaffTicketDetail,
    responses=problems(Ticket.WRONG_STATE),
)
async def give_ticket_back(
    ticket: TicketToHandle, body: ReasonIn, staff: CurrentStaff, session: Session
) -> StaffTicketDetail:
    """Give an assigned ticket back to the community, before the work on it has begun. The
    reason is told to its staff, and not to others."""
    await tickets.give_back(session, ticket, body.reason, by=staff)
    return await lists.show_to_staff(session, ticket, staff)


@router.post(
    "/{ticket_id}/start", response_model=StaffTicketDetail, responses=problems(Ticket.WRONG_STATE)
)
async def start_ticket(
    ticket: TicketToHandle, staff: CurrentStaff, session: Session
) -> StaffTicketDetail:
    """Start the work on a ticket, also again after a dispute."""
    await tickets.start(session, ticket, by=staff)
    return await lists.show_to_staff(session, ticket, staff)


@router.post(
    "/{ticket_id}/defer",
    response_model=StaffTicketDetail,
    responses=problems(Ticket.WRONG_STATE, ReviewDayUnfit),
)
async def defer_ticket(
    ticket: TicketToManage, body: TicketDeferral, staff: CurrentStaff, session: Session
) -> StaffTicketDetail:
    """Defer a ticket that cannot be solved now. It is looked at again on a day that is named. Its
    author is told the reason and the day. The clocks go on."""
    await tickets.defer(session, ticket, body, by=staff)
    return await lists.show_to_staff(session, ticket, staff)


@router.post(
    "/{ticket_id}/resume", response_model=StaffTicketDetail, responses=problems(Ticket.WRONG_STATE)
)
async def resume_ticket(
    ticket: TicketToManage, staff: CurrentStaff, session: Session
) -> StaffTicketDetail:
    """Resume the work on a deferred ticket before its day."""
    await tickets.resume(session, ticket, by=staff)
    return await lists.show_to_staff(session, ticket, staff)


@router.post(
    "/{ticket_id}/resolve", response_model=StaffTicketDetail, responses=problems(Ticket.WRONG_STATE)
)
async def resolve_ticket(
    ticket: TicketToHandle, body: TicketResolution, staff: CurrentStaff, session: Session
) -> StaffTicketDetail:
    """Resolve a ticket. All who see it can read how it was solved; its author is asked for a
    rating."""
    await tickets.resolve(session, ticket, body.text, by=staff)
    return await lists.show_to_staff(session, ticket, staff)


@router.post(
    "/{ticket_id}/merge",
    response_model=StaffTicketDetail,
    responses=problems(Ticket.WRONG_STATE, MergeUnfit),
)
async def merge_ticket(
    ticket: TicketToManage, body: TicketMerge, staff: CurrentStaff, session: Session
) -> StaffTicketDetail:
    """Merge a ticket into another open one about the same matter. Its author follows that one
    from now on, and must be allowed to see it."""
    await tickets.merge(session, ticket, body.into, by=staff)
    return await lists.show_to_staff(session, ticket, staff)


@unstored_router.post(
    "/{ticket_id}/contact",
    response_model=ParticipantContact,
    responses=problems(Ticket.WRONG_STATE, TicketConfidential, OfCommunity, RevealsExhausted),
)
async def reveal_ticket_contact(
    ticket: TicketToHandle, body: RevealContact, staff: CurrentStaff, session: Session
) -> ParticipantContact:
    """Reveal how to reach the author of an open ticket, for its department and for community
    workers: name, phone number, address, all for one reason. It is audited and counts once; the
    author is told who has seen it, for which ticket. Of a confidential ticket nothing is shown."""
    number = ticket.number
    contact = await reveal_contact(
        session,
        staff,
        ticket.require_contact(),
        body.fields,
        body.reason,
        Text(f"诉求{number}", f"ticket {number}"),
        subject=ticket,
    )
    return ParticipantContact.of(contact)
