"""What service feedback tells people; the texts stand in notifications/templates."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from app.communities.models import Channel
from app.feedback.events import TicketMoved, TicketSubmitted
from app.feedback.models import EntryKind, Side, Ticket, TicketEntry
from app.kernel.database.engine import get_row
from app.notifications.followers import notify_followers
from app.notifications.inbox import Message, notify


@dataclass(frozen=True, slots=True)
class TicketReceived(Message):
    kind = "feedback.ticket_received"
    number: str
    response_due_at: datetime
    resolution_due_at: datetime


@dataclass(frozen=True, slots=True)
class AboutTicket(Message):
    """Said so that it is right for its author and for whoever follows it."""

    number: str
    text: str


class TicketAccepted(AboutTicket):
    kind = "feedback.ticket_accepted"


class TicketDeclined(AboutTicket):
    kind = "feedback.ticket_declined"


class TicketAssigned(AboutTicket):
    kind = "feedback.ticket_assigned"


class TicketStarted(AboutTicket):
    kind = "feedback.ticket_started"


class TicketAsked(AboutTicket):
    kind = "feedback.ticket_asked"


class TicketReplied(AboutTicket):
    kind = "feedback.ticket_replied"


class TicketResumed(AboutTicket):
    kind = "feedback.ticket_resumed"


class TicketResolved(AboutTicket):
    kind = "feedback.ticket_resolved"


class TicketClosed(AboutTicket):
    kind = "feedback.ticket_closed"


class TicketDisputed(AboutTicket):
    kind = "feedback.ticket_disputed"


class TicketWithdrawn(AboutTicket):
    kind = "feedback.ticket_withdrawn"


class ResponseOverdue(AboutTicket):
    kind = "feedback.response_overdue"


class ResolutionOverdue(AboutTicket):
    kind = "feedback.resolution_overdue"


E = EntryKind
MESSAGE_BY_ENTRY: Mapping[E, type[AboutTicket]] = {
    E.ACCEPTED: TicketAccepted,
    E.DECLINED: TicketDeclined,
    E.ASSIGNED: TicketAssigned,
    E.STARTED: TicketStarted,
    E.ASKED: TicketAsked,
    E.REPLIED: TicketReplied,
    E.RESUMED: TicketResumed,
    E.RESOLVED: TicketResolved,
    E.CLOSED: TicketClosed,
    E.DISPUTED: TicketDisputed,
    E.WITHDRAWN: TicketWithdrawn,
    E.RESPONSE_OVERDUE: ResponseOverdue,
    E.RESOLUTION_OVERDUE: ResolutionOverdue,
}
"""What the author adds, and answers, is told to nobody: staff find it in the history."""


async def notify_submitted(
    session: AsyncSession, community_id: UUID, event: TicketSubmitted
) -> None:
    """With the times that are promised."""
    ticket = await get_row(session, Ticket, community_id, event.ticket_id)
    message = TicketReceived(ticket.number, ticket.response_due_at, ticket.resolution_due_at)
    notify(session, community_id, [ticket.participant_id], message)


async def notify_moved(session: AsyncSession, community_id: UUID, event: TicketMoved) -> None:
    """Its author, unless they have done it themselves; of public moves those who follow it."""
    entry = await get_row(session, TicketEntry, community_id, event.entry_id)
    ticket = await get_row(session, Ticket, community_id, entry.ticket_id)
    message = MESSAGE_BY_ENTRY.get(entry.kind)
    if message is None:
        return
    is_by_author = entry.side is Side.AUTHOR
    if not (is_by_author and entry.channel is Channel.SELF):
        about = message(ticket.number, entry.text or "")
        notify(session, community_id, [ticket.participant_id], about)
    if entry.is_public and ticket.is_shown:
        about = message(ticket.number, "" if is_by_author else entry.text or "")
        besides = [ticket.participant_id]
        await notify_followers(session, community_id, ticket.id, about, besides=besides)
