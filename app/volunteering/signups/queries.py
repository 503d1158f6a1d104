"""Queries on sign-ups."""

from datetime import datetime
from uuid import UUID

from sqlalchemy import Select, func, select

from app.communities.models import Participant, ParticipantStatus
from app.volunteering.models import LIVE, Activity, Shift, ShiftRole, Signup, SignupStatus


def next_on_waitlist(shift: Shift, role_id: UUID, passed_over: int) -> Select[Signup, Participant]:
    """Selects and locks the first sign-up that waits for the role, behind so many that could not
    take a place, with its person. Participants who have left or are blocked are passed over, and
    keep their positions."""
    return (
        select(Signup, Participant)
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
        .offset(passed_over)
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
            Signup.is_live_at(now),
            Shift.starts_at > now,
        )
        .order_by(Signup.shift_id)
    )


def offers_of(shift: Shift) -> Select[Signup]:
    """Selects and locks the sign-ups to which a place of the shift is offered."""
    return live_signups(shift).where(Signup.status == SignupStatus.OFFERED)


def offers_over(shift: Shift, now: datetime) -> Select[Signup]:
    """Selects and locks the offers whose deadline has come, those first that ended first."""
    return (
        offers_of(shift)
        .where(Signup.offer_expires_at <= now)
        .order_by(None)
        .order_by(Signup.offer_expires_at, Signup.position)
    )


def next_to_lapse(shift: Shift) -> Select[datetime | None]:
    return select(func.min(Signup.offer_expires_at)).where(
        Signup.community_id == shift.community_id,
        Signup.shift_id == shift.id,
        Signup.status == SignupStatus.OFFERED,
    )


def waiting_signups(shift: Shift) -> Select[Signup]:
    return live_signups(shift).where(Signup.status == SignupStatus.WAITLISTED)


def signups_of_person(
    communities: dict[UUID, UUID], status: SignupStatus | None, now: datetime
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
    return query if status is None else query.where(Signup.has_status_at(status, now))


def signups_of_shift(
    shift: Shift, status: SignupStatus | None, now: datetime
) -> Select[Signup, Participant]:
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
    return query if status is None else query.where(Signup.has_status_at(status, now))


def roles_of_shift(shift: Shift) -> Select[UUID, str]:
    """Selects the ids and names of the roles of a shift."""
    return select(ShiftRole.id, ShiftRole.name).where(
        ShiftRole.community_id == shift.community_id, ShiftRole.shift_id == shift.id
    )
