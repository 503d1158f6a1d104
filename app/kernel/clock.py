"""The time, read here and nowhere else: a steady clock, set by the database's; and calendar days,
which begin at midnight in LINLI_TIME_ZONE."""

import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import UTC, date, datetime, timedelta
from datetime import time as time_of_day
from zoneinfo import ZoneInfo

_frozen: datetime | None = None
_zone: ZoneInfo | None = None
_began = time.time() - time.monotonic()
"""Unix time at which the steady clock stood at nought. It never jumps with the machine's."""


def now() -> datetime:
    """The present instant, aware, UTC."""
    return _frozen or datetime.fromtimestamp(_began + time.monotonic(), UTC)


def set_by(database_time: datetime, asked_at: float, heard_at: float) -> None:
    """Sets the clock by the database's, read between two readings of `time.monotonic()`."""
    global _began
    _began = database_time.timestamp() - (asked_at + heard_at) / 2


def skew() -> timedelta:
    """How far the machine's own clock is ahead of the database's, or (negative) behind."""
    return timedelta(seconds=time.time() - time.monotonic() - _began)


@contextmanager
def frozen(at: datetime) -> Iterator[None]:
    """Makes the time stand still at `at`: for tests, and for the past that the demo shows."""
    global _frozen
    before, _frozen = _frozen, at
    try:
        yield
    finally:
        _frozen = before


def use_zone(name: str) -> None:
    """Sets the time zone of calendar days and of times of day, in the whole process."""
    global _zone
    _zone = ZoneInfo(name)


def the_zone() -> ZoneInfo:
    """The time zone of calendar days and of times of day."""
    # No default: UTC would go unnoticed until eight in the morning.
    assert _zone is not None, "clock.use_zone has not been called"
    return _zone


def local(at: datetime) -> datetime:
    """The same instant, as clocks in the time zone show it."""
    return at.astimezone(the_zone())


def day_of(at: datetime) -> date:
    """The calendar day on which the instant falls."""
    return local(at).date()


def today() -> date:
    return day_of(now())


def instant_of(day: date, at: time_of_day = time_of_day.min) -> datetime:
    """The instant at which clocks in the time zone show that time of that day; UTC."""
    return datetime.combine(day, at, the_zone()).astimezone(UTC)
