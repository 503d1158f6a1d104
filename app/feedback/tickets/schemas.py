"""Tickets as the API takes and shows them. None of it names the author but `StaffTicket`."""

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
    """Of a public one at most the building."""
    gcj02_longitude: Gcj02Longitude | None = None
    gcj02_latitude: Gcj02Latitude | None = None
    visibility: Visibility = Visibility.PRIVATE
    """A public one is shown to others, without its author, once it is accepted."""

    @model_validator(mode="after")
    def _is_a_point(self) -> Self:
        if (self.gcj02_longitude is None) != (self.gcj02_latitude is None):
            raise ValueError("a point has both a longitude and a latitude")
        return self


class DeskTicket(OnBehalf, TicketIn):
    """By staff for a resident; a second person has seen it."""


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
        description="Since when its clock stands still: it waits for the resident, or is over."
    )
    paused_minutes: int = Field(description="For which it has waited for the resident.")
    department_id: UUID | None
    disputes: int
    closed_at: datetime | None


class TicketPage(Out):
    items: list[TicketOut]
    next_cursor: str | None


class TicketDetail(TicketOut):
    """For its author, or for everybody else who may see it."""

    is_mine: bool
    followers: int
    is_followed: bool
    """By me."""
    history: list[EntryOut]
    """Others see of it what is public."""
    rating: TicketRatingOut | None
    """Seen by the author alone."""


class StaffTicket(TicketOut):
    participant_id: UUID | None
    """The author, and the name they show; for community workers, not for handlers."""
    display_name: str | None
    channel: Channel
    accepted_by: UUID | None
    """A user, who stays answerable."""
    is_warned: bool
    """Three quarters of the time of a clock that runs have passed."""
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
    """My own; without it those that are shown to everybody."""
    public: bool = False
    """With `mine`: only public ones."""
    q: Words | None = words_of("the text")


class StaffTicketQuery(PageQuery):
    status: TicketStatus | None = None
    """Without it: those with which somebody has something to do."""
    category_id: UUID | None = None
    department_id: UUID | None = None
    is_overdue: bool | None = None
    mine: bool = False
    """That I have accepted."""


class TicketFollowing(Out):
    is_followed: bool
    followers: int


class DeskTicketFollow(Witnessed):
    """By staff for a resident; a second person has seen it."""

    on_behalf_of: UUID

    def acting(self, staff: Staff) -> ActingFor:
        return replace(super().acting(staff), participant_id=self.on_behalf_of)


class DeskTicketDispute(Witnessed, ReasonIn):
    """By staff for the author; a second person has seen it."""


class TicketAssignment(In):
    department_id: UUID


class TicketResolution(In):
    text: Written
    """Public, as the ticket is."""
