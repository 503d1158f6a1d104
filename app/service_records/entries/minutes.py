"""The rule of minutes, pure: presence within the occasion, whole, and never two at one time."""

from collections.abc import Iterable
from datetime import datetime, timedelta
from typing import NamedTuple

MINUTE = timedelta(minutes=1)


class Span(NamedTuple):
    """A stretch of time, from one instant until another."""

    starts_at: datetime
    ends_at: datetime


def presence_within(presence: Span, occasion: Span) -> Span | None:
    """Returns the part of the presence that lies in the occasion; None where there is none. Ways
    there and back, and who waits before the start, do not count."""
    starts_at = max(presence.starts_at, occasion.starts_at)
    ends_at = min(presence.ends_at, occasion.ends_at)
    return Span(starts_at, ends_at) if starts_at < ends_at else None


def minutes_beside(span: Span, others: Iterable[Span]) -> int:
    """Returns the whole minutes of the span, rounded down, that no other span of the person has:
    who is on two lists at once has served that time once."""
    total, reached = timedelta(), span.starts_at
    for other in sorted(others):
        starts_at = min(max(other.starts_at, reached), span.ends_at)
        total += starts_at - reached
        reached = max(reached, min(other.ends_at, span.ends_at))
    total += span.ends_at - reached
    return total // MINUTE
