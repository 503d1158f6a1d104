"""Queries on shifts and their roles."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import Select, func, select
from sqlalchemy.orm import aliased

from app.communities.models import Participant
from app.volunteering.models import Activity, Shift, ShiftRole, Signup, SignupStatus


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


def lines_of(*shifts: Shift, now: datetime) -> Select[UUID, int, int, int]:
    """Selects for each role with a line: its id, the people who wait, those to whom a place is
    offered, and those of them whose offer is over."""
    is_offered = Signup.status == SignupStatus.OFFERED
    return (
        select(
            Signup.role_id,
            func.count().filter(Signup.status == SignupStatus.WAITLISTED),
            func.count().filter(is_offered),
            func.count().filter(is_offered & (Signup.offer_expires_at <= now)),
        )
        .where(
            Signup.community_id.in_({shift.community_id for shift in shifts}),
            Signup.shift_id.in_([shift.id for shift in shifts]),
            # Said also for the index of positions, which holds few of a shift's sign-ups.
            Signup.position.is_not(None),
            Signup.status.in_([SignupStatus.WAITLISTED, SignupStatus.OFFERED]),
        )
        .group_by(Signup.role_id)
    )


def live_signups_of(
    participant: Participant, shifts: Sequence[Shift], now: datetime
) -> Select[Signup]:
    """Selects the live sign-ups of one person for these shifts."""
    return select(Signup).where(
        Signup.community_id == participant.community_id,
        Signup.participant_id == participant.id,
        Signup.shift_id.in_([shift.id for shift in shifts]),
        Signup.is_live_at(now),
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
