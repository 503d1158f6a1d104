"""Weeks of the calendar: from Monday on, in the time zone of the service."""

from datetime import date, datetime, timedelta
from typing import NamedTuple

from app.kernel import clock

MAX_WEEKS = 53
DEFAULT_WEEKS = 12
WEEK = timedelta(weeks=1)


def monday_of(day: date) -> date:
    return day - timedelta(days=day.weekday())


class Weeks(NamedTuple):
    """A span of whole weeks, named by the first and the last Monday."""

    first: date
    last: date

    @property
    def mondays(self) -> list[date]:
        number = (self.last - self.first) // WEEK + 1
        return [self.first + n * WEEK for n in range(number)]

    @property
    def begins_at(self) -> datetime:
        return clock.instant_of(self.first)

    @property
    def ends_at(self) -> datetime:
        """The first instant that is no more within."""
        return clock.instant_of(self.last + WEEK)


def weeks_of(from_: date | None, to: date | None) -> Weeks:
    """Returns the whole weeks from one day to another: the last twelve by default. ValueError for
    an end before the beginning, and for more than 53 weeks."""
    last = monday_of(to or clock.today())
    first = last - (DEFAULT_WEEKS - 1) * WEEK if from_ is None else monday_of(from_)
    if not first <= last < first + MAX_WEEKS * WEEK:
        raise ValueError(f"not a span of 1 to {MAX_WEEKS} weeks")
    return Weeks(first, last)
