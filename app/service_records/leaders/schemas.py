"""Schemas of leaders, and of the occasions that they lead."""

from datetime import datetime
from uuid import UUID

from pydantic import Field

from app.kernel.web.schemas import In, Out
from app.service_records.models import OccasionKind, OccasionStatus


class LeaderIn(In):
    """An adult participant who is to lead all occasions of an activity or a post."""

    participant_id: UUID


class LeaderOut(Out):
    participant_id: UUID
    display_name: str
    real_name: str | None = Field(description="Masked: 王**")
    named_at: datetime


class Leaders(Out):
    """The leaders of an activity or a post, in the order in which they were named."""

    items: list[LeaderOut]


class LedOccasion(Out):
    """An occasion that I lead, with how many are expected and how many have come."""

    id: UUID
    kind: OccasionKind
    source_id: UUID = Field(description="The activity or the post.")
    title: str
    starts_at: datetime
    ends_at: datetime
    status: OccasionStatus
    expected: int = Field(
        description="Those who are to come or have come; nobody is counted twice."
    )
    present: int = Field(description="Those who have checked in, also those who have left again.")
    roster_opens_at: datetime
    roster_closes_at: datetime
    actions: list[str] = Field(
        description="What I may do now: `roster`, to open the list of those who come; `check_in`,"
        " to show the code and check people in."
    )


class LedOccasionPage(Out):
    items: list[LedOccasion]
    next_cursor: str | None
