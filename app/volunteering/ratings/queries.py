"""Queries on ratings."""

from decimal import Decimal

from sqlalchemy import Select, func, select

from app.volunteering.models import Activity, Shift, ShiftRating


def ratings_of(activity: Activity) -> Select[ShiftRating, Shift]:
    """Selects the ratings of all shifts of the activity, each with its shift."""
    return (
        select(ShiftRating, Shift)
        .join(
            Shift,
            (Shift.community_id == ShiftRating.community_id) & (Shift.id == ShiftRating.shift_id),
        )
        .where(
            ShiftRating.community_id == activity.community_id,
            Shift.community_id == activity.community_id,
            Shift.activity_id == activity.id,
        )
    )


def count_and_average(activity: Activity) -> Select[int, Decimal | None]:
    return ratings_of(activity).with_only_columns(func.count(), func.avg(ShiftRating.stars))
