"""Reminders a day and two hours before an occasion, each once for the time at which it starts."""

from datetime import datetime, timedelta
from typing import NamedTuple

from sqlalchemy import ColumnElement, inspect, or_, select
from sqlalchemy.ext.asyncio import AsyncSession

from app.kernel.database.engine import get_row
from app.kernel.jobs.sweeps import DueRows, Key
from app.service_records.messages import AboutPresence, ComesSoon, ComesTomorrow, notify_person
from app.service_records.models import Attendance, AttendanceStatus, Occasion, OccasionStatus

PEOPLE_AT_A_TIME = 200
"""People of one occasion who are reminded in one transaction; the next run takes the others."""


class Reminder(NamedTuple):
    """One of the two reminders."""

    name: str
    before: timedelta
    """The time before the start at which it is due."""
    until: timedelta
    """The time before the start from which it comes too late to be of use."""
    message: type[AboutPresence]
    field: str
    """Field with the start of the occasion of which the person was reminded: a moved one is
    reminded of anew."""

    @property
    def column(self) -> ColumnElement[datetime | None]:
        return inspect(Attendance).columns[self.field]


DAY_BEFORE = Reminder(
    "day",
    timedelta(hours=24),
    timedelta(hours=2),
    ComesTomorrow,
    "reminded_day_before",
)
HOURS_BEFORE = Reminder(
    "hours",
    timedelta(hours=2),
    timedelta(0),
    ComesSoon,
    "reminded_hours_before",
)


def _is_due(reminder: Reminder, now: datetime) -> list[ColumnElement[bool]]:
    """Conditions of who is to be reminded now: not who was expected after that point, for they
    have just been told."""
    return [
        Occasion.status == OccasionStatus.OPEN,
        Occasion.starts_at <= now + reminder.before,
        Occasion.starts_at > now + reminder.until,
        Attendance.status == AttendanceStatus.EXPECTED,
        Attendance.is_voluntary.is_(False),
        reminder.column.is_distinct_from(Occasion.starts_at),
        or_(
            Attendance.expected_at.is_(None),
            Attendance.expected_at <= Occasion.starts_at - reminder.before,
        ),
    ]


def due_reminders(reminder: Reminder, now: datetime) -> DueRows:
    """Selects the occasions of which somebody is to be reminded."""
    return (
        select(Occasion.community_id, Occasion.id, Occasion.starts_at)
        .join(
            Attendance,
            (Attendance.community_id == Occasion.community_id)
            & (Attendance.occasion_id == Occasion.id),
        )
        .where(*_is_due(reminder, now))
        .distinct()
    )


async def remind(session: AsyncSession, reminder: Reminder, key: Key, now: datetime) -> None:
    """Reminds those who are expected. Locks them in the order of ids, as check-ins do; who has
    withdrawn meanwhile, or whose occasion was moved, is looked at as it stands."""
    community_id, occasion_id = key
    occasion = await get_row(session, Occasion, community_id, occasion_id)
    people = (
        select(Attendance)
        .join(
            Occasion,
            (Occasion.community_id == Attendance.community_id)
            & (Occasion.id == Attendance.occasion_id),
        )
        .where(
            Attendance.community_id == community_id,
            Attendance.occasion_id == occasion_id,
            Occasion.community_id == community_id,
            *_is_due(reminder, now),
        )
        .order_by(Attendance.id)
        .limit(PEOPLE_AT_A_TIME)
        .with_for_update(key_share=True, of=Attendance)
    )
    for attendance in await session.scalars(people):
        message = reminder.message(occasion.title, occasion.starts_at)
        setattr(attendance, reminder.field, occasion.starts_at)
        notify_person(session, attendance, message)
