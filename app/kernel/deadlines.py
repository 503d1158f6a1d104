"""Deadlines: what a stretch of time means in a calendar."""

from datetime import datetime, timedelta
from typing import Protocol

from app.kernel import clock


class Calendar(Protocol):
    """Counts the time that counts; one of working days replaces ALWAYS later."""

    def after(self, start: datetime, stretch: timedelta) -> datetime:
        """Returns the instant at which so much time that counts has passed."""
        ...

    def between(self, start: datetime, end: datetime) -> timedelta:
        """Returns the time that counts between both; none when `end` is before `start`."""
        ...


class _Always:
    """Every minute counts, by day and night."""

    def after(self, start: datetime, stretch: timedelta) -> datetime:
        return start + stretch

    def between(self, start: datetime, end: datetime) -> timedelta:
        return max(end - start, timedelta())


ALWAYS: Calendar = _Always()


def end_of_days(start: datetime, days: int) -> datetime:
    """The end of a period of calendar days: the day of `start` does not count, and the last one
    ends at 24:00 (Civil Code, art. 201 and 203)."""
    return clock.instant_of(clock.day_of(start) + timedelta(days=days + 1))


def first_of_next_month(instant: datetime) -> datetime:
    """The beginning of the month after an instant, for rows that may not tell when they changed."""
    in_next_month = clock.day_of(instant).replace(day=1) + timedelta(days=32)
    return clock.instant_of(in_next_month.replace(day=1))
