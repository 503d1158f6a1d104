"""Counting from the votes alone, never from the roll, so that every kind of vote counts alike."""

from collections.abc import AsyncIterator, Sequence
from uuid import UUID

from sqlalchemy import Select, select
from sqlalchemy.ext.asyncio import AsyncSession

from app.consultations.models import Ballot, Tally, Vote, VoteContent

BATCH_SIZE = 2_000
"""Votes that are read and opened at a time: others are served in between."""


async def count_votes(session: AsyncSession, ballot: Ballot) -> Tally:
    """Counts the votes. Call it after the close only. Raises Unopenable for a vote that was
    altered: it is never left out in silence."""
    counts = {
        question["key"]: {option["key"]: 0 for option in question["options"]}
        for question in ballot.questions
    }
    present = 0
    async for batch in open_votes(session, ballot):
        present += len(batch)
        for vote in batch:
            for question, option in vote.choices.items():
                counts[question][option] += 1
    return Tally(present, counts)


async def open_votes(session: AsyncSession, ballot: Ballot) -> AsyncIterator[Sequence[VoteContent]]:
    """Yields what all votes of a closed ballot say, without their voters, a batch at a time."""
    open_ = Vote.content.open_for
    last = UUID(int=0)
    while True:
        rows = (await session.execute(votes_behind(ballot, last))).all()
        if not rows:
            return
        opened = (open_(Vote, ballot.community_id, id_, sealed) for id_, sealed in rows)
        yield [content for content in opened if content is not None]
        last = rows[-1][0]


def votes_behind(ballot: Ballot, last: UUID) -> Select[UUID, bytes]:
    """The next votes of the ballot in the order of their ids."""
    return (
        select(Vote.id, Vote.content_sealed)
        .where(
            Vote.community_id == ballot.community_id,
            Vote.ballot_id == ballot.id,
            Vote.id > last,
        )
        .order_by(Vote.id)
        .limit(BATCH_SIZE)
    )
