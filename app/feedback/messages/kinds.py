"""Messages of service feedback: what each kind says."""

from dataclasses import dataclass
from datetime import date, datetime

from app.feedback.models import TicketKind
from app.kernel.errors import Text
from app.kernel.jobs.messages import Message, Template
from app.notifications.inbox import Matter


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
            "您的{what}已登记，编号{number}。最迟{response_due_at}首次回应，{resolution_due_at}前给出办理结果。",
            "Your {what} is number {number}. You will hear from us by {response_due_at}, and it"
            " should be solved by {resolution_due_at}.",
        ),
    )
    what: TicketKind
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


@dataclass(frozen=True, slots=True)
class TicketDeclined(AboutTicket):
    kind = "feedback.ticket_declined"
    template = Template(
        Text("诉求未受理", "Your ticket was declined"),
        Text(
            "您的{what}（编号{number}）未受理。原因和其他途径：{text}",
            "Your {what} {number} was declined. Why, and what you can do instead: {text}",
        ),
    )
    what: TicketKind


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
            "您的诉求{number}需要补充：{text} 七天内未答复的，将按现有情况继续办理。",
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


class TicketCalled(AboutTicket):
    kind = "feedback.ticket_called"
    template = Template(
        Text("已电话联系您", "We have rung you"),
        Text(
            "工作人员记录：已就您的诉求{number}与您通过电话。内容：{text}"
            " 如与事实不符，请补充说明。",
            "Our staff have noted that they rang you about your ticket {number}: {text} If that is"
            " not so, please add to the ticket.",
        ),
    )


class TicketVisited(AboutTicket):
    kind = "feedback.ticket_visited"
    template = Template(
        Text("已上门走访", "We have visited you"),
        Text(
            "工作人员记录：已就您的诉求{number}上门走访。内容：{text} 如与事实不符，请补充说明。",
            "Our staff have noted that they visited you about your ticket {number}: {text} If that"
            " is not so, please add to the ticket.",
        ),
    )


@dataclass(frozen=True, slots=True)
class TicketDeferred(AboutTicket):
    kind = "feedback.ticket_deferred"
    template = Template(
        Text("诉求暂缓办理", "A ticket is put off"),
        Text(
            "诉求{number}暂时无法办理，原因：{text} 将于{review_on}恢复办理。",
            "Ticket {number} cannot be solved now: {text} It will be taken up again on"
            " {review_on}.",
        ),
    )
    review_on: date | None


class TicketTakenUp(AboutTicket):
    kind = "feedback.ticket_taken_up"
    template = Template(
        Text("诉求恢复办理", "A ticket is taken up again"),
        Text("诉求{number}已恢复办理。", "Ticket {number} is taken up again."),
    )


class TicketMerged(AboutTicket):
    kind = "feedback.ticket_merged"
    template = Template(
        Text("诉求已并入同类诉求", "Your ticket was merged"),
        Text(
            "您的诉求{number}与{text}反映同一事项，已合并办理。您已自动关注{text}，进展会通知您。",
            "Your ticket {number} is about the same matter as {text} and goes on there. You follow"
            " it now, and will hear of its progress.",
        ),
    )


class TicketEscalated(AboutTicket):
    kind = "feedback.ticket_escalated"
    template = Template(
        Text("已申请上级复核", "A review was asked for"),
        Text(
            "您的诉求{number}已申请上级复核，上级工作人员可以看到您的申请。",
            "The level above can see that you ask for a review of your ticket {number}.",
        ),
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
        Text("诉求已有办理结果", "A ticket was resolved"),
        Text(
            "诉求{number}的办理结果：{text} 诉求人可以评价；没有解决的，请在评价中选择“未解决”。",
            "Ticket {number} was resolved: {text} Its author can rate it, and say so if it is not"
            " solved.",
        ),
    )


class CommunityTicketResolved(AboutTicket):
    """The same of a ticket that the community has opened itself, which nobody rates."""

    kind = "feedback.community_ticket_resolved"
    template = Template(
        Text("诉求已有办理结果", "A ticket was resolved"),
        Text("诉求{number}的办理结果：{text}", "Ticket {number} was resolved: {text}"),
    )


class TicketClosed(AboutTicket):
    kind = "feedback.ticket_closed"
    template = Template(
        Text("诉求已办结", "A ticket was closed"),
        Text("诉求{number}已办结。", "Ticket {number} is closed."),
    )


class TicketDisputed(AboutTicket):
    kind = "feedback.ticket_disputed"
    template = Template(
        Text("诉求重新办理", "A ticket was taken up again"),
        Text(
            "诉求{number}的诉求人提出异议，将重新办理。",
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
            "很抱歉，诉求{number}未能按时回应，工作人员的待办中已标为超期。",
            "We are sorry: nobody has answered ticket {number} in time. It is marked as"
            " overdue in the list that our staff work from.",
        ),
    )


class ResolutionOverdue(AboutTicket):
    kind = "feedback.resolution_overdue"
    template = Template(
        Text("办理超时", "A solution is overdue"),
        Text(
            "很抱歉，诉求{number}未能按时办结，工作人员的待办中已标为超期。",
            "We are sorry: ticket {number} was not solved in time. It is marked as overdue in"
            " the list that our staff work from.",
        ),
    )
