"""The rules of applying for a post, pure: what is known about a command, and what comes of it."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from app.communities.errors import NotAParticipant, ParticipantInactive
from app.communities.models import Channel, ParticipantStatus
from app.double_reporting.errors import NotRegistered, PostClaimed, PostClosed, PostFull
from app.double_reporting.models import PostStatus
from app.kernel.database.capacity import LockedCapacity
from app.kernel.database.idempotency import Key, StoredResponse, replay
from app.kernel.errors import DomainError, NotFound, UnknownReference


@dataclass(frozen=True, slots=True)
class ClaimPostCommand:
    """One caller's command for one post: a member's own, or the desk's on behalf of one."""

    post_id: UUID
    by: UUID
    at: datetime
    key: Key | None = None
    on_behalf_of: UUID | None = None
    channel: Channel = Channel.SELF
    witness: str | None = None


@dataclass(frozen=True, slots=True)
class Person:
    id: UUID
    status: str
    is_registered: bool
    """Has an active registration here; who changes one holds the person."""


@dataclass(frozen=True, slots=True)
class LockedPost:
    """The post as it stands while the group holds it; its places go with each command."""

    status: str
    places: LockedCapacity


@dataclass(frozen=True, slots=True)
class Facts:
    """What there is to know about one command, read from rows that are held."""

    kept: tuple[bytes, StoredResponse] | None = None
    person: Person | None = None
    post: LockedPost | None = None
    has_claimed: bool = False


@dataclass(frozen=True, slots=True)
class Admitted:
    """Has taken a place already."""

    person: Person
    places: LockedCapacity


Outcome = StoredResponse | DomainError


def decide(facts: Facts, command: ClaimPostCommand) -> Admitted | Outcome:
    """The only home of the rules of applying. The first thing that stands in the way is told."""
    if facts.kept is not None and command.key is not None:
        return replay(*facts.kept, command.key)
    if facts.person is None:
        return UnknownReference() if command.on_behalf_of else NotAParticipant()
    if facts.person.status != ParticipantStatus.ACTIVE:
        return ParticipantInactive()
    if facts.post is None or facts.post.status == PostStatus.DRAFT:
        return NotFound()
    return take(facts, facts.person, facts.post)


def take(facts: Facts, person: Person, post: LockedPost) -> Admitted | DomainError:
    """The place is held from the application on (domain.md 4)."""
    if not person.is_registered:
        return NotRegistered()
    if post.status != PostStatus.PUBLISHED:
        return PostClosed()
    if facts.has_claimed:
        return PostClaimed()
    if not post.places.take():
        return PostFull(capacity=post.places.capacity)
    return Admitted(person, post.places)
