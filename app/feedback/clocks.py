"""The two clocks of a ticket, pure: first contact and solution, in a calendar. The second stands
still while the resident is asked, and while the ticket is resolved."""

from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from enum import StrEnum

from app.kernel.deadlines import Calendar

WARNING_SHARE = 0.75
"""Part of a clock's time after which staff are warned."""


class Notice(StrEnum):
    RESPONSE_WARNING = "response_warning"
    RESPONSE_OVERDUE = "response_overdue"
    RESOLUTION_WARNING = "resolution_warning"
    RESOLUTION_OVERDUE = "resolution_overdue"


@dataclass(frozen=True, slots=True)
class Clocks:
    """State of both clocks. The instants are those at which they run out if nothing stops them."""

    response_warn_at: datetime
    response_due_at: datetime
    resolution_warn_at: datetime
    resolution_due_at: datetime
    responded_at: datetime | None = None
    """The first contact: a word to the resident, a logged call or a visit. Accepting is none."""
    stopped_at: datetime | None = None
    """Instant since which the second clock stands still."""
    notices: frozenset[Notice] = frozenset()
    """Notices that have been given; each is given once."""

    def is_warned(self, now: datetime) -> bool:
        """True where a running clock has used three quarters of its time."""
        return any(instant <= now for instant in _running(self).values())

    def is_overdue(self, now: datetime) -> bool:
        notices_due = _running(self)
        ends = (
            notices_due.get(Notice.RESPONSE_OVERDUE),
            notices_due.get(Notice.RESOLUTION_OVERDUE),
        )
        return any(instant is not None and instant <= now for instant in ends)


def started(start: datetime, response: timedelta, resolution: timedelta, by: Calendar) -> Clocks:
    return Clocks(
        response_warn_at=by.after(start, response * WARNING_SHARE),
        response_due_at=by.after(start, response),
        resolution_warn_at=by.after(start, resolution * WARNING_SHARE),
        resolution_due_at=by.after(start, resolution),
    )


def responded(clocks: Clocks, now: datetime) -> Clocks:
    """Stop the first clock; later contacts change nothing."""
    return clocks if clocks.responded_at else replace(clocks, responded_at=now)


def stopped(clocks: Clocks, now: datetime) -> Clocks:
    return clocks if clocks.stopped_at else replace(clocks, stopped_at=now)


def resumed(clocks: Clocks, now: datetime, by: Calendar) -> Clocks:
    """Let the second clock run again with the time that was left: both of its instants move by the
    time for which it stood still."""
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
    """Returns the whole minutes in the calendar."""
    return by.between(since, now) // timedelta(minutes=1)


def _running(clocks: Clocks) -> dict[Notice, datetime]:
    """Returns the notices of the running clocks, and the instants at which they are due."""
    notices_due: dict[Notice, datetime] = {}
    if clocks.responded_at is None:
        notices_due[Notice.RESPONSE_WARNING] = clocks.response_warn_at
        notices_due[Notice.RESPONSE_OVERDUE] = clocks.response_due_at
    if clocks.stopped_at is None:
        notices_due[Notice.RESOLUTION_WARNING] = clocks.resolution_warn_at
        notices_due[Notice.RESOLUTION_OVERDUE] = clocks.resolution_due_at
    return notices_due


def _notices_to_come(clocks: Clocks) -> dict[Notice, datetime]:
    return {
        notice: instant
        for notice, instant in _running(clocks).items()
        if notice not in clocks.notices
    }


def due(clocks: Clocks, now: datetime) -> list[Notice]:
    """Returns the notices to be given now."""
    return [notice for notice, instant in _notices_to_come(clocks).items() if instant <= now]


def next_notice_at(clocks: Clocks) -> datetime | None:
    """Returns the instant of the next notice, or None where none can come any more."""
    return min(_notices_to_come(clocks).values(), default=None)


def with_notices(clocks: Clocks, notices: list[Notice]) -> Clocks:
    return replace(clocks, notices=clocks.notices | set(notices))
