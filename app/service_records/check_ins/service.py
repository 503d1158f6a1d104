"""Check-ins that others confirm: leaders who scan or tick, the desk before a witness, and the end
of the occasion. Each locks the attendance first, as the hot lane does."""

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from app.communities.acting import ActingFor, record_act, record_desk_act
from app.communities.models import Participant
from app.communities.two_persons import require_another_person
from app.kernel import clock
from app.kernel.database.engine import get_row, lock
from app.kernel.errors import DomainError
from app.kernel.jobs.events import emit
from app.service_records.check_ins import codes, packets
from app.service_records.check_ins.errors import (
    CodeNotShown,
    OccasionCancelled,
    OwnAttendance,
    PacketKeyNotOpen,
    PersonalCodeWrong,
    TimeOutsideOccasion,
)
from app.service_records.check_ins.queries import lock_attendances
from app.service_records.check_ins.rules import (
    OPENS_BEFORE,
    actions_of,
    refusal_by_presence,
    refusal_by_window,
    refusal_to_leave,
)
from app.service_records.check_ins.schemas import (
    CodeOut,
    PacketKeyOut,
    PersonalCodeOut,
    PresenceOut,
    ScanAct,
)
from app.service_records.events import AttendanceLeft
from app.service_records.models import Attendance, AttendanceStatus, CheckMeans, Occasion

SHOWN_BEFORE = timedelta(hours=2)
"""The time before the start from which a leader sees who is expected, and the code."""
PREPARED_BEFORE = timedelta(hours=24)
"""The time before the start from which devices fetch what they need where there is no network."""
UPLOADED_WITHIN = timedelta(hours=24)
"""The time after the end in which packets are taken; after it the desk enters what is missing."""
PERSONAL_CODE_STATES = frozenset({"expected", "present"})


def show_code(occasion: Occasion) -> CodeOut:
    """Shows the present code of an occasion, for its leader's device."""
    now = clock.now()
    _require_between(CodeNotShown, occasion, now, SHOWN_BEFORE, timedelta(0))
    step = codes.step_of(now)
    code = codes.occasion_code(_code_key(occasion), occasion.id, step)
    return CodeOut(code=code, **_validity(step))


async def show_personal_code(session: AsyncSession, attendance: Attendance) -> PersonalCodeOut:
    """Shows the code of one person at one occasion, and the key by which their phone goes on."""
    occasion = await get_row(session, Occasion, attendance.community_id, attendance.occasion_id)
    if attendance.status not in PERSONAL_CODE_STATES:
        attendance.require("check_in")
    now = clock.now()
    _require_between(CodeNotShown, occasion, now, PREPARED_BEFORE, timedelta(0))
    step, key = codes.step_of(now), codes.personal_key(_code_key(occasion), attendance.id)
    return PersonalCodeOut(
        attendance_id=attendance.id,
        code=codes.personal_code(key, attendance.id, step),
        key=key.hex(),
        **_validity(step),
    )


def give_packet_key(occasion: Occasion, leader: Participant) -> PacketKeyOut:
    """Gives a leader's device the key with which it signs what it scans without network."""
    now = clock.now()
    _require_between(PacketKeyNotOpen, occasion, now, PREPARED_BEFORE, UPLOADED_WITHIN)
    expires_at = occasion.ends_at + UPLOADED_WITHIN
    key = packets.packet_key(_code_key(occasion), leader.id, expires_at)
    return PacketKeyOut(
        occasion_id=occasion.id, leader_id=leader.id, key=key.hex(), key_expires_at=expires_at
    )


async def confirm(
    session: AsyncSession,
    attendance: Attendance,
    act: ScanAct,
    personal_code: str | None,
    *,
    leader: Participant,
    is_correction: bool = False,
) -> PresenceOut:
    """Checks a person in or out for whom a leader vouches, by a scan or by a tick in the roster.
    Raises OwnAttendance for the leader themselves. `is_correction` lets a check-out take the place
    of a leader's mistaken one, until the end."""
    await lock(session, attendance)
    occasion = await get_row(session, Occasion, attendance.community_id, attendance.occasion_id)
    if attendance.participant_id == leader.id:
        raise OwnAttendance
    now = clock.now()
    if personal_code is not None:
        _require_personal_code(personal_code, occasion, attendance, now)
    means = CheckMeans.ROSTER if personal_code is None else CheckMeans.LEADER
    if is_correction and _is_mistaken_tick(occasion, attendance, now):
        act_of = ActingFor.participant(leader)
        here, former = attendance.community_id, attendance.checked_out_at
        record_act(
            session,
            *(here, act_of, "attendance.checked_out", attendance),
            former=None if former is None else former.isoformat(),
        )
        _correct(session, attendance, now, means, leader.id)
        return show(occasion, attendance)
    _require_allowed(occasion, attendance, act, now)
    _apply(session, attendance, act, now, means, leader.id)
    return show(occasion, attendance)


async def enter(
    session: AsyncSession,
    attendance: Attendance,
    act: ScanAct,
    at: datetime,
    acting: ActingFor,
    *,
    is_correction: bool = False,
) -> None:
    """Enters at the desk when a person came or left, before a witness. Raises SecondPersonNeeded
    for the person's own account. `is_correction` lets a check-out take the place of the one
    before, whoever made it."""
    await lock(session, attendance)
    occasion = await get_row(session, Occasion, attendance.community_id, attendance.occasion_id)
    person = await get_row(session, Participant, attendance.community_id, attendance.participant_id)
    if person.user_id is not None:
        await require_another_person(session, person.user_id, acting.by)
    is_correction = is_correction and attendance.status is AttendanceStatus.LEFT
    if not is_correction:
        _require_allowed(occasion, attendance, act, None)
    _require_time(occasion, attendance, act, at)
    if is_correction:
        _correct(session, attendance, at, CheckMeans.DESK, acting.by)
    else:
        _apply(session, attendance, act, at, CheckMeans.DESK, acting.by)
    verb = "checked_in" if act is ScanAct.CHECK_IN else "checked_out"
    record_desk_act(session, attendance.community_id, acting, f"attendance.{verb}", attendance)


async def close(session: AsyncSession, occasion: Occasion, now: datetime) -> None:
    """Ends the presence of everybody whom nobody has checked out, at the end of an occasion."""
    await lock(session, occasion)
    if occasion.ends_at > now and occasion.is_open:
        return
    end = min(occasion.ends_at, now)
    for attendance in await lock_attendances(session, occasion):
        at = max(end, attendance.checked_in_at or end)
        attendance.check_out(at, CheckMeans.END)
        emit(session, occasion.community_id, AttendanceLeft(attendance_id=attendance.id))


async def show_own(session: AsyncSession, attendance: Attendance) -> PresenceOut:
    occasion = await get_row(session, Occasion, attendance.community_id, attendance.occasion_id)
    return show(occasion, attendance)


def show(occasion: Occasion, attendance: Attendance) -> PresenceOut:
    """Shows an attendance with its occasion, and what its person can do with it."""
    of_occasion: dict[str, Any] = {
        "kind": occasion.kind,
        "occasion_title": occasion.title,
        "starts_at": occasion.starts_at,
        "ends_at": occasion.ends_at,
        "actions": actions_of(attendance.status),
    }
    names = PresenceOut.model_fields.keys() - of_occasion.keys()
    return PresenceOut(**of_occasion, **{name: getattr(attendance, name) for name in names})


def _apply(
    session: AsyncSession,
    attendance: Attendance,
    act: ScanAct,
    at: datetime,
    means: CheckMeans,
    by: UUID,
) -> None:
    if act is ScanAct.CHECK_IN:
        attendance.check_in(at, means, by)
        return
    attendance.check_out(at, means, by)
    emit(session, attendance.community_id, AttendanceLeft(attendance_id=attendance.id))


def _correct(
    session: AsyncSession, attendance: Attendance, at: datetime, means: CheckMeans, by: UUID
) -> None:
    """Puts another check-out in the place of the one before, from which hours follow anew."""
    attendance.correct_check_out(at, means, by)
    emit(session, attendance.community_id, AttendanceLeft(attendance_id=attendance.id))


def _is_mistaken_tick(occasion: Occasion, attendance: Attendance, now: datetime) -> bool:
    """Tells whether a leader may still say that their check-out was a mistake: a tick or a scan,
    until the end. What the person, a packet or the desk has said is for the desk to correct."""
    return (
        attendance.status is AttendanceStatus.LEFT
        and attendance.check_out_means in {CheckMeans.ROSTER, CheckMeans.LEADER}
        and occasion.is_open
        and now < occasion.ends_at
    )


def _require_allowed(
    occasion: Occasion, attendance: Attendance, act: ScanAct, now: datetime | None
) -> None:
    """Raises what refuses the act; `now` is None where a time is entered instead."""
    if act is ScanAct.CHECK_OUT:
        _raise(refusal_to_leave(attendance))
        return
    _raise(refusal_by_presence(attendance))
    if now is not None:
        _raise(refusal_by_window(occasion, now, OPENS_BEFORE))


def _require_time(occasion: Occasion, attendance: Attendance, act: ScanAct, at: datetime) -> None:
    """Raises TimeOutsideOccasion for a time that has not come, or at which the occasion was not."""
    earliest = occasion.starts_at - OPENS_BEFORE
    if act is ScanAct.CHECK_OUT and attendance.checked_in_at is not None:
        earliest = attendance.checked_in_at
    latest = min(occasion.ends_at, clock.now())
    if not earliest <= at <= latest:
        raise TimeOutsideOccasion(earliest=earliest, latest=latest)


def _require_personal_code(
    text: str, occasion: Occasion, attendance: Attendance, now: datetime
) -> None:
    try:
        attendance_id, proof = codes.read_personal_code(text)
    except ValueError:
        raise PersonalCodeWrong from None
    key = _code_key(occasion)
    if attendance_id != attendance.id or not codes.proves_person(proof, key, attendance.id, now):
        raise PersonalCodeWrong


def _require_between(
    refusal: type[DomainError],
    occasion: Occasion,
    now: datetime,
    before: timedelta,
    after: timedelta,
) -> None:
    if not occasion.is_open and occasion.status == "cancelled":
        raise OccasionCancelled
    earliest, latest = occasion.starts_at - before, occasion.ends_at + after
    if not earliest <= now < latest:
        raise refusal(earliest=earliest, latest=latest)


def _validity(step: int) -> dict[str, datetime]:
    return {
        "next_at": codes.start_of(step + 1),
        "valid_until": codes.start_of(step + codes.VALID_STEPS),
    }


def _code_key(occasion: Occasion) -> bytes:
    """Returns the key of the occasion's codes. Raises SealedDamaged where it does not open."""
    key = occasion.code_key
    assert key is not None  # The column is never empty.
    return key


def _raise(refusal: DomainError | None) -> None:
    if refusal is not None:
        raise refusal
