"""Offline packets, pure: the key of a leader's device, the text that it signs, and what each scan
does to an attendance. `docs/clients.md` describes them for clients, with an example."""

import hmac
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from uuid import UUID

from app.service_records.check_ins.codes import read_personal_code
from app.service_records.check_ins.schemas import Packet, ScanAct, ScanOutcome
from app.service_records.models import AttendanceStatus, CheckMeans

FORMAT = "linli-packet-1"
CLOCK_TOLERANCE = timedelta(minutes=10)
"""The time by which the clock of a phone may be wrong: its times are corrected by what it says at
the upload. Five minutes are common; the others are for slow networks."""
FAR_OFF = timedelta(hours=12)
"""A scan so far before or after its occasion tells of a clock that was set between."""
EPOCH = datetime(1970, 1, 1, tzinfo=UTC)
MILLISECOND = timedelta(milliseconds=1)


def packet_key(code_key: bytes, leader_id: UUID, expires_at: datetime) -> bytes:
    """Returns the key of one leader for one occasion until one instant. It is stored nowhere: the
    server makes it again from what the packet says of itself."""
    named = b"packet" + leader_id.bytes + milliseconds(expires_at).to_bytes(8)
    return hmac.digest(code_key, named, "sha256")


def milliseconds(at: datetime) -> int:
    return (at - EPOCH) // MILLISECOND


def signed_text(packet: Packet) -> str:
    """Returns the lines that are signed: what is sent, but for the signature, with instants in
    milliseconds since 1970."""
    head = (
        FORMAT,
        str(packet.occasion_id),
        str(packet.leader_id),
        str(milliseconds(packet.key_expires_at)),
        str(milliseconds(packet.uploaded_at)),
    )
    scans = (f"{scan.act} {milliseconds(scan.at)} {scan.scanned}" for scan in packet.scans)
    return "\n".join((*head, *scans))


def signature(key: bytes, text: str) -> str:
    return hmac.digest(key, text.encode(), "sha256").hex()


def is_signed(packet: Packet, code_key: bytes) -> bool:
    key = packet_key(code_key, packet.leader_id, packet.key_expires_at)
    return hmac.compare_digest(signature(key, signed_text(packet)), packet.signature)


# ---------------------------------------------------------------- scans


@dataclass(frozen=True, slots=True)
class Scan:
    """One scan, with its time set right by the clock of the server."""

    number: int
    """Its place in the packet, by which it is answered."""
    act: ScanAct
    at: datetime
    scanned: str
    attendance_id: UUID | None
    """None where what was scanned is no code."""
    proof: str | None
    """The letters of a personal code; None for a tick in the roster."""


def read_scans(packet: Packet, offset: timedelta) -> list[Scan]:
    """Reads the scans of a packet, the earliest first: of two at one time the check-in."""
    scans = []
    for number, scan in enumerate(packet.scans):
        attendance_id, proof = _read(scan.scanned)
        scans.append(Scan(number, scan.act, scan.at + offset, scan.scanned, attendance_id, proof))
    return sorted(scans, key=lambda scan: (scan.at, scan.act))


def _read(scanned: str) -> tuple[UUID | None, str | None]:
    try:
        return read_personal_code(scanned) if "." in scanned else (UUID(scanned), None)
    except ValueError:
        return None, None


@dataclass(frozen=True, slots=True)
class Window:
    """The time in which scans may have been made, by the occasion as it stands now."""

    opens_at: datetime
    ends_at: datetime
    now: datetime
    is_clock_right: bool
    """False where the phone's clock was too far off at the upload."""

    def outcome(self, scan: Scan) -> ScanOutcome | None:
        """Returns why the time of the scan keeps it from counting, if it does."""
        is_far = not self.opens_at - FAR_OFF <= scan.at <= self.ends_at + FAR_OFF
        is_to_come = scan.at > self.now + CLOCK_TOLERANCE
        if not self.is_clock_right or is_far or is_to_come:
            return ScanOutcome.CLOCK_DOUBT
        if scan.at < self.opens_at:
            return ScanOutcome.TOO_EARLY
        is_late = scan.act is ScanAct.CHECK_IN and scan.at >= self.ends_at
        return ScanOutcome.TOO_LATE if is_late else None


@dataclass(frozen=True, slots=True)
class Presence:
    """The span in which somebody was there, as far as it is known."""

    status: AttendanceStatus
    first: datetime | None = None
    first_means: CheckMeans | None = None
    last: datetime | None = None
    last_means: CheckMeans | None = None

    @property
    def is_of_one_instant(self) -> bool:
        """True where only a check-out was scanned so far: the check-in may come with another
        packet."""
        return self.first is not None and self.first == self.last


S = AttendanceStatus
PACKET = CheckMeans.PACKET


def count(presence: Presence, act: ScanAct, at: datetime) -> Presence:
    """Returns the presence after one more scan; the same where it tells nothing new. The earliest
    check-in counts, and the earliest check-out after it, whatever comes first. What the desk has
    entered stays."""
    if presence.status not in (S.EXPECTED, S.PRESENT, S.LEFT):
        return presence
    is_in = act is ScanAct.CHECK_IN
    return _count_in(presence, at) if is_in else _count_out(presence, at)


def _count_in(presence: Presence, at: datetime) -> Presence:
    if presence.first is None:
        return Presence(S.PRESENT, at, PACKET)
    if at >= presence.first or presence.first_means is CheckMeans.DESK:
        return presence
    return Presence(presence.status, at, PACKET, presence.last, presence.last_means)


def _count_out(presence: Presence, at: datetime) -> Presence:
    if presence.first is None:
        # Who is scanned on leaving has been there, at that instant at least.
        return Presence(S.LEFT, at, PACKET, at, PACKET)
    if presence.is_of_one_instant and at < presence.first:
        return Presence(S.LEFT, at, PACKET, at, PACKET)
    is_known = presence.last is not None and presence.last_means is not CheckMeans.END
    is_later = is_known and presence.last is not None and at >= presence.last
    if at <= presence.first or is_later or presence.last_means is CheckMeans.DESK:
        return presence
    return Presence(S.LEFT, presence.first, presence.first_means, at, PACKET)


def count_all(presence: Presence, scans: Sequence[Scan]) -> Presence:
    for scan in scans:
        presence = count(presence, scan.act, scan.at)
    return presence
