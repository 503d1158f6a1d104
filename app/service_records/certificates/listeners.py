"""Listeners of certificates to events of other features."""

from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from app.communities.events import ParticipantBlocked, ParticipantLeft
from app.communities.models import Participant
from app.kernel.database.engine import get_row, lock
from app.kernel.jobs.events import emit
from app.kernel.jobs.listeners import Listener
from app.service_records.certificates.events import CertificateWithdrawn
from app.service_records.models import Certificate, CertificateStatus


async def give_up_request(
    session: AsyncSession, community_id: UUID, event: ParticipantLeft | ParticipantBlocked
) -> None:
    """Withdraws the open request of a participant who has left or is blocked, unless they are
    active again when the event is delivered. What was issued stays valid."""
    participant = await get_row(session, Participant, community_id, event.participant_id)
    await lock(session, participant)
    if participant.is_active:
        return
    requested = select(Certificate).where(
        Certificate.community_id == community_id,
        Certificate.participant_id == participant.id,
        Certificate.status == CertificateStatus.REQUESTED,
    )
    for certificate in (await session.scalars(requested)).all():
        await lock(session, certificate)
        if certificate.status is CertificateStatus.REQUESTED:
            certificate.withdraw()
            emit(session, community_id, CertificateWithdrawn(certificate_id=certificate.id))


LISTENERS = tuple(
    Listener("service_records.give_up_request", event, give_up_request, carries_rule=True)
    for event in (ParticipantLeft, ParticipantBlocked)
)
