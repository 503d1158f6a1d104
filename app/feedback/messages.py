"""Messages of service feedback, and the listeners that send them."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from app.communities.models import Channel
from app.feedback.events import TicketMoved, TicketSubmitted
from app.feedback.models import EntryKind, Side, Ticket, TicketEntry
from app.kernel.database.engine import get_row
from app.kernel.errors import Text
from app.kernel.jobs.listeners import Listener
from app.kernel.jobs.messages import Message, Template
from app.notifications.followers import notify_followers
from app.notifications.inbox import Matter, notify
from app.notifications.subjects import Subject, SubjectKind


class TicketMessage(Message):
    """Message about a ticket. It is written in the same moment as the ticket's history, and would
    name its author there."""

    names_nobody, matter = True, Matter.TICKET


@dataclass(frozen=True, slots=True)
class TicketReceived(TicketMessage):
    kind = "feedback.ticket_received"
    template = Template(
        Text("诉求已收到", "We have your ticket"),
        Text(
            "您的诉求已登记，编号{number}。最迟{response_due_at}首次回应，{resolution_due_at}前办结。",
            "Your ticket is number {number}. You will hear from us by {response_due_at}, and it"
            " should be solved by {resolution_due_at}.",
        ),
    )
    number: str
    response_due_at: datetime
    resolution_due_at: datetime


@dataclass(frozen=True, slots=True)
class AboutTicket(TicketMessage):
    """Message about a ticket, worded for both its author and its followers."""

    number: str
    text: str


class TicketAccepted(AboutTicket):
    kind = "feedback.ticket_accepted"
    template = Template(
        Text("诉求已受理", "A ticket was accepted"),
        Text("诉求{number}已由社区受理。", "The community has accepted ticket {number}."),
    )


class TicketDeclined(AboutTicket):
    kind = "feedback.ticket_declined"
    template = Template(
        Text("诉求未受理", "Your ticket was declined"),
        Text(
            "您的诉求{number}未受理。说明：{text}",
            "Your ticket {number} was declined: {text}",
        ),
    )


class TicketAssigned(AboutTicket):
    kind = "feedback.ticket_assigned"
    template = Template(
        Text("诉求已转办", "A ticket was handed on"),
        Text("诉求{number}已交{text}办理。", "Ticket {number} was handed to: {text}"),
    )


class TicketStarted(AboutTicket):
    kind = "feedback.ticket_started"
    template = Template(
        Text("诉求办理中", "Work on a ticket has begun"),
        Text("诉求{number}已开始办理。", "Work on ticket {number} has begun."),
    )


class TicketAsked(AboutTicket):
    kind = "feedback.ticket_asked"
    template = Template(
        Text("诉求需要补充说明", "A question about your ticket"),
        Text(
            "您的诉求{number}需要补充：{text} 七天内未答复将按现有情况继续办理。",
            "About your ticket {number} we ask: {text} After seven days without an answer the"
            " work goes on with what is known.",
        ),
    )


class TicketReplied(AboutTicket):
    kind = "feedback.ticket_replied"
    template = Template(
        Text("诉求有新回复", "A reply to a ticket"),
        Text("诉求{number}的回复：{text}", "About ticket {number}: {text}"),
    )


class TicketResumed(AboutTicket):
    kind = "feedback.ticket_resumed"
    template = Template(
        Text("诉求继续办理", "Work on your ticket goes on"),
        Text(
            "诉求{number}七天未收到答复，已按现有情况继续办理。",
            "No answer has come for seven days, so the work on ticket {number} goes on with what"
            " is known.",
        ),
    )


class TicketResolved(AboutTicket):
    kind = "feedback.ticket_resolved"
    template = Template(
        Text("诉求已办结", "A ticket was resolved"),
        Text(
            "诉求{number}已办结：{text} 诉求人可在七天内评价或提出异议。",
            "Ticket {number} was resolved: {text} Its author can rate or dispute it.",
        ),
    )


class TicketClosed(AboutTicket):
    kind = "feedback.ticket_closed"
    template = Template(
        Text("诉求已结案", "A ticket was closed"),
        Text("诉求{number}已结案。", "Ticket {number} is closed."),
    )


class TicketDisputed(AboutTicket):
    kind = "feedback.ticket_disputed"
    template = Template(
        Text("诉求重新办理", "A ticket was taken up again"),
        Text(
            "诉求{number}提出了异议，将重新办理。",
            "Ticket {number} was disputed and is taken up again.",
        ),
    )


class TicketWithdrawn(AboutTicket):
    kind = "feedback.ticket_withdrawn"
    template = Template(
        Text("诉求已撤回", "Your ticket was withdrawn"),
        Text(
            "社区工作人员已按您的要求撤回诉求{number}。",
            "At your request our desk has withdrawn your ticket {number}.",
        ),
    )


class ResponseOverdue(AboutTicket):
    kind = "feedback.response_overdue"
    template = Template(
        Text("首次回应超时", "The first answer is overdue"),
        Text(
            "很抱歉，诉求{number}未能按时回应，已列入催办。",
            "We are sorry: nobody has answered ticket {number} in time. It is on our list.",
        ),
    )


class ResolutionOverdue(AboutTicket):
    kind = "feedback.resolution_overdue"
    template = Template(
        Text("办理超时", "A solution is overdue"),
        Text(
            "很抱歉，诉求{number}未能按时办结，已列入催办。",
            "We are sorry: ticket {number} was not solved in time. It is on our list.",
        ),
    )


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
"""Message for each kind of entry. The author's answers and additions send none: staff find them
in the history."""


async def notify_submitted(
    session: AsyncSession, community_id: UUID, event: TicketSubmitted
) -> None:
    """Sends the author the number and the promised times, as they were at the submission."""
    ticket = await get_row(session, Ticket, community_id, event.ticket_id)
    message = TicketReceived(
        ticket.number,
        event.response_due_at or ticket.response_due_at,
        event.resolution_due_at or ticket.resolution_due_at,
    )
    subject = Subject(SubjectKind.TICKET, ticket.id)
    notify(session, community_id, [ticket.participant_id], message, subject=subject)


async def notify_moved(session: AsyncSession, community_id: UUID, event: TicketMoved) -> None:
    """Sends a move to the author, unless it is their own, and a public one to the followers."""
    entry = await get_row(session, TicketEntry, community_id, event.entry_id)
    ticket = await get_row(session, Ticket, community_id, entry.ticket_id)
    message = MESSAGE_BY_ENTRY.get(entry.kind)
    if message is None:
        return
    subject = Subject(SubjectKind.TICKET, ticket.id)
    is_by_author = entry.side is Side.AUTHOR
    if not (is_by_author and entry.channel is Channel.SELF):
        about = message(ticket.number, entry.text or "")
        notify(session, community_id, [ticket.participant_id], about, subject=subject)
    if entry.is_public and ticket.is_shown:
        about = message(ticket.number, "" if is_by_author else entry.text or "")
        excluding = [ticket.participant_id]
        await notify_followers(session, community_id, subject, about, excluding=excluding)


MESSAGES = (
    TicketReceived,
    TicketAccepted,
    TicketDeclined,
    TicketAssigned,
    TicketStarted,
    TicketAsked,
    TicketReplied,
    TicketResumed,
    TicketResolved,
    TicketClosed,
    TicketDisputed,
    TicketWithdrawn,
    ResponseOverdue,
    ResolutionOverdue,
)
LISTENERS = (
    Listener("feedback.notify_submitted", TicketSubmitted, notify_submitted),
    Listener("feedback.notify_moved", TicketMoved, notify_moved),
)
