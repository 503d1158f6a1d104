"""Duties of the staff in service records: absences that their person disputes."""

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Select, select
from sqlalchemy.ext.asyncio import AsyncSession

from app.communities.models import Participant
from app.kernel.errors import Text
from app.kernel.jobs.listeners import Listener
from app.service_records.events import AbsenceDisputed, DisputeDecided
from app.service_records.models import Attendance, AttendanceStatus, Occasion
from app.staff.inbox import follow_duty
from app.staff.subjects import StaffSubjectKind
from app.staff.todo import Todo, waiting_rows

DECIDED_WITHIN = timedelta(days=7)


def _title() -> ColumnElement[str]:
    is_of_it = (
        Occasion.community_id == Attendance.community_id,
        Occasion.id == Attendance.occasion_id,
    )
    return select(Occasion.title).where(*is_of_it).scalar_subquery()


def _user() -> ColumnElement[UUID | None]:
    is_theirs = (
        Participant.community_id == Attendance.community_id,
        Participant.id == Attendance.participant_id,
    )
    return select(Participant.user_id).where(*is_theirs).scalar_subquery()


def disputes(_now: datetime) -> Select[Any]:
    """Selects disputed absences. Who has marked one does not decide, nor its person."""
    return waiting_rows(
        Attendance,
        Attendance.status == AttendanceStatus.DISPUTED,
        since=Attendance.disputed_at,
        due_at=Attendance.disputed_at + DECIDED_WITHIN,
        name=_title(),
        entered_by=Attendance.disputed_by,
        not_for=Attendance.marked_by,
        receiver_id=_user(),
    )


DISPUTE = Todo(
    kind="service_records.disputed_absence",
    title=Text("待核实的缺席异议", "Disputed absences"),
    body=Text(
        "{community}有人对“{name}”的缺席登记提出异议，请在{due_at}前核实。",
        "Somebody in {community} disputes an absence from “{name}”: please look into it by"
        " {due_at}.",
    ),
    subject=StaffSubjectKind.ATTENDANCE,
    permission="attendance:manage",
    waiting=disputes,
)


async def follow_dispute(
    session: AsyncSession, community_id: UUID, event: AbsenceDisputed | DisputeDecided
) -> None:
    await follow_duty(session, community_id, DISPUTE, event.attendance_id)


TODOS = (DISPUTE,)
LISTENERS = tuple(
    Listener("service_records.follow_dispute", event, follow_dispute)
    for event in (AbsenceDisputed, DisputeDecided)
)
