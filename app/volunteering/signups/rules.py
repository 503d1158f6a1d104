"""The rules of signing up, pure: what is known about a command, and what comes of it."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from app.communities.errors import NotAParticipant, ParticipantInactive
from app.communities.models import Channel, ParticipantKind, ParticipantStatus
from app.kernel.database.capacity import LockedCapacity
from app.kernel.database.idempotency import Key, StoredResponse, replay
from app.kernel.errors import DomainError, NotFound, UnknownReference
from app.volunteering.errors import (
    AlreadySignedUp,
    NotInvited,
    RoleMissing,
    ShiftsOverlap,
    SignupsClosed,
    SignupsNotOpen,
)
from app.volunteering.models import Audience, ShiftStatus, SignupStatus


@dataclass(frozen=True, slots=True)
class SignUpCommand:
    """One caller's command for one shift: a resident's own, or the desk's on behalf of one."""

    shift_id: UUID
    by: UUID
    at: datetime
    role_id: UUID | None = None
    key: Key | None = None
    on_behalf_of: UUID | None = None
    channel: Channel = Channel.SELF
    witness: str | None = None


@dataclass(frozen=True, slots=True)
class Person:
    id: UUID
    status: str
    kind: str


@dataclass(slots=True)
class LockedShift:
    """The shift as it stands while the group holds it; its line grows with each command."""

    id: UUID
    status: str
    is_published: bool
    audience: str
    needs_review: bool
    opens_at: datetime
    closes_at: datetime
    queued: int
    has_moved: bool = False

    def next_position(self) -> int:
        self.queued += 1
        self.has_moved = True
        return self.queued


@dataclass(frozen=True, slots=True)
class Facts:
    """What there is to know about one command, read from rows that are held."""

    kept: tuple[bytes, StoredResponse] | None = None
    person: Person | None = None
    shift: LockedShift | None = None
    role: LockedCapacity | None = None
    is_there_already: bool | None = None
    """At that time the person is on this shift, or (False) on another one; None on none."""


@dataclass(frozen=True, slots=True)
class Admitted:
    person: Person
    shift: LockedShift
    role: LockedCapacity

    def place(self) -> tuple[SignupStatus, int | None]:
        """A place if there is one, else the next position in the line. What is reviewed first
        holds no place meanwhile (domain.md 3)."""
        if self.shift.needs_review:
            return SignupStatus.PENDING_REVIEW, None
        if self.role.take():
            return SignupStatus.CONFIRMED, None
        return SignupStatus.WAITLISTED, self.shift.next_position()


Outcome = StoredResponse | DomainError


def decide(facts: Facts, command: SignUpCommand) -> Admitted | Outcome:
    """The only home of the rules of signing up. The first thing that stands in the way is told."""
    if facts.kept is not None and command.key is not None:
        return replay(*facts.kept, command.key)
    if facts.person is None:
        return UnknownReference() if command.on_behalf_of else NotAParticipant()
    if facts.person.status != ParticipantStatus.ACTIVE:
        return ParticipantInactive()
    if facts.shift is None or not facts.shift.is_published:
        return NotFound()
    if facts.role is None:
        return UnknownReference() if command.role_id else RoleMissing()
    closed = closed_to(facts.person, facts.shift, command.at)
    return closed or taken_up(facts) or Admitted(facts.person, facts.shift, facts.role)


def closed_to(person: Person, shift: LockedShift, at: datetime) -> DomainError | None:
    if shift.audience == Audience.RESIDENTS and person.kind != ParticipantKind.RESIDENT:
        return NotInvited()
    if shift.status != ShiftStatus.OPEN:
        return SignupsClosed(closed_at=min(at, shift.closes_at))
    if at < shift.opens_at:
        return SignupsNotOpen(opens_at=shift.opens_at)
    if at >= shift.closes_at:
        return SignupsClosed(closed_at=shift.closes_at)
    return None


def taken_up(facts: Facts) -> DomainError | None:
    if facts.is_there_already is None:
        return None
    return AlreadySignedUp() if facts.is_there_already else ShiftsOverlap()
