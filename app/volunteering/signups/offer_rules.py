"""The rules of offers: pure functions of times. A place that comes free is offered to the next in
line, who has time to answer; shortly before the start it is given at once."""

from datetime import datetime, time, timedelta

from app.kernel import clock

CONFIRM_WITHIN = timedelta(hours=2)
"""A shift that begins sooner than this gives its places at once: for a question and an answer there
is no time, and who waits has said that they would come."""
QUIET_FROM, QUIET_UNTIL = time(22), time(8)
"""Hours of the night, which do not count as time to answer."""


def is_given_at_once(now: datetime, starts_at: datetime) -> bool:
    """Returns whether a place that comes free now is given without a question."""
    return starts_at - now < CONFIRM_WITHIN


def offer_deadline(now: datetime, starts_at: datetime, hours: int) -> datetime:
    """Returns the instant until which an offer made now can be accepted: after so many hours of the
    day, but so long before the start that the place can still go to somebody else. It is after now
    and before the start for each shift that is still to come."""
    latest = starts_at - min(CONFIRM_WITHIN, (starts_at - now) / 2)
    return min(_after_waking_hours(now, timedelta(hours=hours)), latest)


def _after_waking_hours(now: datetime, span: timedelta) -> datetime:
    """Returns the instant by which so much time of day has passed."""
    since = _awake_from(now)
    while (evening := _evening_of(since)) - since < span:
        span -= evening - since
        since = _awake_from(evening)
    return since + span


def _awake_from(at: datetime) -> datetime:
    """Returns the instant itself by day, and the next morning by night."""
    if QUIET_UNTIL <= clock.local(at).time() < QUIET_FROM:
        return at
    day = clock.day_of(at)
    is_evening = clock.local(at).time() >= QUIET_FROM
    return clock.instant_of(day + timedelta(days=1) if is_evening else day, QUIET_UNTIL)


def _evening_of(at: datetime) -> datetime:
    return clock.instant_of(clock.day_of(at), QUIET_FROM)
