"""Changes to series. Each locks the activity first, then the series, then shifts by their ids."""

from datetime import date, datetime

from sqlalchemy.ext.asyncio import AsyncSession

from app.communities.permissions import Staff
from app.kernel import clock
from app.kernel.database.engine import get_row, lock
from app.kernel.errors import NotFound
from app.kernel.privacy.audit import record
from app.kernel.recurrence import Recurrence
from app.volunteering.errors import NotADate, SeriesExists
from app.volunteering.models import Activity, Series, SeriesDate, SeriesStatus, Shift
from app.volunteering.series.generation import generate, make_shifts
from app.volunteering.series.plan import days_from, words_of
from app.volunteering.series.queries import (
    date_on,
    dates_from,
    forget_date,
    series_of,
    shifts_to_change,
)
from app.volunteering.series.schemas import EndIn, SeriesIn, SkipIn
from app.volunteering.shifts.service import cancel_locked, update_span


async def create(session: AsyncSession, activity: Activity, body: SeriesIn, *, by: Staff) -> Series:
    """Makes the activity recur, and its shifts of the next weeks at once. Raises SeriesExists for
    one that recurs already, and NotADate for a rule without a date still to come."""
    await lock(session, activity)
    activity.require_open()
    if await session.scalar(series_of(activity)) is not None:
        raise SeriesExists
    now = clock.now()
    rule = Recurrence.parse(body.rule)
    if not days_from(body, clock.day_of(now), 1):
        raise NotADate
    series = Series(
        community_id=activity.community_id,
        activity_id=activity.id,
        status=SeriesStatus.ACTIVE,
        **body.columns | {"rule": str(rule)},
        applies_from=clock.day_of(now),
        due_at=now,
        version=1,
    )
    session.add(series)
    show_words(activity, series)
    await generate(session, activity, series, now)
    record(session, by, "series.started", series)
    return series


async def find(session: AsyncSession, activity: Activity) -> Series:
    """Returns the series of the activity. Raises NotFound for an activity that has none."""
    series = await session.scalar(series_of(activity))
    if series is None:
        raise NotFound
    return series


async def find_locked(session: AsyncSession, activity: Activity) -> Series:
    """Locks the activity, which must be open, and its series."""
    series = await find(session, activity)
    await lock(session, activity, series)
    activity.require_open()
    return series


def show_words(activity: Activity, series: Series | None) -> None:
    """Writes on the activity what its list shows of the series."""
    words = (None, None) if series is None else words_of(series)
    activity.recurrence_zh, activity.recurrence_en = words


async def pause(session: AsyncSession, activity: Activity, *, by: Staff) -> Series:
    """Makes no more shifts until the series is resumed; those that are there take place."""
    series = await find_locked(session, activity)
    series.move("pause")
    record(session, by, "series.paused", series)
    return series


async def resume(session: AsyncSession, activity: Activity, *, by: Staff) -> Series:
    """Goes on with the dates that are still to come; those of the pause are not made up for."""
    series = await find_locked(session, activity)
    series.move("resume")
    await generate(session, activity, series, clock.now())
    record(session, by, "series.resumed", series)
    return series


async def end(session: AsyncSession, activity: Activity, body: EndIn, *, by: Staff) -> Series:
    """Makes no more shifts, and cancels those after the last day; their people are told why."""
    series = await find_locked(session, activity)
    series.move("end")
    show_words(activity, None)
    if body.last_day is not None:
        now = clock.now()
        rows = (await session.scalars(dates_from(series, body.last_day))).all()
        later = [row for row in rows if row.day > (body.last_day or row.day)]
        for shift in await lock_shifts(session, later):
            await _cancel_ahead(session, shift, body.reason, now)
        await update_span(session, activity)
    record(session, by, "series.ended", series)
    return series


async def skip(session: AsyncSession, activity: Activity, body: SkipIn, *, by: Staff) -> Series:
    """Skips one date. A shift that is made is cancelled, and its people are told why. Raises
    NotADate for a day that is no date of the rule, or is over."""
    series = await find_locked(session, activity)
    series.require_going_on()
    row = await session.scalar(date_on(series, body.day))
    if row is None:
        _require_date(series, body.day)
        row = SeriesDate(community_id=series.community_id, series_id=series.id, day=body.day)
        session.add(row)
    row.skip_reason = body.reason
    for shift in await lock_shifts(session, [row]):
        if shift.is_open:
            shift.require_not_started(clock.now())
            await cancel_locked(session, shift, body.reason)
    await update_span(session, activity)
    series.version += 1
    await generate_if_active(session, activity, series)
    record(session, by, "series.date_skipped", series)
    return series


async def restore(session: AsyncSession, activity: Activity, day: date, *, by: Staff) -> Series:
    """Takes back a date that was skipped or cancelled, or is a holiday: it gets a new shift,
    without the people of the former one, who were told that it is cancelled."""
    series = await find_locked(session, activity)
    series.require_going_on()
    _require_date(series, day)
    row = await session.scalar(date_on(series, day))
    shift = None if row is None else await _shift_of(session, row)
    if row is None or (shift is not None and shift.is_open):
        raise NotADate
    await session.execute(forget_date(row))
    series.version += 1
    await make_shifts(session, activity, series, [day], clock.now(), holidays={})
    record(session, by, "series.date_restored", series)
    return series


async def generate_if_active(session: AsyncSession, activity: Activity, series: Series) -> None:
    if series.is_active:
        await generate(session, activity, series, clock.now())


async def lock_shifts(session: AsyncSession, rows: list[SeriesDate]) -> list[Shift]:
    """Locks the shifts of these dates in the order of ids, as sign-ups do."""
    await session.flush()
    ids = [row.shift_id for row in rows if row.shift_id is not None]
    if not ids:
        return []
    return list(await session.scalars(shifts_to_change(rows[0].community_id, ids)))


async def _shift_of(session: AsyncSession, row: SeriesDate) -> Shift | None:
    if row.shift_id is None:
        return None
    return await get_row(session, Shift, row.community_id, row.shift_id)


async def _cancel_ahead(session: AsyncSession, shift: Shift, reason: str, now: datetime) -> None:
    """Cancels a locked shift that is open and has not begun."""
    if shift.is_open and shift.starts_at > now:
        await cancel_locked(session, shift, reason)


def _require_date(series: Series, day: date) -> None:
    today = clock.today()
    if day < max(today, series.applies_from) or days_from(series, day, 1) != [day]:
        raise NotADate
