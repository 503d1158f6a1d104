"""Guards of service feedback: the row of the path, for those who see it (404) and may (403)."""

from dataclasses import dataclass
from typing import Annotated
from uuid import UUID

from fastapi import Depends
from sqlalchemy import select

from app.communities.departments.service import departments_of
from app.communities.deps import (
    ActiveParticipant,
    current_staff,
    own_row,
    staff_who_may,
)
from app.communities.models import Participant
from app.communities.permissions import Staff
from app.feedback.errors import HandlerMayNotRate
from app.feedback.models import ServiceCategory, Ticket
from app.feedback.policies import (
    has_handled,
    may_manage_category,
    may_manage_ticket,
    may_read_category,
    sees_ticket,
)
from app.identity.deps import CurrentUser
from app.kernel.database.engine import get_row
from app.kernel.errors import NotFound
from app.kernel.web.dependencies import Session, permitted

StaffForCategories = Annotated[Staff, Depends(staff_who_may("service_category:manage"))]
StaffForTickets = Annotated[Staff, Depends(staff_who_may("ticket:handle"))]
StaffAtDesk = Annotated[Staff, Depends(staff_who_may("ticket:manage"))]


async def staff_category(
    community_id: UUID, category_id: UUID, session: Session
) -> ServiceCategory:
    return await get_row(session, ServiceCategory, community_id, category_id)


CategoryToRead = Annotated[
    ServiceCategory, Depends(permitted(current_staff, staff_category, may_read_category))
]
ManagedCategory = Annotated[
    ServiceCategory, Depends(permitted(current_staff, staff_category, may_manage_category))
]


async def staff_ticket(
    community_id: UUID, ticket_id: UUID, staff: StaffForTickets, session: Session
) -> Ticket:
    """Handlers find those of their departments only."""
    ticket = await get_row(session, Ticket, community_id, ticket_id)
    if not sees_ticket(staff, ticket, await departments_of(session, staff)):
        raise NotFound
    return ticket


TicketToHandle = Annotated[Ticket, Depends(staff_ticket)]
ManagedTicket = Annotated[
    Ticket, Depends(permitted(current_staff, staff_ticket, may_manage_ticket))
]


async def ticket_to_rate(staff: StaffAtDesk, ticket: ManagedTicket, session: Session) -> Ticket:
    if has_handled(staff, ticket, await departments_of(session, staff)):
        raise HandlerMayNotRate
    return ticket


TicketToRateAtDesk = Annotated[Ticket, Depends(ticket_to_rate)]


OwnTicket = Annotated[Ticket, Depends(own_row(Ticket, "ticket_id"))]


async def own_ticket_to_write(ticket: OwnTicket, _me: ActiveParticipant) -> Ticket:
    """403 for those who have left or are blocked."""
    return ticket


OwnTicketToWrite = Annotated[Ticket, Depends(own_ticket_to_write)]


@dataclass(frozen=True, slots=True)
class Sight:
    """A ticket, and who looks at it."""

    ticket: Ticket
    reader: Participant | None

    @property
    def is_mine(self) -> bool:
        return self.reader is not None and self.reader.id == self.ticket.participant_id


async def reader_here(
    community_id: UUID, user: CurrentUser, session: Session
) -> Participant | None:
    """Anybody who has logged in; as whom, where they take part here."""
    query = select(Participant).filter_by(community_id=community_id, user_id=user)
    reader: Participant | None = await session.scalar(query)
    return reader


Reader = Annotated[Participant | None, Depends(reader_here)]


async def seen_ticket(
    community_id: UUID, ticket_id: UUID, reader: Reader, session: Session
) -> Sight:
    """One's own, or one that is shown to everybody who has logged in."""
    sight = Sight(await get_row(session, Ticket, community_id, ticket_id), reader)
    ticket = sight.ticket
    if not (ticket.is_shown or sight.is_mine):
        raise NotFound
    return sight


SeenTicket = Annotated[Sight, Depends(seen_ticket)]


async def ticket_to_follow(ticket_id: UUID, me: ActiveParticipant, session: Session) -> Ticket:
    ticket = await get_row(session, Ticket, me.community_id, ticket_id)
    if not (ticket.is_shown or ticket.participant_id == me.id):
        raise NotFound
    return ticket


TicketToFollow = Annotated[Ticket, Depends(ticket_to_follow)]
