"""Voters' own votes, as they are stored."""

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from app.communities.models import Participant
from app.consultations.ballots.service import get_current
from app.consultations.models import RollVoter, Topic, Vote
from app.consultations.voting.schemas import MyVote
from app.kernel.errors import NotFound
from app.kernel.privacy.sealed import own


async def get_mine(session: AsyncSession, topic: Topic, me: Participant) -> MyVote:
    """Returns the vote of the reader or their household, or NotFound while there is none. What a
    household's vote says is told to the one who cast it alone."""
    ballot = await get_current(session, topic)
    statement = (
        select(Vote)
        .join(
            RollVoter,
            (RollVoter.community_id == topic.community_id) & (RollVoter.roll_entry_id == Vote.id),
        )
        .where(
            Vote.community_id == topic.community_id,
            RollVoter.ballot_id == ballot.id,
            RollVoter.participant_id == me.id,
        )
    )
    vote = await session.scalar(statement)
    if vote is None:
        raise NotFound
    if vote.cast_by != me.id:
        return MyVote(ballot_id=ballot.id, choices=None, cast_at=None, is_cast_by_me=False)
    content = own(vote, Vote.content)
    assert content is not None  # The column is never empty.
    return MyVote(
        ballot_id=ballot.id,
        choices=dict(content.choices),
        cast_at=content.cast_at,
        is_cast_by_me=True,
    )
