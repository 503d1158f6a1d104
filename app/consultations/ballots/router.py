"""/v1/communities/{community_id}/topics/{topic_id}/ballot"""

from app.communities.deps import CurrentReader
from app.consultations.ballots import service as ballots
from app.consultations.ballots.schemas import MyBallot
from app.consultations.deps import TopicToRead
from app.kernel.web.dependencies import Session
from app.kernel.web.routing import Router

router = Router(prefix="/topics", tags=["ballots"])


@router.get("/{topic_id}/ballot", response_model=MyBallot)
async def get_topic_ballot(topic: TopicToRead, me: CurrentReader, session: Session) -> MyBallot:
    """The ballot on a topic as it was announced, with its rule, its legal effect and the hash of
    its manifest; whether I may vote and whether my vote is cast. Turnout after the close only."""
    return await ballots.show_mine(session, topic, me)
