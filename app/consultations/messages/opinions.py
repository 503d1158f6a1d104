"""Messages to authors of opinions."""

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from app.consultations.events import OpinionEnteredAtDesk, OpinionHidden, OpinionRestored
from app.consultations.messages.topics import AboutTopic
from app.consultations.models import Opinion, OpinionStatus, Topic
from app.kernel.database.engine import get_row
from app.kernel.errors import Text
from app.kernel.jobs.listeners import Listener
from app.kernel.jobs.messages import Message, Template
from app.notifications.inbox import notify
from app.notifications.subjects import Subject, SubjectKind


class OpinionIsEntered(AboutTopic):
    kind = "consultations.opinion_entered"
    template = Template(
        Text("意见已登记", "Your opinion has been entered"),
        Text(
            "社区工作人员已按您的要求登记您对议题“{title}”的意见。",
            "At your request our desk has entered your opinion on “{title}”.",
        ),
    )


@dataclass(frozen=True, slots=True)
class OpinionIsHidden(AboutTopic):
    kind = "consultations.opinion_hidden"
    template = Template(
        Text("意见已被隐藏", "Your opinion has been hidden"),
        Text(
            "您对议题“{title}”的意见已被隐藏，仅您本人可见。原因：{reason}",
            "Your opinion on “{title}” has been hidden from others: {reason}",
        ),
    )
    reason: str


class OpinionIsRestored(AboutTopic):
    kind = "consultations.opinion_restored"
    template = Template(
        Text("意见已恢复显示", "Your opinion is shown again"),
        Text(
            "您对议题“{title}”的意见已恢复显示。",
            "Your opinion on “{title}” is shown to others again.",
        ),
    )


async def notify_opinion_entered(
    session: AsyncSession, community_id: UUID, event: OpinionEnteredAtDesk
) -> None:
    opinion, title = await _opinion(session, community_id, event.opinion_id)
    _notify(session, opinion, OpinionIsEntered(title))


async def notify_opinion_hidden(
    session: AsyncSession, community_id: UUID, event: OpinionHidden
) -> None:
    """Send it unless the opinion has been restored or withdrawn meanwhile."""
    opinion, title = await _opinion(session, community_id, event.opinion_id)
    if opinion.status is OpinionStatus.HIDDEN:
        about = OpinionIsHidden(title, opinion.hidden_reason or "")
        _notify(session, opinion, about)


async def notify_opinion_restored(
    session: AsyncSession, community_id: UUID, event: OpinionRestored
) -> None:
    opinion, title = await _opinion(session, community_id, event.opinion_id)
    if opinion.status is OpinionStatus.SHOWN:
        _notify(session, opinion, OpinionIsRestored(title))


def _notify(session: AsyncSession, opinion: Opinion, message: Message) -> None:
    subject = Subject(SubjectKind.OPINION, opinion.id)
    notify(session, opinion.community_id, [opinion.participant_id], message, subject=subject)


async def _opinion(
    session: AsyncSession, community_id: UUID, opinion_id: UUID
) -> tuple[Opinion, str]:
    opinion = await get_row(session, Opinion, community_id, opinion_id)
    topic = await get_row(session, Topic, community_id, opinion.topic_id)
    return opinion, topic.title


MESSAGES = (
    OpinionIsEntered,
    OpinionIsHidden,
    OpinionIsRestored,
)
LISTENERS = (
    Listener("consultations.notify_opinion_entered", OpinionEnteredAtDesk, notify_opinion_entered),
    Listener("consultations.notify_opinion_hidden", OpinionHidden, notify_opinion_hidden),
    Listener("consultations.notify_opinion_restored", OpinionRestored, notify_opinion_restored),
)
