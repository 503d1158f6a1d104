"""Selects on sign-ups."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import Select, select

from app.communities.models import Participant, ParticipantStatus
from app.volunteering.models import LIVE, Activity, Shift, ShiftRole, Signup, SignupStatus


def first_in_line(shift: Shift, role_id: UUID) -> Select[Signup]:
    """Of those who wait for the role and may take a place: who has left or is blocked is passed
    by, and keeps the position."""
    return (
        select(Signup)
        .join(
            Participant,
            (Participant.community_id == shift.community_id)
            & (Participant.id == Signup.participant_id),
        )
        .where(
            Signup.community_id == shift.community_id,
            Signup.shift_id == shift.id,
            Signup.role_id == role_id,
            Signup.status == SignupStatus.WAITLISTED,
            Participant.status == ParticipantStatus.ACTIVE,
        )
        .order_by(Signup.position)
        .limit(1)
        .with_for_update(key_share=True, of=Signup)
    )


def live_on(shift: Shift) -> Select[Signup]:
    return (
        select(Signup)
        .where(
            Signup.community_id == shift.community_id,
            Signup.shift_id == shift.id,
            Signup.status.in_(LIVE),
        )
        .order_by(Signup.id)
        .with_for_update(key_share=True)
    )


def to_give_up(participant: Participant, now: datetime) -> Select[Signup]:
    """Live ones on shifts that have not begun, in the order in which shifts are held."""
    return (
        select(Signup)
        .join(
            Shift,
            (Shift.community_id == participant.community_id) & (Shift.id == Signup.shift_id),
        )
        .where(
            Signup.community_id == participant.community_id,
            Signup.participant_id == participant.id,
            Signup.status.in_(LIVE),
            Shift.starts_at > now,
        )
        .order_by(Signup.shift_id)
    )


def waiting_on(shift: Shift) -> Select[Signup]:
    return live_on(shift).where(Signup.status == SignupStatus.WAITLISTED)


def mine(
    communities: dict[UUID, UUID], status: SignupStatus | None
) -> Select[Signup, Shift, ShiftRole, Activity]:
    """Sign-ups of one person, with what they signed up for.

    `communities` tells who the person is in each of their communities.
    """
    here, who = list(communities), list(communities.values())
    query = (
        select(Signup, Shift, ShiftRole, Activity)
        .join(Shift, (Shift.community_id == Signup.community_id) & (Shift.id == Signup.shift_id))
        .join(
            ShiftRole,
            (ShiftRole.community_id == Signup.community_id) & (ShiftRole.id == Signup.role_id),
        )
        .join(
            Activity,
            (Activity.community_id == Signup.community_id) & (Activity.id == Shift.activity_id),
        )
        .where(
            Signup.community_id.in_(here),
            Shift.community_id.in_(here),
            ShiftRole.community_id.in_(here),
            Activity.community_id.in_(here),
            Signup.participant_id.in_(who),
        )
    )
    return query if status is None else query.where(Signup.status == status)


def of_shift(shift: Shift, status: SignupStatus | None) -> Select[Signup, str]:
    """Sign-ups for a shift, with the names that people show."""
    query = (
        select(Signup, Participant.display_name)
        .join(
            Participant,
            (Participant.community_id == shift.community_id)
            & (Participant.id == Signup.participant_id),
        )
        .where(Signup.community_id == shift.community_id, Signup.shift_id == shift.id)
    )
    return query if status is None else query.where(Signup.status == status)
