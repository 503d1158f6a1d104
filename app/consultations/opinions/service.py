"""Operations on opinions. Each change locks the topic first: the topic counts its opinions, and its
state says whether it is still discussed."""

from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from app.communities.acting import ActingFor, record_desk_act
from app.communities.models import Participant
from app.consultations.errors import AlreadyEndorsed, CannotEndorseOwnOpinion, ReplyTooDeep
from app.consultations.events import OpinionEnteredAtDesk, OpinionReadEnded, OpinionToRead
from app.consultations.models import Endorsement, Opinion, OpinionStatus, Topic
from app.consultations.opinions.queries import opinions_of
from app.consultations.opinions.rules import refusal_by_cap
from app.consultations.opinions.schemas import OpinionIn
from app.consultations.residents import load_resident
from app.kernel import clock
from app.kernel.database.engine import get_row, insert_once, lock
from app.kernel.errors import NotFound
from app.kernel.jobs.events import emit


async def post(
    session: AsyncSession, topic: Topic, acting: ActingFor, values: OpinionIn
) -> Opinion:
    """Post a resident's opinion, while the topic is open or deliberated. It waits until somebody
    has read it. They get a message about what the desk enters for them."""
    resident = await load_resident(session, topic.community_id, acting)
    await lock(session, topic)
    topic.require_discussed()
    await _require_room(session, topic, resident)
    if values.reply_to is not None:
        await _require_opinion(session, topic, values.reply_to, acting)
    opinion = Opinion(
        community_id=topic.community_id,
        topic_id=topic.id,
        participant_id=resident.id,
        reply_to=values.reply_to,
        stance=values.stance,
        status=OpinionStatus.IN_REVIEW,
        text=values.text,
        posted_at=clock.now(),
        endorsements=0,
        reports=0,
        **acting.columns,
    )
    session.add(opinion)
    emit(session, topic.community_id, OpinionToRead(opinion_id=opinion.id))
    if acting.is_at_desk:
        emit(session, topic.community_id, OpinionEnteredAtDesk(opinion_id=opinion.id))
    record_desk_act(
        session, topic.community_id, acting, "opinion.posted", opinion, has_message=True
    )
    return opinion


async def _require_room(session: AsyncSession, topic: Topic, resident: Participant) -> None:
    """Refuse an opinion beyond the cap. The topic is locked, so that nobody posts beside it."""
    count = await session.scalar(opinions_of(topic, resident.id))
    if (refusal := refusal_by_cap(count or 0)) is not None:
        raise refusal


async def _require_opinion(
    session: AsyncSession, topic: Topic, opinion_id: UUID, acting: ActingFor
) -> None:
    """Refuse a reply to anything but an opinion on the same topic that is shown and no reply. To a
    resident, one that is hidden or elsewhere does not exist."""
    answered = await session.get(Opinion, (topic.community_id, opinion_id))
    if answered is None or answered.topic_id != topic.id:
        raise NotFound
    await lock(session, answered)
    require_readable(answered, acting)
    if answered.reply_to is not None:
        raise ReplyTooDeep


def require_readable(opinion: Opinion, acting: ActingFor) -> None:
    """Refuse replies to and endorsements of an opinion that is not shown. Only its author and
    staff, who may read it, are told its state."""
    is_readable = acting.is_at_desk or opinion.participant_id == acting.participant_id
    if opinion.status is not OpinionStatus.PASSED and not is_readable:
        raise NotFound
    opinion.require_shown()


async def endorse(session: AsyncSession, opinion: Opinion, acting: ActingFor) -> Opinion:
    """Endorse an opinion, once a person, while its topic is discussed."""
    resident = await load_resident(session, opinion.community_id, acting)
    topic = await lock_with_topic(session, opinion)
    require_readable(opinion, acting)
    topic.require_discussed()
    if opinion.participant_id == resident.id:
        raise CannotEndorseOwnOpinion
    row = Endorsement(
        community_id=opinion.community_id,
        opinion_id=opinion.id,
        participant_id=resident.id,
        at=clock.now(),
        **acting.columns,
    )
    if not await insert_once(session, row):
        raise AlreadyEndorsed
    opinion.endorsements += 1
    record_desk_act(session, opinion.community_id, acting, "opinion.endorsed", opinion)
    return opinion


async def withdraw(session: AsyncSession, opinion: Opinion, acting: ActingFor) -> Opinion:
    """Withdraw an opinion for its author, in any state of the topic."""
    topic = await lock_with_topic(session, opinion)
    was_counted, was_to_read = opinion.is_counted, opinion.is_to_read
    opinion.withdraw()
    if was_counted:
        topic.count_opinion(opinion.stance, -1)
    if was_to_read:
        emit(session, opinion.community_id, OpinionReadEnded(opinion_id=opinion.id))
    record_desk_act(session, opinion.community_id, acting, "opinion.withdrawn", opinion)
    return opinion


async def lock_with_topic(session: AsyncSession, opinion: Opinion) -> Topic:
    """Lock an opinion and before it its topic, which counts it."""
    topic = await get_row(session, Topic, opinion.community_id, opinion.topic_id)
    await lock(session, topic, opinion)
    return topic
