"""Absences: a leader notes one after the end, its person may dispute it, and a second person
decides. Each act locks the attendance, so that a late check-in is either before it or refused."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from app.communities.acting import ActingFor, record_act, record_desk_act
from app.communities.models import Participant
from app.communities.permissions import Staff
from app.communities.two_persons import require_another_person, require_not_entered_by
from app.kernel import clock
from app.kernel.database.engine import get_row, lock
from app.kernel.jobs.events import emit
from app.kernel.privacy.audit import record
from app.service_records.attendances.schemas import CorrectionIn
from app.service_records.errors import NothingPromised, TimesOutside
from app.service_records.events import (
    AbsenceDisputed,
    AttendanceLeft,
    DisputeDecided,
    MarkedAbsent,
)
from app.service_records.models import Attendance, Occasion


async def mark_absent_by_leader(
    session: AsyncSession, attendance: Attendance, reason: str | None, leader: Participant
) -> Attendance:
    """Notes an absence as `mark_absent` does. Raises RosterClosed for a leader who comes too
    late; the desk may still do it."""
    occasion, now = await _occasion(session, attendance), clock.now()
    occasion.require_over(now)
    occasion.require_open_roster(now)
    acting = replace(ActingFor.participant(leader), participant_id=attendance.participant_id)
    return await mark_absent(session, attendance, reason, acting)


async def mark_absent(
    session: AsyncSession, attendance: Attendance, reason: str | None, acting: ActingFor
) -> Attendance:
    """Notes that somebody who was expected did not come; they get a message and may dispute it.
    Raises OccasionNotOver before the end, and SecondPersonNeeded for one's own absence."""
    await lock(session, attendance)
    occasion = await _occasion(session, attendance)
    now = clock.now()
    attendance.require("mark_absent")
    occasion.require_over(now)
    if attendance.is_voluntary:
        raise NothingPromised
    await _require_another(session, attendance, acting.by)
    attendance.mark_absent(acting.by, reason, now)
    here = attendance.community_id
    emit(session, here, MarkedAbsent(attendance_id=attendance.id))
    record_act(session, here, acting, "attendance.marked_absent", attendance)
    return attendance


async def dispute(
    session: AsyncSession, attendance: Attendance, reason: str, acting: ActingFor
) -> Attendance:
    """Contests an absence; staff are told, of whom a second person decides."""
    await lock(session, attendance)
    attendance.dispute(acting.by, reason, clock.now())
    here = attendance.community_id
    emit(session, here, AbsenceDisputed(attendance_id=attendance.id))
    record_desk_act(session, here, acting, "attendance.disputed", attendance)
    return attendance


async def uphold(
    session: AsyncSession, attendance: Attendance, reason: str, *, by: Staff
) -> Attendance:
    """Upholds a disputed absence. Raises SecondPersonNeeded for who has marked or disputed it, and
    for the person themselves."""
    await _lock_to_decide(session, attendance, "uphold", by)
    attendance.uphold(by.id, reason, clock.now())
    _decided(session, attendance, "attendance.upheld", by)
    return attendance


async def correct(
    session: AsyncSession, attendance: Attendance, body: CorrectionIn, *, by: Staff
) -> Attendance:
    """Notes that the person was there after all, so that hours can follow. Raises TimesOutside
    unless the presence lies within the occasion, and SecondPersonNeeded as `uphold` does."""
    await _lock_to_decide(session, attendance, "correct", by)
    occasion = await _occasion(session, attendance)
    first = body.checked_in_at or occasion.starts_at
    until = body.checked_out_at or occasion.ends_at
    _require_within(occasion, first, until)
    attendance.correct(by.id, body.reason, clock.now(), first=first, until=until)
    _decided(session, attendance, "attendance.corrected", by)
    emit(session, attendance.community_id, AttendanceLeft(attendance_id=attendance.id))
    return attendance


async def _lock_to_decide(
    session: AsyncSession, attendance: Attendance, verb: str, by: Staff
) -> None:
    await lock(session, attendance)
    attendance.require(verb)
    await _require_another(session, attendance, by.id)
    for first in _first_persons(attendance):
        await require_not_entered_by(session, first, by.id)


def _first_persons(attendance: Attendance) -> Iterable[UUID]:
    """Yields the users who have marked and disputed the absence."""
    return filter(None, (attendance.marked_by, attendance.disputed_by))


async def _require_another(session: AsyncSession, attendance: Attendance, user_id: UUID) -> None:
    """Raises SecondPersonNeeded for the participant's own account: nobody decides about their own
    presence."""
    person = await get_row(session, Participant, attendance.community_id, attendance.participant_id)
    if person.user_id is not None:
        await require_another_person(session, person.user_id, user_id)


def _require_within(occasion: Occasion, first: datetime, until: datetime) -> None:
    if not occasion.starts_at <= first < until <= occasion.ends_at:
        raise TimesOutside(starts_at=occasion.starts_at, ends_at=occasion.ends_at)


def _decided(session: AsyncSession, attendance: Attendance, action: str, by: Staff) -> None:
    emit(session, attendance.community_id, DisputeDecided(attendance_id=attendance.id))
    record(session, by, action, attendance, attendance.participant_id)


async def _occasion(session: AsyncSession, attendance: Attendance) -> Occasion:
    return await get_row(session, Occasion, attendance.community_id, attendance.occasion_id)
