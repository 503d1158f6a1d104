"""Tickets as the API takes and shows them. Only `StaffTicket` names the author."""

from dataclasses import replace
from datetime import date, datetime
from typing import Annotated, Literal, Self
from uuid import UUID

from pydantic import Field, model_validator
from typing_extensions import TypeAliasType

from app.communities.acting import ActingFor
from app.communities.models import Channel
from app.communities.permissions import Staff
from app.communities.schemas import OnBehalf, Witnessed
from app.feedback.history.schemas import EntryOut
from app.feedback.models import Origin, Solved, TicketKind, TicketStatus, Visibility
from app.kernel.web.pages import PageQuery, StaffPage, Words, words_of
from app.kernel.web.schemas import (
    Day,
    Gcj02Latitude,
    Gcj02Longitude,
    In,
    Out,
    ReasonIn,
    lines,
)
from app.kernel.words import Worded

Written = Annotated[str, lines(2000)]
CommunityTicketVisibility = TypeAliasType(
    "CommunityTicketVisibility", Literal[Visibility.PUBLIC, Visibility.PRIVATE]
)
"""A ticket without an author has nobody to be confidential about."""


class TicketContent(In):
    """Content of a ticket, whoever opens it."""

    category_id: UUID
    kind: TicketKind = TicketKind.HELP
    text: Annotated[str, lines(2000, least=2)]
    place_id: UUID | None = None
    """Place of the matter; a public ticket names no more than the building."""
    gcj02_longitude: Gcj02Longitude | None = None
    gcj02_latitude: Gcj02Latitude | None = None
    visibility: Visibility = Visibility.PRIVATE
    """Visibility of the ticket. A public one is shown to others, without its author, once it is
    accepted. Of a confidential one nobody is told who wrote it, nor at which door it is."""

    @model_validator(mode="after")
    def _is_a_point(self) -> Self:
        if (self.gcj02_longitude is None) != (self.gcj02_latitude is None):
            raise ValueError("a point has both a longitude and a latitude")
        return self


class TicketIn(TicketContent):
    pass


class CommunityTicketIn(TicketContent):
    """Ticket that the community opens in its own name, before anybody has to ask for it."""

    visibility: CommunityTicketVisibility = Visibility.PUBLIC


class DeskTicket(OnBehalf, TicketIn):
    """Ticket that staff submit for a resident, with a witness."""


class TicketOut(Out):
    id: UUID
    number: str
    kind: TicketKind
    origin: Origin
    category_id: UUID
    category_name: str
    text: str
    place_id: UUID | None
    place_path: str | None
    """Names of the place and of what it lies in, from the building on."""
    gcj02_longitude: float | None
    gcj02_latitude: float | None
    visibility: Visibility
    status: TicketStatus
    submitted_at: datetime
    response_due_at: datetime
    responded_at: datetime | None = Field(description="The first contact.")
    resolution_due_at: datetime = Field(
        description="Moves by the time for which the ticket waits for the resident."
    )
    stopped_at: datetime | None = Field(
        description="Instant since which its clock stands still: it waits, or is over."
    )
    paused_minutes: int = Field(description="Minutes for which it has waited for the resident.")
    department_id: UUID | None
    department_name: str | None
    disputes: int
    resolutions: int
    """How often it was resolved; each solution has a rating of its own."""
    escalated_at: datetime | None
    """Instant at which its author asked the level above the community for a review."""
    review_on: date | None
    """The day on which a deferred ticket is taken up again."""
    merged_into: UUID | None
    closed_at: datetime | None
    actions: list[str]
    """Actions that the caller may take now."""


class TicketPage(Out):
    items: list[TicketOut]
    next_cursor: str | None


class TicketRatingOut(Out):
    id: UUID
    resolution: int
    """Number of the solution that it rates: 1 for the first one."""
    solved: Solved
    satisfied: int
    comment: str
    rated_at: datetime


class TicketDetail(TicketOut):
    """Ticket with its history, for its author or for others who may see it."""

    is_mine: bool
    followers: int
    is_following: bool
    history: list[EntryOut]
    """Entries, oldest first; others than the author see public ones."""
    rating: TicketRatingOut | None
    """Rating of the last solution by the author, shown to the author alone."""
    ratings: list[TicketRatingOut]
    """Ratings of all solutions, shown to the author alone."""


class StaffTicket(TicketOut):
    participant_id: UUID | None
    """Author of the ticket; like the display name shown to community workers, not to handlers."""
    display_name: str | None
    channel: Channel
    accepted_by: UUID | None
    """User who accepted the ticket and stays answerable for it."""
    accepted_by_name: str | None
    is_warned: bool
    """True where a running clock has used three quarters of its time."""
    is_overdue: bool


class StaffTicketPage(StaffPage):
    items: list[StaffTicket]


class StaffTicketDetail(StaffTicket):
    followers: int
    history: list[EntryOut]
    rating: TicketRatingOut | None
    """Rating of the last solution."""
    ratings: list[TicketRatingOut]


class TicketQuery(PageQuery):
    mine: bool = False
    """True lists the reader's own tickets, otherwise those that are shown to everybody."""
    public: bool = False
    """True lists only public ones of the reader's own tickets."""
    q: Words | None = words_of("the text")


class TicketSort(Worded):
    """Orders of the queue of tickets."""

    DUE = "due", "最早到期在前", "due soonest first"
    NEWEST = "newest", "最新提交在前", "newest first"
    OLDEST = "oldest", "最早提交在前", "oldest first"


class StaffTicketQuery(PageQuery):
    sort: TicketSort = TicketSort.DUE
    """Order of the list: due soonest first, newest first or oldest first."""
    q: Words | None = Field(
        None,
        description="A number of a ticket, or words of the text of tickets that are shown to"
        " everybody. With it tickets of all states are listed, unless `status` names one.",
    )
    status: TicketStatus | None = None
    """State of the tickets; None lists all that are open."""
    kind: TicketKind | None = None
    category_id: UUID | None = None
    department_id: UUID | None = None
    is_overdue: bool | None = None
    is_escalated: bool | None = None
    """True lists only tickets whose author has asked the level above for a review, also those
    that are over."""
    mine: bool = False
    """True lists only tickets that the caller has accepted."""


class DeskTicketFollow(Witnessed):
    """Request to follow or unfollow a ticket that staff enter for a resident, with a witness."""

    on_behalf_of: UUID

    def acting(self, staff: Staff) -> ActingFor:
        return replace(super().acting(staff), participant_id=self.on_behalf_of)


class DeskTicketDispute(Witnessed, ReasonIn):
    """Dispute that staff enter for the author, with a witness."""


class DeskTicketEscalation(Witnessed, ReasonIn):
    """Request of the author for a review by the level above, with a witness."""


class TicketDecline(ReasonIn):
    instead: Annotated[str, lines(500, least=2)]
    """Advice on what the author can do instead: where to go, whom to ring."""


class TicketDeferral(ReasonIn):
    review_on: Day
    """The day on which it is looked at again, at most a year ahead; its author is told of it."""


class TicketMerge(In):
    into: UUID
    """Id of the open ticket that goes on; the author of this one must be allowed to see it."""


class TicketAssignment(In):
    department_id: UUID


class TicketResolution(In):
    text: Written
    """Text that says how it was solved, shown to all who see the ticket."""
