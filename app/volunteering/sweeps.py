"""Sweeps of volunteering: waits lapse, shifts end, activities are completed and archived."""

from datetime import datetime, timedelta

from sqlalchemy import Select, literal, select
from sqlalchemy.ext.asyncio import AsyncSession

from app.kernel.database.engine import get_row, lock
from app.kernel.jobs.events import emit
from app.kernel.jobs.sweeps import DueRows, Key, Sweep
from app.service_records.occasions.service import end_occasion
from app.volunteering.activities.service import show_card
from app.volunteering.events import ShiftEnded
from app.volunteering.models import (
    Activity,
    ActivityStatus,
    Series,
    SeriesStatus,
    Shift,
    ShiftStatus,
    Signup,
    SignupStatus,
)
from app.volunteering.occasions import make_up_occasion, shifts_without_occasions
from app.volunteering.series.generation import generate
from app.volunteering.signups.offers import pass_on_in
from app.volunteering.signups.service import expire, lapse_all

COMPLETED_AFTER = timedelta(hours=24)
"""Time between the end of the last shift and completion, in which staff may complete it."""
ARCHIVED_AFTER = timedelta(days=365)


def shifts_begun_with_waits(now: datetime) -> DueRows:
    """Selects shifts that have begun while people still wait."""
    return (
        select(Signup.community_id, Signup.shift_id, Shift.starts_at)
        .join(Shift, (Shift.community_id == Signup.community_id) & (Shift.id == Signup.shift_id))
        .where(Signup.status == SignupStatus.WAITLISTED, Shift.starts_at <= now)
        .distinct()
    )


async def lapse_waits(session: AsyncSession, key: Key, now: datetime) -> None:
    shift = await get_row(session, Shift, *key)
    await lock(session, shift)
    if shift.starts_at <= now:
        await lapse_all(session, shift)


def shifts_with_offers_over(now: datetime) -> DueRows:
    """Selects shifts of which an offer may be over, to pass its place on."""
    return select(Shift.community_id, Shift.id, Shift.offers_lapse_at).where(
        Shift.offers_lapse_at.is_not(None), Shift.offers_lapse_at <= now
    )


async def pass_on_offers(session: AsyncSession, key: Key, _now: datetime) -> None:
    await pass_on_in(session, *key)


def agreements_due(now: datetime) -> DueRows:
    """Selects sign-ups whose person was to agree to a change by now."""
    return select(Signup.community_id, Signup.id, Signup.agree_by).where(
        Signup.agree_by.is_not(None), Signup.agree_by <= now
    )


async def expire_signup(session: AsyncSession, key: Key, _now: datetime) -> None:
    await expire(session, await get_row(session, Signup, *key))


def shifts_over(now: datetime) -> DueRows:
    return select(Shift.community_id, Shift.id, Shift.ends_at).where(
        Shift.status == ShiftStatus.OPEN, Shift.ends_at <= now
    )


async def end_shift(session: AsyncSession, key: Key, now: datetime) -> None:
    shift = await get_row(session, Shift, *key)
    await lock(session, shift)
    if shift.is_open and shift.ends_at <= now:
        shift.end()
        emit(session, shift.community_id, ShiftEnded(shift_id=shift.id))
        await end_occasion(session, shift.community_id, shift.id)


def activities_to_complete(now: datetime) -> DueRows:
    """Selects activities whose last shift is over, and which have no series that goes on."""
    return select(Activity.community_id, Activity.id, Activity.ends_at).where(
        Activity.status == ActivityStatus.PUBLISHED,
        Activity.ends_at <= now - COMPLETED_AFTER,
        ~_goes_on().exists(),
    )


def _goes_on() -> Select[int]:
    return (
        select(literal(1))
        .where(
            Series.community_id == Activity.community_id,
            Series.activity_id == Activity.id,
            Series.status != SeriesStatus.ENDED,
        )
        .correlate(Activity)
    )


def series_to_look_at(now: datetime) -> DueRows:
    return select(Series.community_id, Series.id, Series.due_at).where(
        Series.status == SeriesStatus.ACTIVE, Series.due_at <= now
    )


async def make_shifts_ahead(session: AsyncSession, key: Key, now: datetime) -> None:
    """Makes the shifts of a series that have come near; ends it with its activity."""
    series = await get_row(session, Series, *key)
    activity = await get_row(session, Activity, key[0], series.activity_id)
    await lock(session, activity, series)
    if not series.is_active or series.due_at > now:
        return
    if activity.is_open:
        await generate(session, activity, series, now)
    else:
        series.move("end")


async def complete_activity(session: AsyncSession, key: Key, now: datetime) -> None:
    activity = await get_row(session, Activity, *key)
    await lock(session, activity)
    is_due = activity.ends_at is not None and activity.ends_at <= now - COMPLETED_AFTER
    if activity.status is ActivityStatus.PUBLISHED and is_due:
        activity.complete(now)
        await show_card(session, activity)


def activities_to_archive(now: datetime) -> DueRows:
    return select(Activity.community_id, Activity.id, Activity.completed_at).where(
        Activity.status == ActivityStatus.COMPLETED, Activity.completed_at <= now - ARCHIVED_AFTER
    )


async def archive_activity(session: AsyncSession, key: Key, _now: datetime) -> None:
    activity = await get_row(session, Activity, *key)
    await lock(session, activity)
    if activity.status is ActivityStatus.COMPLETED:
        activity.archive()
        await show_card(session, activity)


SWEEPS = (
    Sweep("volunteering.lapse_waits", timedelta(minutes=1), shifts_begun_with_waits, lapse_waits),
    Sweep("volunteering.pass_on", timedelta(minutes=1), shifts_with_offers_over, pass_on_offers),
    Sweep("volunteering.expire_signups", timedelta(minutes=1), agreements_due, expire_signup),
    Sweep("volunteering.make_shifts", timedelta(minutes=10), series_to_look_at, make_shifts_ahead),
    Sweep(
        "volunteering.make_up_occasions",
        timedelta(minutes=10),
        shifts_without_occasions,
        make_up_occasion,
    ),
    Sweep("volunteering.end_shifts", timedelta(minutes=1), shifts_over, end_shift),
    Sweep(
        "volunteering.complete", timedelta(minutes=10), activities_to_complete, complete_activity
    ),
    Sweep("volunteering.archive", timedelta(hours=12), activities_to_archive, archive_activity),
)
