"""/admin/v1/communities/{community_id}/topics: topics that staff raise and move on. Each act
answers the whole screen."""

from typing import Annotated

from fastapi import Query, Response

from app.communities.deps import CurrentStaff
from app.communities.errors import ParticipantInactive, SecondPersonNeeded
from app.communities.schemas import OnBehalf, Witnessed
from app.consultations.deps import (
    SecondToConfirm,
    StaffMayManageTopics,
    StaffMayReadTopicsSomewhere,
    TopicToManage,
    TopicToReadAsStaff,
)
from app.consultations.errors import (
    AlreadySeconded,
    CannotSecondOwnTopic,
    NotAScope,
    NothingToConfirm,
    ResidentsOnly,
    TooManyTopics,
)
from app.consultations.models import Topic
from app.consultations.schemas import NoteIn
from app.consultations.screens.card import show_to_staff
from app.consultations.screens.schemas import StaffTopicDetail
from app.consultations.topics import lists
from app.consultations.topics import service as topics
from app.consultations.topics.schemas import (
    DeskTopic,
    StaffTopicInList,
    StaffTopicPage,
    StaffTopicQuery,
    TopicDecision,
    UnconfirmedSecond,
    UnconfirmedSecondPage,
)
from app.identity.deps import IdempotentForAdmin
from app.kernel.errors import UnknownReference
from app.kernel.web.dependencies import Session
from app.kernel.web.idempotency import IdempotentRoute
from app.kernel.web.pages import Page, PageQuery
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
    query: Annotated[StaffTopicQuery, Query()], staff: StaffMayReadTopicsSomewhere, session: Session
) -> Page[StaffTopicInList]:
    """List all topics, oldest first; grid workers see those that concern their grid.
    `is_overdue` finds those that have waited for an answer for more than 7 days."""
    return await lists.list_for_staff(session, staff, query)


@router.post(
    "",
    status_code=201,
    response_model=StaffTopicDetail,
    responses=problems(
        UnknownReference, ParticipantInactive, ResidentsOnly, TooManyTopics, NotAScope
    ),
)
async def raise_topic(
    body: DeskTopic, staff: StaffMayManageTopics, session: Session, response: Response
) -> StaffTopicDetail:
    """Raise a topic for the community itself. At the desk it may be for a resident, too. What is
    raised for a resident names a witness."""
    topic = await topics.raise_by_staff(session, body, by=staff)
    base = f"/admin/v1/communities/{staff.community_id}"
    response.headers["Location"] = f"{base}/topics/{topic.id}"
    return await show_to_staff(session, topic, staff)


@router.get("/{topic_id}", response_model=StaffTopicDetail)
async def get_topic(
    topic: TopicToReadAsStaff, staff: CurrentStaff, session: Session
) -> StaffTopicDetail:
    """Get a topic with its history, its ballot and its published result, and what I may do."""
    return await show_to_staff(session, topic, staff)


@router.post(
    "/{topic_id}/screen", response_model=StaffTopicDetail, responses=problems(Topic.WRONG_STATE)
)
async def screen_topic(
    topic: TopicToManage, body: NoteIn, staff: CurrentStaff, session: Session
) -> StaffTopicDetail:
    """Take a topic up for screening. The resident who raised it is notified."""
    topic = await topics.screen(session, topic, body.note, by=staff)
    return await show_to_staff(session, topic, staff)


@router.post(
    "/{topic_id}/open", response_model=StaffTopicDetail, responses=problems(Topic.WRONG_STATE)
)
async def open_topic(
    topic: TopicToManage, body: NoteIn, staff: CurrentStaff, session: Session
) -> StaffTopicDetail:
    """Open a topic to everybody. Residents may second it and submit opinions; the number of
    seconds that it needs is fixed now."""
    topic = await topics.open_topic(session, topic, body.note, by=staff)
    return await show_to_staff(session, topic, staff)


@router.post(
    "/{topic_id}/decline", response_model=StaffTopicDetail, responses=problems(Topic.WRONG_STATE)
)
async def decline_topic(
    topic: TopicToManage, body: ReasonIn, staff: CurrentStaff, session: Session
) -> StaffTopicDetail:
    """Decline a topic. The resident who raised it is notified of the reason."""
    topic = await topics.decline(session, topic, body.reason, by=staff)
    return await show_to_staff(session, topic, staff)


@router.post(
    "/{topic_id}/deliberate", response_model=StaffTopicDetail, responses=problems(Topic.WRONG_STATE)
)
async def deliberate_topic(
    topic: TopicToManage, body: NoteIn, staff: CurrentStaff, session: Session
) -> StaffTopicDetail:
    """Begin the deliberation of a topic, even without enough seconds."""
    topic = await topics.deliberate(session, topic, body.note, by=staff)
    return await show_to_staff(session, topic, staff)


@router.post(
    "/{topic_id}/decide", response_model=StaffTopicDetail, responses=problems(Topic.WRONG_STATE)
)
async def decide_topic(
    topic: TopicToManage, body: TopicDecision, staff: CurrentStaff, session: Session
) -> StaffTopicDetail:
    """Decide a topic by the consensus of its deliberation, with the minutes. A topic on which a
    ballot is held is decided by its result."""
    topic = await topics.decide(session, topic, body, by=staff)
    return await show_to_staff(session, topic, staff)


# ---------------------------------------------------------------- at the desk


@router.post(
    "/{topic_id}/second",
    response_model=StaffTopicDetail,
    responses=problems(
        *(UnknownReference, ParticipantInactive, ResidentsOnly),
        *(Topic.WRONG_STATE, CannotSecondOwnTopic, AlreadySeconded),
    ),
)
async def second_topic(
    topic: TopicToManage, body: OnBehalf, staff: CurrentStaff, session: Session
) -> StaffTopicDetail:
    """Second a topic for a resident at the desk. The rules are those of residents. It counts when
    another person has confirmed it: a colleague, or the resident by seconding."""
    topic = await topics.second(session, topic, body.acting(staff))
    return await show_to_staff(session, topic, staff)


@router.get("/{topic_id}/seconds", response_model=UnconfirmedSecondPage)
async def list_unconfirmed_seconds(
    topic: TopicToReadAsStaff, query: Annotated[PageQuery, Query()], session: Session
) -> Page[UnconfirmedSecond]:
    """List the seconds that the desk has entered, oldest first. Nobody has confirmed them yet."""
    return await lists.list_unconfirmed_seconds(session, topic, query)


@router.post(
    "/{topic_id}/seconds/{second_id}/confirm",
    response_model=StaffTopicDetail,
    responses=problems(Topic.WRONG_STATE, NothingToConfirm, SecondPersonNeeded),
)
async def confirm_topic_second(
    topic: TopicToManage, second: SecondToConfirm, staff: CurrentStaff, session: Session
) -> StaffTopicDetail:
    """Confirm a second that a colleague has entered at the desk. It counts from now on."""
    topic = await topics.confirm_second(session, topic, second, by=staff)
    return await show_to_staff(session, topic, staff)


@router.post(
    "/{topic_id}/follow",
    response_model=StaffTopicDetail,
    responses=problems(UnknownReference, ParticipantInactive),
)
async def follow_topic(
    topic: TopicToManage, body: OnBehalf, staff: CurrentStaff, session: Session
) -> StaffTopicDetail:
    """Follow a topic for a participant at the desk. They are notified of each of its moves."""
    await topics.follow(session, topic, body.acting(staff))
    return await show_to_staff(session, topic, staff)


@router.post(
    "/{topic_id}/unfollow",
    response_model=StaffTopicDetail,
    responses=problems(UnknownReference, ParticipantInactive),
)
async def unfollow_topic(
    topic: TopicToManage, body: OnBehalf, staff: CurrentStaff, session: Session
) -> StaffTopicDetail:
    """Unfollow a topic for a participant at the desk."""
    await topics.unfollow(session, topic, body.acting(staff))
    return await show_to_staff(session, topic, staff)


@router.post(
    "/{topic_id}/withdraw", response_model=StaffTopicDetail, responses=problems(Topic.WRONG_STATE)
)
async def withdraw_topic(
    topic: TopicToManage, body: Witnessed, staff: CurrentStaff, session: Session
) -> StaffTopicDetail:
    """Withdraw a topic at the desk, at the request of who raised it. They are notified."""
    topic = await topics.withdraw(session, topic, body.acting(staff))
    return await show_to_staff(session, topic, staff)
