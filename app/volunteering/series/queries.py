"""Queries on series and their dates."""

from collections.abc import Collection
from datetime import date
from uuid import UUID

from sqlalchemy import Select, delete, select
from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.dialects.postgresql.dml import Insert
from sqlalchemy.sql.dml import Delete

from app.kernel.database.columns import uuid7
from app.volunteering.models import Activity, Series, SeriesDate, Shift


def series_of(activity: Activity) -> Select[Series]:
    return select(Series).filter_by(community_id=activity.community_id, activity_id=activity.id)


def dates_from(series: Series, day: date) -> Select[SeriesDate]:
    """Selects the dates from a day on that have a shift or are skipped, the soonest first."""
    return (
        select(SeriesDate)
        .where(
            SeriesDate.community_id == series.community_id,
            SeriesDate.series_id == series.id,
            SeriesDate.day >= day,
        )
        .order_by(SeriesDate.day)
    )


def date_on(series: Series, day: date) -> Select[SeriesDate]:
    return dates_from(series, day).where(SeriesDate.day == day)


def take_days(series: Series, days: Collection[date]) -> Insert:
    """Takes days for the caller: those that are taken already are not returned. Two workers take
    them in the same order, and the later one waits for the earlier one."""
    rows = [
        {
            "community_id": series.community_id,
            "id": uuid7(),
            "series_id": series.id,
            "day": day,
        }
        for day in sorted(days)
    ]
    return insert(SeriesDate).values(rows).on_conflict_do_nothing()


def forget_date(row: SeriesDate) -> Delete:
    return delete(SeriesDate).filter_by(community_id=row.community_id, id=row.id)


def shifts_with_ids(community_id: UUID, ids: Collection[UUID]) -> Select[Shift]:
    return select(Shift).where(Shift.community_id == community_id, Shift.id.in_(ids))


def shifts_to_change(community_id: UUID, ids: Collection[UUID]) -> Select[Shift]:
    """Selects and locks shifts in the order of ids, as sign-ups do."""
    return (
        shifts_with_ids(community_id, ids)
        .order_by(Shift.id)
        .with_for_update(key_share=True)
        .execution_options(populate_existing=True)
    )
