"""Uploads of offline packets: what leaders' devices have scanned without network."""

from dataclasses import dataclass
from datetime import timedelta
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from app.kernel import clock
from app.kernel.jobs.events import emit
from app.service_records.check_ins.codes import STEP_SECONDS, proves_person
from app.service_records.check_ins.errors import PacketForged, PacketKeyExpired
from app.service_records.check_ins.packets import (
    CLOCK_TOLERANCE,
    Presence,
    Scan,
    Window,
    count,
    is_signed,
    read_scans,
)
from app.service_records.check_ins.queries import lock_attendances
from app.service_records.check_ins.rules import OPENS_BEFORE
from app.service_records.check_ins.schemas import (
    Packet,
    PacketOut,
    ScanAct,
    ScanOutcome,
    ScanResult,
)
from app.service_records.events import AttendanceLeft
from app.service_records.models import (
    Attendance,
    AttendanceStatus,
    CheckMeans,
    Occasion,
    OccasionStatus,
)

CODE_SLACK = CLOCK_TOLERANCE + timedelta(seconds=STEP_SECONDS)
"""The phone of the person has a clock of its own, which is wrong as well."""
CONTESTED = frozenset({AttendanceStatus.ABSENT, AttendanceStatus.DISPUTED})


@dataclass(frozen=True, slots=True)
class Upload:
    """The facts by which the scans of one packet are judged."""

    occasion: Occasion
    code_key: bytes
    leader_id: UUID
    window: Window
    attendances: dict[UUID, Attendance]


async def upload(session: AsyncSession, occasion: Occasion, packet: Packet) -> PacketOut:
    """Counts what a packet holds. Sent again it changes nothing; it may come in any order with
    others. Raises PacketForged and PacketKeyExpired."""
    now, code_key = clock.now(), occasion.code_key
    if code_key is None or not is_signed(packet, code_key):
        raise PacketForged
    if now >= packet.key_expires_at:
        raise PacketKeyExpired(expired_at=packet.key_expires_at)
    offset = now - packet.uploaded_at
    scans = read_scans(packet, offset)
    named = {scan.attendance_id for scan in scans if scan.attendance_id is not None}
    locked = await lock_attendances(session, occasion, named)
    window = Window(
        opens_at=occasion.starts_at - OPENS_BEFORE,
        ends_at=occasion.ends_at,
        now=now,
        is_clock_right=abs(offset) <= CLOCK_TOLERANCE,
    )
    here = Upload(occasion, code_key, packet.leader_id, window, {row.id: row for row in locked})
    changed: set[UUID] = set()
    outcomes = {scan.number: _judge(here, scan, changed) for scan in scans}
    for attendance in locked:
        if attendance.id in changed and attendance.status is AttendanceStatus.LEFT:
            emit(session, occasion.community_id, AttendanceLeft(attendance_id=attendance.id))
    by_number = sorted(scans, key=lambda scan: scan.number)
    return PacketOut(results=[_result(here, scan, outcomes[scan.number]) for scan in by_number])


def _judge(here: Upload, scan: Scan, changed: set[UUID]) -> ScanOutcome:
    """Counts one scan, or returns why it does not count."""
    attendance = here.attendances.get(scan.attendance_id) if scan.attendance_id else None
    if attendance is None:
        is_code = scan.attendance_id is not None
        return ScanOutcome.NOT_EXPECTED if is_code else ScanOutcome.CODE_WRONG
    refusal = _refusal(here, scan, attendance)
    if refusal is ScanOutcome.CLOCK_DOUBT:
        _flag(attendance, scan)
    if refusal is not None:
        return refusal
    before = _presence(attendance)
    after = count(before, scan.act, scan.at)
    if after == before:
        return ScanOutcome.KNOWN
    _write(attendance, before, after, here.leader_id)
    changed.add(attendance.id)
    return ScanOutcome.COUNTED


def _refusal(here: Upload, scan: Scan, attendance: Attendance) -> ScanOutcome | None:
    if attendance.participant_id == here.leader_id:
        return ScanOutcome.OWN
    if attendance.status is AttendanceStatus.RELEASED:
        is_cancelled = here.occasion.status is OccasionStatus.CANCELLED
        return ScanOutcome.CANCELLED if is_cancelled else ScanOutcome.NOT_EXPECTED
    if attendance.status in CONTESTED:
        return ScanOutcome.MARKED_ABSENT
    refusal = here.window.outcome(scan)
    if refusal is None and scan.proof is not None:
        key, at = here.code_key, scan.at
        is_right = proves_person(scan.proof, key, attendance.id, at, CODE_SLACK)
        return None if is_right else ScanOutcome.CODE_WRONG
    return refusal


def _flag(attendance: Attendance, scan: Scan) -> None:
    """Flags a scan that would have counted, had the clock been right."""
    waits_for = {
        ScanAct.CHECK_IN: AttendanceStatus.EXPECTED,
        ScanAct.CHECK_OUT: AttendanceStatus.PRESENT,
    }
    if attendance.status is waits_for[scan.act]:
        attendance.has_clock_doubt = True


def _presence(attendance: Attendance) -> Presence:
    return Presence(
        attendance.status,
        attendance.checked_in_at,
        attendance.check_in_means,
        attendance.checked_out_at,
        attendance.check_out_means,
    )


def _write(attendance: Attendance, before: Presence, after: Presence, leader_id: UUID) -> None:
    """Moves the attendance, or sets its times earlier: the status of one who has left stays."""
    packet = CheckMeans.PACKET
    if after.first is not None and after.first != before.first:
        if before.first is None:
            attendance.check_in(after.first, packet, leader_id)
        attendance.checked_in_at, attendance.check_in_means = after.first, packet
        attendance.checked_in_by = leader_id
    if after.last is not None and (after.last, after.last_means) != (
        before.last,
        before.last_means,
    ):
        if attendance.status is AttendanceStatus.PRESENT:
            attendance.check_out(after.last, packet, leader_id)
        attendance.checked_out_at, attendance.check_out_means = after.last, packet
        attendance.checked_out_by, attendance.is_closed_by_sweep = leader_id, False


def _result(here: Upload, scan: Scan, outcome: ScanOutcome) -> ScanResult:
    """Returns the answer to one scan. What the leader does not lead is not shown."""
    attendance = here.attendances.get(scan.attendance_id) if scan.attendance_id else None
    return ScanResult(
        scanned=scan.scanned,
        act=scan.act,
        outcome=outcome,
        attendance_id=None if attendance is None else attendance.id,
        checked_in_at=None if attendance is None else attendance.checked_in_at,
        checked_out_at=None if attendance is None else attendance.checked_out_at,
    )
