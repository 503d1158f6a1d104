"""Duties of staff in consultations: topics to answer, and what takes a second person or an end."""

from datetime import datetime, timedelta
from typing import Any
from uuid import UUID

from sqlalchemy import ColumnElement, Select, String, Uuid, and_, case, cast, func, select
from sqlalchemy.ext.asyncio import AsyncSession

from app.consultations.events import BallotActRequested as ActRequested
from app.consultations.events import BallotAnnulled as Annulled
from app.consultations.events import BallotCertified as Certified
from app.consultations.events import BallotClosed as Closed
from app.consultations.events import BallotPublished as Published
from app.consultations.events import TopicMoved, TopicRaised, TopicSecondsChanged
from app.consultations.models import (
    AWAITING_ANSWER,
    Ballot,
    BallotStatus,
    Topic,
    TopicSecond,
    TopicStatus,
    TwoPersonAct,
)
from app.consultations.topics.queries import are_unconfirmed
from app.kernel.errors import Text
from app.kernel.jobs.listeners import Listener
from app.staff.inbox import follow_duty
from app.staff.subjects import StaffSubjectKind
from app.staff.todo import Todo, waiting_columns, waiting_rows

CONFIRM_WITHIN = timedelta(days=3)
"""Time for the second of two persons, and for each step from the close to the publication."""
OfTopic = TopicMoved | TopicRaised | TopicSecondsChanged
OfBallot = ActRequested | Certified | Closed | Published | Annulled
"""Events after which something may wait, or wait no more."""


def topics_to_answer(_now: datetime) -> Select[Any]:
    return waiting_rows(
        Topic,
        Topic.status.in_(sorted(AWAITING_ANSWER)),
        since=Topic.submitted_at,
        due_at=Topic.answer_due_at,
        name=Topic.title,
        place_id=Topic.place_id,
        entered_by=Topic.entered_by,
    )


def seconds_to_confirm(_now: datetime) -> Select[Any]:
    """Selects open topics with seconds that the desk has entered. Where one person has entered all
    of them, that person cannot confirm any."""
    since = func.min(TopicSecond.at)
    by_one = func.count(TopicSecond.entered_by.distinct()) == 1
    columns = waiting_columns(
        Topic.community_id,
        Topic.id,
        since=since,
        due_at=since + CONFIRM_WITHIN,
        name=Topic.title,
        not_for=case((by_one, cast(func.min(cast(TopicSecond.entered_by, String)), Uuid()))),
    )
    is_of_topic = and_(
        TopicSecond.community_id == Topic.community_id, TopicSecond.topic_id == Topic.id
    )
    return (
        select(*columns)
        .join(TopicSecond, is_of_topic)
        .where(Topic.status == TopicStatus.OPEN, *are_unconfirmed())
        .group_by(Topic.community_id, Topic.id, Topic.title)
    )


def _ballots(*conditions: ColumnElement[bool], since: Any, not_for: Any = None) -> Select[Any]:
    facts = {} if not_for is None else {"not_for": not_for}
    due_at = since + CONFIRM_WITHIN
    return waiting_rows(Ballot, *conditions, since=since, due_at=due_at, name=Ballot.title, **facts)


def _requested(act: TwoPersonAct) -> Select[Any]:
    since = func.coalesce(Ballot.asked_at, Ballot.closed_at, Ballot.announced_at)
    return _ballots(Ballot.asked_act == act, since=since, not_for=Ballot.asked_by)


def annulments_to_confirm(_now: datetime) -> Select[Any]:
    return _requested(TwoPersonAct.ANNUL)


def certifications_to_confirm(_now: datetime) -> Select[Any]:
    return _requested(TwoPersonAct.CERTIFY)


def ballots_to_certify(_now: datetime) -> Select[Any]:
    is_closed = Ballot.status == BallotStatus.CLOSED
    return _ballots(is_closed, Ballot.asked_act.is_(None), since=Ballot.closed_at)


def results_to_publish(_now: datetime) -> Select[Any]:
    return _ballots(Ballot.status == BallotStatus.CERTIFIED, since=Ballot.certified_at)


TOPIC = Todo(
    kind="consultations.topic_to_answer",
    title=Text("待答复的议题", "Topics to answer"),
    body=Text(
        "{community}收到议题“{name}”，请在{due_at}前审核并答复。",
        "{community} has a new topic “{name}”: please screen and answer it by {due_at}.",
    ),
    subject=StaffSubjectKind.TOPIC,
    permission="topic:manage",
    waiting=topics_to_answer,
)
SECOND = Todo(
    kind="consultations.topic_second",
    title=Text("待复核的窗口附议", "Seconds entered at the desk, to confirm"),
    body=Text(
        "{community}的议题“{name}”有窗口代办的附议，请在{due_at}前由另一名工作人员复核。",
        "“{name}” in {community} has been seconded at the desk: another person confirms it by"
        " {due_at}.",
    ),
    subject=StaffSubjectKind.TOPIC,
    permission="topic:manage",
    waiting=seconds_to_confirm,
)
ANNULMENT = Todo(
    kind="consultations.ballot_annulment",
    title=Text("待第二人确认的表决作废", "Annulments that a second person confirms"),
    body=Text(
        "{community}有人申请作废表决“{name}”，请在{due_at}前由第二人确认或与申请人核实。",
        "Somebody has requested to annul the ballot “{name}” in {community}: a second person"
        " confirms it by {due_at}, or clears it up with them.",
    ),
    subject=StaffSubjectKind.BALLOT,
    permission="ballot:manage",
    waiting=annulments_to_confirm,
)
CERTIFICATION = Todo(
    kind="consultations.ballot_certification",
    title=Text("待第二人核验的表决结果", "Results that a second person certifies"),
    body=Text(
        "{community}的表决“{name}”已有一人核验，请在{due_at}前由第二人核验。",
        "One person has certified the ballot “{name}” in {community}: a second person does so by"
        " {due_at}.",
    ),
    subject=StaffSubjectKind.BALLOT,
    permission="ballot:certify",
    waiting=certifications_to_confirm,
)
CLOSED = Todo(
    kind="consultations.ballot_to_certify",
    title=Text("已截止、待核验的表决", "Ballots that have closed, to certify"),
    body=Text(
        "{community}的表决“{name}”已截止并计票，请在{due_at}前核验结果。",
        "The ballot “{name}” in {community} has closed and is counted: please certify it by"
        " {due_at}.",
    ),
    subject=StaffSubjectKind.BALLOT,
    permission="ballot:certify",
    waiting=ballots_to_certify,
)
RESULT = Todo(
    kind="consultations.ballot_result",
    title=Text("待公布的表决结果", "Results to publish"),
    body=Text(
        "{community}的表决“{name}”已经两人核验，请在{due_at}前公布结果。",
        "Two persons have certified the ballot “{name}” in {community}: please publish its result"
        " by {due_at}.",
    ),
    subject=StaffSubjectKind.BALLOT,
    permission="ballot:certify",
    waiting=results_to_publish,
)
OF_TOPIC = (TOPIC, SECOND)
OF_BALLOT = (ANNULMENT, CERTIFICATION, CLOSED, RESULT)
TODOS = (*OF_TOPIC, *OF_BALLOT)


async def follow_topic(session: AsyncSession, community_id: UUID, event: OfTopic) -> None:
    for todo in OF_TOPIC:
        await follow_duty(session, community_id, todo, event.topic_id)


async def follow_ballot(session: AsyncSession, community_id: UUID, event: OfBallot) -> None:
    for todo in OF_BALLOT:
        await follow_duty(session, community_id, todo, event.ballot_id)


LISTENERS = (
    *(
        Listener("consultations.follow_topic_duty", event, follow_topic)
        for event in (TopicMoved, TopicRaised, TopicSecondsChanged)
    ),
    *(
        Listener("consultations.follow_ballot_duty", event, follow_ballot)
        for event in (ActRequested, Certified, Closed, Published, Annulled)
    ),
)
