"""What messages of service feedback say."""

from collections.abc import Mapping

from app.kernel.errors import Text
from app.notifications.template import Template

FEEDBACK: Mapping[str, Template] = {
    "feedback.ticket_received": Template(
        Text("诉求已收到", "We have your ticket"),
        Text(
            "您的诉求已登记，编号{number}。最迟{response_due_at}首次回应，{resolution_due_at}前办结。",
            "Your ticket is number {number}. You will hear from us by {response_due_at}, and it"
            " should be solved by {resolution_due_at}.",
        ),
    ),
    "feedback.ticket_accepted": Template(
        Text("诉求已受理", "A ticket was accepted"),
        Text("诉求{number}已由社区受理。", "The community has accepted ticket {number}."),
    ),
    "feedback.ticket_declined": Template(
        Text("诉求未受理", "Your ticket was declined"),
        Text(
            "您的诉求{number}未受理。说明：{text}",
            "Your ticket {number} was declined: {text}",
        ),
    ),
    "feedback.ticket_assigned": Template(
        Text("诉求已转办", "A ticket was handed on"),
        Text("诉求{number}已交{text}办理。", "Ticket {number} was handed to: {text}"),
    ),
    "feedback.ticket_started": Template(
        Text("诉求办理中", "Work on a ticket has begun"),
        Text("诉求{number}已开始办理。", "Work on ticket {number} has begun."),
    ),
    "feedback.ticket_asked": Template(
        Text("诉求需要补充说明", "A question about your ticket"),
        Text(
            "您的诉求{number}需要补充：{text} 七天内未答复将按现有情况继续办理。",
            "About your ticket {number} we ask: {text} After seven days without an answer the"
            " work goes on with what is known.",
        ),
    ),
    "feedback.ticket_replied": Template(
        Text("诉求有新回复", "A reply to a ticket"),
        Text("诉求{number}的回复：{text}", "About ticket {number}: {text}"),
    ),
    "feedback.ticket_resumed": Template(
        Text("诉求继续办理", "Work on your ticket goes on"),
        Text(
            "诉求{number}七天未收到答复，已按现有情况继续办理。",
            "No answer has come for seven days, so the work on ticket {number} goes on with what"
            " is known.",
        ),
    ),
    "feedback.ticket_resolved": Template(
        Text("诉求已办结", "A ticket was resolved"),
        Text(
            "诉求{number}已办结：{text} 诉求人可在七天内评价或提出异议。",
            "Ticket {number} was resolved: {text} Its author can rate or dispute it.",
        ),
    ),
    "feedback.ticket_closed": Template(
        Text("诉求已结案", "A ticket was closed"),
        Text("诉求{number}已结案。", "Ticket {number} is closed."),
    ),
    "feedback.ticket_disputed": Template(
        Text("诉求重新办理", "A ticket was taken up again"),
        Text(
            "诉求{number}提出了异议，将重新办理。",
            "Ticket {number} was disputed and is taken up again.",
        ),
    ),
    "feedback.ticket_withdrawn": Template(
        Text("诉求已撤回", "Your ticket was withdrawn"),
        Text(
            "社区工作人员已按您的要求撤回诉求{number}。",
            "At your request our desk has withdrawn your ticket {number}.",
        ),
    ),
    "feedback.response_overdue": Template(
        Text("首次回应超时", "The first answer is overdue"),
        Text(
            "很抱歉，诉求{number}未能按时回应，已列入催办。",
            "We are sorry: nobody has answered ticket {number} in time. It is on our list.",
        ),
    ),
    "feedback.resolution_overdue": Template(
        Text("办理超时", "A solution is overdue"),
        Text(
            "很抱歉，诉求{number}未能按时办结，已列入催办。",
            "We are sorry: ticket {number} was not solved in time. It is on our list.",
        ),
    ),
}
