"""Check-ins and check-outs as the API takes and shows them."""

from datetime import datetime
from typing import Annotated
from uuid import UUID

from pydantic import Field

from app.communities.schemas import DeskEntry
from app.kernel.web.schemas import Gcj02Latitude, Gcj02Longitude, In, Instant, Out, line
from app.kernel.words import Worded
from app.service_records.check_ins.fence import Location, Point
from app.service_records.models import (
    Accuracy,
    AttendanceStatus,
    CheckMeans,
    OccasionKind,
    Position,
)

Nonce = Annotated[str, line(128, least=8)]
"""A random text that the client makes once for each act, and sends again when it tries again."""
Code = Annotated[str, line(40)]
MAX_SCANS = 1000


class LocationIn(In):
    """The place of the phone. The coordinates are compared with the place and dropped; without a
    consent to `location_at_check_in` they are not even compared."""

    gcj02_longitude: Gcj02Longitude
    gcj02_latitude: Gcj02Latitude
    accuracy_meters: Annotated[float, Field(ge=0, le=1_000_000, allow_inf_nan=False)] | None = None

    def location(self) -> Location:
        return Location(Point(self.gcj02_longitude, self.gcj02_latitude), self.accuracy_meters)


class CheckIn(In):
    """A check-in by the code that the leader's device shows."""

    code: Code = Field(examples=["7KQ2-M9XD-0F3G"])
    nonce: Nonce = Field(examples=["2f6b0c1e9a4d4b7c8e5f"])
    """The same nonce gives the same answer; it takes the place of an Idempotency-Key."""
    location: LocationIn | None = None
    """A location is never needed, and never a reason to refuse."""


class CheckOut(In):
    """A check-out, with or without the code."""

    code: Code | None = Field(None, examples=["7KQ2-M9XD-0F3G"])
    nonce: Nonce = Field(examples=["91d0a7c3b5e84f2a8d6e"])
    location: LocationIn | None = None


class Confirmation(In):
    """A leader's confirmation: with the code that they have scanned, or by the roster without."""

    personal_code: Annotated[str, line(80)] | None = Field(
        None, examples=["0192d3f4-5a6b-7c8d-9e0f-a1b2c3d4e5f6.7KQ2M9XD"]
    )


class CheckOutConfirmation(Confirmation):
    """A leader's confirmation that somebody leaves."""

    is_correction: bool = False
    """True to say that a leader's tick or scan before was a mistake, and the person has been there
    until now."""


class DeskPresence(DeskEntry):
    """A check-in or check-out that staff enter, with the time at which it was."""

    at: Instant
    """The instant lies within the occasion as it stands now, and has come."""


class DeskCheckOut(DeskPresence):
    """A check-out that staff enter."""

    is_correction: bool = False
    """True to say that the check-out before, whoever made it, was at another time."""


class PresenceOut(Out):
    """An attendance as its person sees it, and as they see it after each act."""

    id: UUID
    occasion_id: UUID
    kind: OccasionKind
    occasion_title: str
    starts_at: datetime
    ends_at: datetime
    status: AttendanceStatus
    checked_in_at: datetime | None = Field(
        description="Instant of the check-in; presence counts from the start of the occasion only."
    )
    check_in_means: CheckMeans | None
    checked_out_at: datetime | None
    check_out_means: CheckMeans | None
    in_position: Position | None = Field(
        description="Near the place or not; null where no location was used. Coordinates are not"
        " stored."
    )
    in_accuracy: Accuracy | None
    out_position: Position | None
    out_accuracy: Accuracy | None
    is_closed_by_sweep: bool = Field(
        description="True where nobody has checked the person out before the end."
    )
    has_clock_doubt: bool = Field(
        description="True where a leader's device with a wrong clock has scanned the person, and"
        " nothing else has shown the presence yet."
    )
    actions: list[str] = Field(description="Verbs that the caller may use on it now.")


class CodeOut(Out):
    """A code as it is shown, and when the next one comes."""

    code: str = Field(examples=["7KQ2-M9XD-0F3G"])
    next_at: datetime
    """Instant from which another code is shown."""
    valid_until: datetime
    """Instant until which this one is taken."""


class PersonalCodeOut(CodeOut):
    attendance_id: UUID
    code: str = Field(examples=["0192d3f4-5a6b-7c8d-9e0f-a1b2c3d4e5f6.7KQ2M9XD"])
    key: str
    """Key of 32 bytes in hexadecimal digits, by which the phone makes the next codes itself where
    there is no network."""


class PacketKeyOut(Out):
    """The key with which a leader's device signs what it has scanned without network."""

    occasion_id: UUID
    leader_id: UUID
    key: str
    """32 bytes in hexadecimal digits."""
    key_expires_at: datetime


class ScanAct(Worded):
    CHECK_IN = "check_in", "签到", "check-in"
    CHECK_OUT = "check_out", "签退", "check-out"


class ScanIn(In):
    act: ScanAct
    at: Instant
    """The time of the scan, by the clock of the phone."""
    scanned: Annotated[str, line(80)]
    """The personal code that was scanned, or the id of an attendance that was ticked."""


class Packet(In):
    """Scans of a leader's device that had no network. It may be sent again, whole or in
    parts, in any order and from several devices."""

    occasion_id: UUID
    leader_id: UUID
    """The leader who has fetched the key and scanned."""
    key_expires_at: Instant
    uploaded_at: Instant
    """The time at which the packet is sent, by the same clock as the scans."""
    scans: Annotated[list[ScanIn], Field(min_length=1, max_length=MAX_SCANS)]
    signature: Annotated[str, Field(pattern=r"^[0-9a-f]{64}$", examples=["0f" * 32])]


class ScanOutcome(Worded):
    """The outcome of a scan."""

    COUNTED = "counted", "已记录", "counted"
    """It has changed the attendance: the person has come, has left, or did so earlier."""
    KNOWN = "known", "已有记录", "known already"
    """Nothing new: it has been uploaded before, or an earlier scan counts."""
    CLOCK_DOUBT = (
        "clock_doubt",
        "设备时钟偏差过大，未记录",
        "clock of the device is far off, not counted",
    )
    """The clock of the phone was far off: flagged, and not counted. Tick the person in the roster,
    or ask the desk."""
    TOO_EARLY = "too_early", "签到尚未开始", "too early"
    TOO_LATE = "too_late", "签到已结束", "too late"
    NOT_EXPECTED = "not_expected", "不在本场次名单中", "not expected here"
    """A code under which nobody is expected: the sign-up has ended, or it is one for elsewhere."""
    MARKED_ABSENT = "marked_absent", "已登记为缺席", "marked as absent"
    """A leader has marked the person absent, which the person may dispute."""
    OWN = "own", "负责人不能为自己签到", "leaders do not confirm themselves"
    """Leaders do not confirm themselves."""
    CODE_WRONG = "code_wrong", "二维码无效", "code is not valid"
    CANCELLED = "cancelled", "场次已取消", "occasion is cancelled"


class ScanResult(Out):
    scanned: str
    act: ScanAct
    outcome: ScanOutcome
    attendance_id: UUID | None
    checked_in_at: datetime | None
    checked_out_at: datetime | None


class PacketOut(Out):
    """One result for each scan, in their order."""

    results: list[ScanResult]
