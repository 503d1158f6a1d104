"""/admin/v1/communities/{community_id}/tickets/{ticket_id}/rating"""

from fastapi import Response

from app.communities.deps import CurrentStaff
from app.feedback.deps import TicketToRateAtDesk
from app.feedback.errors import (
    AlreadyRated,
    HandlerMayNotRate,
    OfCommunity,
)
from app.feedback.models import Ticket
from app.feedback.ratings import service as ratings
from app.feedback.ratings.schemas import DeskTicketRating
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
    "/{ticket_id}/rating",
    status_code=201,
    response_model=StaffTicketDetail,
    responses=problems(Ticket.WRONG_STATE, AlreadyRated, HandlerMayNotRate, OfCommunity),
)
async def rate_ticket(
    ticket: TicketToRateAtDesk,
    body: DeskTicketRating,
    staff: CurrentStaff,
    session: Session,
    response: Response,
) -> StaffTicketDetail:
    """Rate the last solution for the author, at the desk. 403 for staff who have handled the
    ticket."""
    await ratings.rate(session, ticket, body, body.acting(staff))
    base = f"/admin/v1/communities/{staff.community_id}"
    response.headers["Location"] = f"{base}/tickets/{ticket.id}"
    return await show_to_staff(session, ticket, staff)
