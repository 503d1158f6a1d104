"""Tickets that staff open: for a resident at the desk, or in the community's own name."""

from datetime import timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from app.communities.acting import record_desk_act
from app.communities.documents.service import issue
from app.communities.models import Channel, DocumentKind, Place
from app.communities.permissions import Staff
from app.feedback import clocks
from app.feedback.errors import CategoryClosed, PlaceTooExact
from app.feedback.events import TicketSubmitted
from app.feedback.history.service import record_handling, write_ticket_card
from app.feedback.models import (
    Location,
    Origin,
    ServiceCategory,
    Ticket,
    TicketStatus,
    Visibility,
)
from app.feedback.tickets.hot import SUBMIT_TICKET
from app.feedback.tickets.rules import PRIVATE_PLACES, SubmitTicketCommand
from app.feedback.tickets.schemas import CommunityTicketIn, DeskTicket, TicketOut
from app.kernel import clock
from app.kernel.database.columns import uuid7
from app.kernel.database.engine import get_row
from app.kernel.deadlines import ALWAYS
from app.kernel.errors import UnknownReference
from app.kernel.jobs.events import emit

NEW_TICKET: dict[str, Any] = {
    "origin": Origin.COMMUNITY,
    "channel": Channel.SELF,
    "status": TicketStatus.SUBMITTED,
    **{"is_open": True, "is_shown": False, "search_grams": [], "notices": []},
    **{"disputes": 0, "resolutions": 0, "paused_minutes": 0, "version": 1},
}


async def submit_at_desk(session: AsyncSession, values: DeskTicket, *, by: Staff) -> Ticket:
    """Submits a ticket for a resident, by the rules of residents: in the lane's own functions, as a
    group of one."""
    acting = values.acting(by)
    command = SubmitTicketCommand(values, acting, clock.now())
    response = await SUBMIT_TICKET.serve_one(session, by.community_id, command)
    submitted = TicketOut.model_validate_json(response.body)
    ticket = await get_row(session, Ticket, by.community_id, submitted.id)
    record_desk_act(session, by.community_id, acting, "ticket.submitted", ticket)
    return ticket


async def open_for_community(
    session: AsyncSession, values: CommunityTicketIn, *, by: Staff
) -> Ticket:
    """Opens a ticket in the community's own name: it has no author, and its clocks run as those of
    others do."""
    category = await _category(session, by.community_id, values.category_id)
    await _require_place(session, by.community_id, values)
    now, ticket_id = clock.now(), uuid7()
    ticket = Ticket(
        community_id=by.community_id,
        id=ticket_id,
        number=await issue(session, by.community_id, DocumentKind.TICKET, ticket_id, now),
        text=values.text,
        location=Location(values.place_id, values.gcj02_longitude, values.gcj02_latitude).stored(),
        entered_by=by.id,
        submitted_at=now,
        kind=values.kind,
        category_id=category.id,
        visibility=values.visibility,
        **NEW_TICKET,
    )
    response = timedelta(minutes=category.response_minutes)
    resolution = timedelta(minutes=category.resolution_minutes)
    # Nobody waits for a first word of the community to itself.
    ticket.clocks = clocks.responded(clocks.started(now, response, resolution, ALWAYS), now)
    session.add(ticket)
    await write_ticket_card(session, ticket)
    record_handling(session, ticket, "ticket.opened", by)
    emit(session, by.community_id, TicketSubmitted(ticket_id=ticket.id))
    return ticket


async def _category(
    session: AsyncSession, community_id: UUID, category_id: UUID
) -> ServiceCategory:
    query = select(ServiceCategory).filter_by(community_id=community_id, id=category_id)
    category: ServiceCategory | None = await session.scalar(query)
    if category is None:
        raise UnknownReference
    if not category.is_active:
        raise CategoryClosed
    return category


async def _require_place(
    session: AsyncSession, community_id: UUID, values: CommunityTicketIn
) -> None:
    """Raises UnknownReference for a place that is none, and PlaceTooExact for somebody's door in a
    ticket that all will see."""
    if values.place_id is None:
        return
    query = select(Place.kind).filter_by(community_id=community_id, id=values.place_id)
    kind = await session.scalar(query)
    if kind is None:
        raise UnknownReference
    if values.visibility is Visibility.PUBLIC and kind in PRIVATE_PLACES:
        raise PlaceTooExact
