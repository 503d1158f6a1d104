"""Rules of submitting tickets, pure: the facts about a command, and the decision by them."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from app.communities.acting import ActingFor
from app.communities.models import PlaceKind
from app.communities.people import Person, require_active
from app.feedback import clocks
from app.feedback.clocks import Clocks
from app.feedback.errors import CategoryClosed, PlaceTooExact, TooManyOpen
from app.feedback.models import Visibility
from app.feedback.tickets.schemas import TicketIn
from app.kernel.database.idempotency import Key
from app.kernel.deadlines import ALWAYS
from app.kernel.errors import DomainError, UnknownReference

MAX_OPEN_TICKETS = 10
"""Open tickets that one person may have in a community."""
PRIVATE_PLACES = {PlaceKind.HOUSEHOLD, PlaceKind.ENTRANCE}


@dataclass(frozen=True, slots=True)
class SubmitTicketCommand:
    """A request to submit a ticket: a resident's own, or the desk's for a resident."""

    content: TicketIn
    acting: ActingFor
    at: datetime
    key: Key | None = None


@dataclass(frozen=True, slots=True)
class Category:
    """A category, read without a lock: a ticket submitted while it is being closed is accepted."""

    id: UUID
    is_active: bool
    response_minutes: int
    resolution_minutes: int
    name: str = ""

    def clocks(self, start: datetime) -> Clocks:
        response = timedelta(minutes=self.response_minutes)
        return clocks.started(start, response, timedelta(minutes=self.resolution_minutes), ALWAYS)


@dataclass(frozen=True, slots=True)
class Facts:
    """The facts about one command, read while its person is locked."""

    person: Person | None = None
    category: Category | None = None
    place_path: str | None = None
    """Names of the place and of what it lies in."""
    place_kind: str | None = None
    """None if the ticket names no place, or one that the community does not have."""
    open_tickets: int = 0
    """The person's open tickets."""
    short_number: int = 0
    """The community's own number, with which its serial numbers begin."""


@dataclass(frozen=True, slots=True)
class Admitted:
    person: Person
    category: Category
    short_number: int
    place_path: str | None = None


def decide(facts: Facts, command: SubmitTicketCommand) -> Admitted | DomainError:
    """Decides by the rules of submitting, which stand here alone; returns the first reason to
    refuse, if any."""
    person = require_active(facts.person, command.acting)
    if isinstance(person, DomainError):
        return person
    if facts.category is None:
        return UnknownReference()
    refusal = refusal_by_category(facts, facts.category) or refusal_by_place(facts, command.content)
    return refusal or Admitted(person, facts.category, facts.short_number, facts.place_path)


def refusal_by_category(facts: Facts, category: Category) -> DomainError | None:
    if not category.is_active:
        return CategoryClosed()
    has_too_many = facts.open_tickets >= MAX_OPEN_TICKETS
    return TooManyOpen(most=MAX_OPEN_TICKETS) if has_too_many else None


def refusal_by_place(facts: Facts, content: TicketIn) -> DomainError | None:
    """Refuses a public or confidential ticket at somebody's own door: the place would name its
    author."""
    if content.place_id is None:
        return None
    if facts.place_kind is None:
        return UnknownReference()
    is_private = content.visibility is Visibility.PRIVATE
    return PlaceTooExact() if not is_private and facts.place_kind in PRIVATE_PLACES else None
