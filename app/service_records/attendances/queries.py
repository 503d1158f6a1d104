"""Queries on attendances."""

from sqlalchemy import Select, select

from app.communities.models import Participant
from app.service_records.models import LIVE, Attendance, AttendanceStatus, Occasion


def attendances_at(occasion: Occasion) -> Select[Attendance, Participant]:
    """Selects those who are to come to an occasion or have come, with their participants."""
    return (
        select(Attendance, Participant)
        .join(
            Participant,
            (Participant.community_id == occasion.community_id)
            & (Participant.id == Attendance.participant_id),
        )
        .where(
            Attendance.community_id == occasion.community_id,
            Attendance.occasion_id == occasion.id,
            Attendance.status.in_(sorted(LIVE)),
        )
    )


def attendances_of(
    me: Participant, status: AttendanceStatus | None
) -> Select[Attendance, Occasion]:
    """Selects a participant's attendances with their occasions."""
    query = (
        select(Attendance, Occasion)
        .join(
            Occasion,
            (Occasion.community_id == me.community_id) & (Occasion.id == Attendance.occasion_id),
        )
        .where(Attendance.community_id == me.community_id, Attendance.participant_id == me.id)
    )
    return query if status is None else query.where(Attendance.status == status)
