"""/admin/v1/communities/{community_id}/tickets: acts of residents at the desk."""

from fastapi import Response

from app.communities.deps import CurrentStaff
from app.communities.errors import ParticipantInactive
from app.communities.schemas import Witnessed
from app.feedback.deps import StaffMayManageTickets, TicketToManage
from app.feedback.errors import (
    CategoryClosed,
    DisputedTwice,
    DisputeTooLate,
    EscalatedAlready,
    NotDisputedTwice,
    OfCommunity,
    PlaceTooExact,
    TooManyOpen,
)
from app.feedback.models import Ticket
from app.feedback.tickets import author_acts, following, opening
from app.feedback.tickets.lists import show_to_staff
from app.feedback.tickets.schemas import (
    CommunityTicketIn,
    DeskTicket,
    DeskTicketDispute,
    DeskTicketEscalation,
    DeskTicketFollow,
    StaffTicketDetail,
)
from app.identity.deps import IdempotentForAdmin
from app.kernel.database.idempotency import KeyReused
from app.kernel.errors import UnknownReference
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
    "",
    status_code=201,
    response_model=StaffTicketDetail,
    responses=problems(
        *(ParticipantInactive, UnknownReference, CategoryClosed, TooManyOpen),
        *(PlaceTooExact, KeyReused),
    ),
)
async def submit_ticket(
    body: DeskTicket, staff: StaffMayManageTickets, session: Session, response: Response
) -> StaffTicketDetail:
    """Submit a ticket for a resident at the desk. The rules are those of residents."""
    ticket = await opening.submit_at_desk(session, body, by=staff)
    response.headers["Location"] = f"/admin/v1/communities/{staff.community_id}/tickets/{ticket.id}"
    return await show_to_staff(session, ticket, staff)


@router.post(
    "/community",
    status_code=201,
    response_model=StaffTicketDetail,
    responses=problems(UnknownReference, CategoryClosed, PlaceTooExact),
)
async def open_community_ticket(
    body: CommunityTicketIn, staff: StaffMayManageTickets, session: Session, response: Response
) -> StaffTicketDetail:
    """Open a ticket in the community's own name, for what staff have seen themselves. It has no
    author: nobody rates or disputes it."""
    ticket = await opening.open_for_community(session, body, by=staff)
    response.headers["Location"] = f"/admin/v1/communities/{staff.community_id}/tickets/{ticket.id}"
    return await show_to_staff(session, ticket, staff)


@router.post(
    "/{ticket_id}/follow", response_model=StaffTicketDetail, responses=problems(UnknownReference)
)
async def follow_ticket(
    ticket: TicketToManage, body: DeskTicketFollow, staff: CurrentStaff, session: Session
) -> StaffTicketDetail:
    """Follow a ticket for a resident at the desk. It must be one that they may see themselves."""
    await following.follow(session, ticket, body.acting(staff))
    return await show_to_staff(session, ticket, staff)


@router.post(
    "/{ticket_id}/unfollow", response_model=StaffTicketDetail, responses=problems(UnknownReference)
)
async def unfollow_ticket(
    ticket: TicketToManage, body: DeskTicketFollow, staff: CurrentStaff, session: Session
) -> StaffTicketDetail:
    """Unfollow a ticket for a resident at the desk."""
    await following.unfollow_at_desk(session, ticket, body.acting(staff))
    return await show_to_staff(session, ticket, staff)


@router.post(
    "/{ticket_id}/withdraw",
    response_model=StaffTicketDetail,
    responses=problems(Ticket.WRONG_STATE, OfCommunity),
)
async def withdraw_ticket(
    ticket: TicketToManage, body: Witnessed, staff: CurrentStaff, session: Session
) -> StaffTicketDetail:
    """Withdraw a ticket at the desk, at the request of its author. They get a message."""
    await author_acts.withdraw(session, ticket, body.acting(staff))
    return await show_to_staff(session, ticket, staff)


@router.post(
    "/{ticket_id}/dispute",
    response_model=StaffTicketDetail,
    responses=problems(Ticket.WRONG_STATE, DisputedTwice, DisputeTooLate, OfCommunity),
)
async def dispute_ticket(
    ticket: TicketToManage, body: DeskTicketDispute, staff: CurrentStaff, session: Session
) -> StaffTicketDetail:
    """Dispute a solution at the desk, at the request of the author. The ticket is taken up again,
    twice at most."""
    await author_acts.dispute(session, ticket, body.reason, body.acting(staff))
    return await show_to_staff(session, ticket, staff)


@router.post(
    "/{ticket_id}/escalate",
    response_model=StaffTicketDetail,
    responses=problems(
        *(Ticket.WRONG_STATE, NotDisputedTwice, EscalatedAlready, DisputeTooLate, OfCommunity)
    ),
)
async def escalate_ticket(
    ticket: TicketToManage, body: DeskTicketEscalation, staff: CurrentStaff, session: Session
) -> StaffTicketDetail:
    """Ask the level above for a review of a solution. Its author asks for it at the desk, and has
    disputed it twice."""
    await author_acts.escalate(session, ticket, body.reason, body.acting(staff))
    return await show_to_staff(session, ticket, staff)
