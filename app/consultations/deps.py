"""Guards of consultations: the row of the path, for those who see it (404) and may (403)."""

from typing import Annotated
from uuid import UUID

from fastapi import Depends
from sqlalchemy import select

from app.communities.deps import (
    ActiveParticipant,
    CurrentReader,
    CurrentStaff,
    own_row,
    row_for_staff,
    staff_somewhere,
    staff_who_may,
)
from app.communities.models import Participant
from app.communities.permissions import Staff
from app.consultations.errors import ResidentsOnly
from app.consultations.models import Ballot, Opinion, OpinionStatus, Topic, TopicSecond
from app.consultations.policies import (
    may_certify_ballot,
    may_manage_ballot,
    may_manage_topic,
    may_moderate_opinion,
    may_read_topics,
)
from app.consultations.residents import is_verified
from app.consultations.scope import concern
from app.kernel.database.engine import get_row
from app.kernel.errors import Forbidden, NotFound
from app.kernel.web.dependencies import Session


async def current_resident(me: ActiveParticipant) -> Participant:
    """Returns the caller's participant; 403 for visitors. Consultations are for people who live
    here, which an approved residence claim shows."""
    if not is_verified(me):
        raise ResidentsOnly
    return me


CurrentResident = Annotated[Participant, Depends(current_resident)]

# ---------------------------------------------------------------- topics and opinions


async def topic_to_read(
    community_id: UUID, topic_id: UUID, reader: CurrentReader, session: Session
) -> Topic:
    """Returns the topic: to anybody once it has been opened, before that to who raised it alone."""
    topic = await get_row(session, Topic, community_id, topic_id)
    if not topic.is_public and (reader is None or topic.participant_id != reader.id):
        raise NotFound
    return topic


async def topic_to_read_as_staff(
    community_id: UUID, topic_id: UUID, staff: CurrentStaff, session: Session
) -> Topic:
    """Returns the topic to staff who read topics. Those of a part of the community find those that
    concern it: 404 for others."""
    topic = await get_row(session, Topic, community_id, topic_id)
    if not may_read_topics(staff):
        raise Forbidden
    within = staff.places("topic:read")
    if within is not None:
        query = select(Topic.id).filter_by(community_id=community_id, id=topic_id)
        if await session.scalar(query.where(concern(community_id, within))) is None:
            raise NotFound
    return topic


async def opinion_to_read(
    community_id: UUID, opinion_id: UUID, reader: CurrentReader, session: Session
) -> Opinion:
    """Returns the opinion: to anybody while it is shown, otherwise to its author alone."""
    opinion = await get_row(session, Opinion, community_id, opinion_id)
    if opinion.status is not OpinionStatus.PASSED and (
        reader is None or opinion.participant_id != reader.id
    ):
        raise NotFound
    return opinion


StaffMayReadTopicsSomewhere = Annotated[Staff, Depends(staff_somewhere("topic:read"))]
StaffMayManageTopics = Annotated[Staff, Depends(staff_who_may("topic:manage"))]
TopicToRead = Annotated[Topic, Depends(topic_to_read)]
TopicToReadAsStaff = Annotated[Topic, Depends(topic_to_read_as_staff)]
TopicToManage = Annotated[Topic, Depends(row_for_staff(Topic, "topic_id", may_manage_topic))]


async def second_to_confirm(
    community_id: UUID, second_id: UUID, topic: TopicToManage, session: Session
) -> TopicSecond:
    """Returns the second, if it is one of the topic."""
    second = await get_row(session, TopicSecond, community_id, second_id)
    if second.topic_id != topic.id:
        raise NotFound
    return second


SecondToConfirm = Annotated[TopicSecond, Depends(second_to_confirm)]
OwnTopic = Annotated[Topic, Depends(own_row(Topic, "topic_id"))]
OpinionToRead = Annotated[Opinion, Depends(opinion_to_read)]
OpinionToModerate = Annotated[
    Opinion, Depends(row_for_staff(Opinion, "opinion_id", may_moderate_opinion))
]
OwnOpinion = Annotated[Opinion, Depends(own_row(Opinion, "opinion_id"))]

# ---------------------------------------------------------------- ballots

StaffMayManageBallots = Annotated[Staff, Depends(staff_who_may("ballot:manage"))]
BallotToManage = Annotated[Ballot, Depends(row_for_staff(Ballot, "ballot_id", may_manage_ballot))]
BallotToCertify = Annotated[Ballot, Depends(row_for_staff(Ballot, "ballot_id", may_certify_ballot))]
