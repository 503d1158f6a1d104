"""Queries for cover: who has helped before, and is free at the time of a shift."""

from uuid import UUID

from sqlalchemy import ColumnElement, Select, case, exists, func, select

from app.communities.models import Participant, ParticipantKind, ParticipantStatus
from app.service_records.models import Attendance, AttendanceStatus, Leader, Occasion
from app.volunteering.models import LIVE, Activity, Audience, Shift, Signup

MAX_LOOKED_AT = 200
"""Past helpers who are looked at, those of the same activity first."""


def past_helpers(activity: Activity, shift: Shift, but_for: UUID) -> Select[Participant]:
    """Selects active participants with a login who have served at this activity, or at another one
    of its category, and who have nothing else at the time of the shift. Those of this activity
    come first, then those who have helped last."""
    here = activity.community_id
    is_same = Activity.id == activity.id
    served = (
        select(
            Attendance.participant_id,
            func.max(case((is_same, 1), else_=0)).label("is_same"),
            func.max(Attendance.checked_out_at).label("last_at"),
        )
        .join(Occasion, (Occasion.community_id == here) & (Occasion.id == Attendance.occasion_id))
        .join(Activity, (Activity.community_id == here) & (Activity.id == Occasion.source_id))
        .where(
            Attendance.community_id == here,
            Attendance.status == AttendanceStatus.LEFT,
            Activity.category == activity.category,
            Attendance.participant_id != but_for,
        )
        .group_by(Attendance.participant_id)
        .subquery()
    )
    query = (
        select(Participant)
        .join(served, served.c.participant_id == Participant.id)
        .where(
            Participant.community_id == here,
            Participant.status == ParticipantStatus.ACTIVE,
            Participant.user_id.is_not(None),
            ~_is_signed_up(shift),
            ~_is_on_duty(shift),
        )
        .order_by(served.c.is_same.desc(), served.c.last_at.desc(), Participant.id)
        .limit(MAX_LOOKED_AT)
    )
    if activity.audience is Audience.RESIDENTS:
        query = query.where(Participant.kind == ParticipantKind.RESIDENT)
    return query


def _is_signed_up(shift: Shift) -> ColumnElement[bool]:
    """The condition that the participant has a live sign-up at the time of the shift, or for it."""
    return exists().where(
        Signup.community_id == shift.community_id,
        Signup.participant_id == Participant.id,
        Signup.status.in_(sorted(LIVE)),
        Shift.community_id == shift.community_id,
        Shift.id == Signup.shift_id,
        Shift.starts_at < shift.ends_at,
        Shift.ends_at > shift.starts_at,
    )


def _is_on_duty(shift: Shift) -> ColumnElement[bool]:
    """The condition that the participant is expected at another occasion at that time."""
    return exists().where(
        Attendance.community_id == shift.community_id,
        Attendance.participant_id == Participant.id,
        Attendance.status.in_((AttendanceStatus.EXPECTED, AttendanceStatus.PRESENT)),
        Occasion.community_id == shift.community_id,
        Occasion.id == Attendance.occasion_id,
        Occasion.starts_at < shift.ends_at,
        Occasion.ends_at > shift.starts_at,
    )


def leads_activity(community_id: UUID, activity_id: UUID, participant_id: UUID) -> Select[bool]:
    return select(
        exists().where(
            Leader.community_id == community_id,
            Leader.source_id == activity_id,
            Leader.participant_id == participant_id,
        )
    )
