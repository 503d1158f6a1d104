"""Residents, who alone take part in a consultation."""

from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from app.communities.acting import ActingFor, load_active_participant
from app.communities.models import Participant, ParticipantKind
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
