"""Duties of the staff about tickets. What they say names the ticket's number and no person."""

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Select, and_, case, func, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from app.communities.models import DepartmentMember
from app.communities.permissions import PERMISSIONS, Staff
from app.feedback.clocks import Notice
from app.feedback.events import TicketMoved, TicketSubmitted, TicketWarned
from app.feedback.models import EntryKind, Ticket, TicketEntry, TicketStatus
from app.kernel.database.engine import get_row
from app.kernel.errors import Text
from app.kernel.jobs.listeners import Listener
from app.staff.inbox import follow_duty
from app.staff.subjects import StaffSubjectKind
from app.staff.todo import Holders, Todo, waiting_rows

S = TicketStatus
REVIEW_WITHIN = timedelta(days=7)
REVIEW_WAITS = timedelta(days=30)
"""The time for which a request to the level above stays in its to-do."""
DUE_AT = case(
    (
        Ticket.responded_at.is_(None),
        func.least(Ticket.response_due_at, Ticket.resolution_due_at),
    ),
    else_=Ticket.resolution_due_at,
)
"""The instant at which the first of the running clocks runs out."""
WAS_GIVEN_BACK = (
    select(TicketEntry.id)
    .where(
        TicketEntry.community_id == Ticket.community_id,
        TicketEntry.ticket_id == Ticket.id,
        TicketEntry.kind == EntryKind.GIVEN_BACK,
    )
    .exists()
)
HAS_DEPARTMENT = Ticket.department_id.is_not(None)
SOMEBODY_ACTS = (
    select(DepartmentMember.id)
    .where(
        DepartmentMember.community_id == Ticket.community_id,
        DepartmentMember.department_id == Ticket.department_id,
    )
    .exists()
)
IS_WARNED = and_(
    Ticket.is_open.expression,
    or_(
        and_(Ticket.responded_at.is_(None), Ticket.notices.any_() == Notice.RESPONSE_WARNING),
        and_(Ticket.stopped_at.is_(None), Ticket.notices.any_() == Notice.RESOLUTION_WARNING),
    ),
)


def _waiting(*conditions: ColumnElement[bool], **facts: Any) -> Any:
    def select_waiting(_now: datetime) -> Select[Any]:
        return waiting_rows(
            Ticket,
            *conditions,
            **{"since": Ticket.submitted_at, "due_at": DUE_AT, "name": Ticket.number} | facts,
        )

    return select_waiting


def _todo(kind: str, title: Text, waiting: Any, **more: Any) -> Todo:
    body = Text(
        f"{{community}}有{title.zh}：{{name}}，请在{{due_at}}前办理。",
        f"{title.en} in {{community}}: {{name}}. Please see to it by {{due_at}}.",
    )
    return Todo(
        kind=f"feedback.{kind}",
        title=title,
        body=body,
        subject=StaffSubjectKind.TICKET,
        waiting=waiting,
        **{"permission": "ticket:manage"} | more,
    )


def _to_department(status: TicketStatus) -> dict[str, Any]:
    """Makes the rest of a duty that a department has while a ticket is in the state."""
    waiting = _waiting(Ticket.status == status, HAS_DEPARTMENT, department_id=Ticket.department_id)
    return {"waiting": waiting, "holders": Holders.DEPARTMENT, "permission": "ticket:handle"}


def is_above(staff: Staff) -> bool:
    """Returns whether they manage tickets by a grant for what lies above the community."""
    return any(
        "ticket:manage" in PERMISSIONS[held.role] and held.covers(staff.path[:-1])
        for held in staff.held
    )


TODOS = (
    _todo(
        "ticket_to_accept",
        Text("待受理的诉求", "Tickets to accept"),
        _waiting(Ticket.status == S.SUBMITTED, entered_by=Ticket.entered_by),
    ),
    _todo(
        "ticket_to_assign",
        Text("待交办的诉求", "Tickets to assign"),
        _waiting(Ticket.status == S.ACCEPTED, ~WAS_GIVEN_BACK, entered_by=Ticket.accepted_by),
    ),
    _todo(
        "ticket_given_back",
        Text("部门退回的诉求", "Tickets that were given back"),
        _waiting(Ticket.status == S.ACCEPTED, WAS_GIVEN_BACK),
    ),
    _todo(
        "ticket_to_start",
        Text("新交办的诉求", "Tickets that were assigned"),
        **_to_department(S.ASSIGNED),
    ),
    _todo(
        "ticket_in_progress",
        Text("办理中的诉求", "Tickets in progress"),
        **_to_department(S.IN_PROGRESS),
    ),
    _todo(
        "ticket_reopened",
        Text("重新办理的诉求", "Tickets that were disputed"),
        **_to_department(S.REOPENED),
    ),
    _todo(
        "ticket_with_nobody",
        Text("无人承办的诉求", "Tickets for which nobody acts"),
        _waiting(Ticket.status.in_([S.ASSIGNED, S.IN_PROGRESS, S.REOPENED]), ~SOMEBODY_ACTS),
    ),
    _todo(
        "ticket_near_its_end",
        Text("时限将至的诉求", "Tickets whose time is running out"),
        _waiting(IS_WARNED),
    ),
    _todo(
        "ticket_to_review",
        Text("申请上级复核的诉求", "Tickets to review for the level above"),
        lambda now: waiting_rows(
            Ticket,
            Ticket.status.in_([S.RESOLVED, S.CLOSED]),
            Ticket.escalated_at > now - REVIEW_WAITS,
            since=Ticket.escalated_at,
            due_at=Ticket.escalated_at + REVIEW_WITHIN,
            name=Ticket.number,
        ),
        may=is_above,
    ),
)


async def follow_ticket(session: AsyncSession, community_id: UUID, ticket_id: UUID) -> None:
    for todo in TODOS:
        await follow_duty(session, community_id, todo, ticket_id)


async def follow_submitted(
    session: AsyncSession, community_id: UUID, event: TicketSubmitted | TicketWarned
) -> None:
    await follow_ticket(session, community_id, event.ticket_id)


async def follow_moved(session: AsyncSession, community_id: UUID, event: TicketMoved) -> None:
    entry = await get_row(session, TicketEntry, community_id, event.entry_id)
    await follow_ticket(session, community_id, entry.ticket_id)


LISTENERS = (
    Listener("feedback.tell_staff", TicketSubmitted, follow_submitted),
    Listener("feedback.tell_staff_of_warning", TicketWarned, follow_submitted),
    Listener("feedback.tell_staff_of_move", TicketMoved, follow_moved),
)
