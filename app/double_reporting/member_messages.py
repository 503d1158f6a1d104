"""What double reporting tells members; the texts stand in notifications/templates. A message is
for its member alone, and names no organization."""

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from app.communities.models import Community
from app.double_reporting.events import (
    MemberRegistrationEnded,
    MemberRegistrationEntered,
    MemberRegistrationForgotten,
    MemberRegistrationReviewed,
    MemberRegistrationWithdrawnAtDesk,
    PostApplied,
    PostClaimGivenUp,
    PostClaimReviewed,
    ServiceCompleted,
    ServiceStarted,
)
from app.double_reporting.models import (
    MemberRegistration,
    MemberRegistrationStatus,
    Post,
    PostClaim,
    PostClaimStatus,
)
from app.kernel.database.engine import get_row
from app.notifications.inbox import Message, notify


@dataclass(frozen=True, slots=True)
class AboutRegistration(Message):
    community: str


class RegistrationEntered(AboutRegistration):
    kind = "double_reporting.registration_entered"


class RegistrationWithdrawn(AboutRegistration):
    kind = "double_reporting.registration_withdrawn"


class RegistrationForgotten(AboutRegistration):
    kind = "double_reporting.registration_forgotten"


@dataclass(frozen=True, slots=True)
class RegistrationActive(AboutRegistration):
    kind = "double_reporting.registration_active"
    number: str


@dataclass(frozen=True, slots=True)
class RegistrationReturned(AboutRegistration):
    kind = "double_reporting.registration_returned"
    reason: str


@dataclass(frozen=True, slots=True)
class RegistrationDeclined(AboutRegistration):
    kind = "double_reporting.registration_declined"
    reason: str


@dataclass(frozen=True, slots=True)
class RegistrationEnded(AboutRegistration):
    kind = "double_reporting.registration_ended"
    reason: str


@dataclass(frozen=True, slots=True)
class AboutPost(Message):
    title: str


class ClaimReceived(AboutPost):
    kind = "double_reporting.claim_received"


class ClaimWithdrawn(AboutPost):
    kind = "double_reporting.claim_withdrawn"


class ServiceHasStarted(AboutPost):
    kind = "double_reporting.service_started"


class ServiceIsCompleted(AboutPost):
    kind = "double_reporting.service_completed"


@dataclass(frozen=True, slots=True)
class ClaimApproved(AboutPost):
    kind = "double_reporting.claim_approved"
    serves_from: datetime | None


@dataclass(frozen=True, slots=True)
class ClaimRejected(AboutPost):
    kind = "double_reporting.claim_rejected"
    reason: str


async def notify_registration_reviewed(
    session: AsyncSession, community_id: UUID, event: MemberRegistrationReviewed
) -> None:
    """As it stands when the message is written."""
    row = await get_row(session, MemberRegistration, community_id, event.registration_id)
    message = _outcome(row, await _name(session, community_id))
    if message is not None:
        notify(session, community_id, [row.participant_id], message)


def _outcome(row: MemberRegistration, community: str) -> Message | None:
    match row.status:
        case MemberRegistrationStatus.ACTIVE:
            return RegistrationActive(community, row.receipt_number or "")
        case MemberRegistrationStatus.RETURNED:
            return RegistrationReturned(community, row.reason or "")
        case MemberRegistrationStatus.DECLINED:
            return RegistrationDeclined(community, row.reason or "")
    return None  # it has moved on, and what moved it tells


async def notify_registration_ended(
    session: AsyncSession, community_id: UUID, event: MemberRegistrationEnded
) -> None:
    row = await get_row(session, MemberRegistration, community_id, event.registration_id)
    message = RegistrationEnded(await _name(session, community_id), row.end_reason or "")
    notify(session, community_id, [row.participant_id], message)


async def notify_registration_entered(
    session: AsyncSession, community_id: UUID, event: MemberRegistrationEntered
) -> None:
    await _tell(session, community_id, event.registration_id, RegistrationEntered)


async def notify_registration_withdrawn(
    session: AsyncSession, community_id: UUID, event: MemberRegistrationWithdrawnAtDesk
) -> None:
    await _tell(session, community_id, event.registration_id, RegistrationWithdrawn)


async def notify_registration_forgotten(
    session: AsyncSession, community_id: UUID, event: MemberRegistrationForgotten
) -> None:
    await _tell(session, community_id, event.registration_id, RegistrationForgotten)


async def notify_claim_reviewed(
    session: AsyncSession, community_id: UUID, event: PostApplied | PostClaimReviewed
) -> None:
    """As it stands when the message is written."""
    claim = await get_row(session, PostClaim, community_id, event.claim_id)
    message = _claim_outcome(claim, await _title(session, claim))
    if message is not None:
        notify(session, community_id, [claim.participant_id], message)


def _claim_outcome(claim: PostClaim, title: str) -> Message | None:
    match claim.status:
        case PostClaimStatus.APPLIED:
            return ClaimReceived(title)
        case PostClaimStatus.APPROVED:
            return ClaimApproved(title, claim.serves_from)
        case PostClaimStatus.REJECTED:
            return ClaimRejected(title, claim.reason or "")
    return None


async def notify_claim_given_up(
    session: AsyncSession, community_id: UUID, event: PostClaimGivenUp
) -> None:
    await _tell_of_post(session, community_id, event.claim_id, ClaimWithdrawn)


async def notify_service_started(
    session: AsyncSession, community_id: UUID, event: ServiceStarted
) -> None:
    await _tell_of_post(session, community_id, event.claim_id, ServiceHasStarted)


async def notify_service_completed(
    session: AsyncSession, community_id: UUID, event: ServiceCompleted
) -> None:
    await _tell_of_post(session, community_id, event.claim_id, ServiceIsCompleted)


async def _tell(
    session: AsyncSession, community_id: UUID, row_id: UUID, message: type[AboutRegistration]
) -> None:
    row = await get_row(session, MemberRegistration, community_id, row_id)
    told = message(await _name(session, community_id))
    notify(session, community_id, [row.participant_id], told)


async def _tell_of_post(
    session: AsyncSession, community_id: UUID, claim_id: UUID, message: type[AboutPost]
) -> None:
    claim = await get_row(session, PostClaim, community_id, claim_id)
    notify(session, community_id, [claim.participant_id], message(await _title(session, claim)))


async def _title(session: AsyncSession, claim: PostClaim) -> str:
    return (await get_row(session, Post, claim.community_id, claim.post_id)).title


async def _name(session: AsyncSession, community_id: UUID) -> str:
    return (await session.get_one(Community, community_id)).name
