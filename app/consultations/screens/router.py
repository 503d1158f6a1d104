"""/v1/communities/{community_id}/topics: topics in lists, and each as one screen."""

from typing import Annotated
from uuid import UUID

from fastapi import Query, Response

from app.communities.acting import ActingFor
from app.communities.deps import ActiveParticipant, AnyParticipant, CurrentReader
from app.communities.errors import ParticipantInactive
from app.consultations.deps import CurrentResident, OwnTopic, TopicToRead
from app.consultations.errors import (
    AlreadySeconded,
    CannotSecondOwnTopic,
    NotAScope,
    ResidentsOnly,
    TooManyTopics,
)
from app.consultations.models import Topic
from app.consultations.screens.card import show
from app.consultations.screens.schemas import TopicDetail
from app.consultations.topics import lists
from app.consultations.topics import service as topics
from app.consultations.topics.schemas import (
    TopicIn,
    TopicInList,
    TopicPage,
    TopicQuery,
)
from app.identity.deps import IdempotentForUser
from app.kernel.errors import UnknownReference
from app.kernel.web.dependencies import Session
from app.kernel.web.idempotency import IdempotentRoute
from app.kernel.web.pages import Page
from app.kernel.web.problems import problems
from app.kernel.web.routing import Router

router = Router(
    prefix="/topics", tags=["topics"], route_class=IdempotentRoute, dependencies=[IdempotentForUser]
)


@router.post(
    "",
    status_code=201,
    response_model=TopicDetail,
    responses=problems(
        *(ParticipantInactive, ResidentsOnly, TooManyTopics, UnknownReference, NotAScope)
    ),
)
async def raise_topic(
    me: CurrentResident, body: TopicIn, session: Session, response: Response
) -> TopicDetail:
    """Raise a topic. The community answers within 7 days: the topic is opened to everybody, or
    declined with a reason. Until then only I see it."""
    topic = await topics.raise_topic(session, me.community_id, ActingFor.participant(me), body)
    response.headers["Location"] = f"/v1/communities/{me.community_id}/topics/{topic.id}"
    return await show(session, topic, me)


@router.get("", response_model=TopicPage)
async def list_topics(
    community_id: UUID,
    query: Annotated[TopicQuery, Query()],
    reader: CurrentReader,
    session: Session,
) -> Page[TopicInList]:
    """List opened topics and my own, newest first. My own are listed in every state. Anybody who
    has logged in may read what has been opened."""
    return await lists.list_readable(session, community_id, reader, query)


@router.get("/{topic_id}", response_model=TopicDetail)
async def get_topic(topic: TopicToRead, reader: CurrentReader, session: Session) -> TopicDetail:
    """Get a topic as one screen: its public history, each entry with the new state and its
    reason; its ballot, as announced, and the published result, each null while there is none; and
    my own part."""
    return await show(session, topic, reader)


@router.post(
    "/{topic_id}/second",
    response_model=TopicDetail,
    responses=problems(
        *(
            ParticipantInactive,
            ResidentsOnly,
            Topic.WRONG_STATE,
            CannotSecondOwnTopic,
            AlreadySeconded,
        )
    ),
)
async def second_topic(topic: TopicToRead, me: CurrentResident, session: Session) -> TopicDetail:
    """Second a topic, at most once. With enough seconds it is deliberated. I follow it from then
    on."""
    topic = await topics.second(session, topic, ActingFor.participant(me))
    return await show(session, topic, me)


@router.post(
    "/{topic_id}/follow", response_model=TopicDetail, responses=problems(ParticipantInactive)
)
async def follow_topic(topic: TopicToRead, me: ActiveParticipant, session: Session) -> TopicDetail:
    """Follow a topic. I am notified of each of its moves."""
    await topics.follow(session, topic, ActingFor.participant(me))
    return await show(session, topic, me)


@router.delete("/{topic_id}/follow", status_code=204)
async def unfollow_topic(topic: TopicToRead, me: AnyParticipant, session: Session) -> None:
    """Unfollow a topic."""
    await topics.unfollow(session, topic, ActingFor.participant(me))


@router.post(
    "/{topic_id}/withdraw", response_model=TopicDetail, responses=problems(Topic.WRONG_STATE)
)
async def withdraw_topic(topic: OwnTopic, me: AnyParticipant, session: Session) -> TopicDetail:
    """Withdraw a topic that I have raised, before it is deliberated."""
    topic = await topics.withdraw(session, topic, ActingFor.participant(me))
    return await show(session, topic, me)
