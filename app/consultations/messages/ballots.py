"""Messages about ballots, to the people on their rolls and to followers of their topics."""

from collections.abc import AsyncIterator, Collection, Iterator, Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlalchemy import Select, select
from sqlalchemy.ext.asyncio import AsyncSession

from app.consultations.ballots.wording import EffectWords
from app.consultations.events import (
    BallotAnnounced,
    BallotAnnulled,
    BallotClosed,
    BallotOpened,
    BallotPublished,
)
from app.consultations.messages.topics import AboutTopic
from app.consultations.models import Ballot, BallotStatus, RollVoter, Vote
from app.consultations.results.decision import decide
from app.consultations.results.outcome import Reason
from app.kernel import clock
from app.kernel.database.engine import get_row
from app.kernel.errors import Text
from app.kernel.jobs.listeners import Listener
from app.kernel.jobs.messages import Message, Template
from app.notifications.followers import followers_of
from app.notifications.inbox import notify
from app.notifications.subjects import Subject, SubjectKind

BATCH_SIZE = 500
"""Voters whose messages are written in one statement."""


@dataclass(frozen=True, slots=True)
class AboutBallot(AboutTopic):
    """Message about a ballot. It says what the result means in law."""

    effect: EffectWords


@dataclass(frozen=True, slots=True)
class BallotIsAnnounced(AboutBallot):
    kind = "consultations.ballot_announced"
    template = Template(
        Text("表决公告", "A ballot is announced"),
        Text(
            "“{title}”将于{opens_at}开始表决，{closes_at}截止，您在表决人名册中。请先阅读表决内容和规则。"
            "{effect}",
            "The ballot “{title}” opens on {opens_at} and closes on {closes_at}; you are on its"
            " roll. Please read what it asks and its rule. {effect}",
        ),
    )
    opens_at: datetime
    closes_at: datetime


@dataclass(frozen=True, slots=True)
class BallotIsOpen(AboutBallot):
    kind = "consultations.ballot_opened"
    template = Template(
        Text("表决已开始", "A ballot is open"),
        Text(
            "“{title}”已开始表决，{closes_at}截止。是否投票由您自己决定。{effect}",
            "The ballot “{title}” is open until {closes_at}. Whether you vote is up to you."
            " {effect}",
        ),
    )
    closes_at: datetime


class BallotIsClosed(AboutBallot):
    kind = "consultations.ballot_closed"
    template = Template(
        Text("表决已截止", "A ballot has closed"),
        Text(
            "“{title}”的表决已截止，结果经两人核验后公布。{effect}",
            "The ballot “{title}” has closed. Its result is published when two persons have"
            " certified it. {effect}",
        ),
    )


@dataclass(frozen=True, slots=True)
class AboutResult(AboutBallot):
    """Message about a published result: whether it has passed, and why."""

    result: Reason


class BallotIsPublished(AboutResult):
    kind = "consultations.ballot_published"
    template = Template(
        Text("表决结果公布", "The result of a ballot"),
        Text(
            "“{title}”的表决结果已公布：{result}。{effect}",
            "The result of the ballot “{title}” is published: {result}. {effect}",
        ),
    )


class MyBallotIsPublished(AboutResult):
    """Message to the people who have cast a vote, where the votes are listed."""

    kind = "consultations.ballot_published_to_voter"
    template = Template(
        Text("表决结果公布", "The result of a ballot"),
        Text(
            "“{title}”的表决结果已公布：{result}。{effect}票单已公布，您可以凭回执码核对自己的一票。",
            "The result of the ballot “{title}” is published: {result}. {effect} Its votes are"
            " listed: you can find yours by its receipt code.",
        ),
    )


@dataclass(frozen=True, slots=True)
class BallotIsAnnulled(AboutBallot):
    kind = "consultations.ballot_annulled"
    template = Template(
        Text("表决已作废", "A ballot is annulled"),
        Text(
            "“{title}”的表决已作废，所投的票不计。原因：{reason}",
            "The ballot “{title}” is annulled and its votes do not count: {reason}",
        ),
    )
    reason: str


async def notify_ballot_announced(
    session: AsyncSession, community_id: UUID, event: BallotAnnounced
) -> None:
    """Send it to the voters, unless voting has begun: that sends a message of its own. Followers of
    the topic get the message about its move. The announced ballot is frozen, so the row has the
    event's facts."""
    ballot = await get_row(session, Ballot, community_id, event.ballot_id)
    if ballot.status is BallotStatus.ANNULLED or clock.now() >= ballot.opens_at:
        return
    effect = EffectWords(ballot.legal_effect)
    about = BallotIsAnnounced(ballot.title, effect, ballot.opens_at, ballot.closes_at)
    await _notify_roll(session, ballot, about)


async def notify_ballot_opened(
    session: AsyncSession, community_id: UUID, event: BallotOpened
) -> None:
    """Send it while one can vote: it would be untrue after the close or an annulment."""
    ballot = await get_row(session, Ballot, community_id, event.ballot_id)
    if ballot.status is BallotStatus.ANNULLED or clock.now() >= ballot.closes_at:
        return
    about = BallotIsOpen(ballot.title, EffectWords(ballot.legal_effect), ballot.closes_at)
    await _notify_roll_and_followers(session, ballot, about)


async def notify_ballot_closed(
    session: AsyncSession, community_id: UUID, event: BallotClosed
) -> None:
    """Send it while the result is awaited."""
    ballot = await get_row(session, Ballot, community_id, event.ballot_id)
    if ballot.status not in (BallotStatus.ANNULLED, BallotStatus.PUBLISHED):
        about = BallotIsClosed(ballot.title, EffectWords(ballot.legal_effect))
        await _notify_roll_and_followers(session, ballot, about)


async def notify_ballot_published(
    session: AsyncSession, community_id: UUID, event: BallotPublished
) -> None:
    """Send it to the voters. Those who have cast a vote are told of its receipt, too, where votes
    are listed. Followers of the topic get the message about its move."""
    ballot = await get_row(session, Ballot, community_id, event.ballot_id)
    effect, result = EffectWords(ballot.legal_effect), decide(ballot).reason
    casters: set[UUID] = set()
    if ballot.board_digests:
        mine = MyBallotIsPublished(ballot.title, effect, result)
        casters = {one for one in await session.scalars(casters_of(ballot)) if one is not None}
        for batch in _batches(sorted(casters)):
            notify(session, ballot.community_id, batch, mine, subject=_topic(ballot))
            await session.flush()
    about = BallotIsPublished(ballot.title, effect, result)
    await _notify_roll(session, ballot, about, excluding=casters)


async def notify_ballot_annulled(
    session: AsyncSession, community_id: UUID, event: BallotAnnulled
) -> None:
    """Send it to the voters. Followers of the topic get the message about its move."""
    ballot = await get_row(session, Ballot, community_id, event.ballot_id)
    effect, reason = EffectWords(ballot.legal_effect), ballot.annul_reason or ""
    await _notify_roll(session, ballot, BallotIsAnnulled(ballot.title, effect, reason))


async def _notify_roll_and_followers(
    session: AsyncSession, ballot: Ballot, message: Message
) -> None:
    """Send a message to the voters and the followers of the topic, once to each."""
    followers = await followers_of(session, ballot.community_id, ballot.topic_id)
    notify(session, ballot.community_id, followers, message, subject=_topic(ballot))
    await _notify_roll(session, ballot, message, excluding=set(followers))


async def _notify_roll(
    session: AsyncSession, ballot: Ballot, message: Message, *, excluding: Collection[UUID] = ()
) -> None:
    async for batch in _voters(session, ballot):
        voters = [voter for voter in batch if voter not in excluding]
        notify(session, ballot.community_id, voters, message, subject=_topic(ballot))
        await session.flush()


def _topic(ballot: Ballot) -> Subject:
    return Subject(SubjectKind.TOPIC, ballot.topic_id)


def casters_of(ballot: Ballot) -> Select[UUID | None]:
    """The participants who have cast a vote; for a household one of its residents."""
    return select(Vote.cast_by).where(
        Vote.community_id == ballot.community_id, Vote.ballot_id == ballot.id
    )


def _batches(people: Sequence[UUID]) -> Iterator[Sequence[UUID]]:
    for start in range(0, len(people), BATCH_SIZE):
        yield people[start : start + BATCH_SIZE]


async def _voters(session: AsyncSession, ballot: Ballot) -> AsyncIterator[Sequence[UUID]]:
    """Yields all who may vote, a batch at a time."""
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
            .limit(BATCH_SIZE)
        )
        batch = (await session.scalars(query)).all()
        if not batch:
            return
        yield batch
        last = batch[-1]


MESSAGES = (
    BallotIsAnnounced,
    BallotIsOpen,
    BallotIsClosed,
    BallotIsPublished,
    MyBallotIsPublished,
    BallotIsAnnulled,
)
LISTENERS = (
    Listener("consultations.notify_ballot_announced", BallotAnnounced, notify_ballot_announced),
    Listener("consultations.notify_ballot_opened", BallotOpened, notify_ballot_opened),
    Listener("consultations.notify_ballot_closed", BallotClosed, notify_ballot_closed),
    Listener("consultations.notify_ballot_published", BallotPublished, notify_ballot_published),
    Listener("consultations.notify_ballot_annulled", BallotAnnulled, notify_ballot_annulled),
)
