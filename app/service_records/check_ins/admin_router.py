"""/admin/v1/communities/{community_id}/attendances: what the desk enters for those without a
phone."""

from app.communities.deps import CurrentStaff
from app.communities.errors import SecondPersonNeeded
from app.identity.deps import IdempotentForAdmin
from app.kernel.web.dependencies import Session
from app.kernel.web.idempotency import IdempotentRoute
from app.kernel.web.problems import problems
from app.kernel.web.routing import Router
from app.service_records.attendances.schemas import StaffAttendance
from app.service_records.attendances.shown import show_to_staff
from app.service_records.check_ins import service as check_ins
from app.service_records.check_ins.deps import AttendanceToEnter
from app.service_records.check_ins.errors import (
    AlreadyCheckedIn,
    AlreadyCheckedOut,
    NotCheckedIn,
    TimeOutsideOccasion,
)
from app.service_records.check_ins.schemas import DeskCheckOut, DeskPresence, ScanAct
from app.service_records.models import Attendance

router = Router(
    prefix="/attendances",
    tags=["check-ins"],
    route_class=IdempotentRoute,
    dependencies=[IdempotentForAdmin],
)


@router.post(
    "/{attendance_id}/check-in",
    response_model=StaffAttendance,
    responses=problems(
        *(SecondPersonNeeded, AlreadyCheckedIn, TimeOutsideOccasion, Attendance.WRONG_STATE)
    ),
)
async def check_in_participant(
    attendance: AttendanceToEnter, body: DeskPresence, staff: CurrentStaff, session: Session
) -> StaffAttendance:
    """Enter when a person came, before a witness. Nobody enters it for themselves; the person gets
    a message."""
    acting = body.acting(staff)
    await check_ins.enter(session, attendance, ScanAct.CHECK_IN, body.at, acting)
    return await show_to_staff(session, attendance, staff)


@router.post(
    "/{attendance_id}/check-out",
    response_model=StaffAttendance,
    responses=problems(
        *(SecondPersonNeeded, AlreadyCheckedOut, NotCheckedIn, TimeOutsideOccasion),
        Attendance.WRONG_STATE,
    ),
)
async def check_out_participant(
    attendance: AttendanceToEnter, body: DeskCheckOut, staff: CurrentStaff, session: Session
) -> StaffAttendance:
    """Enter when a person left, before a witness. With `is_correction` it takes the place of the
    check-out before, also after the end; minutes that nobody has reviewed follow it."""
    await check_ins.enter(
        session,
        attendance,
        ScanAct.CHECK_OUT,
        body.at,
        body.acting(staff),
        is_correction=body.is_correction,
    )
    return await show_to_staff(session, attendance, staff)
