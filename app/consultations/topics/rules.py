"""How many seconds bring a topic to deliberation, and until when screening answers."""

from datetime import datetime, timedelta

from app.kernel.deadlines import Calendar

MOST, PERCENT, LEAST = 20, 2, 3
"""20 or 2 % of the residents, whichever is less; never fewer than 3 (domain.md 5)."""
ANSWERED_WITHIN = timedelta(days=7)


def enough_seconds(residents: int) -> int:
    """Of a community with so many verified residents; a part of a person counts as one."""
    share = -(-residents * PERCENT // 100)
    return max(LEAST, min(MOST, share))


def answer_due(submitted_at: datetime, calendar: Calendar) -> datetime:
    return calendar.after(submitted_at, ANSWERED_WITHIN)
