"""Messages about topics, to the residents who raised them and to their followers."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from app.consultations.events import TopicMoved, TopicOverdue
from app.consultations.models import Topic, TopicNote, TopicOutcome, TopicStatus
from app.kernel import clock
from app.kernel.database.engine import get_row
from app.kernel.errors import Text
from app.kernel.jobs.listeners import Listener
from app.kernel.jobs.messages import Message, Template
from app.kernel.words import Worded
from app.notifications.followers import notify_followers
from app.notifications.inbox import notify
from app.notifications.subjects import Subject, SubjectKind


@dataclass(frozen=True, slots=True)
class AboutTopic(Message):
    title: str


@dataclass(frozen=True, slots=True)
class AboutMove(AboutTopic):
    """Message about a move that staff have made, with its public note."""

    note: str


class TopicIsScreened(AboutMove):
    kind = "consultations.topic_screening"
    template = Template(
        Text("议题正在审核", "Your topic is being screened"),
        Text(
            "您提出的议题“{title}”正在审核：{note}",
            "Your topic “{title}” is being screened: {note}",
        ),
    )


class TopicIsOpen(AboutMove):
    kind = "consultations.topic_open"
    template = Template(
        Text("议题已公开", "A topic has been opened"),
        Text(
            "议题“{title}”已向居民公开，可以附议和发表意见：{note}",
            "“{title}” is open to residents, to second and to speak about: {note}",
        ),
    )


class TopicIsDeclined(AboutMove):
    kind = "consultations.topic_declined"
    template = Template(
        Text("议题未采纳", "Your topic was declined"),
        Text(
            "您提出的议题“{title}”未采纳。原因：{note}",
            "Your topic “{title}” was declined: {note}",
        ),
    )


class TopicIsSeconded(AboutTopic):
    kind = "consultations.topic_seconded"
    template = Template(
        Text("议题附议已达人数", "A topic has enough seconds"),
        Text(
            "议题“{title}”附议人数已达到要求，进入协商。",
            "“{title}” has been seconded by enough residents and is being deliberated.",
        ),
    )


class TopicIsDeliberated(AboutMove):
    kind = "consultations.topic_deliberating"
    template = Template(
        Text("议题进入协商", "A topic is being deliberated"),
        Text(
            "议题“{title}”进入协商：{note}",
            "“{title}” is being deliberated: {note}",
        ),
    )


class TopicIsBalloted(AboutMove):
    kind = "consultations.topic_balloting"
    template = Template(
        Text("议题进入表决", "There will be a ballot on a topic"),
        Text(
            "议题“{title}”进入表决：{note}",
            "There will be a ballot on “{title}”: {note}",
        ),
    )


class OutcomeWords(Worded):
    """The decision about a topic, as it is said to people."""

    ADOPTED = TopicOutcome.ADOPTED.value, *TopicOutcome.ADOPTED.words
    REJECTED = TopicOutcome.REJECTED.value, *TopicOutcome.REJECTED.words
    DECIDED = "decided", "已作出决定", "a decision has been taken"
    """Stands for topics of former versions, which did not store what was decided."""


@dataclass(frozen=True, slots=True)
class TopicIsDecided(AboutMove):
    kind = "consultations.topic_decided"
    template = Template(
        Text("议题已有结果", "A topic has been decided"),
        Text(
            "议题“{title}”的结果：{outcome}。{note}",
            "“{title}”: {outcome}. {note}",
        ),
    )
    outcome: OutcomeWords


class TopicIsWithdrawn(AboutTopic):
    kind = "consultations.topic_withdrawn"
    template = Template(
        Text("议题已撤回", "A topic has been withdrawn"),
        Text(
            "议题“{title}”已应提出人的要求撤回。",
            "“{title}” has been withdrawn at the request of who raised it.",
        ),
    )


@dataclass(frozen=True, slots=True)
class AnswerIsOverdue(AboutTopic):
    kind = "consultations.topic_overdue"
    template = Template(
        Text("议题答复已逾期", "Your topic still waits for an answer"),
        Text(
            "您提出的议题“{title}”应在{due_at}前得到答复，现已逾期。社区工作人员的议题列表中已标为逾期。",
            "Your topic “{title}” should have been answered by {due_at}. It is marked as overdue"
            " in the list of topics that community staff work from.",
        ),
    )
    due_at: datetime


MESSAGE_BY_STATE: Mapping[TopicStatus, type[AboutMove]] = {
    TopicStatus.SCREENING: TopicIsScreened,
    TopicStatus.OPEN: TopicIsOpen,
    TopicStatus.DECLINED: TopicIsDeclined,
    TopicStatus.DELIBERATING: TopicIsDeliberated,
    TopicStatus.BALLOTING: TopicIsBalloted,
}
ANSWERS = {TopicStatus.SCREENING, TopicStatus.OPEN, TopicStatus.DECLINED}
"""States of which the resident who raised the topic is notified even without following it."""


async def notify_topic_moved(session: AsyncSession, community_id: UUID, event: TopicMoved) -> None:
    """Send a move to the followers, except to the one who has made it."""
    topic = await get_row(session, Topic, community_id, event.topic_id)
    note = await get_row(session, TopicNote, community_id, event.note_id)
    message = _about_move(topic, note)
    subject = Subject(SubjectKind.TOPIC, topic.id)
    excluding = [] if event.moved_by is None else [event.moved_by]
    if note.state in ANSWERS and topic.participant_id is not None:
        notify(session, community_id, [topic.participant_id], message, subject=subject)
        excluding.append(topic.participant_id)
    await notify_followers(session, community_id, subject, message, excluding=excluding)


def _about_move(topic: Topic, note: TopicNote) -> Message:
    if note.state is TopicStatus.WITHDRAWN:
        return TopicIsWithdrawn(topic.title)
    if note.note is None:
        return TopicIsSeconded(topic.title)
    if note.state is TopicStatus.DECIDED:
        outcome = OutcomeWords(topic.outcome or OutcomeWords.DECIDED)
        return TopicIsDecided(topic.title, note.note, outcome)
    return MESSAGE_BY_STATE[note.state](topic.title, note.note)


async def notify_topic_overdue(
    session: AsyncSession, community_id: UUID, event: TopicOverdue
) -> None:
    """Send it to the resident who raised the topic. Staff see it in the queue."""
    topic = await get_row(session, Topic, community_id, event.topic_id)
    if topic.participant_id is not None and topic.is_overdue_at(clock.now()):
        about = AnswerIsOverdue(topic.title, event.due_at or topic.answer_due_at)
        subject = Subject(SubjectKind.TOPIC, topic.id)
        notify(session, community_id, [topic.participant_id], about, subject=subject)


MESSAGES = (
    TopicIsScreened,
    TopicIsOpen,
    TopicIsDeclined,
    TopicIsSeconded,
    TopicIsDeliberated,
    TopicIsBalloted,
    TopicIsDecided,
    TopicIsWithdrawn,
    AnswerIsOverdue,
)
LISTENERS = (
    Listener("consultations.notify_topic_moved", TopicMoved, notify_topic_moved),
    Listener("consultations.notify_topic_overdue", TopicOverdue, notify_topic_overdue),
)
