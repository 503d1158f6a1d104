"""Schemas of series."""

from datetime import date, datetime, timedelta
from typing import Annotated, Any, Self
from uuid import UUID

from pydantic import Field, StrictBool, StrictInt, model_validator

from app.kernel.web.schemas import Day, In, Out, Reason, line
from app.kernel.words import Worded
from app.volunteering.models import MAX_AHEAD, WEEKS_AHEAD, SeriesStatus
from app.volunteering.shifts.schemas import MAX_LENGTH, Capacity

MAX_LENGTH_MINUTES = MAX_LENGTH // timedelta(minutes=1)
MAX_HOURS_BEFORE = 90 * 24
TimeOfDay = Annotated[str, Field(pattern=r"^([01][0-9]|2[0-3]):[0-5][0-9]$")]


class SeriesRoleIn(In):
    """A role of each shift, with its places."""

    name: Annotated[str, line(30, least=0)] = ""
    """Name of the role; empty where a shift has a single role."""
    former_name: Annotated[str, line(30, least=0)] | None = None
    """The name that the role bears on the shifts that are there, where a change renames it."""
    requirement: Annotated[str, line(200, least=0)] = ""
    capacity: Capacity
    is_closed: StrictBool = False


class SeriesIn(In):
    """All fields of a series: its rule, its first day, and what each shift is like."""

    rule: Annotated[str, line(200)]
    """Weekly or monthly rule of RFC 5545: FREQ, INTERVAL, BYDAY, BYMONTHDAY, and COUNT or UNTIL. A
    month without the day is skipped."""
    first_day: Day
    """Day from which the rule counts; it is a date where it fits the rule."""
    start_time: TimeOfDay
    """Time of day at which each shift starts, as 09:00."""
    length_minutes: Annotated[StrictInt, Field(ge=1, le=MAX_LENGTH_MINUTES)]
    opens_hours_before: Annotated[StrictInt, Field(ge=1, le=MAX_HOURS_BEFORE)] | None = None
    """Hours before the start at which sign-up opens; at once where this is left out."""
    closes_minutes_before: Annotated[StrictInt, Field(ge=0, le=MAX_HOURS_BEFORE * 60)] = 0
    """Minutes before the start at which sign-up closes."""
    withdraw_hours_before: Annotated[StrictInt, Field(ge=0, le=MAX_HOURS_BEFORE)] = 24
    """Hours before the start after which a withdrawal is flagged as late."""
    weeks_ahead: Annotated[StrictInt, Field(ge=1, le=26)] = WEEKS_AHEAD
    """Weeks for which shifts are made ahead; the next date always has one."""
    skips_holidays: StrictBool = False
    """True to skip the public holidays of the community's calendar."""
    roles: list[SeriesRoleIn] = Field(min_length=1, max_length=20)

    @model_validator(mode="after")
    def _is_in_order(self) -> Self:
        opens = self.opens_hours_before
        if opens is not None and opens * 60 <= self.closes_minutes_before:
            raise ValueError("sign-up opens before it closes")
        if len({role.name for role in self.roles}) < len(self.roles):
            raise ValueError("each role has its own name")
        former = [role.former_name for role in self.roles if role.former_name is not None]
        if len(set(former)) < len(former):
            raise ValueError("each role is renamed once")
        return self

    @property
    def columns(self) -> dict[str, Any]:
        """The columns of the series but for its rule, which is written in its own form."""
        values = self.model_dump(exclude={"rule", "roles", "from_day", "reason", "takes_changed"})
        roles = [role.model_dump(exclude={"former_name"}) for role in self.roles]
        return values | {"roles": roles}


class SeriesChange(SeriesIn):
    """The series as it is from a day on. Shifts that have begun are never touched, nor those that
    staff have changed one by one unless `takes_changed` asks for it."""

    from_day: Day
    """The first day for which the change holds; a past one means today."""
    reason: Reason
    """Told to those whose shift is cancelled, because its date is not in the rule any more."""
    takes_changed: StrictBool = False


class SkipIn(In):
    day: Day
    reason: Reason
    """Told to those who have signed up for this date."""


class RestoreIn(In):
    day: Day


class EndIn(In):
    reason: Reason
    """Told to those whose shifts are cancelled."""
    last_day: Day | None = None
    """Shifts after this day are cancelled; left out, all that are made take place."""


class Outcome(Worded):
    """The effect of a change on one date."""

    ADDED = "added", "新增", "added"
    MOVED = "moved", "改期", "moved"
    REVISED = "revised", "内容有更新", "revised"
    CANCELLED = "cancelled", "取消", "cancelled"
    REFUSED = "refused", "未能更改", "refused"
    """Nothing of it is changed; `code` says why."""
    LEFT_ALONE = "left_alone", "单独改过，保持不变", "left alone"
    """Staff have changed it by itself."""


class ChangedDate(Out):
    day: date
    shift_id: UUID
    outcome: Outcome
    code: str | None = Field(
        None, description="Code of the problem because of which this date stays as it was."
    )


class PlannedDate(Out):
    day: date
    starts_at: datetime
    ends_at: datetime
    shift_id: UUID | None = Field(description="Null for a date whose shift is not made yet.")
    skip_reason: str | None = Field(description="Set for a date that is skipped.")
    is_changed: bool = Field(description="True where staff have changed this date by itself.")


class SeriesPreview(Out):
    """The dates that a rule would have, before anything is saved."""

    words_zh: str
    words_en: str
    rule: str
    skips_short_months: bool = Field(
        description="True where some months have no such day: they are skipped."
    )
    dates: list[PlannedDate] = Field(description=f"The next dates, at most {MAX_AHEAD}.")


class SeriesRole(Out):
    name: str
    requirement: str
    capacity: int
    is_closed: bool


class SeriesOut(Out):
    id: UUID
    activity_id: UUID
    status: SeriesStatus
    rule: str
    first_day: date
    applies_from: date
    start_time: str
    length_minutes: int
    opens_hours_before: int | None
    closes_minutes_before: int
    withdraw_hours_before: int
    weeks_ahead: int
    skips_holidays: bool
    roles: list[SeriesRole]
    words_zh: str
    words_en: str
    dates: list[PlannedDate] = Field(description="The dates from today on, the next one first.")
    actions: list[str] = Field(description="Verbs that the caller may use on it now.")
    version: int = Field(description="Its ETag, in quotes, is the If-Match of the next PUT.")


class ChangedSeries(SeriesOut):
    """The series after a change, with what has become of each date from then on."""

    changes: list[ChangedDate]
