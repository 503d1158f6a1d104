"""/v1/communities/{community_id}/topics/{topic_id}/ballot"""

from app.communities.deps import CurrentReader
from app.consultations.ballots import service as ballots
from app.consultations.ballots.schemas import MyBallot
from app.consultations.deps import TopicToRead
from app.kernel.web.dependencies import Session
from app.kernel.web.routing import Router

router = Router(prefix="/topics", tags=["ballots"])


@router.get("/{topic_id}/ballot", response_model=MyBallot | None)
async def get_topic_ballot(
    topic: TopicToRead, me: CurrentReader, session: Session
) -> MyBallot | None:
    """Get the ballot on a topic; null while there is none. It is shown as announced, with its
    rule, its legal effect and the hash of its manifest, and tells whether I may vote and whether my
    vote is cast. It says in plain words who can see what of my vote, and when. Counts stand in the
    published result."""
    return await ballots.show_mine(session, topic, me)
