"""The two clocks of a ticket, pure: first contact and solution, in a calendar. The second stands
still while the resident is asked, and while the ticket is resolved."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum

from app.kernel.deadlines import Calendar

WARN_AT = 0.75
"""Of the time that a clock has (domain.md 6)."""


class Notice(StrEnum):
    RESPONSE_WARNING = "response_warning"
    RESPONSE_OVERDUE = "response_overdue"
    RESOLUTION_WARNING = "resolution_warning"
    RESOLUTION_OVERDUE = "resolution_overdue"


@dataclass(frozen=True, slots=True)
class Clocks:
    """As they stand; the instants are those at which they run out if nothing stops them."""

    response_warn_at: datetime
    response_due_at: datetime
    resolution_warn_at: datetime
    resolution_due_at: datetime
    responded_at: datetime | None = None
    """The first contact: accepted, declined or replied to."""
    stopped_at: datetime | None = None
    """Since when the second one stands still."""
    given: frozenset[Notice] = frozenset()
    """Each notice is given once."""

    def is_warned(self, now: datetime) -> bool:
        """A clock that runs has used three quarters of its time."""
        return any(at <= now for at in _running(self).values())

    def is_overdue(self, now: datetime) -> bool:
        coming = _running(self)
        ends = (coming.get(Notice.RESPONSE_OVERDUE), coming.get(Notice.RESOLUTION_OVERDUE))
        return any(at is not None and at <= now for at in ends)


def started(start: datetime, response: timedelta, resolution: timedelta, by: Calendar) -> Clocks:
    return Clocks(
        response_warn_at=by.after(start, response * WARN_AT),
        response_due_at=by.after(start, response),
        resolution_warn_at=by.after(start, resolution * WARN_AT),
        resolution_due_at=by.after(start, resolution),
    )


def responded(clocks: Clocks, now: datetime) -> Clocks:
    """The first contact counts."""
    return clocks if clocks.responded_at else replace(clocks, responded_at=now)


def stopped(clocks: Clocks, now: datetime) -> Clocks:
    return clocks if clocks.stopped_at else replace(clocks, stopped_at=now)


def resumed(clocks: Clocks, now: datetime, by: Calendar) -> Clocks:
    """What was left is left still: both instants move by the time it stood still."""
    if clocks.stopped_at is None:
        return clocks
    pause = by.between(clocks.stopped_at, now)
    return replace(
        clocks,
        resolution_warn_at=by.after(clocks.resolution_warn_at, pause),
        resolution_due_at=by.after(clocks.resolution_due_at, pause),
        stopped_at=None,
    )


def paused_minutes(since: datetime, now: datetime, by: Calendar) -> int:
    """Returns the whole minutes that count."""
    return by.between(since, now) // timedelta(minutes=1)


def _running(clocks: Clocks) -> dict[Notice, datetime]:
    """The notices of the clocks that run, and when they are due."""
    coming: dict[Notice, datetime] = {}
    if clocks.responded_at is None:
        coming[Notice.RESPONSE_WARNING] = clocks.response_warn_at
        coming[Notice.RESPONSE_OVERDUE] = clocks.response_due_at
    if clocks.stopped_at is None:
        coming[Notice.RESOLUTION_WARNING] = clocks.resolution_warn_at
        coming[Notice.RESOLUTION_OVERDUE] = clocks.resolution_due_at
    return coming


def _to_come(clocks: Clocks) -> dict[Notice, datetime]:
    return {notice: at for notice, at in _running(clocks).items() if notice not in clocks.given}


def due(clocks: Clocks, now: datetime) -> list[Notice]:
    """The notices to be given now."""
    return [notice for notice, at in _to_come(clocks).items() if at <= now]


def next_notice_at(clocks: Clocks) -> datetime | None:
    """When somebody has to look again; None when nothing can come any more."""
    return min(_to_come(clocks).values(), default=None)


def noticed(clocks: Clocks, given: list[Notice]) -> Clocks:
    return replace(clocks, given=clocks.given | set(given))
