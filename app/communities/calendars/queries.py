"""The calendar of a community, as rules read it."""

import logging
from datetime import date, datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from app.communities.calendars.china import KnownDay
from app.communities.calendars.working_time import WorkingDays
from app.communities.models import CalendarDay
from app.kernel import clock

logger = logging.getLogger(__name__)


async def working_days(
    session: AsyncSession, community_id: UUID, first_year: int, last_year: int
) -> WorkingDays:
    """Returns the working days of these years."""
    rows = await session.scalars(
        select(CalendarDay).where(
            CalendarDay.community_id == community_id,
            CalendarDay.day >= date(first_year, 1, 1),
            CalendarDay.day <= date(last_year, 12, 31),
        )
    )
    entered = {row.day: KnownDay(row.is_working_day, row.name or "") for row in rows}
    return WorkingDays.of(entered, range(first_year, last_year + 1))


async def working_days_from(
    session: AsyncSession, community_id: UUID, start: datetime
) -> WorkingDays:
    """Returns the working days of the year of `start` and of the one after."""
    year = clock.day_of(start).year
    return await working_days(session, community_id, year, year + 1)


async def working_days_after(
    session: AsyncSession, community_id: UUID, start: datetime, days: int
) -> datetime:
    """Returns the end of a period of working days (24:00 of the last one). Logs a warning where a
    year that it touches is provisional."""
    calendar = await working_days_from(session, community_id, start)
    end = calendar.end_after(start, days)
    if (said := calendar.warning(start, end)) is not None:
        logger.warning("calendar of %s: %s", community_id, said.en)
    return end
