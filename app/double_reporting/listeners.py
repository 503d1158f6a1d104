"""Listeners of double reporting to events of other features."""

from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from app.communities.events import ParticipantBlocked, ParticipantLeft
from app.communities.models import MyCommunity, Participant
from app.double_reporting.events import MembershipConsentWithdrawn
from app.double_reporting.members import service as members
from app.double_reporting.post_claims.service import give_up_all
from app.identity.consents.service import require_consent
from app.identity.errors import ConsentRequired
from app.identity.events import ConsentWithdrawn
from app.identity.models import Purpose
from app.kernel.database.engine import get_row, lock
from app.kernel.jobs.events import emit
from app.kernel.jobs.listeners import Listener


async def stop_serving(
    session: AsyncSession, community_id: UUID, event: ParticipantLeft | ParticipantBlocked
) -> None:
    """Gives up the claims of a participant who has left or is blocked, unless the participant is
    active again when the event is delivered. Leaving ends the registration, too; a block does
    not."""
    participant = await get_row(session, Participant, community_id, event.participant_id)
    await lock(session, participant)
    if not participant.is_active:
        await give_up_all(session, participant)
    if isinstance(event, ParticipantLeft) and not participant.is_active:
        await members.leave(session, participant)


async def spread_withdrawal(
    session: AsyncSession, _platform: UUID, event: ConsentWithdrawn
) -> None:
    """Emits the withdrawal in each of the person's communities, where each is handled in a
    transaction of its own."""
    if event.purpose != Purpose.PARTY_MEMBERSHIP:
        return
    for membership in await session.scalars(select(MyCommunity).filter_by(user_id=event.user_id)):
        withdrawn = MembershipConsentWithdrawn(participant_id=membership.participant_id)
        emit(session, membership.community_id, withdrawn)


async def forget_membership(
    session: AsyncSession, community_id: UUID, event: MembershipConsentWithdrawn
) -> None:
    """Deletes what the person has written about their membership, unless they have consented
    again when the event is delivered."""
    participant = await get_row(session, Participant, community_id, event.participant_id)
    await lock(session, participant)
    if participant.user_id is None:
        return
    try:
        await require_consent(session, participant.user_id, Purpose.PARTY_MEMBERSHIP)
    except ConsentRequired:
        await members.forget(session, participant)


LISTENERS = (
    Listener("double_reporting.stop_serving", ParticipantLeft, stop_serving, carries_rule=True),
    Listener("double_reporting.stop_serving", ParticipantBlocked, stop_serving, carries_rule=True),
    Listener(
        "double_reporting.spread_withdrawal", ConsentWithdrawn, spread_withdrawal, carries_rule=True
    ),
    Listener(
        "double_reporting.forget_membership",
        MembershipConsentWithdrawn,
        forget_membership,
        carries_rule=True,
    ),
)
