"""/admin/v1/communities/{community_id}: attendances, acts of the desk, and disputes decided."""

from typing import Annotated

from fastapi import Query

from app.communities.deps import CurrentStaff
from app.communities.errors import SecondPersonNeeded
from app.identity.deps import IdempotentForAdmin
from app.kernel.web.dependencies import Session
from app.kernel.web.idempotency import IdempotentRoute
from app.kernel.web.pages import Page
from app.kernel.web.problems import problems
from app.kernel.web.routing import Router
from app.kernel.web.schemas import ReasonIn
from app.service_records.attendances import absences, shown
from app.service_records.attendances.schemas import (
    AttendanceQuery,
    CorrectionIn,
    DeskAbsence,
    DeskDispute,
    StaffAttendance,
    StaffAttendancePage,
)
from app.service_records.deps import (
    AttendanceToManage,
    AttendanceToReadAsStaff,
    OccasionToReadAsStaff,
)
from app.service_records.errors import NothingPromised, OccasionNotOver, TimesOutside
from app.service_records.models import Attendance

router = Router(
    tags=["attendances"], route_class=IdempotentRoute, dependencies=[IdempotentForAdmin]
)


@router.get("/occasions/{occasion_id}/attendances", response_model=StaffAttendancePage)
async def list_attendances(
    occasion: OccasionToReadAsStaff,
    query: Annotated[AttendanceQuery, Query()],
    staff: CurrentStaff,
    session: Session,
) -> Page[StaffAttendance]:
    """List who is to come to a shift or a duty, and who has come. Names are masked; how to reach
    people is shown by a reveal."""
    return await shown.list_for_staff(session, occasion, query, staff)


@router.get("/attendances/{attendance_id}", response_model=StaffAttendance)
async def get_attendance(
    attendance: AttendanceToReadAsStaff, staff: CurrentStaff, session: Session
) -> StaffAttendance:
    """Get an attendance."""
    return await shown.show_to_staff(session, attendance, staff)


@router.post(
    "/attendances/{attendance_id}/mark-absent",
    response_model=StaffAttendance,
    responses=problems(
        Attendance.WRONG_STATE, OccasionNotOver, NothingPromised, SecondPersonNeeded
    ),
)
async def mark_absent(
    attendance: AttendanceToManage, body: DeskAbsence, staff: CurrentStaff, session: Session
) -> StaffAttendance:
    """Mark somebody as absent after the end, as a leader reports it at the desk. The person gets a
    message, and may dispute it."""
    await absences.mark_absent(session, attendance, body.reason, body.acting(staff))
    return await shown.show_to_staff(session, attendance, staff)


@router.post(
    "/attendances/{attendance_id}/dispute",
    response_model=StaffAttendance,
    responses=problems(Attendance.WRONG_STATE),
)
async def dispute_absence(
    attendance: AttendanceToManage, body: DeskDispute, staff: CurrentStaff, session: Session
) -> StaffAttendance:
    """Dispute an absence for a resident who says so at the desk. Other staff decide."""
    await absences.dispute(session, attendance, body.reason, body.acting(staff))
    return await shown.show_to_staff(session, attendance, staff)


@router.post(
    "/attendances/{attendance_id}/uphold",
    response_model=StaffAttendance,
    responses=problems(Attendance.WRONG_STATE, SecondPersonNeeded),
)
async def uphold_absence(
    attendance: AttendanceToManage, body: ReasonIn, staff: CurrentStaff, session: Session
) -> StaffAttendance:
    """Uphold a disputed absence. Another person decides than the one who has marked it or has
    entered the dispute; the resident gets a message with the reason."""
    await absences.uphold(session, attendance, body.reason, by=staff)
    return await shown.show_to_staff(session, attendance, staff)


@router.post(
    "/attendances/{attendance_id}/correct",
    response_model=StaffAttendance,
    responses=problems(Attendance.WRONG_STATE, SecondPersonNeeded, TimesOutside),
)
async def correct_absence(
    attendance: AttendanceToManage, body: CorrectionIn, staff: CurrentStaff, session: Session
) -> StaffAttendance:
    """Correct a disputed absence: the resident was there. Without times it was from the start to
    the end. Another person decides than the one who has marked it or has entered the dispute; the
    resident gets a message with the reason."""
    await absences.correct(session, attendance, body, by=staff)
    return await shown.show_to_staff(session, attendance, staff)
