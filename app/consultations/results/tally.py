"""Counting from the votes alone, never from the roll, so that every kind of vote counts alike."""

from typing import Any
from uuid import UUID

from sqlalchemy import Select, column, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from app.consultations.models import Ballot, Vote


async def count_votes(session: AsyncSession, ballot: Ballot) -> dict[str, Any]:
    """Returns `present`, and under `counts` the votes for each option of each question, 0 where
    nobody chose it. Call it after the close only."""
    counts = {
        question["key"]: {option["key"]: 0 for option in question["options"]}
        for question in ballot.questions
    }
    for question, option, votes in await session.execute(by_option(ballot.community_id, ballot.id)):
        counts[question][option] = votes
    query = select(func.count()).where(*_in_ballot(ballot.community_id, ballot.id))
    return {"present": await session.scalar(query) or 0, "counts": counts}


def by_option(community_id: UUID, ballot_id: UUID) -> Select[str, str, int]:
    """Rows of question, option, and number of votes for it."""
    pairs = func.jsonb_each_text(Vote.choices).table_valued(column("key"), column("value"))
    return (
        select(pairs.c.key, pairs.c.value, func.count())
        .select_from(Vote)
        .join(pairs, Vote.community_id == community_id)
        .where(*_in_ballot(community_id, ballot_id))
        .group_by(pairs.c.key, pairs.c.value)
    )


def _in_ballot(community_id: UUID, ballot_id: UUID) -> tuple[Any, ...]:
    return (Vote.community_id == community_id, Vote.ballot_id == ballot_id)
