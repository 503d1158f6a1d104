"""/admin/v1/communities/{community_id}/topics/{topic_id}"""

from app.communities.deps import CurrentStaff
from app.consultations.deps import TopicToReadAsStaff
from app.consultations.screens import card
from app.consultations.screens.schemas import StaffTopicDetail
from app.kernel.web.dependencies import Session
from app.kernel.web.routing import Router

router = Router(prefix="/topics", tags=["topics"])


@router.get("/{topic_id}", response_model=StaffTopicDetail)
async def get_topic(
    topic: TopicToReadAsStaff, staff: CurrentStaff, session: Session
) -> StaffTopicDetail:
    """Get a topic with its history, its ballot and its published result, and what I may do."""
    return await card.show_to_staff(session, topic, staff)
