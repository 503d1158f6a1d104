"""The plan of a series: its dates, their times, and its rule in words. Pure."""

from collections.abc import Container, Mapping, Sequence
from datetime import date, datetime, time, timedelta
from typing import Any, Protocol

from app.kernel import clock
from app.kernel.errors import Text
from app.kernel.recurrence import Recurrence
from app.kernel.recurrence_words import in_words
from app.volunteering.models import MAX_AHEAD

DAY = timedelta(days=1)


class Plan(Protocol):
    """The fields that a series and the body of a request both have."""

    @property
    def rule(self) -> str: ...
    @property
    def first_day(self) -> date: ...
    @property
    def start_time(self) -> str: ...
    @property
    def length_minutes(self) -> int: ...
    @property
    def opens_hours_before(self) -> int | None: ...
    @property
    def closes_minutes_before(self) -> int: ...
    @property
    def withdraw_hours_before(self) -> int: ...
    @property
    def weeks_ahead(self) -> int: ...
    @property
    def skips_holidays(self) -> bool: ...
    @property
    def roles(self) -> Sequence[Any]: ...


def start_of(plan: Plan, day: date) -> datetime:
    return clock.instant_of(day, time.fromisoformat(plan.start_time))


def end_of(plan: Plan, day: date) -> datetime:
    return start_of(plan, day) + timedelta(minutes=plan.length_minutes)


def times_of(plan: Plan, day: date, now: datetime) -> Mapping[str, datetime]:
    """Returns the columns of all times of the shift on that day. `now` is when sign-up opens,
    where the series does not say."""
    starts_at = start_of(plan, day)
    closes_at = starts_at - timedelta(minutes=plan.closes_minutes_before)
    opens_at = min(now, closes_at - timedelta(seconds=1))
    if plan.opens_hours_before is not None:
        opens_at = starts_at - timedelta(hours=plan.opens_hours_before)
    return {
        "starts_at": starts_at,
        "ends_at": end_of(plan, day),
        "signup_opens_at": opens_at,
        "signup_closes_at": closes_at,
        "withdraw_until": starts_at - timedelta(hours=plan.withdraw_hours_before),
    }


def days_from(plan: Plan, day: date, limit: int = MAX_AHEAD) -> list[date]:
    """Returns the days of the rule from a day on, that day included."""
    return Recurrence.parse(plan.rule).dates(plan.first_day, day - DAY, limit)


def days_ahead(
    plan: Plan, applies_from: date, now: datetime, skipped: Container[date]
) -> list[date]:
    """Returns the days whose shifts are to be there now: those of the next weeks that have not
    begun, and the next one that is not skipped, however far it is."""
    today = clock.day_of(now)
    days = [day for day in days_from(plan, max(today, applies_from)) if start_of(plan, day) > now]
    horizon = today + timedelta(weeks=plan.weeks_ahead)
    near = [day for day in days if day <= horizon]
    if any(day not in skipped for day in near):
        return near
    first = next((day for day in days if day not in skipped), None)
    return near if first is None else [day for day in days if day <= first]


def words_of(plan: Plan) -> Text:
    """Returns rule and times in words: 每周六 09:00–11:00."""
    zh, en = in_words(Recurrence.parse(plan.rule), plan.first_day)
    ends_at = clock.local(end_of(plan, plan.first_day))
    end = f"{ends_at:%H:%M}"
    if clock.day_of(ends_at) == plan.first_day:
        span_zh = span_en = f"{plan.start_time}–{end}"
    else:
        span_zh, span_en = f"{plan.start_time}–次日{end}", f"{plan.start_time}–{end} the next day"
    return Text(f"{zh} {span_zh}", f"{en[0].upper()}{en[1:]}, {span_en}")
