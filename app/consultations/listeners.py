"""Listeners of consultations to events of other features."""

from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from app.communities.events import (
    AccountErased,
    ConsentWithdrawnHere,
    ParticipantLeft,
    ResidenceApproved,
    ResidenceEnded,
    ResidenceExpired,
    ResidenceRejected,
)
from app.communities.models import Participant, ResidenceClaim
from app.consultations.roll.succession import leave_rolls, succeed
from app.consultations.topics.leaving import withdraw_all
from app.identity.consents.service import is_withdrawn
from app.identity.models import Purpose
from app.kernel.database.engine import get_row
from app.kernel.jobs.listeners import Listener

Moved = ResidenceApproved | ResidenceEnded | ResidenceExpired | ResidenceRejected


async def revise_rolls_without_consent(
    session: AsyncSession, community_id: UUID, event: ConsentWithdrawnHere
) -> None:
    """Takes a person who has withdrawn the consent to their residence off the rolls of ballots in
    which they have not voted."""
    participant = await get_row(session, Participant, community_id, event.participant_id)
    user_id = participant.user_id
    if user_id is not None and await is_withdrawn(session, user_id, Purpose.RESIDENCE):
        await leave_rolls(session, participant, everywhere=True)


async def revise_rolls(session: AsyncSession, community_id: UUID, event: Moved) -> None:
    """Takes a person who has moved off the rolls of ballots in which they have not voted; who has
    moved in after somebody has the vote of that household. A claim that is deleted meanwhile is one
    of a withdrawn consent, which has an event of its own."""
    claim = await session.get(ResidenceClaim, (community_id, event.claim_id))
    if claim is not None:
        await _revise(session, community_id, claim.participant_id)


async def revise_rolls_of_leaver(
    session: AsyncSession, community_id: UUID, event: ParticipantLeft | AccountErased
) -> None:
    """Takes a person who has left the community off the rolls of ballots in which they have not
    voted."""
    await _revise(session, community_id, event.participant_id)


async def _revise(session: AsyncSession, community_id: UUID, participant_id: UUID) -> None:
    participant = await get_row(session, Participant, community_id, participant_id)
    await leave_rolls(session, participant)
    await succeed(session, participant)


async def withdraw_topics(session: AsyncSession, community_id: UUID, event: AccountErased) -> None:
    """Withdraws topics that nobody has begun to deliberate on."""
    participant = await get_row(session, Participant, community_id, event.participant_id)
    await withdraw_all(session, participant)


LISTENERS = (
    Listener("consultations.withdraw_topics", AccountErased, withdraw_topics, carries_rule=True),
    Listener(
        "consultations.leave_rolls",
        ConsentWithdrawnHere,
        revise_rolls_without_consent,
        carries_rule=True,
    ),
    *(
        Listener(name, event, revise_rolls, carries_rule=True)
        for name, event in (
            ("consultations.succeed_on_rolls", ResidenceApproved),
            ("consultations.move_off_rolls", ResidenceEnded),
            ("consultations.expire_off_rolls", ResidenceExpired),
            ("consultations.reviewed_off_rolls", ResidenceRejected),
        )
    ),
    Listener(
        "consultations.leaver_off_rolls",
        ParticipantLeft,
        revise_rolls_of_leaver,
        carries_rule=True,
    ),
    Listener(
        "consultations.erased_off_rolls",
        AccountErased,
        revise_rolls_of_leaver,
        carries_rule=True,
    ),
)
