"""Topics of a participant whose account is erased."""

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from app.communities.models import Participant
from app.consultations.models import WITHDRAWABLE, Topic
from app.consultations.topics.history import record_move


async def withdraw_all(session: AsyncSession, participant: Participant) -> None:
    """Withdraw the topics of a participant whose account is erased, before they are deliberated."""
    query = (
        select(Topic)
        .where(
            Topic.community_id == participant.community_id,
            Topic.participant_id == participant.id,
            Topic.status.in_(sorted(WITHDRAWABLE)),
        )
        .order_by(Topic.id)
        .with_for_update(key_share=True)
    )
    for topic in await session.scalars(query):
        topic.withdraw()
        by = participant.user_id or participant.entered_by
        await record_move(session, topic, None, by=by, moved_by=participant.id)
