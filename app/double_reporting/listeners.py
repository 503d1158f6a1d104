"""Listeners of double reporting to events of other features."""

from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from app.communities.events import (
    ConsentWithdrawnHere,
    GuardianConsentEnded,
    ParticipantBlocked,
    ParticipantLeft,
)
from app.communities.models import Participant
from app.double_reporting.events import MemberRegistrationSubmitted, MembershipConsentWithdrawn
from app.double_reporting.members import service as members
from app.double_reporting.messages.registrations import notify_forgotten
from app.double_reporting.post_claims.service import give_up_all
from app.identity.consents.service import is_withdrawn
from app.identity.models import Purpose
from app.kernel import clock
from app.kernel.database.engine import get_row, lock
from app.kernel.jobs.listeners import Listener
from app.kernel.privacy.audit import erase_apart
from app.notifications.inbox import delete_sealed


async def stop_serving(
    session: AsyncSession, community_id: UUID, event: ParticipantLeft | ParticipantBlocked
) -> None:
    """Gives up the claims of a participant who has left or is blocked, unless the participant is
    active again when the event is delivered."""
    participant = await get_row(session, Participant, community_id, event.participant_id)
    await lock(session, participant)
    if not participant.is_active:
        await give_up_all(session, participant)


async def stop_serving_without_guardian(
    session: AsyncSession, community_id: UUID, event: GuardianConsentEnded
) -> None:
    """Gives up the claims of a minor to which no guardian consents any more, unless one has
    consented again, or the minor has come of age, when the event is delivered."""
    participant = await get_row(session, Participant, community_id, event.participant_id)
    await lock(session, participant)
    if participant.is_minor and not participant.has_guardian(clock.now()):
        await give_up_all(session, participant)


# Each of the listeners below changes registrations in a transaction that neither locks nor writes a
# row that names their person.


async def end_registration(
    session: AsyncSession, community_id: UUID, event: ParticipantLeft
) -> None:
    """Withdraws the registration of a participant who has left, unless the participant is active
    again when the event is delivered. A block does not."""
    participant = await get_row(session, Participant, community_id, event.participant_id)
    if participant.has_left:
        await members.leave(session, participant)


async def end_registration_of_one_who_left(
    session: AsyncSession, community_id: UUID, event: MemberRegistrationSubmitted
) -> None:
    """Withdraws a registration that was submitted while its participant was leaving."""
    participant_id = await members.find_person(session, community_id, event.registration_id)
    if participant_id is not None:
        left = ParticipantLeft(participant_id=participant_id)
        await end_registration(session, community_id, left)


async def forget_membership(
    session: AsyncSession,
    community_id: UUID,
    event: ConsentWithdrawnHere | MembershipConsentWithdrawn,
) -> None:
    """Deletes the registrations of the person, unless they have consented again when the event is
    delivered, and tells them so in words that could be about anything."""
    participant = await get_row(session, Participant, community_id, event.participant_id)
    user_id = participant.user_id
    if user_id is None or not await is_withdrawn(session, user_id, Purpose.PARTY_MEMBERSHIP):
        return
    if await members.forget(session, participant):
        await delete_sealed(session, community_id, participant.id)
        await erase_apart(session, community_id, participant.id)
        await notify_forgotten(session, community_id, participant.id)


LISTENERS = (
    Listener(
        "double_reporting.stop_serving_without_guardian",
        GuardianConsentEnded,
        stop_serving_without_guardian,
        carries_rule=True,
    ),
    Listener("double_reporting.stop_serving", ParticipantLeft, stop_serving, carries_rule=True),
    Listener("double_reporting.stop_serving", ParticipantBlocked, stop_serving, carries_rule=True),
    Listener(
        "double_reporting.end_registration", ParticipantLeft, end_registration, carries_rule=True
    ),
    Listener(
        "double_reporting.end_registration",
        MemberRegistrationSubmitted,
        end_registration_of_one_who_left,
        carries_rule=True,
    ),
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
