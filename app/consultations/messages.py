"""What consultations notify people; the texts stand in notifications/consultation_texts."""

from collections.abc import AsyncIterator, Collection, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import select
from sqlalchemy.ext.asyncio import AsyncSession

from app.consultations.events import (
    BallotAnnounced,
    BallotAnnulled,
    BallotClosed,
    BallotOpened,
    BallotPublished,
    OpinionEnteredAtDesk,
    OpinionHidden,
    OpinionRestored,
    TopicMoved,
    TopicOverdue,
)
from app.consultations.models import (
    Ballot,
    Opinion,
    OpinionStatus,
    RollVoter,
    Topic,
    TopicNote,
    TopicStatus,
)
from app.kernel.database.engine import get_row
from app.notifications.followers import Follower, notify_followers
from app.notifications.inbox import Message, notify

# ---------------------------------------------------------------- topics and opinions


@dataclass(frozen=True, slots=True)
class AboutTopic(Message):
    title: str


@dataclass(frozen=True, slots=True)
class AboutMove(AboutTopic):
    """With its public note."""

    note: str


class TopicIsScreened(AboutMove):
    kind = "consultations.topic_screening"


class TopicIsOpen(AboutMove):
    kind = "consultations.topic_open"


class TopicIsDeclined(AboutMove):
    kind = "consultations.topic_declined"


class TopicIsSeconded(AboutTopic):
    kind = "consultations.topic_seconded"


class TopicIsDeliberated(AboutMove):
    kind = "consultations.topic_deliberating"


class TopicIsBalloted(AboutMove):
    kind = "consultations.topic_balloting"


class TopicIsDecided(AboutMove):
    kind = "consultations.topic_decided"


class TopicIsWithdrawn(AboutTopic):
    kind = "consultations.topic_withdrawn"


@dataclass(frozen=True, slots=True)
class AnswerIsOverdue(AboutTopic):
    kind = "consultations.topic_overdue"
    due_at: datetime


class OpinionIsEntered(AboutTopic):
    kind = "consultations.opinion_entered"


@dataclass(frozen=True, slots=True)
class OpinionIsHidden(AboutTopic):
    kind = "consultations.opinion_hidden"
    reason: str


class OpinionIsRestored(AboutTopic):
    kind = "consultations.opinion_restored"


MOVES: Mapping[TopicStatus, type[AboutMove]] = {
    TopicStatus.SCREENING: TopicIsScreened,
    TopicStatus.OPEN: TopicIsOpen,
    TopicStatus.DECLINED: TopicIsDeclined,
    TopicStatus.DELIBERATING: TopicIsDeliberated,
    TopicStatus.BALLOTING: TopicIsBalloted,
    TopicStatus.DECIDED: TopicIsDecided,
}
ANSWERS = {TopicStatus.SCREENING, TopicStatus.OPEN, TopicStatus.DECLINED}
"""Who raised it is owed these, followed or not."""


async def notify_topic_moved(session: AsyncSession, community_id: UUID, event: TopicMoved) -> None:
    """Everybody who follows it, besides who moved it."""
    topic = await get_row(session, Topic, community_id, event.topic_id)
    note = await get_row(session, TopicNote, community_id, event.note_id)
    message = _about_move(topic, note)
    besides = [] if event.moved_by is None else [event.moved_by]
    if note.state in ANSWERS and topic.participant_id is not None:
        notify(session, community_id, [topic.participant_id], message)
        besides.append(topic.participant_id)
    await notify_followers(session, community_id, topic.id, message, besides=besides)


def _about_move(topic: Topic, note: TopicNote) -> Message:
    if note.state is TopicStatus.WITHDRAWN:
        return TopicIsWithdrawn(topic.title)
    if note.note is None:
        return TopicIsSeconded(topic.title)
    return MOVES[note.state](topic.title, note.note)


async def notify_topic_overdue(
    session: AsyncSession, community_id: UUID, event: TopicOverdue
) -> None:
    """Who raised it; staff see it in the queue."""
    topic = await get_row(session, Topic, community_id, event.topic_id)
    if topic.participant_id is not None:
        about = AnswerIsOverdue(topic.title, topic.answer_due_at)
        notify(session, community_id, [topic.participant_id], about)


async def notify_opinion_entered(
    session: AsyncSession, community_id: UUID, event: OpinionEnteredAtDesk
) -> None:
    opinion, title = await _opinion(session, community_id, event.opinion_id)
    notify(session, community_id, [opinion.participant_id], OpinionIsEntered(title))


async def notify_opinion_hidden(
    session: AsyncSession, community_id: UUID, event: OpinionHidden
) -> None:
    """Unless it has been restored or withdrawn meanwhile."""
    opinion, title = await _opinion(session, community_id, event.opinion_id)
    if opinion.status is OpinionStatus.HIDDEN:
        about = OpinionIsHidden(title, opinion.hidden_reason or "")
        notify(session, community_id, [opinion.participant_id], about)


async def notify_opinion_restored(
    session: AsyncSession, community_id: UUID, event: OpinionRestored
) -> None:
    opinion, title = await _opinion(session, community_id, event.opinion_id)
    notify(session, community_id, [opinion.participant_id], OpinionIsRestored(title))


async def _opinion(
    session: AsyncSession, community_id: UUID, opinion_id: UUID
) -> tuple[Opinion, str]:
    opinion = await get_row(session, Opinion, community_id, opinion_id)
    topic = await get_row(session, Topic, community_id, opinion.topic_id)
    return opinion, topic.title


# ---------------------------------------------------------------- ballots

PORTION = 500
"""People of a roll who are told in one statement."""


@dataclass(frozen=True, slots=True)
class BallotIsAnnounced(AboutTopic):
    kind = "consultations.ballot_announced"
    opens_at: datetime
    closes_at: datetime


@dataclass(frozen=True, slots=True)
class BallotIsOpen(AboutTopic):
    kind = "consultations.ballot_opened"
    closes_at: datetime


class BallotIsClosed(AboutTopic):
    kind = "consultations.ballot_closed"


class BallotIsPublished(AboutTopic):
    kind = "consultations.ballot_published"


@dataclass(frozen=True, slots=True)
class BallotIsAnnulled(AboutTopic):
    kind = "consultations.ballot_annulled"
    reason: str


async def notify_ballot_announced(
    session: AsyncSession, community_id: UUID, event: BallotAnnounced
) -> None:
    """Those on the roll; who follows the topic hears of its move."""
    ballot = await get_row(session, Ballot, community_id, event.ballot_id)
    about = BallotIsAnnounced(ballot.title, ballot.opens_at, ballot.closes_at)
    await _tell_roll(session, ballot, about)


async def notify_ballot_opened(
    session: AsyncSession, community_id: UUID, event: BallotOpened
) -> None:
    ballot = await get_row(session, Ballot, community_id, event.ballot_id)
    await _tell_all(session, ballot, BallotIsOpen(ballot.title, ballot.closes_at))


async def notify_ballot_closed(
    session: AsyncSession, community_id: UUID, event: BallotClosed
) -> None:
    ballot = await get_row(session, Ballot, community_id, event.ballot_id)
    await _tell_all(session, ballot, BallotIsClosed(ballot.title))


async def notify_ballot_published(
    session: AsyncSession, community_id: UUID, event: BallotPublished
) -> None:
    """Those on the roll; who follows the topic hears of its move."""
    ballot = await get_row(session, Ballot, community_id, event.ballot_id)
    await _tell_roll(session, ballot, BallotIsPublished(ballot.title))


async def notify_ballot_annulled(
    session: AsyncSession, community_id: UUID, event: BallotAnnulled
) -> None:
    """Those on the roll; who follows the topic hears of its move."""
    ballot = await get_row(session, Ballot, community_id, event.ballot_id)
    await _tell_roll(session, ballot, BallotIsAnnulled(ballot.title, ballot.annul_reason or ""))


async def _tell_all(session: AsyncSession, ballot: Ballot, message: Message) -> None:
    """Those on the roll and those who follow the topic, each once."""
    followers = await session.scalars(
        select(Follower.participant_id)
        .filter_by(community_id=ballot.community_id, subject_id=ballot.topic_id)
        .order_by(Follower.participant_id)
    )
    told = followers.all()
    notify(session, ballot.community_id, told, message)
    await _tell_roll(session, ballot, message, besides=set(told))


async def _tell_roll(
    session: AsyncSession, ballot: Ballot, message: Message, *, besides: Collection[UUID] = ()
) -> None:
    async for portion in _voters(session, ballot):
        notify(session, ballot.community_id, [v for v in portion if v not in besides], message)
        await session.flush()


async def _voters(session: AsyncSession, ballot: Ballot) -> AsyncIterator[Sequence[UUID]]:
    """All who may vote, a portion at a time."""
    last = UUID(int=0)
    while True:
        query = (
            select(RollVoter.participant_id)
            .where(
                RollVoter.community_id == ballot.community_id,
                RollVoter.ballot_id == ballot.id,
                RollVoter.participant_id > last,
            )
            .order_by(RollVoter.participant_id)
            .limit(PORTION)
        )
        portion = (await session.scalars(query)).all()
        if not portion:
            return
        yield portion
        last = portion[-1]
