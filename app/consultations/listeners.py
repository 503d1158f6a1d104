"""Listeners of consultations to events of other features."""

from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from app.communities.events import AccountErased, ConsentWithdrawnHere
from app.communities.models import Participant
from app.consultations.roll.service import release
from app.consultations.topics.leaving import withdraw_all
from app.identity.consents.service import is_withdrawn
from app.identity.models import Purpose
from app.kernel.database.engine import get_row
from app.kernel.jobs.listeners import Listener


async def leave_rolls(
    session: AsyncSession, community_id: UUID, event: ConsentWithdrawnHere
) -> None:
    """Takes a person who has withdrawn the consent to their residence off the rolls of ballots in
    which they have not voted."""
    participant = await get_row(session, Participant, community_id, event.participant_id)
    user_id = participant.user_id
    if user_id is not None and await is_withdrawn(session, user_id, Purpose.RESIDENCE):
        await release(session, participant)


async def withdraw_topics(session: AsyncSession, community_id: UUID, event: AccountErased) -> None:
    """Withdraws topics that nobody has begun to deliberate on."""
    participant = await get_row(session, Participant, community_id, event.participant_id)
    await withdraw_all(session, participant)


LISTENERS = (
    Listener("consultations.withdraw_topics", AccountErased, withdraw_topics, carries_rule=True),
    Listener("consultations.leave_rolls", ConsentWithdrawnHere, leave_rolls, carries_rule=True),
)
