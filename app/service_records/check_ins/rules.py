"""The rules of check-in and check-out: pure functions of what is asked and of the facts."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Protocol
from uuid import UUID

from app.communities.acting import ActingFor
from app.communities.people import Person, require_active
from app.kernel.database.idempotency import Key
from app.kernel.errors import DomainError, NotFound
from app.service_records.check_ins.codes import OccasionCode, proves
from app.service_records.check_ins.errors import (
    AlreadyCheckedIn,
    AlreadyCheckedOut,
    CheckInClosed,
    CheckInNotOpen,
    CodeExpired,
    CodeOfAnotherOccasion,
    CodeUnknown,
    NotCheckedIn,
    NotExpected,
    OccasionCancelled,
)
from app.service_records.check_ins.fence import (
    DEFAULT_RADIUS_METERS,
    Location,
    Point,
    is_inside,
)
from app.service_records.models import (
    Accuracy,
    Attendance,
    AttendanceStatus,
    OccasionStatus,
    Position,
)

OPENS_BEFORE = timedelta(minutes=30)
"""The time before the start from which one may check in. Presence counts from the start only."""

S = AttendanceStatus


@dataclass(frozen=True, slots=True)
class CheckInCommand:
    """A request to check in by the code of an occasion."""

    acting: ActingFor
    at: datetime
    code: OccasionCode
    key: Key | None = None
    location: Location | None = None
    """None also where the person does not agree to its use."""


@dataclass(frozen=True, slots=True)
class CheckOutCommand:
    """A request to leave, which names what is left; with or without the code of the occasion."""

    acting: ActingFor
    at: datetime
    attendance_id: UUID
    code: OccasionCode | None = None
    key: Key | None = None
    location: Location | None = None


class Span(Protocol):
    """The part of an occasion by which its time is judged."""

    @property
    def status(self) -> str: ...
    @property
    def starts_at(self) -> datetime: ...
    @property
    def ends_at(self) -> datetime: ...


@dataclass(frozen=True, slots=True)
class OccasionFacts:
    """The occasion as it stands now, moved or not; it is read and not locked."""

    id: UUID
    kind: str
    title: str
    status: str
    starts_at: datetime
    ends_at: datetime
    centre: Point | None = None
    code_key: bytes | None = None
    """None where the stored key is damaged: then no code is right, and leaders tick the roster."""
    opens_before: timedelta = OPENS_BEFORE
    radius_meters: float = DEFAULT_RADIUS_METERS


class Presence(Protocol):
    """The part of an attendance by which a check-in or a check-out is judged."""

    @property
    def status(self) -> str: ...
    @property
    def checked_in_at(self) -> datetime | None: ...
    @property
    def checked_out_at(self) -> datetime | None: ...
    @property
    def is_closed_by_sweep(self) -> bool: ...


@dataclass(frozen=True, slots=True)
class LockedAttendance:
    """The person's attendance while the group has it locked. No person is in a group twice."""

    id: UUID
    status: str
    checked_in_at: datetime | None = None
    check_in_means: str | None = None
    checked_out_at: datetime | None = None
    check_out_means: str | None = None
    is_closed_by_sweep: bool = False
    has_clock_doubt: bool = False
    in_position: Position | None = None
    in_accuracy: Accuracy | None = None
    out_position: Position | None = None
    out_accuracy: Accuracy | None = None


@dataclass(frozen=True, slots=True)
class Facts:
    """The facts about one command, read while its attendance is locked."""

    person: Person | None = None
    occasion: OccasionFacts | None = None
    attendance: LockedAttendance | None = None


@dataclass(frozen=True, slots=True)
class Admitted:
    occasion: OccasionFacts
    attendance: LockedAttendance
    position: Position | None
    accuracy: Accuracy | None


def decide(facts: Facts, command: CheckInCommand) -> Admitted | DomainError:
    """Decides on a check-in by a code; returns the first reason to refuse, if any. Where somebody
    is, is never one."""
    person = require_active(facts.person, command.acting)
    if isinstance(person, DomainError):
        return person
    occasion, attendance = facts.occasion, facts.attendance
    if occasion is None:
        return CodeUnknown()
    if occasion.status == OccasionStatus.CANCELLED:
        return OccasionCancelled()
    if attendance is None:
        return NotExpected(occasion_id=str(occasion.id), occasion_title=occasion.title)
    refusal = refusal_by_presence(attendance)
    refusal = refusal or refusal_by_window(occasion, command.at, occasion.opens_before)
    refusal = refusal or refusal_by_code(occasion, command.code, command.at)
    return refusal or _admitted(occasion, attendance, command.location)


def decide_leaving(facts: Facts, command: CheckOutCommand) -> Admitted | DomainError:
    """Decides on a person's own check-out. A code is not needed: it says no more than the
    check-in has said."""
    occasion, attendance = facts.occasion, facts.attendance
    if occasion is None or attendance is None:
        return NotFound()
    person = require_active(facts.person, command.acting)
    if isinstance(person, DomainError):
        return person
    refusal = refusal_to_leave(attendance)
    if refusal is None and command.code is not None:
        refusal = refusal_by_code(occasion, command.code, command.at)
    return refusal or _admitted(occasion, attendance, command.location)


def refusal_by_presence(attendance: Presence) -> DomainError | None:
    """Refuses a second check-in, and one of somebody who is not expected any more."""
    if attendance.status == S.EXPECTED:
        return None
    if attendance.status in (S.PRESENT, S.LEFT):
        return AlreadyCheckedIn(checked_in_at=attendance.checked_in_at)
    return wrong_state(attendance, "check_in")


def refusal_to_leave(attendance: Presence) -> DomainError | None:
    """Refuses a second check-out, and one without a check-in."""
    if attendance.status == S.PRESENT:
        return None
    if attendance.status == S.LEFT:
        return AlreadyCheckedOut(
            checked_out_at=attendance.checked_out_at,
            is_closed_by_sweep=attendance.is_closed_by_sweep,
        )
    is_expected = attendance.status == S.EXPECTED
    return NotCheckedIn() if is_expected else wrong_state(attendance, "check_out")


def refusal_by_window(occasion: Span, at: datetime, opens_before: timedelta) -> DomainError | None:
    """Judges by the occasion as it stands: from some time before its start until its end."""
    if occasion.status == OccasionStatus.CANCELLED:
        return OccasionCancelled()
    if at < occasion.starts_at - opens_before:
        return CheckInNotOpen(opens_at=occasion.starts_at - opens_before)
    return CheckInClosed(closed_at=occasion.ends_at) if at >= occasion.ends_at else None


def refusal_by_code(
    occasion: OccasionFacts, code: OccasionCode, at: datetime
) -> DomainError | None:
    if not occasion.id.hex.endswith(code.name):
        return CodeOfAnotherOccasion()
    key = occasion.code_key
    is_right = key is not None and proves(code, key, occasion.id, at)
    return None if is_right else CodeExpired()


def wrong_state(attendance: Presence, verb: str) -> DomainError:
    """Returns the 409 of the machine, as its table of moves words it."""
    state = AttendanceStatus(attendance.status)
    refusal = Attendance.WRONG_STATE(state=state, wanted=Attendance.MOVES[verb][1])
    refusal.detail = Attendance.IN_WORDS.detail(state)
    return refusal


def actions_of(status: str) -> list[str]:
    """Returns what a person can do with their own attendance."""
    return ["check_out"] if status == S.PRESENT else []


def position_of(
    occasion: OccasionFacts, location: Location | None
) -> tuple[Position | None, Accuracy | None]:
    """Returns all that is kept of a location; nothing where the occasion has no point."""
    if location is None or occasion.centre is None:
        return None, None
    inside = is_inside(location.point, occasion.centre, occasion.radius_meters)
    return Position.INSIDE if inside else Position.OUTSIDE, location.accuracy


def _admitted(
    occasion: OccasionFacts, attendance: LockedAttendance, location: Location | None
) -> Admitted:
    return Admitted(occasion, attendance, *position_of(occasion, location))
