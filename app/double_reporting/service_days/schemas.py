"""Schemas of service days."""

from datetime import date, datetime
from typing import Annotated, Self
from uuid import UUID

from pydantic import Field, model_validator

from app.double_reporting.duties.schemas import Minutes, TimeOfDay
from app.double_reporting.models import ServiceDayStatus
from app.kernel.recurrence import MAX_TEXT_LENGTH
from app.kernel.web.pages import PageQuery, StaffPage
from app.kernel.web.schemas import Day, In, Out, line, lines

Rule = Annotated[
    str,
    Field(
        min_length=1,
        max_length=MAX_TEXT_LENGTH,
        description="Dates by RFC 5545, weekly or monthly: FREQ=MONTHLY;BYDAY=1SA is the first"
        " Saturday of each month.",
        examples=["FREQ=MONTHLY;BYDAY=1SA"],
    ),
]


class ServiceDayWords(In):
    """All fields of a service day that may be changed: its dates may not."""

    title: Annotated[str, line(60, least=2)]
    description: Annotated[str, lines(2000, least=0)] = ""
    place: Annotated[str, line(200, least=2)]
    """The place to meet, in words."""
    time: TimeOfDay
    minutes: Minutes


class ServiceDayIn(ServiceDayWords):
    """A service day of the community, to which everybody who serves is invited."""

    rule: Rule
    first_on: Day
    """The day from which on the rule counts; itself a date only where it fits the rule."""
    until_on: Day | None = None

    @model_validator(mode="after")
    def _in_order(self) -> Self:
        if self.until_on and self.until_on < self.first_on:
            raise ValueError("the last day is before the first one")
        return self


class RuleInWords(Out):
    zh: str
    en: str


class ServiceDayOut(Out):
    id: UUID
    title: str
    description: str
    place: str
    rule: str
    rule_in_words: RuleInWords
    time: str
    minutes: int
    first_on: date
    until_on: date | None
    status: ServiceDayStatus
    ended_at: datetime | None


class StaffServiceDay(ServiceDayOut):
    version: int = Field(description="Its ETag, in quotes, is the If-Match of the next PUT.")
    actions: list[str] = Field(description="What the reader may do now: `revise`, `end`.")


class ServiceDayPage(Out):
    items: list[ServiceDayOut]
    next_cursor: str | None


class StaffServiceDayPage(StaffPage):
    items: list[StaffServiceDay]


class ServiceDayQuery(PageQuery):
    status: ServiceDayStatus | None = None
