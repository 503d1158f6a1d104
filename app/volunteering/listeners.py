"""Listeners of volunteering to events of other features."""

from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from app.communities.events import GuardianConsentEnded, ParticipantBlocked, ParticipantLeft
from app.communities.models import Participant
from app.kernel import clock
from app.kernel.database.engine import get_row, lock
from app.kernel.jobs.events import emit
from app.kernel.jobs.listeners import Listener
from app.volunteering.events import GivenUpWithoutGuardian
from app.volunteering.signups.service import give_up_all


async def give_up_places(
    session: AsyncSession, community_id: UUID, event: ParticipantLeft | ParticipantBlocked
) -> None:
    """Gives up the sign-ups of a participant who has left or is blocked, unless the participant
    is active again when the event is delivered."""
    participant = await get_row(session, Participant, community_id, event.participant_id)
    await lock(session, participant)
    if not participant.is_active:
        await give_up_all(session, participant)


async def give_up_without_guardian(
    session: AsyncSession, community_id: UUID, event: GuardianConsentEnded
) -> None:
    """Gives up the sign-ups of a minor to which no guardian consents any more, and tells the minor
    of each; unless one has consented again, or the minor has come of age, when the event is
    delivered."""
    participant = await get_row(session, Participant, community_id, event.participant_id)
    await lock(session, participant)
    if not participant.is_minor or participant.has_guardian(clock.now()):
        return
    for signup in await give_up_all(session, participant):
        emit(session, community_id, GivenUpWithoutGuardian(signup_id=signup.id))


LISTENERS = (
    Listener(
        "volunteering.give_up_without_guardian",
        GuardianConsentEnded,
        give_up_without_guardian,
        carries_rule=True,
    ),
    Listener("volunteering.give_up_places", ParticipantLeft, give_up_places, carries_rule=True),
    Listener("volunteering.give_up_places", ParticipantBlocked, give_up_places, carries_rule=True),
)
