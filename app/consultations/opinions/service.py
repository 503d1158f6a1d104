"""What happens to opinions. Each change locks the topic first: it counts them, and says whether
it is talked over still."""

from uuid import UUID

from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from app.communities.permissions import Staff
from app.consultations.acting import Acting, resident_at_desk
from app.consultations.errors import AlreadyEndorsed, CannotEndorseOwnOpinion, ReplyTooDeep
from app.consultations.events import OpinionEnteredAtDesk, OpinionHidden, OpinionRestored
from app.consultations.models import Endorsement, Opinion, OpinionStatus, Topic
from app.consultations.opinions.schemas import DeskOpinion, OpinionIn
from app.consultations.schemas import OnBehalf
from app.kernel import clock
from app.kernel.database.columns import uuid7
from app.kernel.database.engine import get_row, lock
from app.kernel.errors import UnknownReference
from app.kernel.jobs.events import emit
from app.kernel.privacy.audit import record


async def post(session: AsyncSession, topic: Topic, acting: Acting, wanted: OpinionIn) -> Opinion:
    """By a resident, while the topic is open or deliberated."""
    await lock(session, topic)
    topic.require_discussed()
    if wanted.reply_to is not None:
        await _require_opinion(session, topic, wanted.reply_to)
    opinion = Opinion(
        community_id=topic.community_id,
        topic_id=topic.id,
        participant_id=acting.who.id,
        reply_to=wanted.reply_to,
        stance=wanted.stance,
        text=wanted.text,
        status=OpinionStatus.SHOWN,
        posted_at=clock.now(),
        endorsements=0,
        **acting.entered,
    )
    session.add(opinion)
    if opinion.is_counted:
        topic.count_opinion(opinion.stance, 1)
    return opinion


async def _require_opinion(session: AsyncSession, topic: Topic, opinion_id: UUID) -> None:
    """What is replied to: on the same topic, shown, no reply itself."""
    answered = await session.get(Opinion, (topic.community_id, opinion_id))
    if answered is None or answered.topic_id != topic.id:
        raise UnknownReference
    await lock(session, answered)
    answered.require_shown()
    if answered.reply_to is not None:
        raise ReplyTooDeep


async def post_at_desk(
    session: AsyncSession, topic: Topic, desk: DeskOpinion, *, by: Staff
) -> Opinion:
    opinion = await post(session, topic, await resident_at_desk(session, desk, by=by), desk)
    emit(session, topic.community_id, OpinionEnteredAtDesk(opinion_id=opinion.id))
    record(session, by, "opinion.posted", opinion, witness=desk.witness)
    return opinion


async def endorse(session: AsyncSession, opinion: Opinion, acting: Acting) -> Opinion:
    """Once a person, while the topic is talked over."""
    topic = await _hold(session, opinion)
    topic.require_discussed()
    opinion.require_shown()
    if opinion.participant_id == acting.who.id:
        raise CannotEndorseOwnOpinion
    row = {
        "community_id": opinion.community_id,
        "id": uuid7(),
        "opinion_id": opinion.id,
        "participant_id": acting.who.id,
        "at": clock.now(),
        **acting.entered,
    }
    once = insert(Endorsement).values(row).on_conflict_do_nothing().returning(Endorsement.id)
    if await session.scalar(once) is None:
        raise AlreadyEndorsed
    opinion.endorsements += 1
    return opinion


async def endorse_at_desk(
    session: AsyncSession, opinion: Opinion, desk: OnBehalf, *, by: Staff
) -> Opinion:
    await endorse(session, opinion, await resident_at_desk(session, desk, by=by))
    record(session, by, "opinion.endorsed", opinion, witness=desk.witness)
    return opinion


async def withdraw(session: AsyncSession, opinion: Opinion) -> Opinion:
    """By its author, whatever the topic has come to."""
    topic = await _hold(session, opinion)
    was_counted = opinion.is_counted
    opinion.withdraw()
    if was_counted:
        topic.count_opinion(opinion.stance, -1)
    return opinion


async def withdraw_at_desk(
    session: AsyncSession, opinion: Opinion, witness: str, *, by: Staff
) -> Opinion:
    await withdraw(session, opinion)
    record(session, by, "opinion.withdrawn", opinion, witness=witness)
    return opinion


async def hide(session: AsyncSession, opinion: Opinion, reason: str, *, by: Staff) -> Opinion:
    """From everybody but its author, who is told why."""
    topic = await _hold(session, opinion)
    was_counted = opinion.is_counted
    opinion.hide(by.id, reason)
    if was_counted:
        topic.count_opinion(opinion.stance, -1)
    emit(session, opinion.community_id, OpinionHidden(opinion_id=opinion.id))
    record(session, by, "opinion.hidden", opinion, reason=reason)
    return opinion


async def restore(session: AsyncSession, opinion: Opinion, reason: str, *, by: Staff) -> Opinion:
    """It is shown again, and its author told so."""
    topic = await _hold(session, opinion)
    opinion.restore()
    if opinion.is_counted:
        topic.count_opinion(opinion.stance, 1)
    emit(session, opinion.community_id, OpinionRestored(opinion_id=opinion.id))
    record(session, by, "opinion.restored", opinion, reason=reason)
    return opinion


async def _hold(session: AsyncSession, opinion: Opinion) -> Topic:
    topic = await get_row(session, Topic, opinion.community_id, opinion.topic_id)
    await lock(session, topic, opinion)
    return topic
