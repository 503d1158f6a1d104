"""Listeners of double reporting to events of other features."""

from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from app.communities.events import ConsentWithdrawnHere, ParticipantBlocked, ParticipantLeft
from app.communities.models import Participant
from app.double_reporting.events import MembershipConsentWithdrawn
from app.double_reporting.members import service as members
from app.double_reporting.post_claims.service import give_up_all
from app.identity.consents.service import is_withdrawn
from app.identity.models import Purpose
from app.kernel.database.engine import get_row, lock
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


async def forget_membership(
    session: AsyncSession,
    community_id: UUID,
    event: ConsentWithdrawnHere | MembershipConsentWithdrawn,
) -> None:
    """Deletes what the person has written about their membership, unless they have consented
    again when the event is delivered."""
    participant = await get_row(session, Participant, community_id, event.participant_id)
    await lock(session, participant)
    user_id = participant.user_id
    if user_id is not None and await is_withdrawn(session, user_id, Purpose.PARTY_MEMBERSHIP):
        await members.forget(session, participant)


LISTENERS = (
    Listener("double_reporting.stop_serving", ParticipantLeft, stop_serving, carries_rule=True),
    Listener("double_reporting.stop_serving", ParticipantBlocked, stop_serving, carries_rule=True),
    Listener(
        "double_reporting.forget_membership",
        ConsentWithdrawnHere,
        forget_membership,
        carries_rule=True,
    ),
    Listener(
        "double_reporting.forget_membership",
        MembershipConsentWithdrawn,
        forget_membership,
        carries_rule=True,
    ),
)
