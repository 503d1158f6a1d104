"""States of tickets, their moves, and the times of some of them."""

from datetime import timedelta
from typing import Any

from app.kernel.database.states import NEW, Moves, StateWords
from app.kernel.words import Worded


class TicketStatus(Worded):
    SUBMITTED = "submitted", "待受理", "submitted"
    ACCEPTED = "accepted", "已受理", "accepted"
    DECLINED = "declined", "未受理", "declined"
    ASSIGNED = "assigned", "已交办", "assigned"
    IN_PROGRESS = "in_progress", "办理中", "in progress"
    WAITING_FOR_RESIDENT = "waiting_for_resident", "待补充说明", "waiting for the resident"
    DEFERRED = "deferred", "暂缓办理", "deferred"
    RESOLVED = "resolved", "已有办理结果", "resolved"
    CLOSED = "closed", "已办结", "closed"
    REOPENED = "reopened", "重新办理", "reopened"
    MERGED = "merged", "已并入其他诉求", "merged"
    WITHDRAWN = "withdrawn", "已撤回", "withdrawn"


class TicketKind(Worded):
    INQUIRY = "inquiry", "咨询", "inquiry"
    HELP = "help", "求助", "request for help"
    COMPLAINT = "complaint", "投诉", "complaint"
    REPORT = "report", "举报", "report"
    SUGGESTION = "suggestion", "建议", "suggestion"


class Origin(Worded):
    """The name in which a ticket stands. One of the community itself has no author, so nobody
    rates or disputes it."""

    RESIDENT = "resident", "居民诉求", "resident"
    COMMUNITY = "community", "社区自报", "community"


class Visibility(Worded):
    PUBLIC = "public", "公开", "public"
    PRIVATE = "private", "不公开", "private"
    CONFIDENTIAL = "confidential", "保密", "confidential"


S = TicketStatus
OPEN = frozenset(
    {
        *(S.SUBMITTED, S.ACCEPTED, S.ASSIGNED, S.IN_PROGRESS, S.WAITING_FOR_RESIDENT),
        *(S.DEFERRED, S.REOPENED),
    }
)
"""The states in which a handler or the resident has something to do."""
WITHDRAWABLE = OPEN - {S.REOPENED}
"""The states from which it can be withdrawn by its author, or merged with another one."""
SHOWN = frozenset({*OPEN - {S.SUBMITTED}, S.RESOLVED, S.CLOSED})
"""The states in which others see a public ticket: a worker has read and accepted it."""

ANSWER_WINDOW = timedelta(days=7)
"""The time for the resident's answer; then the work goes on without it."""
RATING_WINDOW = timedelta(days=7)
"""The time for a rating or a dispute after the solution; then the ticket is closed."""
DISPUTE_WINDOW = timedelta(days=30)
"""The time for a dispute after the ticket was closed."""
MAX_DISPUTES = 2

MOVES: Moves = {
    "submit": (NEW, S.SUBMITTED),
    "accept": ({S.SUBMITTED}, S.ACCEPTED),
    "decline": ({S.SUBMITTED}, S.DECLINED),
    "assign": ({S.ACCEPTED, S.ASSIGNED, S.IN_PROGRESS, S.REOPENED}, S.ASSIGNED),
    "give_back": ({S.ASSIGNED}, S.ACCEPTED),
    "start": ({S.ASSIGNED, S.REOPENED}, S.IN_PROGRESS),
    "ask": ({S.IN_PROGRESS}, S.WAITING_FOR_RESIDENT),
    "answer": ({S.WAITING_FOR_RESIDENT}, S.IN_PROGRESS),
    "defer": ({S.IN_PROGRESS}, S.DEFERRED),
    "resume": ({S.WAITING_FOR_RESIDENT, S.DEFERRED}, S.IN_PROGRESS),
    "resolve": ({S.ACCEPTED, S.IN_PROGRESS}, S.RESOLVED),
    "close": ({S.RESOLVED}, S.CLOSED),
    "dispute": ({S.RESOLVED, S.CLOSED}, S.REOPENED),
    "merge": (WITHDRAWABLE, S.MERGED),
    "withdraw": (WITHDRAWABLE, S.WITHDRAWN),
}
"""The moves of docs/domain.md; both flags of a ticket follow from the state to which they lead."""


class StatusFlags:
    """Mix-in that answers questions about the status of a ticket."""

    IN_WORDS = StateWords("诉求", "ticket")

    status: Any

    @property
    def is_waiting(self) -> bool:
        return self.status is S.WAITING_FOR_RESIDENT

    @property
    def is_deferred(self) -> bool:
        return self.status is S.DEFERRED

    @property
    def is_accepted(self) -> bool:
        return self.status is S.ACCEPTED

    @property
    def is_over(self) -> bool:
        """True where there is a solution that can be rated."""
        return self.status in {S.RESOLVED, S.CLOSED}

    @property
    def is_resolved(self) -> bool:
        return self.status is S.RESOLVED
