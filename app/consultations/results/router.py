"""/v1/communities/{community_id}/topics/{topic_id}: the result of its ballot."""

from typing import Annotated

from fastapi import Query

from app.consultations.deps import TopicToRead
from app.consultations.results import service as results
from app.consultations.results.schemas import BoardQuery, ResultOut, VoteBoard
from app.kernel.web.dependencies import Session
from app.kernel.web.routing import Router

router = Router(prefix="/topics", tags=["results"])


@router.get("/{topic_id}/result", response_model=ResultOut | None)
async def get_topic_ballot_result(topic: TopicToRead, session: Session) -> ResultOut | None:
    """Get the published result of a topic's ballot; null before it is published. It has turnout,
    totals, the rule and the outcome by it, the legal effect, and the hash of what was announced.
    Where fewer than 10 have voted, or all chose alike, only the outcome is told."""
    return await results.find_published(session, topic)


@router.get("/{topic_id}/vote-board", response_model=VoteBoard)
async def get_vote_board(
    topic: TopicToRead, query: Annotated[BoardQuery, Query()], session: Session
) -> VoteBoard:
    """Get the vote board of one question of a published ballot. It lists every answer beside a
    digest of its receipt code and the question: anybody can count again, and each voter finds their
    own. It shows totals only where the roll is smaller than 30, and nothing where fewer than 10
    have voted or all chose alike."""
    return await results.show_board(session, topic, query)
