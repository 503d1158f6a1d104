"""Guards of service feedback: the row of the path, for those who see it (404) and may (403)."""

from dataclasses import dataclass
from typing import Annotated
from uuid import UUID

from fastapi import Depends

from app.communities.departments.service import departments_of
from app.communities.deps import (
    ActiveParticipant,
    AnyParticipant,
    CurrentReader,
    current_staff,
    row_for_staff,
    staff_who_may,
)
from app.communities.models import Participant
from app.communities.permissions import Staff
from app.feedback.errors import HandlerMayNotRate
from app.feedback.history.service import staff_of_history
from app.feedback.models import ServiceCategory, Ticket
from app.feedback.policies import (
    has_handled,
    may_manage_category,
    may_manage_ticket,
    may_read_category,
    sees_ticket,
)
from app.kernel.database.engine import get_row
from app.kernel.errors import NotFound
from app.kernel.web.dependencies import Session, permitted

StaffMayManageCategories = Annotated[Staff, Depends(staff_who_may("service_category:manage"))]
StaffMayHandleTickets = Annotated[Staff, Depends(staff_who_may("ticket:handle"))]
StaffMayManageTickets = Annotated[Staff, Depends(staff_who_may("ticket:manage"))]
CategoryToRead = Annotated[
    ServiceCategory, Depends(row_for_staff(ServiceCategory, "category_id", may_read_category))
]
CategoryToManage = Annotated[
    ServiceCategory, Depends(row_for_staff(ServiceCategory, "category_id", may_manage_category))
]

# ---------------------------------------------------------------- tickets, for staff


async def ticket_to_handle(
    community_id: UUID, ticket_id: UUID, staff: StaffMayHandleTickets, session: Session
) -> Ticket:
    """Returns the ticket; handlers find those of their departments only."""
    ticket = await get_row(session, Ticket, community_id, ticket_id)
    if not sees_ticket(staff, ticket, await departments_of(session, staff)):
        raise NotFound
    return ticket


TicketToHandle = Annotated[Ticket, Depends(ticket_to_handle)]
TicketToManage = Annotated[
    Ticket, Depends(permitted(current_staff, ticket_to_handle, may_manage_ticket))
]


async def ticket_to_rate_at_desk(
    staff: StaffMayManageTickets, ticket: TicketToManage, session: Session
) -> Ticket:
    """Returns the ticket; 403 for those who have handled it, as nobody rates their own work."""
    departments = await departments_of(session, staff)
    if has_handled(staff, ticket, departments, await staff_of_history(session, ticket)):
        raise HandlerMayNotRate
    return ticket


TicketToRateAtDesk = Annotated[Ticket, Depends(ticket_to_rate_at_desk)]

# ---------------------------------------------------------------- tickets, for residents


async def own_ticket(ticket_id: UUID, me: AnyParticipant, session: Session) -> Ticket:
    """Returns the caller's own ticket. Another person's is a 404, because nobody may learn that it
    exists."""
    ticket = await get_row(session, Ticket, me.community_id, ticket_id)
    if ticket.participant_id != me.id:
        raise NotFound
    return ticket


OwnTicket = Annotated[Ticket, Depends(own_ticket)]


async def own_ticket_to_change(ticket: OwnTicket, _me: ActiveParticipant) -> Ticket:
    """Returns the caller's own ticket; 403 for those who have left or are blocked."""
    return ticket


OwnTicketToChange = Annotated[Ticket, Depends(own_ticket_to_change)]


@dataclass(frozen=True, slots=True)
class SeenTicket:
    """A ticket and its reader."""

    ticket: Ticket
    reader: Participant | None

    @property
    def is_mine(self) -> bool:
        return self.reader is not None and self.reader.id == self.ticket.participant_id


async def ticket_to_read(
    community_id: UUID, ticket_id: UUID, reader: CurrentReader, session: Session
) -> SeenTicket:
    """Returns a ticket that is the reader's own or shown to everybody who has logged in."""
    seen = SeenTicket(await get_row(session, Ticket, community_id, ticket_id), reader)
    if not (seen.ticket.is_shown or seen.is_mine):
        raise NotFound
    return seen


TicketToRead = Annotated[SeenTicket, Depends(ticket_to_read)]


async def ticket_to_follow(ticket_id: UUID, me: ActiveParticipant, session: Session) -> Ticket:
    """Returns a ticket that the caller sees; 403 for those who have left or are blocked."""
    ticket = await get_row(session, Ticket, me.community_id, ticket_id)
    if not (ticket.is_shown or ticket.participant_id == me.id):
        raise NotFound
    return ticket


TicketToFollow = Annotated[Ticket, Depends(ticket_to_follow)]
