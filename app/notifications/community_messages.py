"""What communities notify people; communities lie below, so their messages stand here."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from app.communities.events import (
    ParticipantBlocked,
    ParticipantUnblocked,
    ResidenceApproved,
    ResidenceEnded,
    ResidenceExpired,
    ResidenceRejected,
    ResidenceWithdrawnAtDesk,
)
from app.communities.models import Community, ResidenceClaim
from app.kernel.database.engine import get_row
from app.kernel.errors import NotFound
from app.notifications.inbox import Message, notify


@dataclass(frozen=True, slots=True)
class AboutCommunity(Message):
    community: str


class BlockedHere(AboutCommunity):
    kind = "communities.participant_blocked"


class UnblockedHere(AboutCommunity):
    kind = "communities.participant_unblocked"


class ResidenceIsWithdrawn(AboutCommunity):
    kind = "communities.residence_withdrawn"


class ResidenceHasExpired(AboutCommunity):
    kind = "communities.residence_expired"


@dataclass(frozen=True, slots=True)
class ResidenceIsApproved(AboutCommunity):
    kind = "communities.residence_approved"
    expires_at: datetime | None


@dataclass(frozen=True, slots=True)
class ResidenceIsRejected(AboutCommunity):
    kind = "communities.residence_rejected"
    reason: str


@dataclass(frozen=True, slots=True)
class ResidenceHasEnded(AboutCommunity):
    kind = "communities.residence_ended"
    reason: str


async def notify_blocked(
    session: AsyncSession, community_id: UUID, event: ParticipantBlocked
) -> None:
    message = BlockedHere(await _name(session, community_id))
    notify(session, community_id, [event.participant_id], message)


async def notify_unblocked(
    session: AsyncSession, community_id: UUID, event: ParticipantUnblocked
) -> None:
    message = UnblockedHere(await _name(session, community_id))
    notify(session, community_id, [event.participant_id], message)


async def notify_residence_approved(
    session: AsyncSession, community_id: UUID, event: ResidenceApproved
) -> None:
    claim = await get_row(session, ResidenceClaim, community_id, event.claim_id)
    message = ResidenceIsApproved(await _name(session, community_id), claim.expires_at)
    notify(session, community_id, [claim.participant_id], message)


async def notify_residence_rejected(
    session: AsyncSession, community_id: UUID, event: ResidenceRejected
) -> None:
    claim = await get_row(session, ResidenceClaim, community_id, event.claim_id)
    message = ResidenceIsRejected(await _name(session, community_id), claim.reason or "")
    notify(session, community_id, [claim.participant_id], message)


async def notify_residence_withdrawn(
    session: AsyncSession, community_id: UUID, event: ResidenceWithdrawnAtDesk
) -> None:
    claim = await get_row(session, ResidenceClaim, community_id, event.claim_id)
    message = ResidenceIsWithdrawn(await _name(session, community_id))
    notify(session, community_id, [claim.participant_id], message)


async def notify_residence_expired(
    session: AsyncSession, community_id: UUID, event: ResidenceExpired
) -> None:
    claim = await get_row(session, ResidenceClaim, community_id, event.claim_id)
    message = ResidenceHasExpired(await _name(session, community_id))
    notify(session, community_id, [claim.participant_id], message)


async def notify_residence_ended(
    session: AsyncSession, community_id: UUID, event: ResidenceEnded
) -> None:
    claim = await get_row(session, ResidenceClaim, community_id, event.claim_id)
    message = ResidenceHasEnded(await _name(session, community_id), claim.reason or "")
    notify(session, community_id, [claim.participant_id], message)


async def _name(session: AsyncSession, community_id: UUID) -> str:
    community = await session.get(Community, community_id)
    if community is None:
        raise NotFound
    return community.name
