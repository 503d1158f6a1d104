"""Recorded votes, opened for their voters, and for those who certify."""

from uuid import UUID

from sqlalchemy import Select, select
from sqlalchemy.ext.asyncio import AsyncSession

from app.communities.models import Participant
from app.communities.permissions import Staff
from app.consultations.ballots.service import find_current
from app.consultations.models import (
    COUNTED,
    Ballot,
    BallotStatus,
    ElectoralRollEntry,
    RollVoter,
    Topic,
    Vote,
)
from app.consultations.voting.schemas import MyVote, RecordedVote, RevealVotes
from app.kernel.privacy.audit import record
from app.kernel.privacy.sealed import own, shown
from app.kernel.web.pages import Page, oldest_first, paginate_rows


async def find_mine(session: AsyncSession, topic: Topic, me: Participant) -> MyVote | None:
    """Returns the vote of the reader or their household, or None while there is none. What a
    household's vote says is told to the one who cast it alone."""
    ballot = await find_current(session, topic)
    if ballot is None:
        return None
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
        return None
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


async def reveal(
    session: AsyncSession, ballot: Ballot, query: RevealVotes, *, by: Staff
) -> Page[RecordedVote]:
    """Opens recorded votes, after the close alone. Each has an audit entry of its own, so that its
    voter can be told."""
    ballot.require_in(COUNTED, wanted=BallotStatus.CLOSED)
    page = await paginate_rows(
        session, votes_with_homes(ballot), query, oldest_first(Vote.id), counts=True
    )
    items = []
    for vote, household_id in page.items:
        record(session, by, "vote.revealed", vote, vote.cast_by, reason=query.reason)
        content = shown(vote, Vote.content)
        items.append(
            RecordedVote(
                cast_by=vote.cast_by,
                household_id=household_id,
                choices=None if content is None else dict(content.choices),
                cast_at=None if content is None else content.cast_at,
            )
        )
    return page.with_items(items)


def votes_with_homes(ballot: Ballot) -> Select[Vote, UUID | None]:
    """Votes of a ballot, each with the household whose vote it is, if it is one of a household."""
    return (
        select(Vote, ElectoralRollEntry.household_id)
        .join(
            ElectoralRollEntry,
            (ElectoralRollEntry.community_id == ballot.community_id)
            & (ElectoralRollEntry.id == Vote.id),
        )
        .where(Vote.community_id == ballot.community_id, Vote.ballot_id == ballot.id)
    )
