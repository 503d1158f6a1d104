"""Listeners that send the messages of service feedback."""

from collections.abc import Mapping
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from app.communities.models import Channel
from app.feedback.events import TicketMoved, TicketSubmitted
from app.feedback.messages import kinds
from app.feedback.models import EntryKind, Side, Ticket, TicketEntry
from app.kernel.database.engine import get_row
from app.kernel.jobs.listeners import Listener
from app.notifications.followers import notify_followers
from app.notifications.inbox import notify
from app.notifications.subjects import Subject, SubjectKind

E = EntryKind
MESSAGE_BY_ENTRY: Mapping[E, type[kinds.AboutTicket]] = {
    E.ACCEPTED: kinds.TicketAccepted,
    E.DECLINED: kinds.TicketDeclined,
    E.ASSIGNED: kinds.TicketAssigned,
    E.STARTED: kinds.TicketStarted,
    E.ASKED: kinds.TicketAsked,
    E.REPLIED: kinds.TicketReplied,
    E.CALLED: kinds.TicketCalled,
    E.VISITED: kinds.TicketVisited,
    E.DEFERRED: kinds.TicketDeferred,
    E.RESUMED: kinds.TicketResumed,
    E.TAKEN_UP: kinds.TicketTakenUp,
    E.RESOLVED: kinds.TicketResolved,
    E.CLOSED: kinds.TicketClosed,
    E.DISPUTED: kinds.TicketDisputed,
    E.ESCALATED: kinds.TicketEscalated,
    E.MERGED: kinds.TicketMerged,
    E.WITHDRAWN: kinds.TicketWithdrawn,
    E.RESPONSE_OVERDUE: kinds.ResponseOverdue,
    E.RESOLUTION_OVERDUE: kinds.ResolutionOverdue,
}
"""Message for each kind of entry. The author's answers and additions send none: staff find them
in the history."""


async def notify_submitted(
    session: AsyncSession, community_id: UUID, event: TicketSubmitted
) -> None:
    """Sends the author the number and the promised times, as they were at the submission."""
    ticket = await get_row(session, Ticket, community_id, event.ticket_id)
    if ticket.author_id is None:
        return
    message = kinds.TicketReceived(
        ticket.kind,
        ticket.number,
        event.response_due_at or ticket.response_due_at,
        event.resolution_due_at or ticket.resolution_due_at,
    )
    subject = Subject(SubjectKind.TICKET, ticket.id)
    notify(session, community_id, [ticket.author_id], message, subject=subject)


async def notify_moved(session: AsyncSession, community_id: UUID, event: TicketMoved) -> None:
    """Sends a move to the author, unless it is their own, and a public one to the followers."""
    entry = await get_row(session, TicketEntry, community_id, event.entry_id)
    ticket = await get_row(session, Ticket, community_id, entry.ticket_id)
    if entry.kind not in MESSAGE_BY_ENTRY:
        return
    subject = Subject(SubjectKind.TICKET, ticket.id)
    author, is_by_author = ticket.author_id, entry.side is Side.AUTHOR
    if author is not None and not (is_by_author and entry.channel is Channel.SELF):
        about = _message(ticket, entry, entry.text or "")
        notify(session, community_id, [author], about, subject=subject)
    if entry.is_public and ticket.is_shown:
        about = _message(ticket, entry, "" if is_by_author else entry.text or "")
        excluding = [] if author is None else [author]
        await notify_followers(session, community_id, subject, about, excluding=excluding)


def _message(ticket: Ticket, entry: TicketEntry, text: str) -> kinds.AboutTicket:
    if entry.kind is E.DECLINED:
        return kinds.TicketDeclined(ticket.number, text, ticket.kind)
    if entry.kind is E.DEFERRED:
        return kinds.TicketDeferred(ticket.number, text, ticket.review_on)
    if entry.kind is E.RESOLVED and ticket.is_of_community:
        return kinds.CommunityTicketResolved(ticket.number, text)
    return MESSAGE_BY_ENTRY[entry.kind](ticket.number, text)


MESSAGES = (
    kinds.TicketReceived,
    kinds.TicketAccepted,
    kinds.TicketDeclined,
    kinds.TicketAssigned,
    kinds.TicketStarted,
    kinds.TicketAsked,
    kinds.TicketReplied,
    kinds.TicketCalled,
    kinds.TicketVisited,
    kinds.TicketDeferred,
    kinds.TicketTakenUp,
    kinds.TicketMerged,
    kinds.TicketEscalated,
    kinds.TicketResumed,
    kinds.TicketResolved,
    kinds.CommunityTicketResolved,
    kinds.TicketClosed,
    kinds.TicketDisputed,
    kinds.TicketWithdrawn,
    kinds.ResponseOverdue,
    kinds.ResolutionOverdue,
)
LISTENERS = (
    Listener("feedback.notify_submitted", TicketSubmitted, notify_submitted),
    Listener("feedback.notify_moved", TicketMoved, notify_moved),
)
