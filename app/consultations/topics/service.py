"""Operations on topics: residents raise and second them, staff move them on with a public note.
Each change locks the topic first."""

from datetime import datetime
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from app.communities.acting import (
    ActingFor,
    load_active_participant,
    load_any_participant,
    record_desk_act,
)
from app.communities.models import Channel
from app.communities.permissions import Staff
from app.communities.two_persons import require_another_person
from app.consultations.errors import AlreadySeconded, CannotSecondOwnTopic
from app.consultations.events import TopicOverdue, TopicRaised, TopicSecondsChanged
from app.consultations.models import (
    Topic,
    TopicOutcome,
    TopicSecond,
    TopicStatus,
)
from app.consultations.residents import load_resident
from app.consultations.scope import resolve_scope
from app.consultations.topics.history import add_note, record_move
from app.consultations.topics.queries import awaiting_of, residents_of, second_by
from app.consultations.topics.rules import answer_due, refusal_by_cap, seconds_needed
from app.consultations.topics.schemas import DeskTopic, TopicDecision, TopicIn
from app.kernel import clock
from app.kernel.database.engine import insert_once, lock
from app.kernel.database.search_terms import search_terms
from app.kernel.deadlines import ALWAYS
from app.kernel.jobs.events import emit
from app.kernel.privacy.audit import record
from app.notifications import followers

# ---------------------------------------------------------------- raised, seconded, withdrawn


async def raise_topic(
    session: AsyncSession, community_id: UUID, acting: ActingFor, values: TopicIn
) -> Topic:
    """Raise a topic for a resident, who follows it from then on. The resident is locked, so that
    topics that are raised at once count each other."""
    resident = await load_resident(session, community_id, acting)
    await lock(session, resident)
    awaiting = await session.scalar(awaiting_of(community_id, resident.id))
    if (refusal := refusal_by_cap(awaiting or 0)) is not None:
        raise refusal
    topic = await _raise(session, community_id, resident.id, values, acting)
    await followers.follow(session, community_id, topic.id, resident.id)
    record_desk_act(session, community_id, acting, "topic.raised", topic)
    return topic


async def raise_as_community(session: AsyncSession, values: TopicIn, *, by: Staff) -> Topic:
    """Raise a topic for the community itself."""
    acting = ActingFor.oneself(by.id)
    topic = await _raise(session, by.community_id, None, values, acting)
    record(session, by, "topic.raised", topic)
    return topic


async def raise_by_staff(session: AsyncSession, values: DeskTopic, *, by: Staff) -> Topic:
    """Raise a topic for a resident, by the rules of residents, or for the community itself."""
    acting = values.acting(by)
    if acting is None:
        return await raise_as_community(session, values, by=by)
    return await raise_topic(session, by.community_id, acting, values)


async def _raise(
    session: AsyncSession,
    community_id: UUID,
    participant_id: UUID | None,
    values: TopicIn,
    acting: ActingFor,
) -> Topic:
    now = clock.now()
    topic = Topic(
        community_id=community_id,
        place_id=await resolve_scope(session, community_id, values.place_id),
        title=values.title,
        text=values.text,
        category=values.category,
        participant_id=participant_id,
        status=TopicStatus.SUBMITTED,
        submitted_at=now,
        answer_due_at=answer_due(now, ALWAYS),
        seconds=0,
        opinions_for=0,
        opinions_against=0,
        opinions_neutral=0,
        search_grams=search_terms(values.title, values.text),
        version=1,
        **acting.columns,
    )
    session.add(topic)
    await session.flush()
    await add_note(session, topic, None, by=acting.by, now=now)
    emit(session, community_id, TopicRaised(topic_id=topic.id))
    return topic


async def second(session: AsyncSession, topic: Topic, acting: ActingFor) -> Topic:
    """Second a topic, once a person. With enough seconds it is deliberated. What the desk enters
    counts when another person has confirmed it: a colleague, or the resident by seconding."""
    resident = await load_resident(session, topic.community_id, acting)
    await lock(session, topic)
    topic.require_takes_seconds()
    if topic.participant_id == resident.id:
        raise CannotSecondOwnTopic
    now = clock.now()
    row = TopicSecond(
        community_id=topic.community_id,
        topic_id=topic.id,
        participant_id=resident.id,
        at=now,
        **acting.columns,
    )
    if not await insert_once(session, row):
        row = await _confirm_own(session, topic, acting, now)
    await followers.follow(session, topic.community_id, topic.id, resident.id)
    if row.is_counted:
        await _count_second(session, topic, now)
    if row.channel is not Channel.SELF:
        emit(session, topic.community_id, TopicSecondsChanged(topic_id=topic.id))
    record_desk_act(session, topic.community_id, acting, "topic.seconded", topic)
    return topic


async def _confirm_own(
    session: AsyncSession, topic: Topic, acting: ActingFor, now: datetime
) -> TopicSecond:
    """Confirm what the desk has entered for the caller. Any other repeat is AlreadySeconded."""
    found = await session.scalar(second_by(topic, acting.participant_id))
    if found is None or found.is_counted or acting.is_at_desk:
        raise AlreadySeconded
    await lock(session, found)
    found.confirm(now, acting.by)
    return found


async def confirm_second(
    session: AsyncSession, topic: Topic, second: TopicSecond, *, by: Staff
) -> Topic:
    """Confirm a second that a colleague has entered at the desk. It counts from now on."""
    await lock(session, topic, second)
    topic.require_takes_seconds()
    now = clock.now()
    second.confirm(now, by.id)
    await require_another_person(session, second.entered_by, by.id)
    await _count_second(session, topic, now)
    emit(session, topic.community_id, TopicSecondsChanged(topic_id=topic.id))
    record(session, by, "topic.second_confirmed", second)
    return topic


async def _count_second(session: AsyncSession, topic: Topic, now: datetime) -> None:
    topic.count_second()
    if topic.has_enough_seconds:
        topic.deliberate()
        await record_move(session, topic, None, by=None, now=now)


async def withdraw(session: AsyncSession, topic: Topic, acting: ActingFor) -> Topic:
    """Withdraw a topic before it is deliberated. The desk may also withdraw a topic of the
    community itself; who raised it is notified where the desk withdraws it."""
    await lock(session, topic)
    topic.withdraw()
    await record_move(session, topic, None, by=acting.by, moved_by=acting.participant_id)
    record_desk_act(session, topic.community_id, acting, "topic.withdrawn", topic)
    return topic


async def follow(session: AsyncSession, topic: Topic, acting: ActingFor) -> None:
    participant = await load_active_participant(session, topic.community_id, acting)
    await followers.follow(session, topic.community_id, topic.id, participant.id)
    record_desk_act(session, topic.community_id, acting, "topic.followed", topic)


async def unfollow(session: AsyncSession, topic: Topic, acting: ActingFor) -> None:
    """Unfollow a topic. People who are blocked or have left may do so themselves, not at the
    desk."""
    load = load_active_participant if acting.is_at_desk else load_any_participant
    participant = await load(session, topic.community_id, acting)
    await followers.unfollow(session, topic.community_id, topic.id, participant.id)
    record_desk_act(session, topic.community_id, acting, "topic.unfollowed", topic)


# ---------------------------------------------------------------- moved on by staff


async def screen(session: AsyncSession, topic: Topic, note: str, *, by: Staff) -> Topic:
    await lock(session, topic)
    topic.screen()
    return await _record_staff_move(session, topic, note, by=by)


async def open_topic(session: AsyncSession, topic: Topic, note: str, *, by: Staff) -> Topic:
    """Open a topic to everybody. The number of seconds that it needs is fixed now, by the number
    of residents of its place."""
    await lock(session, topic)
    residents = await session.scalar(residents_of(topic.community_id, topic.place_id))
    topic.open(clock.now(), seconds_needed(residents or 0))
    return await _record_staff_move(session, topic, note, by=by)


async def decline(session: AsyncSession, topic: Topic, reason: str, *, by: Staff) -> Topic:
    """Decline a topic; who raised it is notified of the reason."""
    await lock(session, topic)
    topic.decline()
    return await _record_staff_move(session, topic, reason, by=by)


async def deliberate(session: AsyncSession, topic: Topic, note: str, *, by: Staff) -> Topic:
    """Begin the deliberation, even without enough seconds."""
    await lock(session, topic)
    topic.deliberate()
    return await _record_staff_move(session, topic, note, by=by)


async def decide(
    session: AsyncSession, topic: Topic, decision: TopicDecision, *, by: Staff
) -> Topic:
    """Decide by the consensus of the deliberation."""
    await lock(session, topic)
    topic.decide_by_consensus(clock.now(), decision.minutes, decision.outcome)
    return await _record_staff_move(session, topic, decision.note, by=by)


async def begin_ballot(session: AsyncSession, topic: Topic, note: str, *, by: Staff) -> Topic:
    """Move a topic on to the ballot that is being announced."""
    await lock(session, topic)
    topic.ballot()
    return await _record_staff_move(session, topic, note, by=by)


async def deliberate_again(session: AsyncSession, topic: Topic, note: str, *, by: Staff) -> Topic:
    """Return a topic to its deliberation, because its ballot is annulled."""
    await lock(session, topic)
    topic.deliberate_again()
    return await _record_staff_move(session, topic, note, by=by)


async def decide_by_result(
    session: AsyncSession, topic: Topic, note: str, now: datetime, outcome: TopicOutcome
) -> Topic:
    """Decide a topic by the published result of its ballot. The audit entry is the ballot's."""
    await lock(session, topic)
    topic.decide_by_result(now, outcome)
    await record_move(session, topic, note, by=None, now=now)
    return topic


async def notify_overdue(session: AsyncSession, topic: Topic, now: datetime) -> None:
    """Emit TopicOverdue, once a topic, when screening has not answered in time."""
    await lock(session, topic)
    if topic.overdue_notified_at is None and topic.is_overdue_at(now):
        topic.overdue_notified_at = now
        event = TopicOverdue(topic_id=topic.id, due_at=topic.answer_due_at)
        emit(session, topic.community_id, event)


async def _record_staff_move(session: AsyncSession, topic: Topic, note: str, *, by: Staff) -> Topic:
    """Record a move by staff. The audit action is named by the new state."""
    await record_move(session, topic, note, by=by.id)
    record(session, by, f"topic.{topic.status}", topic)
    return topic
