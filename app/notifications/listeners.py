"""Listeners of notifications to events of other features."""

from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from app.communities.events import ParticipantBlocked, ParticipantLeft
from app.kernel.jobs.listeners import Listener
from app.notifications.followers import unfollow_all


async def end_following(
    session: AsyncSession, community_id: UUID, event: ParticipantLeft | ParticipantBlocked
) -> None:
    """Ends all that the participant follows, for good: who comes back begins anew."""
    await unfollow_all(session, community_id, event.participant_id)


LISTENERS = (
    Listener("notifications.end_following", ParticipantLeft, end_following, carries_rule=True),
    Listener("notifications.end_following", ParticipantBlocked, end_following, carries_rule=True),
)
