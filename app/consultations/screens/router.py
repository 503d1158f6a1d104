"""/v1/communities/{community_id}/topics/{topic_id}"""

from app.communities.deps import CurrentReader
from app.consultations.deps import TopicToRead
from app.consultations.screens import card
from app.consultations.screens.schemas import TopicDetail
from app.kernel.web.dependencies import Session
from app.kernel.web.routing import Router

router = Router(prefix="/topics", tags=["topics"])


@router.get("/{topic_id}", response_model=TopicDetail)
async def get_topic(topic: TopicToRead, reader: CurrentReader, session: Session) -> TopicDetail:
    """Get a topic as one screen: its public history, each entry with the new state and its
    reason; its ballot, as announced, and the published result, each null while there is none; and
    my own part."""
    return await card.show(session, topic, reader)
