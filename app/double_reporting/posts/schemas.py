"""Schemas of posts."""

from datetime import date, datetime
from typing import Annotated, Self
from uuid import UUID

from pydantic import Field, StrictBool, model_validator

from app.double_reporting.duties.schemas import Minutes, TimeOfDay
from app.double_reporting.models import PostCategory, PostRisk, PostStatus
from app.kernel.recurrence import MAX_TEXT_LENGTH
from app.kernel.web.pages import PageQuery, StaffPage
from app.kernel.web.schemas import Day, In, Out, line, lines


class PostIn(In):
    """All fields of a post that administrators write."""

    category: PostCategory
    title: Annotated[str, line(60, least=2)]
    description: Annotated[str, lines(2000, least=2)]
    schedule: Annotated[str, line(200, least=2)]
    """The times of service, in words."""
    duty_rule: Annotated[str, Field(min_length=1, max_length=MAX_TEXT_LENGTH)] | None = None
    """The dates of service by RFC 5545, weekly or monthly: FREQ=WEEKLY;BYDAY=FR. Whoever serves has
    a duty on each; without a rule the schedule is in words alone. It goes with `duty_time` and
    `duty_minutes`."""
    duty_time: TimeOfDay | None = None
    duty_minutes: Minutes | None = None
    capacity: Annotated[int, Field(ge=1, le=1000, strict=True)]
    risk_level: PostRisk = PostRisk.LOW
    risk_statement: Annotated[str, lines(1000, least=0)] = ""
    """Statement of the risks; publication requires it (Volunteer Service Regulations, art. 12)."""
    is_insured: StrictBool = False
    """True if those who serve are insured, which a high risk requires (art. 17)."""
    place_id: UUID | None = None
    """Id of the place of service; without one it is the whole community."""
    from_on: Day | None = None
    """First day of service."""
    until_on: Day | None = None
    """Last day of service, after which the service closes the post; without one staff do."""

    @model_validator(mode="after")
    def _whole(self) -> Self:
        duty = (self.duty_rule, self.duty_time, self.duty_minutes)
        if None in duty and duty != (None, None, None):
            raise ValueError("a rule goes with a time of day and minutes")
        return self

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.from_on and self.until_on and self.until_on < self.from_on:
            raise ValueError("the last day is before the first one")
        return self


class PostShared(Out):
    """The part of a post that both staff and residents see."""

    id: UUID
    category: PostCategory
    title: str
    description: str
    schedule: str
    duty_rule: str | None = Field(
        description="Dates of service by RFC 5545; null where only words say when."
    )
    duty_time: str | None
    duty_minutes: int | None
    risk_level: PostRisk = Field(description="A high risk is for insured adults only.")
    risk_statement: str
    is_insured: bool
    place_id: UUID | None
    place_path: str | None = Field(
        default=None, description="The place in words; null for the whole community."
    )
    from_on: date | None
    until_on: date | None
    status: PostStatus
    capacity: int
    ends_at: datetime | None = Field(description="Instant at which the post closes.")


class StaffPostFacts(PostShared):
    """The columns of a post that staff see."""

    remaining: int
    published_at: datetime | None
    closed_at: datetime | None
    version: int = Field(description="Its ETag, in quotes, is the If-Match of the next PUT.")


class StaffPost(StaffPostFacts):
    actions: list[str] = Field(
        description="What the reader may do now: `revise`, `publish`, `close`."
    )


class StaffPostPage(StaffPage):
    items: list[StaffPost]


class StaffPostQuery(PageQuery):
    status: PostStatus | None = None


MIN_SHOWN_COUNT = 10
"""Numbers of people below this are not shown to others: they could tell who serves."""


class PostOut(PostShared):
    """A post with the numbers of its claims, from 10 on, and without their names."""

    version: int = Field(description="Goes with an application, so that it is for what was read.")
    remaining: int | None = Field(description="Places left; null while fewer than 10 are taken.")
    in_notice: int | None = Field(
        description="Approved claims in the notice period of 3 days before service; null below 10."
    )
    serving: int | None = Field(description="Claims in service; null below 10.")


class PostPage(Out):
    items: list[PostOut]
    next_cursor: str | None


class PostQuery(PageQuery):
    category: PostCategory | None = None
