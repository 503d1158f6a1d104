"""Listeners of double reporting to what happens elsewhere."""

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
    """Gives up the claims of a participant who has left or is blocked, unless they have come back
    meanwhile. Leaving ends the registration, too; a block does not."""
    who = await get_row(session, Participant, community_id, event.participant_id)
    await lock(session, who)
    if not who.is_active:
        await give_up_all(session, who)
    if isinstance(event, ParticipantLeft) and not who.is_active:
        await members.leave(session, who)


async def spread_withdrawal(
    session: AsyncSession, _platform: UUID, event: ConsentWithdrawn
) -> None:
    """Emits the withdrawal in each of the person's communities, each its own transaction."""
    if event.purpose != Purpose.PARTY_MEMBERSHIP:
        return
    for mine in await session.scalars(select(MyCommunity).filter_by(user_id=event.user_id)):
        withdrawn = MembershipConsentWithdrawn(participant_id=mine.participant_id)
        emit(session, mine.community_id, withdrawn)


async def forget_membership(
    session: AsyncSession, community_id: UUID, event: MembershipConsentWithdrawn
) -> None:
    """Forgets the membership, unless consent has been given again meanwhile."""
    who = await get_row(session, Participant, community_id, event.participant_id)
    await lock(session, who)
    if who.user_id is None:
        return
    try:
        await require_consent(session, who.user_id, Purpose.PARTY_MEMBERSHIP)
    except ConsentRequired:
        await members.forget(session, who)


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
