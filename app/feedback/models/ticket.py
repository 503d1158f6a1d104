"""Ticket: a request of a resident to the community, and its progress."""

from datetime import date, datetime
from uuid import UUID

from sqlalchemy.dialects.postgresql import ARRAY
from sqlalchemy.orm import Mapped, mapped_column
from sqlalchemy.types import Text

from app.communities.models import EnteredInConfidence
from app.feedback import clocks
from app.feedback.clocks import Clocks, Notice
from app.feedback.errors import (
    DisputedTwice,
    DisputeTooLate,
    EscalatedAlready,
    NotDisputedTwice,
    OfCommunity,
    TicketConfidential,
)
from app.feedback.models.location import Located
from app.feedback.models.ticket_states import (
    DISPUTE_WINDOW,
    MAX_DISPUTES,
    MOVES,
    OPEN,
    SHOWN,
    Origin,
    StatusFlags,
    TicketKind,
    TicketStatus,
    Visibility,
)
from app.feedback.models.ticket_table import table_args
from app.kernel import clock
from app.kernel.database.columns import CommunityScoped, SearchTerms, text_enum
from app.kernel.database.engine import Base
from app.kernel.database.states import Stateful
from app.kernel.deadlines import ALWAYS
from app.kernel.privacy.at_rest import JsonAtRest, PointerAtRest, WordsAtRest

S = TicketStatus


class Ticket(Located, StatusFlags, Stateful, EnteredInConfidence, CommunityScoped, Base):
    """A ticket. Who wrote it, what and where is sealed, whether others see it or not: until it is
    accepted nobody has read it, and what is private stays so. Of those that others see, terms of
    the words lie open to be searched."""

    __tablename__ = "tickets"
    PRIVACY = "personal"
    MOVES = MOVES

    number: Mapped[str]
    kind: Mapped[TicketKind] = mapped_column(text_enum(TicketKind))
    origin: Mapped[Origin] = mapped_column(text_enum(Origin))
    category_id: Mapped[UUID]
    person_sealed: Mapped[bytes | None] = mapped_column(info={"privacy": "sensitive"})
    person_index: Mapped[bytes | None] = mapped_column(info={"privacy": "sensitive"})
    person_index_even: Mapped[bytes | None] = mapped_column(info={"privacy": "sensitive"})
    participant_id = PointerAtRest("person_sealed", index="person_index")
    """The author, whom only community workers may know; empty when the ticket is anonymous, or the
    community's own."""
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
    resolutions: Mapped[int]
    """How often it was resolved; each solution has a rating of its own."""
    escalated_at: Mapped[datetime | None]
    """Instant at which its author, after two disputes, asked the level above to review it."""
    review_at: Mapped[datetime | None]
    """Beginning of the day on which a deferred ticket is taken up again."""
    merged_into: Mapped[UUID | None]
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

    __table_args__ = table_args()

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
    def review_on(self) -> date | None:
        """The day on which a deferred ticket is taken up again."""
        return None if self.review_at is None else clock.day_of(self.review_at)

    @property
    def is_of_community(self) -> bool:
        return self.origin is Origin.COMMUNITY

    @property
    def author_id(self) -> UUID | None:
        """The author, or None where the ticket is anonymous or the community's own."""
        return self.participant_id if self.person_sealed is not None else None

    @property
    def is_confidential(self) -> bool:
        return self.visibility is Visibility.CONFIDENTIAL

    @property
    def has_contact(self) -> bool:
        """True while staff who act in the matter may see how to reach its author."""
        return self.is_open and not self.is_confidential and self.author_id is not None

    def require_contact(self) -> UUID:
        """Returns the author whom staff may reach now, or raises what stands in the way."""
        self.require_open()
        if self.is_confidential:
            raise TicketConfidential
        if self.author_id is None:
            raise OfCommunity
        return self.author_id

    def move(self, verb: str) -> None:
        super().move(verb)
        self.is_open = self.status in OPEN
        self.is_shown = self.status in SHOWN and self.visibility is Visibility.PUBLIC
        if not self.is_shown:
            self.search_grams = []

    def accept(self, by: UUID) -> None:
        """Accept it for somebody who stays answerable. This is a click, and no first contact."""
        self.move("accept")
        self.accepted_by = by

    def decline(self, now: datetime) -> None:
        self.move("decline")
        self.clocks = clocks.stopped(clocks.responded(self.clocks, now), now)
        self.closed_at = now

    def assign(self, department_id: UUID) -> None:
        self.move("assign")
        self.department_id = department_id

    def give_back(self) -> None:
        """Give it back to the community, which has to find another department."""
        self.move("give_back")
        self.department_id = None

    def start(self) -> None:
        self.move("start")

    def ask(self, now: datetime) -> None:
        self.move("ask")
        self.clocks = clocks.stopped(clocks.responded(self.clocks, now), now)

    def answer(self, now: datetime) -> None:
        """Go on with the work after the resident's answer."""
        self.move("answer")
        self._let_run(now)

    def resume(self, now: datetime) -> None:
        """Go on without an answer when the time for one is over, or with what was deferred."""
        self.move("resume")
        self._let_run(now)

    def defer(self, now: datetime, until: date) -> None:
        """Put it off until a day, told to its author with the reason. The clocks go on."""
        self.move("defer")
        self.review_at = clock.instant_of(until)
        self.clocks = clocks.responded(self.clocks, now)

    def _let_run(self, now: datetime) -> None:
        if self.stopped_at is not None:
            self.paused_minutes += clocks.paused_minutes(self.stopped_at, now, ALWAYS)
        self.clocks = clocks.resumed(self.clocks, now, ALWAYS)

    def resolve(self, now: datetime, by: UUID) -> None:
        self.move("resolve")
        self.resolved_by = by
        self.resolutions += 1
        self.clocks = clocks.stopped(clocks.responded(self.clocks, now), now)

    def require_accepted(self) -> None:
        """Refuse a direct answer where a department has the ticket."""
        self.require_in({S.ACCEPTED}, wanted=S.RESOLVED)

    def require_deferred(self) -> None:
        self.require_in({S.DEFERRED}, wanted=S.IN_PROGRESS)

    def close(self, now: datetime) -> None:
        """Close a resolved ticket, after a rating or when the time for one is over."""
        self.move("close")
        self.closed_at = now

    def dispute(self, now: datetime) -> None:
        """Reopen the ticket with the time that was left when it was resolved."""
        self.require("dispute")
        if self.disputes >= MAX_DISPUTES:
            raise DisputedTwice
        self._require_in_time(now)
        self.move("dispute")
        self.disputes += 1
        self.closed_at = None
        self.clocks = clocks.resumed(self.clocks, now, ALWAYS)

    def may_be_disputed(self, now: datetime) -> bool:
        """Returns whether a dispute would be taken now."""
        may = self.is_over and self.disputes < MAX_DISPUTES
        return may and not self._is_too_late(now)

    def may_be_escalated(self, now: datetime) -> bool:
        may = self.is_over and self.disputes >= MAX_DISPUTES and self.escalated_at is None
        return may and not self._is_too_late(now)

    def escalate(self, now: datetime) -> None:
        """Ask the level above the community for a review after two disputes. The state stays."""
        self.require("dispute")
        if self.disputes < MAX_DISPUTES:
            raise NotDisputedTwice
        if self.escalated_at is not None:
            raise EscalatedAlready
        self._require_in_time(now)
        self.escalated_at = now

    def _is_too_late(self, now: datetime) -> bool:
        return self.closed_at is not None and now > self.closed_at + DISPUTE_WINDOW

    def _require_in_time(self, now: datetime) -> None:
        if self.closed_at is not None and self._is_too_late(now):
            raise DisputeTooLate(until=self.closed_at + DISPUTE_WINDOW)

    def merge(self, now: datetime, into: UUID) -> None:
        self.move("merge")
        self.merged_into = into
        self.clocks = clocks.stopped(self.clocks, now)
        self.closed_at = now

    def withdraw(self, now: datetime) -> None:
        self.move("withdraw")
        self.clocks = clocks.stopped(self.clocks, now)
        self.closed_at = now

    def count_contact(self, now: datetime) -> None:
        """Count a reply, a call or a visit as the first contact; refuse it where nothing is left to
        do."""
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
