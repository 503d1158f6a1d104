"""Schemas of activities."""

from datetime import datetime
from typing import Annotated, Literal, Self
from uuid import UUID

from pydantic import Field, StrictBool, StrictInt, model_validator
from typing_extensions import TypeAliasType

from app.kernel.web.pages import PageQuery, StaffPage, Words, words_of
from app.kernel.web.richtext import RichText
from app.kernel.web.schemas import (
    Gcj02Latitude,
    Gcj02Longitude,
    In,
    Instant,
    Out,
    line,
    lines,
)
from app.kernel.words import Worded
from app.volunteering.models import (
    OFFER_HOURS,
    ActivityStatus,
    AgeLimit,
    Audience,
    Category,
    RiskLevel,
)
from app.volunteering.shifts.schemas import ShownShift

OpenActivityStatus = TypeAliasType(
    "OpenActivityStatus",
    Literal[ActivityStatus.PUBLISHED, ActivityStatus.COMPLETED, ActivityStatus.CANCELLED],
)
"""States in which residents see an activity in the list."""


class ActivityIn(In):
    """All fields of an activity that administrators write. Shifts are added one by one."""

    title: Annotated[str, line(60, least=2)]
    summary: Annotated[str, line(200)]
    description: RichText = ""
    category: Category
    audience: Audience = Audience.EVERYONE
    age: AgeLimit = AgeLimit.ALL
    """Ages for which it is; a high risk is for adults only, also where this is left out."""
    risk_level: RiskLevel = RiskLevel.LOW
    risk_statement: Annotated[str, lines(1000, least=0)] = ""
    """Statement of the risks; publication requires it (Volunteer Service Regulations, art. 12)."""
    is_insured: StrictBool = False
    """True if the volunteers are insured, which a high risk requires (art. 17)."""
    needs_review: StrictBool = False
    offer_hours: Annotated[StrictInt, Field(ge=1, le=72)] = OFFER_HOURS
    """Hours of the day in which the next in line answers when a place is offered to them."""
    organiser: Annotated[str, line(60, least=2)]
    contact: Annotated[str, line(100, least=2)]
    """Contact for questions. Everybody sees it: give an office, never a person's own number."""
    place_id: UUID | None = None
    """Id of the grid, building or entrance whose people it addresses; everybody sees it."""
    address: Annotated[str, line(200, least=2)]
    gcj02_longitude: Gcj02Longitude | None = None
    gcj02_latitude: Gcj02Latitude | None = None

    @model_validator(mode="after")
    def _is_for_adults(self) -> Self:
        """Takes a high risk without a limit of age for adults only."""
        if self.risk_level is RiskLevel.HIGH and "age" not in self.model_fields_set:
            self.age = AgeLimit.ADULTS
        return self

    @model_validator(mode="after")
    def _is_a_point(self) -> Self:
        if (self.gcj02_longitude is None) != (self.gcj02_latitude is None):
            raise ValueError("a point has both a longitude and a latitude")
        return self


class ActivityColumns(Out):
    """The fields of an activity that are columns of its row."""

    id: UUID
    title: str
    summary: str
    description: str
    category: Category
    audience: Audience
    age: AgeLimit
    risk_level: RiskLevel
    risk_statement: str
    is_insured: bool
    needs_review: bool
    offer_hours: int
    organiser: str
    contact: str
    place_id: UUID | None
    address: str
    gcj02_longitude: float | None
    gcj02_latitude: float | None
    status: ActivityStatus
    starts_at: datetime | None
    ends_at: datetime | None
    recurrence_zh: str | None = Field(
        description="The rule by which it recurs, in words; null for one that does not."
    )
    recurrence_en: str | None
    published_at: datetime | None
    cancelled_at: datetime | None
    cancel_reason: str | None
    completed_at: datetime | None
    version: int = Field(description="Its ETag, in quotes, is the If-Match of the next PUT.")


class ActivityOut(ActivityColumns):
    place_path: str | None = Field(description="The place in words; null for the whole community.")
    actions: list[str] = Field(description="Verbs that the caller may use on it now.")


class RatingSummary(Out):
    """Summary of the ratings that helpers have given after shifts."""

    average: float
    count: int


class ActivityWithShifts(ActivityColumns):
    """An activity as a resident opens it: with its shifts, soonest first, and what the resident may
    do on each."""

    place_path: str | None = Field(description="The place in words; null for the whole community.")
    is_addressed_to_me: bool = Field(
        description="True where the caller lives in its place, and where it names none."
    )
    rating: RatingSummary | None = Field(
        description="Stars that helpers have given after shifts; null below 10 of them."
    )
    next_starts_at: datetime | None = Field(
        description="Start of the first open shift that is not over; null without one."
    )
    shifts: list[ShownShift]


class ActivityInList(Out):
    id: UUID
    title: str
    summary: str
    category: Category
    audience: Audience
    address: str
    starts_at: datetime
    ends_at: datetime
    next_starts_at: datetime | None
    """Start of the first open shift that is not over at the instant from which the list looks."""
    recurrence_zh: str | None
    """The rule by which it recurs, in words; null for one that does not."""
    recurrence_en: str | None
    capacity: int
    remaining: int
    """Places left in all open shifts together."""


class ActivityPage(Out):
    items: list[ActivityInList]
    next_cursor: str | None


class ActivityQuery(PageQuery):
    status: OpenActivityStatus = ActivityStatus.PUBLISHED
    from_: Instant | None = Field(None, alias="from")
    """Lists activities that end after this instant; for published ones the default is now."""
    to: Instant | None = None
    """Lists activities that start before this instant."""
    q: Words | None = words_of("title, summary, address or organiser")


class StaffActivityPage(StaffPage):
    items: list[ActivityOut]


class ActivitySort(Worded):
    """Orders of the administrators' list of activities."""

    NEWEST = "newest", "最新创建在前", "newest first"
    STARTING = "starting", "最早开始在前", "soonest first"


class StaffActivityQuery(PageQuery):
    sort: ActivitySort = ActivitySort.NEWEST
    """Order of the list: newest first, or by the start of the first shift. The second one leaves
    out activities without shifts."""
    status: ActivityStatus | None = None
    from_: Instant | None = Field(None, alias="from")
    """Lists activities that end after this instant."""
    to: Instant | None = None
    """Lists activities that start before this instant."""
    q: Words | None = words_of("title, summary, address or organiser")
