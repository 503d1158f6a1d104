"""The rules of signing up: pure functions of a command and the facts about it."""

from dataclasses import dataclass
from datetime import datetime
from enum import Enum, auto
from uuid import UUID

from app.communities import people
from app.communities.acting import ActingFor
from app.communities.models import AgeBand, ParticipantKind
from app.kernel.database.capacity import LockedCapacity
from app.kernel.database.idempotency import Key
from app.kernel.errors import DomainError, NotFound, UnknownReference
from app.volunteering.errors import (
    AdultsOnly,
    AlreadySignedUp,
    GuardianNeeded,
    NotInvited,
    OffersLapsed,
    RoleClosed,
    RoleMissing,
    ShiftsOverlap,
    SignupsClosed,
    SignupsNotOpen,
    TooYoung,
)
from app.volunteering.models import AgeLimit, Audience, ShiftStatus, SignupStatus


@dataclass(frozen=True, slots=True)
class SignUpCommand:
    """A request for a place on one shift: a resident's own, or the desk's for a resident."""

    shift_id: UUID
    acting: ActingFor
    at: datetime
    role_id: UUID | None = None
    key: Key | None = None
    has_guardian: bool = False
    """True where the guardian signs up for the minor, or the desk has their consent to it."""


@dataclass(frozen=True, slots=True)
class Person(people.Person):
    kind: str


@dataclass(slots=True)
class LockedShift:
    """The shift while the group has it locked; its waitlist grows with each command."""

    id: UUID
    status: str
    is_published: bool
    audience: str
    needs_review: bool
    opens_at: datetime
    closes_at: datetime
    queued: int
    age: str = AgeLimit.ALL
    offers_lapse_at: datetime | None = None
    has_moved: bool = False

    def next_position(self) -> int:
        self.queued += 1
        self.has_moved = True
        return self.queued


class Overlap(Enum):
    """The live sign-ups that the person already has at the time of the shift."""

    NONE = auto()
    SAME_SHIFT = auto()
    OTHER_SHIFT = auto()


@dataclass(frozen=True, slots=True)
class Facts:
    """The facts about one command, read from locked rows."""

    person: Person | None = None
    shift: LockedShift | None = None
    role: LockedCapacity | None = None
    overlap: Overlap = Overlap.NONE
    is_role_closed: bool = False
    age_band: AgeBand | None = None
    guardian_until: datetime | None = None
    """The instant until which a guardian's consent lets a minor take part."""


@dataclass(frozen=True, slots=True)
class Admitted:
    person: Person
    shift: LockedShift
    role: LockedCapacity

    def place(self) -> tuple[SignupStatus, int | None]:
        """Takes a place if there is one, else the next position of the waitlist. A sign-up under
        review holds no place: the organiser may still reject it."""
        if self.shift.needs_review:
            return SignupStatus.PENDING_REVIEW, None
        if self.role.take():
            return SignupStatus.CONFIRMED, None
        return SignupStatus.WAITLISTED, self.shift.next_position()


def decide(facts: Facts, command: SignUpCommand) -> Admitted | DomainError:
    """The only home of the rules of signing up; returns the first reason to refuse, if any."""
    person = people.require_active(facts.person, command.acting)
    if isinstance(person, DomainError):
        return person
    if facts.shift is None or not facts.shift.is_published:
        return NotFound()
    if facts.role is None:
        return UnknownReference() if command.role_id else RoleMissing()
    refusal = refusal_by_shift(person, facts.shift, command.at)
    refusal = refusal or refusal_by_age(
        facts.age_band, facts.shift.age, has_guardian(facts, command)
    )
    refusal = refusal or refusal_by_overlap(facts.overlap)
    refusal = refusal or (RoleClosed() if facts.is_role_closed else None)
    refusal = refusal or refusal_by_offers(facts.shift, command.at)
    return refusal or Admitted(person, facts.shift, facts.role)


def refusal_by_offers(shift: LockedShift, now: datetime) -> DomainError | None:
    """Refuses for the moment what comes while an offer is over and its place not yet passed on:
    those who wait are before whoever signs up now."""
    is_over = shift.offers_lapse_at is not None and shift.offers_lapse_at <= now
    return OffersLapsed() if is_over else None


def refusal_of_person(
    kind: str, age_band: AgeBand | None, audience: str, age: str
) -> DomainError | None:
    """Refuses a place to whom audience or ages have excluded since they signed up. A minor's
    guardian has agreed by then."""
    if audience == Audience.RESIDENTS and kind != ParticipantKind.RESIDENT:
        return NotInvited()
    return refusal_by_age(age_band, age, has_guardian=True)


def refusal_by_shift(person: Person, shift: LockedShift, now: datetime) -> DomainError | None:
    if shift.audience == Audience.RESIDENTS and person.kind != ParticipantKind.RESIDENT:
        return NotInvited()
    if shift.status != ShiftStatus.OPEN:
        # A shift that was cancelled has closed before its time.
        return SignupsClosed(closed_at=min(now, shift.closes_at))
    if now < shift.opens_at:
        return SignupsNotOpen(opens_at=shift.opens_at)
    if now >= shift.closes_at:
        return SignupsClosed(closed_at=shift.closes_at)
    return None


def has_guardian(facts: Facts, command: SignUpCommand) -> bool:
    """Returns whether a guardian has consented: to this sign-up, or for a while."""
    until = facts.guardian_until
    return command.has_guardian or (until is not None and command.at < until)


def refusal_by_age(age_band: AgeBand | None, limit: str, has_guardian: bool) -> DomainError | None:
    """Refuses who is too young, or is not known to be an adult where that is asked for; and known
    minors without a guardian's consent."""
    if age_band is AgeBand.ADULT:
        return None
    if limit == AgeLimit.ADULTS:
        return AdultsOnly()
    if limit == AgeLimit.FROM_14 and age_band is AgeBand.UNDER_14:
        return TooYoung()
    return None if age_band is None or has_guardian else GuardianNeeded()


def refusal_by_overlap(overlap: Overlap) -> DomainError | None:
    if overlap is Overlap.NONE:
        return None
    return AlreadySignedUp() if overlap is Overlap.SAME_SHIFT else ShiftsOverlap()
