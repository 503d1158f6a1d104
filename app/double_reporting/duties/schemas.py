"""Schemas of duty days and duties."""

from datetime import date, datetime
from typing import Annotated
from uuid import UUID

from pydantic import Field

from app.communities.schemas import OnBehalf, Witnessed
from app.double_reporting.models import DutyDayStatus, DutyStatus
from app.kernel.web.pages import PageQuery, StaffPage
from app.kernel.web.schemas import In, Out
from app.kernel.words import Worded
from app.service_records.models import AttendanceStatus

TimeOfDay = Annotated[
    str,
    Field(
        pattern=r"^([01]\d|2[0-3]):[0-5]\d$", description="Time of day: 19:00.", examples=["19:00"]
    ),
]
Minutes = Annotated[int, Field(ge=10, le=1440, strict=True)]


class DutyWhen(Worded):
    AHEAD = "ahead", "即将开始和进行中", "ahead and under way"
    """Duties that lie ahead or are under way, soonest first."""
    PAST = "past", "已结束", "past"


class DutyQuery(PageQuery):
    when: DutyWhen = DutyWhen.AHEAD
    status: DutyStatus | None = None


class DutyOffer(In):
    """The request that somebody else of the post takes over."""

    to: UUID | None = None
    """Id of the one participant who is asked; all who serve on the post where it is left out."""


class DeskDutyOffer(Witnessed, DutyOffer):
    """Such a request, which staff enter before a witness."""


class DeskTakeOver(OnBehalf):
    """The consent of a resident to take over a duty, which staff enter before a witness."""


class DutyShared(Out):
    """The part of a duty that all who see it share."""

    id: UUID
    duty_day_id: UUID = Field(description="Also the id of the occasion at which to check in.")
    post_id: UUID | None
    service_day_id: UUID | None
    title: str = Field(description="Title of the post, or of the service day.")
    place: str | None = Field(description="Where to meet, in words.")
    starts_at: datetime
    ends_at: datetime
    day_status: DutyDayStatus
    cancel_reason: str | None
    status: DutyStatus


class DutyOut(DutyShared):
    """A duty of mine. Serving is voluntary: a duty can be skipped, and an invitation ignored."""

    attendance_status: AttendanceStatus | None = Field(
        description="Whether I came; null for what was never expected."
    )
    checked_in_at: datetime | None
    checked_out_at: datetime | None
    skip_in_time_until: datetime
    is_late_skip: bool
    is_offered: bool = Field(description="True while I ask others to take over.")
    offered_to: UUID | None
    overlaps: list[str] = Field(
        description="Titles of my other shifts and duties at the same time."
    )
    actions: list[str] = Field(
        description="What I may do now: `accept`, `skip`, `offer`, `withdraw_offer`."
    )


class DutyPage(Out):
    items: list[DutyOut]
    next_cursor: str | None


class OfferedDuty(DutyShared):
    """A duty that somebody of my post asks me to take over."""

    offered_by: str = Field(description="Display name of who asks.")
    overlaps: list[str]
    actions: list[str] = Field(description="What I may do now: `take_over`.")


class OfferedDutyPage(Out):
    items: list[OfferedDuty]
    next_cursor: str | None


class Colleague(Out):
    """Somebody who serves on the same post and is not on duty that day."""

    participant_id: UUID
    display_name: str


class ColleaguePage(Out):
    items: list[Colleague]
    next_cursor: str | None


class StaffDuty(Out):
    """A duty with its person, for staff who manage posts."""

    id: UUID
    participant_id: UUID
    display_name: str
    real_name: str | None = Field(description="Masked: 王**")
    status: DutyStatus
    is_late_skip: bool
    is_offered: bool
    attendance_status: AttendanceStatus | None
    checked_in_at: datetime | None
    checked_out_at: datetime | None
    actions: list[str] = Field(
        description="What the desk may note now: `accept`, `skip`, `offer`, `withdraw_offer`."
    )


class StaffDutyPage(StaffPage):
    items: list[StaffDuty]


class StaffDutyQuery(PageQuery):
    status: DutyStatus | None = None


class DutyDayQuery(PageQuery):
    when: DutyWhen = DutyWhen.AHEAD
    post_id: UUID | None = None
    service_day_id: UUID | None = None
    status: DutyDayStatus | None = None


class DutyDayOut(Out):
    """A date with the numbers of its people, for staff who manage posts."""

    id: UUID
    post_id: UUID | None
    service_day_id: UUID | None
    title: str
    day: date
    starts_at: datetime
    ends_at: datetime
    status: DutyDayStatus
    cancel_reason: str | None
    invited: int
    planned: int
    skipped: int
    present: int = Field(description="Those who have checked in, also where they have left since.")
    actions: list[str] = Field(description="What the reader may do now: `cancel`.")


class DutyDayPage(StaffPage):
    items: list[DutyDayOut]
