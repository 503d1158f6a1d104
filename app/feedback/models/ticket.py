"""Ticket: what a resident asks of the community, and how far it has come."""

from datetime import datetime, timedelta
from enum import StrEnum
from uuid import UUID

from sqlalchemy import CheckConstraint, Index
from sqlalchemy import text as sql
from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.orm import Mapped, mapped_column
from sqlalchemy.types import Text

from app.communities.models import Entered, witnessed
from app.feedback import clocks
from app.feedback.clocks import Clocks, Notice
from app.feedback.errors import DisputedTwice, DisputeTooLate
from app.kernel.database.columns import CommunityScoped, text_enum, within
from app.kernel.database.engine import Base
from app.kernel.database.states import NEW, Stateful
from app.kernel.deadlines import ALWAYS


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
"""Somebody has something to do."""
SHOWN = frozenset({*OPEN - {S.SUBMITTED}, S.RESOLVED, S.CLOSED})
"""A public one is seen by others once a worker has read and accepted it."""

WAITS = SILENCE = timedelta(days=7)
"""For the resident's answer, and for a word after it is resolved (domain.md 6 and 9)."""
DISPUTED_UNTIL = timedelta(days=30)
"""After it was closed (domain.md 9)."""
DISPUTES = 2


class Ticket(Stateful, Entered, CommunityScoped, Base):
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
        "withdraw": (OPEN - {S.REOPENED}, S.WITHDRAWN),
    }

    number: Mapped[str]
    category_id: Mapped[UUID]
    participant_id: Mapped[UUID] = mapped_column(info={"privacy": "sensitive"})
    """The author; known to community workers alone."""
    text: Mapped[str]
    place_id: Mapped[UUID | None]
    gcj02_longitude: Mapped[float | None]
    gcj02_latitude: Mapped[float | None]
    visibility: Mapped[Visibility] = mapped_column(text_enum(Visibility))
    status: Mapped[TicketStatus] = mapped_column(text_enum(TicketStatus))
    is_open: Mapped[bool]
    is_shown: Mapped[bool]
    """Both follow from status and visibility; indexes stand on them."""
    search_grams: Mapped[list[str]] = mapped_column(ARRAY(Text))
    """Empty until it is shown to others."""
    submitted_at: Mapped[datetime]
    accepted_by: Mapped[UUID | None]
    """A user, who stays answerable (first-handler duty)."""
    department_id: Mapped[UUID | None]
    resolved_by: Mapped[UUID | None]
    closed_at: Mapped[datetime | None]
    disputes: Mapped[int]
    paused_minutes: Mapped[int]
    """For which it has waited for the resident."""
    response_warn_at: Mapped[datetime]
    response_due_at: Mapped[datetime]
    resolution_warn_at: Mapped[datetime]
    resolution_due_at: Mapped[datetime]
    responded_at: Mapped[datetime | None]
    stopped_at: Mapped[datetime | None]
    notices: Mapped[list[str]] = mapped_column(ARRAY(Text))
    """Those given; each is given once."""
    next_notice_at: Mapped[datetime | None]
    version: Mapped[int]

    __table_args__ = (
        witnessed(),
        within("service_categories", "category_id"),
        within("participants", "participant_id"),
        within("places", "place_id"),
        within("departments", "department_id"),
        CheckConstraint("(gcj02_longitude IS NULL) = (gcj02_latitude IS NULL)", name="point"),
        CheckConstraint("disputes BETWEEN 0 AND 2", name="disputes"),
        Index("ix_tickets_mine", "community_id", "participant_id", "id"),
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
            given=frozenset(Notice(notice) for notice in self.notices),
        )

    @clocks.setter
    def clocks(self, now_so: Clocks) -> None:
        self.response_warn_at, self.response_due_at = (
            now_so.response_warn_at,
            now_so.response_due_at,
        )
        self.resolution_warn_at, self.resolution_due_at = (
            now_so.resolution_warn_at,
            now_so.resolution_due_at,
        )
        self.responded_at, self.stopped_at = now_so.responded_at, now_so.stopped_at
        self.notices = sorted(now_so.given)
        self.next_notice_at = clocks.next_notice_at(now_so) if self.is_open else None

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
        """Also anew, after a dispute; not what waits for the resident."""
        self.move("start")

    def ask(self, now: datetime) -> None:
        self.move("ask")
        self.clocks = clocks.stopped(self.clocks, now)

    def resume(self, now: datetime) -> None:
        """The resident has answered, or has not within seven days."""
        self.move("resume")
        if self.stopped_at is not None:
            self.paused_minutes += clocks.paused_minutes(self.stopped_at, now, ALWAYS)
        self.clocks = clocks.resumed(self.clocks, now, ALWAYS)

    def resolve(self, now: datetime, by: UUID) -> None:
        self.move("resolve")
        self.resolved_by = by
        self.clocks = clocks.stopped(self.clocks, now)

    def close(self, now: datetime) -> None:
        """Rated, or seven days of silence."""
        self.move("close")
        self.closed_at = now

    def dispute(self, now: datetime) -> None:
        """What was left of its time is left still."""
        was_closed_at = self.closed_at
        self.move("dispute")
        if self.disputes >= DISPUTES:
            raise DisputedTwice
        if was_closed_at is not None and now > was_closed_at + DISPUTED_UNTIL:
            raise DisputeTooLate(until=was_closed_at + DISPUTED_UNTIL)
        self.disputes += 1
        self.closed_at = None
        self.clocks = clocks.resumed(self.clocks, now, ALWAYS)

    def withdraw(self, now: datetime) -> None:
        self.move("withdraw")
        self.clocks = clocks.stopped(self.clocks, now)
        self.closed_at = now

    def answer_to(self, now: datetime) -> None:
        """A reply counts as the first contact, while there is something to do."""
        self.require_open()
        self.clocks = clocks.responded(self.clocks, now)

    def require_open(self) -> None:
        self.require_in(OPEN, wanted=S.IN_PROGRESS)

    def require_over(self) -> None:
        """It is rated when it is resolved, or closed by silence."""
        self.require_in({S.RESOLVED, S.CLOSED}, wanted=S.CLOSED)

    def notice(self, now: datetime) -> list[Notice]:
        """Those due, marked as given."""
        given = clocks.due(self.clocks, now) if self.is_open else []
        self.clocks = clocks.noticed(self.clocks, given)
        return given
