"""Message to a household that it has voted. A sweep sends it, for a vote has no event: each vote
would be followed by a row that tells its instant."""

from dataclasses import dataclass
from datetime import datetime, timedelta
from uuid import UUID

from sqlalchemy import Select, exists, select
from sqlalchemy.ext.asyncio import AsyncSession

from app.consultations.ballots.wording import EffectWords
from app.consultations.messages.topics import AboutTopic
from app.consultations.models import (
    COUNTING_DELAY,
    VOTABLE,
    Ballot,
    ElectoralRollEntry,
    Electorate,
    RollStatus,
    RollVoter,
    Vote,
)
from app.kernel.database.engine import get_row
from app.kernel.errors import Text
from app.kernel.jobs.messages import Message, Template
from app.kernel.jobs.sweeps import DueRows, Key, Sweep
from app.notifications.inbox import notify
from app.notifications.subjects import Subject, SubjectKind

BATCH_SIZE = 500
"""Households that are told in one transaction; the next round tells the next ones."""
E = ElectoralRollEntry


@dataclass(frozen=True, slots=True)
class HouseholdHasVoted(AboutTopic):
    kind = "consultations.household_voted"
    template = Template(
        Text("本户已投票", "Your household has voted"),
        Text(
            "“{title}”按户表决，一户一票。您的同户家人已投出本户的一票；您看不到选了什么，"
            "截止前只有投票的人可以更改。{effect}",
            "The ballot “{title}” is one of households, with one vote each. Somebody of your"
            " household has cast yours; you cannot see what it says, and only who has cast it can"
            " change it before the close. {effect}",
        ),
    )
    effect: EffectWords


def ballots_with_news(now: datetime) -> DueRows:
    """Selects the ballots of households, from their opening until they are counted, in which a
    household has voted and nobody has told it."""
    is_untold = exists().where(
        E.community_id == Ballot.community_id,
        E.ballot_id == Ballot.id,
        E.status == RollStatus.VOTED,
        E.is_told.is_(False),
    )
    return select(Ballot.community_id, Ballot.id, Ballot.opens_at).where(
        Ballot.electorate == Electorate.HOUSEHOLDS,
        Ballot.status.in_(sorted(VOTABLE)),
        Ballot.opens_at <= now,
        Ballot.closes_at > now - COUNTING_DELAY,
        is_untold,
    )


async def tell_households(session: AsyncSession, key: Key, _now: datetime) -> None:
    """Tells the others of each household that has voted, once."""
    ballot = await get_row(session, Ballot, *key)
    entries = (await session.scalars(_untold(ballot))).all()
    others = await session.scalars(_others_of(ballot, [entry.id for entry in entries]))
    message: Message = HouseholdHasVoted(ballot.title, EffectWords(ballot.legal_effect))
    subject = Subject(SubjectKind.TOPIC, ballot.topic_id)
    notify(session, ballot.community_id, others, message, subject=subject)
    for entry in entries:
        entry.is_told = True


def _untold(ballot: Ballot) -> Select[ElectoralRollEntry]:
    return (
        select(E)
        .where(
            E.community_id == ballot.community_id,
            E.ballot_id == ballot.id,
            E.status == RollStatus.VOTED,
            E.is_told.is_(False),
        )
        .order_by(E.id)
        .limit(BATCH_SIZE)
        .with_for_update(key_share=True, skip_locked=True)
    )


def _others_of(ballot: Ballot, entry_ids: list[UUID]) -> Select[UUID]:
    """The voters of the entries without those who have cast their votes."""
    return (
        select(RollVoter.participant_id)
        .join(
            Vote,
            (Vote.community_id == ballot.community_id) & (Vote.id == RollVoter.roll_entry_id),
        )
        .where(
            RollVoter.community_id == ballot.community_id,
            RollVoter.roll_entry_id.in_(entry_ids),
            RollVoter.participant_id != Vote.cast_by,
        )
        .order_by(RollVoter.participant_id)
    )


MESSAGES = (HouseholdHasVoted,)
EVERY = timedelta(minutes=1)
SWEEPS = (Sweep("consultations.tell_households", EVERY, ballots_with_news, tell_households),)
