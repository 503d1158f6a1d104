"""Series as staff see them, with their dates and what may be done now."""

from datetime import date
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from app.communities.permissions import Staff
from app.kernel import clock
from app.kernel.recurrence import Recurrence
from app.volunteering.models import Activity, Series, SeriesDate, Shift
from app.volunteering.policies import may_manage_activity
from app.volunteering.series.generation import holidays_of, is_changed_by_itself
from app.volunteering.series.plan import Plan, days_from, end_of, start_of, words_of
from app.volunteering.series.queries import dates_from, shifts_with_ids
from app.volunteering.series.schemas import (
    ChangedDate,
    ChangedSeries,
    PlannedDate,
    SeriesIn,
    SeriesOut,
    SeriesPreview,
    SeriesRole,
)

SHOWN_AHEAD = 12
"""Dates that a preview shows, and a series beyond those that are made."""
COLUMNS = (
    *("id", "activity_id", "status", "rule", "first_day", "applies_from", "start_time"),
    *("length_minutes", "opens_hours_before", "closes_minutes_before"),
    *("withdraw_hours_before", "weeks_ahead", "skips_holidays", "version"),
)


async def preview(session: AsyncSession, community_id: UUID, body: SeriesIn) -> SeriesPreview:
    """Returns what the series would be. Nothing is written."""
    rule = Recurrence.parse(body.rule)
    zh, en = words_of(body)
    holidays = await holidays_of(session, community_id, body, clock.now())
    days = days_from(body, max(body.first_day, clock.today()), SHOWN_AHEAD)
    return SeriesPreview(
        words_zh=zh,
        words_en=en,
        rule=str(rule),
        skips_short_months=rule.is_skipped_in_short_months(body.first_day),
        dates=[
            _planned(body, day, holidays.get(day))
            for day in days
            if start_of(body, day) > clock.now()
        ],
    )


async def show_to_staff(
    session: AsyncSession, activity: Activity, series: Series, staff: Staff
) -> SeriesOut:
    zh, en = words_of(series)
    return SeriesOut(
        **{name: getattr(series, name) for name in COLUMNS},
        roles=[SeriesRole(**role) for role in series.roles],
        words_zh=zh,
        words_en=en,
        dates=await _dates(session, series),
        actions=_actions(activity, series, staff),
    )


async def show_change(
    session: AsyncSession,
    activity: Activity,
    series: Series,
    changes: list[ChangedDate],
    staff: Staff,
) -> ChangedSeries:
    shown = await show_to_staff(session, activity, series, staff)
    return ChangedSeries(**shown.model_dump(), changes=changes)


async def _dates(session: AsyncSession, series: Series) -> list[PlannedDate]:
    """Lists the dates from today on: those that are made, then some more by the rule."""
    today = clock.today()
    rows = (await session.scalars(dates_from(series, today))).all()
    ids = [row.shift_id for row in rows if row.shift_id is not None]
    shifts = {
        shift.id: shift
        for shift in await session.scalars(shifts_with_ids(series.community_id, ids))
    }
    made = [_made(series, row, shifts[row.shift_id] if row.shift_id else None) for row in rows]
    if not series.is_active:
        return made
    known = {row.day for row in rows}
    holidays = await holidays_of(session, series.community_id, series, clock.now())
    since = max(today, series.applies_from)
    more = [
        _planned(series, day, holidays.get(day))
        for day in days_from(series, since, len(known) + SHOWN_AHEAD)
        if day not in known and start_of(series, day) > clock.now()
    ]
    return sorted([*made, *more[:SHOWN_AHEAD]], key=lambda one: one.day)


def _planned(plan: Plan, day: date, skip_reason: str | None) -> PlannedDate:
    return PlannedDate(
        day=day,
        starts_at=start_of(plan, day),
        ends_at=end_of(plan, day),
        shift_id=None,
        skip_reason=skip_reason,
        is_changed=False,
    )


def _made(series: Series, row: SeriesDate, shift: Shift | None) -> PlannedDate:
    return PlannedDate(
        day=row.day,
        starts_at=start_of(series, row.day) if shift is None else shift.starts_at,
        ends_at=end_of(series, row.day) if shift is None else shift.ends_at,
        shift_id=row.shift_id,
        skip_reason=row.skip_reason,
        is_changed=shift is not None and is_changed_by_itself(row, shift),
    )


def _actions(activity: Activity, series: Series, staff: Staff) -> list[str]:
    if not may_manage_activity(staff, activity) or not activity.is_open:
        return []
    verbs = series.actions({"pause", "resume", "end"})
    return ["revise", *verbs, "skip", "restore"] if verbs else []
