"""/v1/communities/{community_id}: rosters for leaders, and the caller's own attendances."""

from typing import Annotated

from fastapi import Query

from app.communities.acting import ActingFor
from app.communities.deps import ActiveParticipant, AnyParticipant
from app.communities.errors import SecondPersonNeeded
from app.identity.deps import CurrentUser, IdempotentForUser
from app.kernel.web.dependencies import Session
from app.kernel.web.idempotency import IdempotentRoute
from app.kernel.web.pages import Page, PageQuery
from app.kernel.web.problems import problems
from app.kernel.web.routing import Router
from app.kernel.web.schemas import ReasonIn
from app.service_records.attendances import absences, shown
from app.service_records.attendances.schemas import (
    AbsenceIn,
    AttendanceQuery,
    AttendanceRow,
    MyAttendance,
    MyAttendancePage,
    OccasionRoster,
)
from app.service_records.deps import OwnAttendance
from app.service_records.errors import NothingPromised, OccasionNotOver, RosterClosed
from app.service_records.leaders.deps import AttendanceToConfirm, OccasionToLead
from app.service_records.models import Attendance

router = Router(tags=["attendances"], route_class=IdempotentRoute, dependencies=[IdempotentForUser])


@router.get(
    "/occasions/{occasion_id}/attendances",
    response_model=OccasionRoster,
    responses=problems(RosterClosed),
)
async def list_attendances(
    occasion: OccasionToLead,
    me: ActiveParticipant,
    query: Annotated[PageQuery, Query()],
    session: Session,
) -> OccasionRoster:
    """List who comes to an occasion that I lead. The roster is open from 2 hours before the start
    to 24 hours after the end; names are masked, and phone numbers are not shown."""
    return await shown.show_roster(session, occasion, me, query)


@router.get("/attendances/me", response_model=MyAttendancePage)
async def list_my_attendances(
    me: AnyParticipant, query: Annotated[AttendanceQuery, Query()], session: Session
) -> Page[MyAttendance]:
    """List my attendances in this community, newest first."""
    return await shown.list_mine(session, me, query)


@router.get("/attendances/{attendance_id}", response_model=MyAttendance)
async def get_attendance(attendance: OwnAttendance, session: Session) -> MyAttendance:
    """Get one of my attendances."""
    return await shown.show_to_person(session, attendance)


@router.post(
    "/attendances/{attendance_id}/mark-absent",
    response_model=AttendanceRow,
    responses=problems(
        Attendance.WRONG_STATE, OccasionNotOver, NothingPromised, RosterClosed, SecondPersonNeeded
    ),
)
async def mark_absent(
    attendance: AttendanceToConfirm, body: AbsenceIn, me: ActiveParticipant, session: Session
) -> AttendanceRow:
    """Mark somebody as absent from an occasion that I lead. This is possible after its end, while
    the roster is open; the person gets a message, and may dispute it."""
    await absences.mark_absent_by_leader(session, attendance, body.reason, me)
    return await shown.show_roster_row(session, attendance, me)


@router.post(
    "/attendances/{attendance_id}/dispute",
    response_model=MyAttendance,
    responses=problems(Attendance.WRONG_STATE),
)
async def dispute_absence(
    attendance: OwnAttendance, body: ReasonIn, user: CurrentUser, session: Session
) -> MyAttendance:
    """Dispute my absence. Staff who have not marked it decide, and I get a message."""
    await absences.dispute(session, attendance, body.reason, ActingFor.oneself(user))
    return await shown.show_to_person(session, attendance)
