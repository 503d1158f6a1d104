"""Ticket: a request of a resident to the community, and its progress."""

from datetime import datetime, timedelta
from enum import StrEnum
from uuid import UUID

from sqlalchemy import CheckConstraint, Index
from sqlalchemy import text as sql
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.orm import Mapped, mapped_column
from sqlalchemy.types import Text

from app.communities.models import EnteredInConfidence, witnessed
from app.feedback import clocks
from app.feedback.clocks import Clocks, Notice
from app.feedback.errors import DisputedTwice, DisputeTooLate
from app.feedback.models.location import Location
from app.kernel.database.columns import CommunityScoped, SearchTerms, text_enum, within
from app.kernel.database.engine import Base
from app.kernel.database.states import NEW, Stateful
from app.kernel.deadlines import ALWAYS
from app.kernel.privacy.at_rest import JsonAtRest, PointerAtRest, WordsAtRest


class TicketStatus(StrEnum):
    SUBMITTED = "submitted"
    ACCEPTED = "accepted"
    DECLINED = "declined"
    ASSIGNED = "assigned"
    IN_PROGRESS = "in_progress"
    WAITING_FOR_RESIDENT = "waiting_for_resident"
    RESOLVED = "resolved"
    CLOSED = "closed"
    REOPENED = "reopened"
    WITHDRAWN = "withdrawn"


class Visibility(StrEnum):
    PUBLIC = "public"
    PRIVATE = "private"


S = TicketStatus
OPEN = frozenset(
    {S.SUBMITTED, S.ACCEPTED, S.ASSIGNED, S.IN_PROGRESS, S.WAITING_FOR_RESIDENT, S.REOPENED}
)
"""The states in which a handler or the resident has something to do."""
WITHDRAWABLE = OPEN - {S.REOPENED}
SHOWN = frozenset({*OPEN - {S.SUBMITTED}, S.RESOLVED, S.CLOSED})
"""The states in which others see a public ticket: a worker has read and accepted it."""

ANSWER_WINDOW = timedelta(days=7)
"""The time for the resident's answer; then the work goes on without it."""
RATING_WINDOW = timedelta(days=7)
"""The time for a rating or a dispute after the solution; then the ticket is closed."""
DISPUTE_WINDOW = timedelta(days=30)
"""The time for a dispute after the ticket was closed."""
MAX_DISPUTES = 2
FOUND = "person_sealed IS NULL OR num_nonnulls(person_index, person_index_even) > 0"
TO_ANONYMISE = "person_sealed IS NOT NULL AND closed_at IS NOT NULL"


class Ticket(Stateful, EnteredInConfidence, CommunityScoped, Base):
    """A ticket. Who wrote it, what and where is sealed, whether others see it or not: until it is
    accepted nobody has read it, and what is private stays so. Of those that others see, terms of
    the words lie open to be searched."""

    __tablename__ = "tickets"
    PRIVACY = "personal"
    MOVES = {
        "submit": (NEW, S.SUBMITTED),
        "accept": ({S.SUBMITTED}, S.ACCEPTED),
        "decline": ({S.SUBMITTED}, S.DECLINED),
        "assign": ({S.ACCEPTED}, S.ASSIGNED),
        "start": ({S.ASSIGNED, S.REOPENED}, S.IN_PROGRESS),
        "ask": ({S.IN_PROGRESS}, S.WAITING_FOR_RESIDENT),
        "resume": ({S.WAITING_FOR_RESIDENT}, S.IN_PROGRESS),
        "resolve": ({S.IN_PROGRESS}, S.RESOLVED),
        "close": ({S.RESOLVED}, S.CLOSED),
        "dispute": ({S.RESOLVED, S.CLOSED}, S.REOPENED),
        "withdraw": (WITHDRAWABLE, S.WITHDRAWN),
    }

    number: Mapped[str]
    category_id: Mapped[UUID]
    person_sealed: Mapped[bytes | None] = mapped_column(info={"privacy": "sensitive"})
    person_index: Mapped[bytes | None] = mapped_column(info={"privacy": "sensitive"})
    person_index_even: Mapped[bytes | None] = mapped_column(info={"privacy": "sensitive"})
    participant_id = PointerAtRest("person_sealed", index="person_index")
    """The author, whom only community workers may know; empty when the ticket is anonymous."""
    text_sealed: Mapped[bytes]
    text = WordsAtRest[str]("text_sealed")
    location_sealed: Mapped[bytes | None]
    location = JsonAtRest("location_sealed", length=96)
    """JSON of `Location.stored`; a household or a point at somebody's door names its author."""
    visibility: Mapped[Visibility] = mapped_column(text_enum(Visibility))
    status: Mapped[TicketStatus] = mapped_column(text_enum(TicketStatus))
    is_open: Mapped[bool]
    is_shown: Mapped[bool]
    """Both flags follow from status and visibility; `move` sets them for the partial indexes."""
    search_grams: Mapped[SearchTerms]
    """Search terms; empty until the ticket is shown to others."""
    submitted_at: Mapped[datetime]
    accepted_by: Mapped[UUID | None]
    """The user who accepted it and stays answerable for it (first-handler duty)."""
    department_id: Mapped[UUID | None]
    resolved_by: Mapped[UUID | None]
    closed_at: Mapped[datetime | None]
    disputes: Mapped[int]
    paused_minutes: Mapped[int]
    """Minutes for which it has waited for the resident."""
    response_warn_at: Mapped[datetime]
    response_due_at: Mapped[datetime]
    resolution_warn_at: Mapped[datetime]
    resolution_due_at: Mapped[datetime]
    responded_at: Mapped[datetime | None]
    stopped_at: Mapped[datetime | None]
    notices: Mapped[list[str]] = mapped_column(ARRAY(Text))
    """Notices already given; each is given once."""
    next_notice_at: Mapped[datetime | None]
    version: Mapped[int]

    __table_args__ = (
        witnessed(),
        within("service_categories", "category_id"),
        within("departments", "department_id"),
        CheckConstraint("(channel = 'self') = (entered_by IS NULL)", name="entered"),
        CheckConstraint("disputes BETWEEN 0 AND 2", name="disputes"),
        Index("ix_tickets_person", "community_id", "person_index", "id"),
        Index(
            "ix_tickets_person_even",
            *("community_id", "person_index_even", "id"),
            postgresql_where=sql("person_index_even IS NOT NULL"),
        ),
        CheckConstraint(FOUND, name="is_found"),
        Index("ix_tickets_closed", "closed_at", postgresql_where=sql(TO_ANONYMISE)),
        Index("ix_tickets_shown", *("community_id", "id"), postgresql_where=sql("is_shown")),
        Index(
            "ix_tickets_search",
            "search_grams",
            postgresql_using="gin",
            postgresql_where=sql("is_shown"),
        ),
        Index(
            "ix_tickets_open",
            *("community_id", "resolution_due_at", "id"),
            postgresql_where=sql("is_open"),
        ),
        Index("ix_tickets_queue", "community_id", "status", "resolution_due_at", "id"),
        Index(
            "ix_tickets_department",
            *("community_id", "department_id", "resolution_due_at", "id"),
            postgresql_where=sql("department_id IS NOT NULL"),
        ),
        Index(
            "ix_tickets_notice",
            "next_notice_at",
            postgresql_where=sql("next_notice_at IS NOT NULL"),
        ),
        Index(
            "ix_tickets_stopped",
            "stopped_at",
            postgresql_where=sql("status IN ('waiting_for_resident', 'resolved')"),
        ),
    )

    @property
    def clocks(self) -> Clocks:
        return Clocks(
            response_warn_at=self.response_warn_at,
            response_due_at=self.response_due_at,
            resolution_warn_at=self.resolution_warn_at,
            resolution_due_at=self.resolution_due_at,
            responded_at=self.responded_at,
            stopped_at=self.stopped_at,
            notices=frozenset(Notice(notice) for notice in self.notices),
        )

    @clocks.setter
    def clocks(self, changed: Clocks) -> None:
        self.response_warn_at, self.response_due_at = (
            changed.response_warn_at,
            changed.response_due_at,
        )
        self.resolution_warn_at, self.resolution_due_at = (
            changed.resolution_warn_at,
            changed.resolution_due_at,
        )
        self.responded_at, self.stopped_at = changed.responded_at, changed.stopped_at
        self.notices = sorted(changed.notices)
        self.next_notice_at = clocks.next_notice_at(changed) if self.is_open else None

    @property
    def place(self) -> Location:
        """Place and point; empty where they cannot be opened."""
        return Location.of(self.location)

    @property
    def place_id(self) -> UUID | None:
        return self.place.place_id

    @property
    def gcj02_longitude(self) -> float | None:
        return self.place.gcj02_longitude

    @property
    def gcj02_latitude(self) -> float | None:
        return self.place.gcj02_latitude

    @property
    def is_waiting(self) -> bool:
        return self.status is S.WAITING_FOR_RESIDENT

    @property
    def is_resolved(self) -> bool:
        return self.status is S.RESOLVED

    def move(self, verb: str) -> None:
        super().move(verb)
        self.is_open = self.status in OPEN
        self.is_shown = self.status in SHOWN and self.visibility is Visibility.PUBLIC
        if not self.is_shown:
            self.search_grams = []

    def accept(self, now: datetime, by: UUID) -> None:
        self.move("accept")
        self.accepted_by = by
        self.clocks = clocks.responded(self.clocks, now)

    def decline(self, now: datetime) -> None:
        self.move("decline")
        self.clocks = clocks.stopped(clocks.responded(self.clocks, now), now)
        self.closed_at = now

    def assign(self, department_id: UUID) -> None:
        self.move("assign")
        self.department_id = department_id

    def start(self) -> None:
        """Begin the work, also again after a dispute."""
        self.move("start")

    def ask(self, now: datetime) -> None:
        self.move("ask")
        self.clocks = clocks.stopped(self.clocks, now)

    def resume(self, now: datetime) -> None:
        """Go on with the work after the resident's answer, or without one when the time is over."""
        self.move("resume")
        if self.stopped_at is not None:
            self.paused_minutes += clocks.paused_minutes(self.stopped_at, now, ALWAYS)
        self.clocks = clocks.resumed(self.clocks, now, ALWAYS)

    def resolve(self, now: datetime, by: UUID) -> None:
        self.move("resolve")
        self.resolved_by = by
        self.clocks = clocks.stopped(self.clocks, now)

    def close(self, now: datetime) -> None:
        """Close a resolved ticket, after a rating or when the time for one is over."""
        self.move("close")
        self.closed_at = now

    def dispute(self, now: datetime) -> None:
        """Reopen the ticket with the time that was left when it was resolved."""
        was_closed_at = self.closed_at
        self.move("dispute")
        if self.disputes >= MAX_DISPUTES:
            raise DisputedTwice
        if was_closed_at is not None and now > was_closed_at + DISPUTE_WINDOW:
            raise DisputeTooLate(until=was_closed_at + DISPUTE_WINDOW)
        self.disputes += 1
        self.closed_at = None
        self.clocks = clocks.resumed(self.clocks, now, ALWAYS)

    def withdraw(self, now: datetime) -> None:
        self.move("withdraw")
        self.clocks = clocks.stopped(self.clocks, now)
        self.closed_at = now

    def count_reply(self, now: datetime) -> None:
        """Count a reply as the first contact; refuse it where nothing is left to do."""
        self.require_open()
        self.clocks = clocks.responded(self.clocks, now)

    def require_open(self) -> None:
        self.require_in(OPEN, wanted=S.IN_PROGRESS)

    def require_resolved(self) -> None:
        """Refuse a rating before the ticket is resolved."""
        self.require_in({S.RESOLVED, S.CLOSED}, wanted=S.CLOSED)

    def mark_due_notices(self, now: datetime) -> list[Notice]:
        """Mark the notices that are due as given, and return them."""
        notices = clocks.due(self.clocks, now) if self.is_open else []
        self.clocks = clocks.with_notices(self.clocks, notices)
        return notices
