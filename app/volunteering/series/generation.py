"""Making the shifts of a series ahead, once for each date."""

from collections.abc import Collection, Mapping, Sequence
from datetime import date, datetime, timedelta
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from app.communities.calendars.queries import working_days
from app.kernel import clock
from app.volunteering.models import Activity, Series, SeriesDate, Shift
from app.volunteering.series.plan import Plan, days_ahead, days_from, times_of
from app.volunteering.series.queries import dates_from, take_days
from app.volunteering.shifts.schemas import RoleIn
from app.volunteering.shifts.service import add_locked


async def generate(
    session: AsyncSession, activity: Activity, series: Series, now: datetime
) -> list[SeriesDate]:
    """Makes the shifts that are to be there now and are not yet, and returns their dates. A series
    whose rule has no more dates ends. Activity and series are locked."""
    today = clock.day_of(now)
    series.due_at = clock.instant_of(today + timedelta(days=1))
    if not days_from(series, today, 1):
        series.move("end")
        activity.recurrence_zh = activity.recurrence_en = None
        return []
    rows = await session.scalars(dates_from(series, today))
    holidays = await holidays_of(session, activity.community_id, series, now)
    skipped = holidays.keys() | {row.day for row in rows if row.skip_reason is not None}
    days = days_ahead(series, series.applies_from, now, skipped)
    return await make_shifts(session, activity, series, days, now, holidays)


async def holidays_of(
    session: AsyncSession, community_id: UUID, plan: Plan, now: datetime
) -> Mapping[date, str]:
    """Maps the public holidays that a series skips to their names; none, where it skips none."""
    if not plan.skips_holidays:
        return {}
    year = clock.day_of(now).year
    calendar = await working_days(session, community_id, year, year + 1)
    return {day: one.name for day, one in calendar.known.items() if not one.is_working_day}


async def make_shifts(
    session: AsyncSession,
    activity: Activity,
    series: Series,
    days: Sequence[date],
    now: datetime,
    holidays: Mapping[date, str],
) -> list[SeriesDate]:
    """Makes the shifts of these days, but for those that have one or are skipped, and returns
    the dates that have a new one. A holiday is written as skipped, under its name."""
    if not days:
        return []
    await session.flush()
    known = {row.day for row in await session.scalars(dates_from(series, days[0]))}
    missing = [day for day in days if day not in known]
    rows = await _taken(session, series, missing)
    roles = [RoleIn(**role) for role in series.roles]
    for row in rows:
        if row.day in holidays:
            row.skip_reason = holidays[row.day]
            continue
        shift = await add_locked(session, activity, times_of(series, row.day, now), roles)
        row.shift_id, row.shift_version = shift.id, shift.version
    return [row for row in rows if row.shift_id is not None]


async def _taken(session: AsyncSession, series: Series, days: Collection[date]) -> list[SeriesDate]:
    """Takes the days, and returns those of them that nobody else has taken meanwhile."""
    if not days:
        return []
    statement = take_days(series, days).returning(SeriesDate)
    rows = (await session.scalars(statement)).all()
    return sorted(rows, key=lambda row: row.day)


def is_changed_by_itself(row: SeriesDate, shift: Shift) -> bool:
    """Returns whether staff have changed the shift of this date, and not the series."""
    return row.shift_version != shift.version
