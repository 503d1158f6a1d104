"""Attendances as their person, leaders and staff see them."""

from typing import Any

from sqlalchemy.ext.asyncio import AsyncSession

from app.communities.models import Participant
from app.communities.permissions import Staff
from app.communities.two_persons import same_person_as
from app.kernel import clock
from app.kernel.database.engine import get_row
from app.kernel.privacy.sealed import masked
from app.kernel.web.pages import Page, PageQuery, newest_first, oldest_first, paginate_rows
from app.service_records.attendances.queries import attendances_at, attendances_of
from app.service_records.attendances.schemas import (
    AttendanceQuery,
    AttendanceRow,
    MyAttendance,
    OccasionRoster,
    StaffAttendance,
)
from app.service_records.leaders.queries import counts_at
from app.service_records.leaders.service import show_led
from app.service_records.models import Attendance, Occasion

LEADERS_ACTIONS = frozenset({"check_in", "check_out"})
DECISIONS = frozenset({"uphold", "correct"})
AT_DESK = LEADERS_ACTIONS | {"dispute"}


async def show_to_person(session: AsyncSession, attendance: Attendance) -> MyAttendance:
    occasion = await get_row(session, Occasion, attendance.community_id, attendance.occasion_id)
    return _mine(attendance, occasion)


async def list_mine(
    session: AsyncSession, me: Participant, query: AttendanceQuery
) -> Page[MyAttendance]:
    rows = attendances_of(me, query.status)
    page = await paginate_rows(session, rows, query, newest_first(Attendance.id))
    return page.with_items([_mine(attendance, occasion) for attendance, occasion in page.items])


def _mine(attendance: Attendance, occasion: Occasion) -> MyAttendance:
    actions = attendance.actions({"dispute"})
    return MyAttendance(**_facts(attendance, occasion), actions=actions)


async def show_roster(
    session: AsyncSession, occasion: Occasion, leader: Participant, query: PageQuery
) -> OccasionRoster:
    """Shows those who are to come, in the time in which a leader needs it. Raises RosterClosed."""
    now = clock.now()
    occasion.require_open_roster(now)
    counted = (await session.execute(counts_at(occasion.community_id, [occasion.id]))).first()
    expected, present = (0, 0) if counted is None else counted[1:]
    rows = attendances_at(occasion)
    page = await paginate_rows(session, rows, query, oldest_first(Attendance.id))
    return OccasionRoster(
        occasion=show_led(occasion, expected, present, now),
        items=[roster_row(row, person, occasion, leader) for row, person in page.items],
        next_cursor=page.next_cursor,
    )


def absence_at(attendance: Attendance, occasion: Occasion) -> frozenset[str]:
    """Returns the verb by which an absence is noted, where it may be: after the end, of who has
    promised to come."""
    may_be = occasion.is_over(clock.now()) and not attendance.is_voluntary
    return frozenset({"mark_absent"} if may_be else ())


def roster_row(
    attendance: Attendance, person: Participant, occasion: Occasion, leader: Participant
) -> AttendanceRow:
    """Shows one row of the roster. Leaders act on everybody but themselves."""
    verbs = LEADERS_ACTIONS | absence_at(attendance, occasion)
    return AttendanceRow(
        attendance_id=attendance.id,
        participant_id=person.id,
        display_name=person.display_name,
        real_name=masked(person, Participant.real_name),
        status=attendance.status,
        checked_in_at=attendance.checked_in_at,
        check_in_means=attendance.check_in_means,
        checked_out_at=attendance.checked_out_at,
        check_out_means=attendance.check_out_means,
        is_closed_by_sweep=attendance.is_closed_by_sweep,
        has_clock_doubt=attendance.has_clock_doubt,
        actions=[] if person.id == leader.id else attendance.actions(verbs),
    )


async def show_roster_row(
    session: AsyncSession, attendance: Attendance, leader: Participant
) -> AttendanceRow:
    """Shows the row of the roster that an act of a leader has changed."""
    here = attendance.community_id
    person = await get_row(session, Participant, here, attendance.participant_id)
    occasion = await get_row(session, Occasion, here, attendance.occasion_id)
    return roster_row(attendance, person, occasion, leader)


async def show_to_staff(
    session: AsyncSession, attendance: Attendance, staff: Staff
) -> StaffAttendance:
    here = attendance.community_id
    person = await get_row(session, Participant, here, attendance.participant_id)
    occasion = await get_row(session, Occasion, here, attendance.occasion_id)
    return await _staff_row(session, attendance, person, occasion, staff)


async def list_for_staff(
    session: AsyncSession, occasion: Occasion, query: AttendanceQuery, staff: Staff
) -> Page[StaffAttendance]:
    """Lists those who are to come to an occasion or have come, in the order in which they were
    expected."""
    rows = attendances_at(occasion)
    if query.status is not None:
        rows = rows.where(Attendance.status == query.status)
    page = await paginate_rows(session, rows, query, oldest_first(Attendance.id), counts=True)
    return page.with_items(
        [await _staff_row(session, row, person, occasion, staff) for row, person in page.items]
    )


async def _staff_row(
    session: AsyncSession,
    attendance: Attendance,
    person: Participant,
    occasion: Occasion,
    staff: Staff,
) -> StaffAttendance:
    actions: list[str] = []
    if staff.may("attendance:manage"):
        verbs = AT_DESK | absence_at(attendance, occasion)
        if attendance.actions(DECISIONS) and await _may_decide(session, attendance, person, staff):
            verbs |= DECISIONS
        actions = attendance.actions(verbs)
    return StaffAttendance(
        **_facts(attendance, occasion),
        participant_id=person.id,
        display_name=person.display_name,
        real_name=masked(person, Participant.real_name),
        actions=actions,
    )


async def _may_decide(
    session: AsyncSession, attendance: Attendance, person: Participant, staff: Staff
) -> bool:
    """Returns whether the reader is a second person, who is neither that participant nor has
    marked or disputed the absence."""
    mine = await same_person_as(session, staff.id)
    return not {attendance.marked_by, attendance.disputed_by, person.user_id} & {*mine}


def _facts(attendance: Attendance, occasion: Occasion) -> dict[str, Any]:
    own = (
        *("id", "occasion_id", "status", "checked_in_at", "check_in_means", "checked_out_at"),
        *("check_out_means", "is_closed_by_sweep", "has_clock_doubt", "marked_at"),
        *("absence_reason", "disputed_at", "dispute_reason", "decided_at", "decision_reason"),
    )
    theirs = ("kind", "title", "starts_at", "ends_at")
    return {name: getattr(attendance, name) for name in own} | {
        name: getattr(occasion, name) for name in theirs
    }
