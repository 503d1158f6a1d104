"""Number of seconds that bring a topic to deliberation, and the time for screening."""

from datetime import datetime, timedelta

from app.consultations.errors import TooManyTopics
from app.kernel.deadlines import Calendar
from app.kernel.errors import DomainError

MAX_NEEDED, MIN_NEEDED, PERCENT_OF_RESIDENTS = 20, 3, 2
"""A topic needs 2 % of the residents or 20, whichever is less, and never fewer than 3
(docs/domain.md)."""
ANSWER_WINDOW = timedelta(days=7)
MAX_AWAITING_TOPICS = 5
"""Topics of one resident that may wait for an answer at the same time: screening answers each."""


def seconds_needed(residents: int) -> int:
    """Returns the number of seconds for this many verified residents; the share is rounded up."""
    share = -(-residents * PERCENT_OF_RESIDENTS // 100)
    return max(MIN_NEEDED, min(MAX_NEEDED, share))


def answer_due(submitted_at: datetime, calendar: Calendar) -> datetime:
    return calendar.after(submitted_at, ANSWER_WINDOW)


def refusal_by_cap(awaiting: int) -> DomainError | None:
    """Refuses another topic of a resident of whom that many wait for an answer."""
    return TooManyTopics(most=MAX_AWAITING_TOPICS) if awaiting >= MAX_AWAITING_TOPICS else None
