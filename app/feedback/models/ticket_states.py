"""States of tickets, their moves, and the times of some of them."""

from datetime import timedelta
from enum import StrEnum
from typing import Any

from app.kernel.database.states import NEW, Moves, StateWords


class TicketStatus(StrEnum):
    SUBMITTED = "submitted"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    ASSIGNED = "assigned"
    IN_PROGRESS = "in_progress"
    WAITING_FOR_RESIDENT = "waiting_for_resident"
    DEFERRED = "deferred"
    RESOLVED = "resolved"
    CLOSED = "closed"
    REOPENED = "reopened"
    MERGED = "merged"
    WITHDRAWN = "withdrawn"


class TicketKind(StrEnum):
    INQUIRY = "inquiry"
    HELP = "help"
    COMPLAINT = "complaint"
    REPORT = "report"
    SUGGESTION = "suggestion"


class Origin(StrEnum):
    """The name in which a ticket stands. One of the community itself has no author, so nobody
    rates or disputes it."""

    RESIDENT = "resident"
    COMMUNITY = "community"


class Visibility(StrEnum):
    PUBLIC = "public"
    PRIVATE = "private"
    CONFIDENTIAL = "confidential"


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

    IN_WORDS = StateWords(
        "诉求",
        "ticket",
        {
            S.SUBMITTED: "待受理",
            S.ACCEPTED: "已受理",
            S.DECLINED: "未受理",
            S.ASSIGNED: "已交办",
            S.IN_PROGRESS: "办理中",
            S.WAITING_FOR_RESIDENT: "待补充说明",
            S.DEFERRED: "暂缓办理",
            S.RESOLVED: "已有办理结果",
            S.CLOSED: "已办结",
            S.REOPENED: "重新办理",
            S.MERGED: "已并入其他诉求",
            S.WITHDRAWN: "已撤回",
        },
    )

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
