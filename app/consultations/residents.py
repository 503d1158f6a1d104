"""Residents, who alone take part in a consultation."""

from uuid import UUID

from sqlalchemy import ColumnElement, exists
from sqlalchemy.ext.asyncio import AsyncSession

from app.communities.acting import ActingFor, load_active_participant
from app.communities.models import (
    Channel,
    Participant,
    ParticipantKind,
    ParticipantStatus,
    ResidenceClaim,
    ResidenceClaimStatus,
)
from app.consultations.errors import ResidentsOnly


def is_verified(participant: Participant) -> bool:
    """Tell whether an approved residence claim says that they live here."""
    return participant.kind is ParticipantKind.RESIDENT


async def load_resident(
    session: AsyncSession, community_id: UUID, acting: ActingFor
) -> Participant:
    """Return the active participant whose act it is; ResidentsOnly for visitors."""
    participant = await load_active_participant(session, community_id, acting)
    if not is_verified(participant):
        raise ResidentsOnly
    return participant


def are_counted(community_id: UUID) -> tuple[ColumnElement[bool], ...]:
    """Conditions of the residents who are on rolls and of whom shares are taken: active, and of a
    residence that two persons stand for. One that the same person of the staff has entered and
    approved does not count: one worker alone could make as many residents as they like."""
    by_one_alone = exists().where(
        ResidenceClaim.community_id == community_id,
        ResidenceClaim.participant_id == Participant.id,
        ResidenceClaim.status == ResidenceClaimStatus.APPROVED,
        ResidenceClaim.channel != Channel.SELF,
        ResidenceClaim.decided_by == ResidenceClaim.entered_by,
    )
    return (
        Participant.community_id == community_id,
        Participant.kind == ParticipantKind.RESIDENT,
        Participant.status == ParticipantStatus.ACTIVE,
        ~by_one_alone,
    )
