"""Queries on sign-ups."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import Select, func, select

from app.communities.models import Participant, ParticipantStatus
from app.volunteering.models import LIVE, Activity, Shift, ShiftRole, Signup, SignupStatus


def next_on_waitlist(shift: Shift, role_id: UUID) -> Select[Signup]:
    """Selects and locks the first sign-up that waits for the role. Participants who have left or
    are blocked are passed over, and keep their positions."""
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


def count_ahead(signup: Signup) -> Select[int]:
    """Counts those who stand before the sign-up in the line for its role; 0 for one that does not
    wait."""
    return (
        select(func.count())
        .select_from(Signup)
        .where(
            Signup.community_id == signup.community_id,
            Signup.shift_id == signup.shift_id,
            Signup.role_id == signup.role_id,
            Signup.status == SignupStatus.WAITLISTED,
            Signup.position.is_not(None),
            Signup.position < (signup.position or 0),
        )
    )


def live_signups(shift: Shift) -> Select[Signup]:
    """Selects and locks the live sign-ups of a shift in the order of ids."""
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


def signups_to_give_up(participant: Participant, now: datetime) -> Select[Signup]:
    """Selects a participant's live sign-ups for shifts that have not begun, in the order in
    which shifts are locked."""
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


def waiting_signups(shift: Shift) -> Select[Signup]:
    return live_signups(shift).where(Signup.status == SignupStatus.WAITLISTED)


def signups_of_person(
    communities: dict[UUID, UUID], status: SignupStatus | None
) -> Select[Signup, Shift, ShiftRole, Activity]:
    """Selects one person's sign-ups with their shift, role and activity. `communities` maps the
    id of each community of the person to that of the participant there."""
    community_ids, participant_ids = list(communities), list(communities.values())
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
            Signup.community_id.in_(community_ids),
            Shift.community_id.in_(community_ids),
            ShiftRole.community_id.in_(community_ids),
            Activity.community_id.in_(community_ids),
            Signup.participant_id.in_(participant_ids),
        )
    )
    return query if status is None else query.where(Signup.status == status)


def signups_of_shift(shift: Shift, status: SignupStatus | None) -> Select[Signup, Participant]:
    """Selects the sign-ups for a shift with their participants."""
    query = (
        select(Signup, Participant)
        .join(
            Participant,
            (Participant.community_id == shift.community_id)
            & (Participant.id == Signup.participant_id),
        )
        .where(Signup.community_id == shift.community_id, Signup.shift_id == shift.id)
    )
    return query if status is None else query.where(Signup.status == status)
