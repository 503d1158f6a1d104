"""Queries on shifts and their roles."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import Select, func, select
from sqlalchemy.orm import aliased

from app.communities.models import Participant
from app.volunteering.models import LIVE, Activity, Shift, ShiftRole, Signup, SignupStatus


def shifts_to_lock(activity: Activity) -> Select[Shift]:
    """Selects and locks the shifts in the order of ids, as the hot lane does, so that the two
    never deadlock."""
    return (
        select(Shift)
        .filter_by(community_id=activity.community_id, activity_id=activity.id)
        .order_by(Shift.id)
        .with_for_update(key_share=True)
        .execution_options(populate_existing=True)
    )


def shifts_to_show(activity: Activity) -> Select[Shift]:
    """Selects the shifts, soonest first: the latest 100, for a series makes 60 ahead at most, and
    may have gone on for years."""
    latest = (
        select(Shift)
        .filter_by(community_id=activity.community_id, activity_id=activity.id)
        .order_by(Shift.starts_at.desc(), Shift.id.desc())
        .limit(100)
        .subquery()
    )
    shift = aliased(Shift, latest)
    return select(shift).order_by(shift.starts_at, shift.id)


def roles_of(*shifts: Shift) -> Select[ShiftRole]:
    return (
        select(ShiftRole)
        .where(
            ShiftRole.community_id.in_({shift.community_id for shift in shifts}),
            ShiftRole.shift_id.in_([shift.id for shift in shifts]),
        )
        .order_by(ShiftRole.shift_id, ShiftRole.name)
    )


def waiting_of(*shifts: Shift) -> Select[UUID, int]:
    """Selects the number of people on the waitlist of each shift that has any."""
    return (
        select(Signup.shift_id, func.count())
        .where(
            Signup.community_id.in_({shift.community_id for shift in shifts}),
            Signup.shift_id.in_([shift.id for shift in shifts]),
            # Said also for the index of positions, which holds few of a shift's sign-ups.
            Signup.position.is_not(None),
            Signup.status == SignupStatus.WAITLISTED,
        )
        .group_by(Signup.shift_id)
    )


def live_signups_of(participant: Participant, shifts: Sequence[Shift]) -> Select[Signup]:
    """Selects the live sign-ups of one person for these shifts."""
    return select(Signup).where(
        Signup.community_id == participant.community_id,
        Signup.participant_id == participant.id,
        Signup.shift_id.in_([shift.id for shift in shifts]),
        Signup.status.in_(LIVE),
    )


def span_of(activity: Activity) -> Select[datetime | None, datetime | None]:
    """Selects the first start and the last end of the shifts that are not cancelled."""
    return select(func.min(Shift.starts_at), func.max(Shift.ends_at)).where(
        Shift.community_id == activity.community_id,
        Shift.activity_id == activity.id,
        Shift.status != "cancelled",
    )


def signup_count(role: ShiftRole) -> Select[int]:
    return (
        select(func.count())
        .select_from(Signup)
        .where(Signup.community_id == role.community_id, Signup.role_id == role.id)
    )
