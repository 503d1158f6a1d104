"""The rules of submitting a ticket, pure: what is known about a command, and what comes of it."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from app.communities.errors import NotAParticipant, ParticipantInactive
from app.communities.models import Channel, ParticipantStatus, PlaceKind
from app.feedback import clocks
from app.feedback.clocks import Clocks
from app.feedback.errors import CategoryClosed, PlaceTooExact, TooManyOpen
from app.feedback.models import Visibility
from app.feedback.tickets.schemas import TicketIn
from app.kernel.database.idempotency import Key, StoredResponse, replay
from app.kernel.deadlines import ALWAYS
from app.kernel.errors import DomainError, UnknownReference

MOST_OPEN = 10
"""Of one person in a community."""
TOO_EXACT = {PlaceKind.HOUSEHOLD, PlaceKind.ENTRANCE}


@dataclass(frozen=True, slots=True)
class SubmitTicketCommand:
    """One caller's ticket: a resident's own, or the desk's on behalf of one."""

    wanted: TicketIn
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


@dataclass(frozen=True, slots=True)
class KnownCategory:
    """Read, not held: who submits while it is being closed has come before."""

    id: UUID
    is_active: bool
    response_minutes: int
    resolution_minutes: int

    def clocks(self, start: datetime) -> Clocks:
        response = timedelta(minutes=self.response_minutes)
        return clocks.started(start, response, timedelta(minutes=self.resolution_minutes), ALWAYS)


@dataclass(frozen=True, slots=True)
class Facts:
    """What there is to know about one command, once its person is held."""

    kept: tuple[bytes, StoredResponse] | None = None
    person: Person | None = None
    category: KnownCategory | None = None
    place_kind: str | None = None
    """None where no place is named, or none of that id stands here."""
    open: int = 0
    """Tickets of the person."""
    short_number: int = 0
    """Of the community."""


@dataclass(frozen=True, slots=True)
class Admitted:
    person: Person
    category: KnownCategory


Outcome = StoredResponse | DomainError


def decide(facts: Facts, command: SubmitTicketCommand) -> Admitted | Outcome:
    """The only home of the rules of submitting. The first thing that stands in the way is told."""
    if facts.kept is not None and command.key is not None:
        return replay(*facts.kept, command.key)
    if facts.person is None:
        return UnknownReference() if command.on_behalf_of else NotAParticipant()
    if facts.person.status != ParticipantStatus.ACTIVE:
        return ParticipantInactive()
    if facts.category is None:
        return UnknownReference()
    refused = not_taken(facts, facts.category) or misplaced(facts, command.wanted)
    return refused or Admitted(facts.person, facts.category)


def not_taken(facts: Facts, category: KnownCategory) -> DomainError | None:
    if not category.is_active:
        return CategoryClosed()
    return TooManyOpen(most=MOST_OPEN) if facts.open >= MOST_OPEN else None


def misplaced(facts: Facts, wanted: TicketIn) -> DomainError | None:
    """What everybody sees must not tell at whose door it is."""
    if wanted.place_id is None:
        return None
    if facts.place_kind is None:
        return UnknownReference()
    is_public = wanted.visibility is Visibility.PUBLIC
    return PlaceTooExact() if is_public and facts.place_kind in TOO_EXACT else None
