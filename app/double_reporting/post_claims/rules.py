"""The rules of applying for a post: pure functions of a command and the facts about it."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from app.communities import people
from app.communities.acting import ActingFor
from app.communities.models import AgeBand, ParticipantKind
from app.double_reporting.errors import (
    AdultsOnly,
    GuardianNeeded,
    PostChanged,
    PostClaimed,
    PostClosed,
    PostFull,
    ResidentsOnly,
)
from app.double_reporting.models import PostRisk, PostStatus
from app.kernel.database.capacity import LockedCapacity
from app.kernel.database.idempotency import Key
from app.kernel.errors import DomainError, NotFound


@dataclass(frozen=True, slots=True)
class ClaimPostCommand:
    """A request for a place on one post: a resident's own, or the desk's for a resident."""

    post_id: UUID
    acting: ActingFor
    at: datetime
    key: Key | None = None
    version: int | None = None
    """The version of the post that the applicant has read; None where they do not say."""
    has_guardian: bool = False
    """True where the desk has a guardian's consent to this post."""


@dataclass(frozen=True, slots=True)
class Person(people.Person):
    kind: str
    """Resident or visitor, as the locked row says. Whether the person is a Party member makes no
    difference: a claim would else tell it to whoever reads the table."""
    age_band: AgeBand | None = None
    guardian_until: datetime | None = None
    """The instant until which a guardian's consent lets a minor take part."""


@dataclass(frozen=True, slots=True)
class LockedPost:
    """The post while the group has it locked; its places go with each command."""

    status: str
    places: LockedCapacity
    version: int = 1
    risk_level: str = PostRisk.LOW


@dataclass(frozen=True, slots=True)
class Facts:
    """The facts about one command, read from locked rows."""

    person: Person | None = None
    post: LockedPost | None = None
    has_claimed: bool = False


@dataclass(frozen=True, slots=True)
class Admitted:
    """An application for which the rule has taken a place."""

    person: Person
    places: LockedCapacity


def decide(facts: Facts, command: ClaimPostCommand) -> Admitted | DomainError:
    """The only home of the rules of applying; returns the first reason to refuse, if any."""
    person = people.require_active(facts.person, command.acting)
    if isinstance(person, DomainError):
        return person
    if facts.post is None or facts.post.status == PostStatus.DRAFT:
        return NotFound()
    return take(facts, person, facts.post, command)


def refusal_by_post(post: LockedPost, version: int | None) -> DomainError | None:
    """Returns why the post takes nobody, if so."""
    if post.status != PostStatus.PUBLISHED:
        return PostClosed()
    if version is not None and version != post.version:
        return PostChanged(version=post.version)
    return None


def refusal_by_age(
    person: Person, post: LockedPost, command: ClaimPostCommand
) -> DomainError | None:
    """Refuses a high risk to who is not known to be an adult, and any post to known or declared
    minors without a guardian's consent."""
    if person.age_band is AgeBand.ADULT:
        return None
    if post.risk_level == PostRisk.HIGH:
        return AdultsOnly()
    until = person.guardian_until
    has_guardian = command.has_guardian or (until is not None and command.at < until)
    return None if person.age_band is None or has_guardian else GuardianNeeded()


def take(
    facts: Facts, person: Person, post: LockedPost, command: ClaimPostCommand
) -> Admitted | DomainError:
    """Takes a place at once: it is the applicant's from the application on, not from its approval,
    so that a post is never promised to more people than it has places."""
    if person.kind != ParticipantKind.RESIDENT:
        return ResidentsOnly()
    refusal = refusal_by_post(post, command.version) or refusal_by_age(person, post, command)
    if refusal is not None:
        return refusal
    if facts.has_claimed:
        return PostClaimed()
    # Last, for whoever is refused by another rule must not take a place.
    if not post.places.take():
        return PostFull(capacity=post.places.capacity)
    return Admitted(person, post.places)
