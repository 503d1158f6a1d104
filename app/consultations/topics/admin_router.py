"""/admin/v1/communities/{community_id}/topics: raised by workers, and led on by them."""

from typing import Annotated

from fastapi import Query, Response

from app.communities.deps import CurrentStaff
from app.communities.errors import ParticipantInactive
from app.communities.schemas import OnBehalf, Witnessed
from app.consultations.deps import (
    StaffMayManageTopics,
    StaffMayReadTopics,
    TopicToManage,
    TopicToReadAsStaff,
)
from app.consultations.errors import (
    AlreadySeconded,
    CannotSecondOwnTopic,
    ResidentsOnly,
)
from app.consultations.models import Topic
from app.consultations.schemas import NoteIn
from app.consultations.topics import lists
from app.consultations.topics import service as topics
from app.consultations.topics.schemas import (
    Decision,
    DeskTopic,
    StaffTopicDetail,
    StaffTopicInList,
    StaffTopicPage,
    StaffTopicQuery,
    TopicOut,
)
from app.identity.deps import IdempotentForAdmin
from app.kernel.errors import UnknownReference
from app.kernel.web.dependencies import Session
from app.kernel.web.idempotency import IdempotentRoute
from app.kernel.web.pages import Page
from app.kernel.web.problems import problems
from app.kernel.web.routing import Router
from app.kernel.web.schemas import ReasonIn

router = Router(
    prefix="/topics",
    tags=["topics"],
    route_class=IdempotentRoute,
    dependencies=[IdempotentForAdmin],
)


@router.get("", response_model=StaffTopicPage)
async def list_topics(
    query: Annotated[StaffTopicQuery, Query()], staff: StaffMayReadTopics, session: Session
) -> Page[StaffTopicInList]:
    """The queue, in the order in which topics came; `is_overdue` finds those that have waited
    for an answer for more than 7 days."""
    return await lists.list_for_staff(session, staff.community_id, query)


@router.get("/{topic_id}", response_model=StaffTopicDetail)
async def get_topic(topic: TopicToReadAsStaff, session: Session) -> StaffTopicDetail:
    """One topic with its history."""
    return await lists.show_to_staff(session, topic)


@router.post(
    "",
    status_code=201,
    response_model=TopicOut,
    responses=problems(UnknownReference, ParticipantInactive, ResidentsOnly),
)
async def raise_topic(
    wanted: DeskTopic, staff: StaffMayManageTopics, session: Session, response: Response
) -> Topic:
    """Raise a topic for the community itself; or at the desk for a resident, with a witness."""
    topic = await topics.raise_by_staff(session, wanted, by=staff)
    here = f"/admin/v1/communities/{staff.community_id}"
    response.headers["Location"] = f"{here}/topics/{topic.id}"
    return topic


@router.post("/{topic_id}/screen", response_model=TopicOut, responses=problems(Topic.WRONG_STATE))
async def screen_topic(
    topic: TopicToManage, noted: NoteIn, staff: CurrentStaff, session: Session
) -> Topic:
    """Take it up for screening; who raised it is told."""
    return await topics.screen(session, topic, noted.note, by=staff)


@router.post("/{topic_id}/open", response_model=TopicOut, responses=problems(Topic.WRONG_STATE))
async def open_topic(
    topic: TopicToManage, noted: NoteIn, staff: CurrentStaff, session: Session
) -> Topic:
    """Open it to everybody, to second and to speak about."""
    return await topics.open_topic(session, topic, noted.note, by=staff)


@router.post("/{topic_id}/decline", response_model=TopicOut, responses=problems(Topic.WRONG_STATE))
async def decline_topic(
    topic: TopicToManage, body: ReasonIn, staff: CurrentStaff, session: Session
) -> Topic:
    """Decline it; who raised it is told the reason."""
    return await topics.decline(session, topic, body.reason, by=staff)


@router.post(
    "/{topic_id}/deliberate", response_model=TopicOut, responses=problems(Topic.WRONG_STATE)
)
async def deliberate_topic(
    topic: TopicToManage, noted: NoteIn, staff: CurrentStaff, session: Session
) -> Topic:
    """Deliberate it, though not enough have seconded it yet."""
    return await topics.deliberate(session, topic, noted.note, by=staff)


@router.post("/{topic_id}/decide", response_model=TopicOut, responses=problems(Topic.WRONG_STATE))
async def decide_topic(
    topic: TopicToManage, decision: Decision, staff: CurrentStaff, session: Session
) -> Topic:
    """Decide it by the consensus of its deliberation, with the minutes; what a ballot is held
    on, its result decides."""
    return await topics.decide(session, topic, decision, by=staff)


# ---------------------------------------------------------------- at the desk


@router.post(
    "/{topic_id}/second",
    response_model=TopicOut,
    responses=problems(
        *(UnknownReference, ParticipantInactive, ResidentsOnly),
        *(Topic.WRONG_STATE, CannotSecondOwnTopic, AlreadySeconded),
    ),
)
async def second_topic(
    topic: TopicToManage, desk: OnBehalf, staff: CurrentStaff, session: Session
) -> Topic:
    """Second a topic at the desk, by the resident's own rules."""
    return await topics.second(session, topic, desk.acting(staff))


@router.post(
    "/{topic_id}/follow",
    status_code=204,
    responses=problems(UnknownReference, ParticipantInactive),
)
async def follow_topic(
    topic: TopicToManage, desk: OnBehalf, staff: CurrentStaff, session: Session
) -> None:
    """Let somebody hear what becomes of a topic."""
    await topics.follow(session, topic, desk.acting(staff))


@router.post(
    "/{topic_id}/unfollow",
    status_code=204,
    responses=problems(UnknownReference, ParticipantInactive),
)
async def unfollow_topic(
    topic: TopicToManage, desk: OnBehalf, staff: CurrentStaff, session: Session
) -> None:
    """Let somebody hear no more of it."""
    await topics.unfollow(session, topic, desk.acting(staff))


@router.post("/{topic_id}/withdraw", response_model=TopicOut, responses=problems(Topic.WRONG_STATE))
async def withdraw_topic(
    topic: TopicToManage, desk: Witnessed, staff: CurrentStaff, session: Session
) -> Topic:
    """Withdraw it for who raised it and has asked for it at the desk; they are told."""
    return await topics.withdraw(session, topic, desk.acting(staff))
