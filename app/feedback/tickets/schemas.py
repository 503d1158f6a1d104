"""Tickets as the API takes and shows them. Only `StaffTicket` names the author."""

from dataclasses import replace
from datetime import datetime
from typing import Annotated, Self
from uuid import UUID

from pydantic import Field, model_validator

from app.communities.acting import ActingFor
from app.communities.models import Channel
from app.communities.permissions import Staff
from app.communities.schemas import OnBehalf, Witnessed
from app.feedback.history.schemas import EntryOut
from app.feedback.models import TicketStatus, Visibility
from app.feedback.ratings.schemas import TicketRatingOut
from app.kernel.web.pages import PageQuery, Words, words_of
from app.kernel.web.schemas import (
    Gcj02Latitude,
    Gcj02Longitude,
    In,
    Out,
    ReasonIn,
    lines,
)

Written = Annotated[str, lines(2000)]


class TicketIn(In):
    category_id: UUID
    text: Annotated[str, lines(2000, least=2)]
    place_id: UUID | None = None
    """Place of the matter; a public ticket names no more than the building."""
    gcj02_longitude: Gcj02Longitude | None = None
    gcj02_latitude: Gcj02Latitude | None = None
    visibility: Visibility = Visibility.PRIVATE
    """Visibility of the ticket. A public one is shown to others, without its author, once it is
    accepted."""

    @model_validator(mode="after")
    def _is_a_point(self) -> Self:
        if (self.gcj02_longitude is None) != (self.gcj02_latitude is None):
            raise ValueError("a point has both a longitude and a latitude")
        return self


class DeskTicket(OnBehalf, TicketIn):
    """Ticket that staff submit for a resident, with a witness."""


class TicketOut(Out):
    id: UUID
    number: str
    category_id: UUID
    text: str
    place_id: UUID | None
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
    disputes: int
    closed_at: datetime | None


class TicketPage(Out):
    items: list[TicketOut]
    next_cursor: str | None


class TicketDetail(TicketOut):
    """Ticket with its history, for its author or for others who may see it."""

    is_mine: bool
    followers: int
    is_followed: bool
    """True where the reader follows it."""
    history: list[EntryOut]
    """Entries, oldest first; others than the author see public ones."""
    rating: TicketRatingOut | None
    """Rating by the author, shown to the author alone."""


class StaffTicket(TicketOut):
    participant_id: UUID | None
    """Author of the ticket; like the display name shown to community workers, not to handlers."""
    display_name: str | None
    channel: Channel
    accepted_by: UUID | None
    """User who accepted the ticket and stays answerable for it."""
    is_warned: bool
    """True where a running clock has used three quarters of its time."""
    is_overdue: bool


class StaffTicketPage(Out):
    items: list[StaffTicket]
    next_cursor: str | None


class StaffTicketDetail(StaffTicket):
    followers: int
    history: list[EntryOut]
    rating: TicketRatingOut | None


class TicketQuery(PageQuery):
    mine: bool = False
    """True lists the reader's own tickets, otherwise those that are shown to everybody."""
    public: bool = False
    """True lists only public ones of the reader's own tickets."""
    q: Words | None = words_of("the text")


class StaffTicketQuery(PageQuery):
    status: TicketStatus | None = None
    """State of the tickets; None lists all that are open."""
    category_id: UUID | None = None
    department_id: UUID | None = None
    is_overdue: bool | None = None
    mine: bool = False
    """True lists only tickets that the caller has accepted."""


class TicketFollowing(Out):
    is_followed: bool
    followers: int


class DeskTicketFollow(Witnessed):
    """Request to follow or unfollow a ticket that staff enter for a resident, with a witness."""

    on_behalf_of: UUID

    def acting(self, staff: Staff) -> ActingFor:
        return replace(super().acting(staff), participant_id=self.on_behalf_of)


class DeskTicketDispute(Witnessed, ReasonIn):
    """Dispute that staff enter for the author, with a witness."""


class TicketAssignment(In):
    department_id: UUID


class TicketResolution(In):
    text: Written
    """Text that says how it was solved, shown to all who see the ticket."""
