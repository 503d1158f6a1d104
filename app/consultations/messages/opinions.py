"""Messages to authors of opinions."""

from dataclasses import dataclass
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from app.consultations.events import (
    OpinionEnteredAtDesk,
    OpinionHeld,
    OpinionHidden,
    OpinionPassed,
    OpinionRefused,
    OpinionRestored,
)
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
            "社区工作人员已按您的要求登记您对议题“{title}”的意见，另一名工作人员阅读后公开。",
            "At your request our desk has entered your opinion on “{title}”. It becomes public when"
            " somebody else of our staff has read it.",
        ),
    )


class OpinionIsPassed(AboutTopic):
    kind = "consultations.opinion_passed"
    template = Template(
        Text("意见已公开", "Your opinion is public"),
        Text(
            "您对议题“{title}”的意见已由工作人员阅读，现在大家都能看到。",
            "Your opinion on “{title}” has been read by our staff; everybody can see it now.",
        ),
    )


@dataclass(frozen=True, slots=True)
class OpinionIsRefused(AboutTopic):
    kind = "consultations.opinion_refused"
    template = Template(
        Text("意见未予公开", "Your opinion was not made public"),
        Text(
            "您对议题“{title}”的意见未予公开，只有您本人和工作人员能看到。原因：{reason}",
            "Your opinion on “{title}” was not made public; only you and our staff see it."
            " Reason: {reason}",
        ),
    )
    reason: str


class OpinionIsHeld(AboutTopic):
    kind = "consultations.opinion_held"
    template = Template(
        Text("意见暂不显示", "Your opinion is out of sight for now"),
        Text(
            "您对议题“{title}”的意见被多人举报，暂不显示，工作人员阅读后决定是否恢复，结果会告知您。",
            "Several people have reported your opinion on “{title}”. It is out of sight until our"
            " staff have read it; we will tell you what they decide.",
        ),
    )


@dataclass(frozen=True, slots=True)
class OpinionIsHidden(AboutTopic):
    kind = "consultations.opinion_hidden"
    template = Template(
        Text("意见已被隐藏", "Your opinion has been hidden"),
        Text(
            "您对议题“{title}”的意见已被隐藏，只有您本人和工作人员能看到。原因：{reason}",
            "Your opinion on “{title}” has been hidden; only you and staff see it: {reason}",
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
    if opinion.status is OpinionStatus.PASSED:
        _notify(session, opinion, OpinionIsRestored(title))


async def notify_opinion_passed(
    session: AsyncSession, community_id: UUID, event: OpinionPassed
) -> None:
    """Send it unless the opinion is out of sight again meanwhile."""
    opinion, title = await _opinion(session, community_id, event.opinion_id)
    if opinion.status is OpinionStatus.PASSED:
        _notify(session, opinion, OpinionIsPassed(title))


async def notify_opinion_refused(
    session: AsyncSession, community_id: UUID, event: OpinionRefused
) -> None:
    opinion, title = await _opinion(session, community_id, event.opinion_id)
    _notify(session, opinion, OpinionIsRefused(title, opinion.hidden_reason or ""))


async def notify_opinion_held(
    session: AsyncSession, community_id: UUID, event: OpinionHeld
) -> None:
    """Send it unless the opinion has been read meanwhile."""
    opinion, title = await _opinion(session, community_id, event.opinion_id)
    if opinion.status is OpinionStatus.IN_REVIEW:
        _notify(session, opinion, OpinionIsHeld(title))


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
    OpinionIsPassed,
    OpinionIsRefused,
    OpinionIsHeld,
    OpinionIsHidden,
    OpinionIsRestored,
)
LISTENERS = (
    Listener("consultations.notify_opinion_entered", OpinionEnteredAtDesk, notify_opinion_entered),
    Listener("consultations.notify_opinion_passed", OpinionPassed, notify_opinion_passed),
    Listener("consultations.notify_opinion_refused", OpinionRefused, notify_opinion_refused),
    Listener("consultations.notify_opinion_held", OpinionHeld, notify_opinion_held),
    Listener("consultations.notify_opinion_hidden", OpinionHidden, notify_opinion_hidden),
    Listener("consultations.notify_opinion_restored", OpinionRestored, notify_opinion_restored),
)
