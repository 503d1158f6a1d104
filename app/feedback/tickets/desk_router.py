"""/admin/v1/communities/{community_id}/tickets: what residents do, at the desk."""

from fastapi import Response

from app.communities.deps import CurrentStaff
from app.communities.errors import ParticipantInactive
from app.communities.schemas import Witnessed
from app.feedback.deps import StaffMayManageTickets, TicketToManage
from app.feedback.errors import (
    CategoryClosed,
    DisputedTwice,
    DisputeTooLate,
    PlaceTooExact,
    TooManyOpen,
)
from app.feedback.models import Ticket
from app.feedback.tickets import following
from app.feedback.tickets import service as tickets
from app.feedback.tickets.schemas import (
    DeskTicket,
    DeskTicketDispute,
    DeskTicketFollow,
    TicketFollowing,
    TicketOut,
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
    response_model=TicketOut,
    responses=problems(
        *(ParticipantInactive, UnknownReference, CategoryClosed, TooManyOpen),
        *(PlaceTooExact, KeyReused),
    ),
)
async def submit_ticket(
    desk: DeskTicket, staff: StaffMayManageTickets, session: Session, response: Response
) -> TicketOut:
    """Submit for a resident at the desk, by the resident's own rules."""
    ticket = await tickets.submit_at_desk(session, desk, by=staff)
    response.headers["Location"] = f"/admin/v1/communities/{staff.community_id}/tickets/{ticket.id}"
    return ticket


@router.post(
    "/{ticket_id}/follow", response_model=TicketFollowing, responses=problems(UnknownReference)
)
async def follow_ticket(
    ticket: TicketToManage, desk: DeskTicketFollow, staff: CurrentStaff, session: Session
) -> TicketFollowing:
    """Let a resident be told what becomes of a ticket that they may see."""
    return await following.follow(session, ticket, desk.acting(staff))


@router.post(
    "/{ticket_id}/unfollow", response_model=TicketFollowing, responses=problems(UnknownReference)
)
async def unfollow_ticket(
    ticket: TicketToManage, desk: DeskTicketFollow, staff: CurrentStaff, session: Session
) -> TicketFollowing:
    """Let a resident be told no more."""
    return await following.unfollow_at_desk(session, ticket, desk.acting(staff))


@router.post(
    "/{ticket_id}/withdraw", response_model=TicketOut, responses=problems(Ticket.WRONG_STATE)
)
async def withdraw_ticket(
    ticket: TicketToManage, desk: Witnessed, staff: CurrentStaff, session: Session
) -> Ticket:
    """Withdraw for an author who has asked for it at the desk; they are told."""
    return await tickets.withdraw(session, ticket, desk.acting(staff))


@router.post(
    "/{ticket_id}/dispute",
    response_model=TicketOut,
    responses=problems(Ticket.WRONG_STATE, DisputedTwice, DisputeTooLate),
)
async def dispute_ticket(
    ticket: TicketToManage, desk: DeskTicketDispute, staff: CurrentStaff, session: Session
) -> Ticket:
    """Dispute for an author at the desk: it is taken up again, twice at most."""
    return await tickets.dispute(session, ticket, desk.reason, desk.acting(staff))
