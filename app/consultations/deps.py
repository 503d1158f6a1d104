"""Guards of consultations: the row of the path, for those who see it (404) and may (403)."""

from typing import Annotated
from uuid import UUID

from fastapi import Depends
from sqlalchemy import select

from app.communities.deps import (
    ActiveParticipant,
    current_staff,
    own_row,
    staff_who_may,
)
from app.communities.models import Participant
from app.communities.permissions import Staff
from app.consultations.acting import is_verified
from app.consultations.errors import ResidentsOnly
from app.consultations.models import Ballot, Opinion, OpinionStatus, Topic
from app.consultations.policies import (
    may_certify_ballot,
    may_manage_ballot,
    may_manage_topic,
    may_moderate_opinion,
    may_read_topic,
)
from app.identity.deps import CurrentUser
from app.kernel.database.engine import get_row
from app.kernel.errors import NotFound
from app.kernel.web.dependencies import Session, permitted

# ---------------------------------------------------------------- who


async def current_resident(me: ActiveParticipant) -> Participant:
    """403 for visitors: who takes part lives here, by an approved claim."""
    if not is_verified(me):
        raise ResidentsOnly
    return me


async def reader_here(
    community_id: UUID, user: CurrentUser, session: Session
) -> Participant | None:
    """Who reads, where they have joined; public topics are for all who have logged in."""
    query = select(Participant).filter_by(community_id=community_id, user_id=user)
    found: Participant | None = await session.scalar(query)
    return found


CurrentResident = Annotated[Participant, Depends(current_resident)]
ReaderHere = Annotated[Participant | None, Depends(reader_here)]

# ---------------------------------------------------------------- topics and opinions


async def staff_topic(community_id: UUID, topic_id: UUID, session: Session) -> Topic:
    return await get_row(session, Topic, community_id, topic_id)


async def seen_topic(
    community_id: UUID, topic_id: UUID, reader: ReaderHere, session: Session
) -> Topic:
    """What has been opened, for anybody; before, for who raised it alone."""
    topic = await get_row(session, Topic, community_id, topic_id)
    if not topic.is_public and (reader is None or topic.participant_id != reader.id):
        raise NotFound
    return topic


async def staff_opinion(community_id: UUID, opinion_id: UUID, session: Session) -> Opinion:
    return await get_row(session, Opinion, community_id, opinion_id)


async def seen_opinion(
    community_id: UUID, opinion_id: UUID, reader: ReaderHere, session: Session
) -> Opinion:
    """What is shown, for anybody; what is hidden or withdrawn, for its author alone."""
    opinion = await get_row(session, Opinion, community_id, opinion_id)
    if opinion.status is not OpinionStatus.SHOWN and (
        reader is None or opinion.participant_id != reader.id
    ):
        raise NotFound
    return opinion


SeenTopic = Annotated[Topic, Depends(seen_topic)]
MyTopic = Annotated[Topic, Depends(own_row(Topic, "topic_id"))]
StaffTopic = Annotated[Topic, Depends(permitted(current_staff, staff_topic, may_read_topic))]
ManagedTopic = Annotated[Topic, Depends(permitted(current_staff, staff_topic, may_manage_topic))]
StaffForTopics = Annotated[Staff, Depends(staff_who_may("topic:manage"))]
StaffWhoReadTopics = Annotated[Staff, Depends(staff_who_may("topic:read"))]
SeenOpinion = Annotated[Opinion, Depends(seen_opinion)]
MyOpinion = Annotated[Opinion, Depends(own_row(Opinion, "opinion_id"))]
ManagedOpinion = Annotated[
    Opinion, Depends(permitted(current_staff, staff_opinion, may_moderate_opinion))
]

# ---------------------------------------------------------------- ballots


async def staff_ballot(community_id: UUID, ballot_id: UUID, session: Session) -> Ballot:
    """Staff see every ballot of the community, drafts too."""
    return await get_row(session, Ballot, community_id, ballot_id)


ManagedBallot = Annotated[
    Ballot, Depends(permitted(current_staff, staff_ballot, may_manage_ballot))
]
BallotToCertify = Annotated[
    Ballot, Depends(permitted(current_staff, staff_ballot, may_certify_ballot))
]
StaffForBallots = Annotated[Staff, Depends(staff_who_may("ballot:manage"))]
