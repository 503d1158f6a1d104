"""Queries on the shifts of an activity, and on one person's sign-ups for them."""

from collections.abc import Collection, Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import Select, select

from app.volunteering.models import LIVE, Activity, Shift, ShiftRole, ShiftStatus, Signup


def shifts_named(activity: Activity, ids: Collection[UUID]) -> Select[Shift]:
    """Selects those shifts of the activity as they are now, the soonest first."""
    return (
        select(Shift)
        .where(
            Shift.community_id == activity.community_id,
            Shift.activity_id == activity.id,
            Shift.id.in_(ids),
        )
        .order_by(Shift.starts_at, Shift.id)
        .execution_options(populate_existing=True)
    )


def shifts_to_come(activity: Activity, now: datetime, limit: int) -> Select[UUID]:
    """Selects the ids of the next open shifts that have not begun."""
    return (
        select(Shift.id)
        .where(
            Shift.community_id == activity.community_id,
            Shift.activity_id == activity.id,
            Shift.status == ShiftStatus.OPEN,
            Shift.starts_at > now,
        )
        .order_by(Shift.starts_at, Shift.id)
        .limit(limit)
    )


def roles_named(activity: Activity, name: str, ids: Collection[UUID]) -> Select[UUID, UUID]:
    """Selects shift and role for each of the shifts that has a role of this name."""
    return select(ShiftRole.shift_id, ShiftRole.id).where(
        ShiftRole.community_id == activity.community_id,
        ShiftRole.shift_id.in_(ids),
        ShiftRole.name == name,
    )


def signups_for(activity: Activity, participant_id: UUID, ids: Sequence[UUID]) -> Select[Signup]:
    """Selects one person's live sign-ups for these shifts, in the order in which shifts are
    locked."""
    return (
        select(Signup)
        .where(
            Signup.community_id == activity.community_id,
            Signup.participant_id == participant_id,
            Signup.shift_id.in_(ids),
            Signup.status.in_(LIVE),
        )
        .order_by(Signup.shift_id)
    )
