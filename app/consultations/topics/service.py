"""What happens to topics: residents raise and second, staff lead them on with a public note.
Each change locks the topic first."""

from datetime import datetime
from uuid import UUID

from sqlalchemy.dialects.postgresql import insert
from sqlalchemy.ext.asyncio import AsyncSession

from app.communities.models import Channel, Participant
from app.communities.permissions import Staff
from app.consultations.acting import Acting, EnteredBy, anyone_at_desk, resident_at_desk
from app.consultations.errors import AlreadySeconded, CannotSecondOwnTopic
from app.consultations.events import TopicMoved, TopicOverdue
from app.consultations.models import Topic, TopicNote, TopicSecond, TopicStatus
from app.consultations.schemas import OnBehalf
from app.consultations.topics.queries import residents_of
from app.consultations.topics.rules import answer_due, enough_seconds
from app.consultations.topics.schemas import Decision, DeskTopic, TopicIn
from app.kernel import clock
from app.kernel.database.columns import uuid7
from app.kernel.database.engine import lock
from app.kernel.database.search_terms import search_terms
from app.kernel.deadlines import ALWAYS
from app.kernel.jobs.events import emit
from app.kernel.privacy.audit import record
from app.links.models import CardKind
from app.links.service import show
from app.notifications.followers import follow, unfollow

# ---------------------------------------------------------------- raised, seconded, withdrawn


async def raise_topic(session: AsyncSession, acting: Acting, wanted: TopicIn) -> Topic:
    """By a resident, who hears what becomes of it."""
    topic = await _raise(session, acting.who.community_id, acting.who.id, wanted, acting.entered)
    await follow(session, topic.community_id, topic.id, acting.who.id)
    return topic


async def raise_as_community(session: AsyncSession, wanted: TopicIn, *, by: Staff) -> Topic:
    """By a worker, for nobody in particular."""
    entered: EnteredBy = {"entered_by": by.id, "channel": Channel.SELF, "witness": None}
    topic = await _raise(session, by.community_id, None, wanted, entered)
    record(session, by, "topic.raised", topic)
    return topic


async def _raise(
    session: AsyncSession,
    community_id: UUID,
    participant_id: UUID | None,
    wanted: TopicIn,
    entered: EnteredBy,
) -> Topic:
    now = clock.now()
    topic = Topic(
        community_id=community_id,
        title=wanted.title,
        text=wanted.text,
        category=wanted.category,
        participant_id=participant_id,
        status=TopicStatus.SUBMITTED,
        submitted_at=now,
        answer_due_at=answer_due(now, ALWAYS),
        seconds=0,
        opinions_for=0,
        opinions_against=0,
        opinions_neutral=0,
        search_grams=search_terms(wanted.title, wanted.text),
        version=1,
        **entered,
    )
    session.add(topic)
    await session.flush()
    await _note(session, topic, None, by=entered["entered_by"], at=now)
    return topic


async def second(session: AsyncSession, topic: Topic, acting: Acting) -> Topic:
    """Once a person; with enough of them it is deliberated."""
    await lock(session, topic)
    topic.add_second()
    if topic.participant_id == acting.who.id:
        raise CannotSecondOwnTopic
    now = clock.now()
    row = {
        "community_id": topic.community_id,
        "id": uuid7(),
        "topic_id": topic.id,
        "participant_id": acting.who.id,
        "at": now,
        **acting.entered,
    }
    once = insert(TopicSecond).values(row).on_conflict_do_nothing().returning(TopicSecond.id)
    if await session.scalar(once) is None:
        raise AlreadySeconded
    await follow(session, topic.community_id, topic.id, acting.who.id)
    if topic.has_enough_seconds:
        topic.deliberate()
        await _moved(session, topic, None, by=None, at=now)
    return topic


async def withdraw(session: AsyncSession, topic: Topic, me: Participant) -> Topic:
    """By who raised it, before it is deliberated."""
    await lock(session, topic)
    topic.withdraw()
    await _moved(session, topic, None, by=me.user_id, moved_by=me.id)
    return topic


async def withdraw_at_desk(
    session: AsyncSession, topic: Topic, witness: str, *, by: Staff
) -> Topic:
    """At the request of who raised it, who is told; or what the community has raised itself."""
    await lock(session, topic)
    topic.withdraw()
    await _moved(session, topic, None, by=by.id)
    record(session, by, "topic.withdrawn", topic, witness=witness)
    return topic


async def raise_by_staff(session: AsyncSession, wanted: DeskTopic, *, by: Staff) -> Topic:
    """For a resident, by the residents' own rule; or for the community, and nobody else."""
    if (desk := wanted.desk) is None:
        return await raise_as_community(session, wanted, by=by)
    topic = await raise_topic(session, await resident_at_desk(session, desk, by=by), wanted)
    record(session, by, "topic.raised", topic, witness=wanted.witness)
    return topic


async def second_at_desk(
    session: AsyncSession, topic: Topic, desk: OnBehalf, *, by: Staff
) -> Topic:
    await second(session, topic, await resident_at_desk(session, desk, by=by))
    record(session, by, "topic.seconded", topic, witness=desk.witness)
    return topic


async def follow_at_desk(session: AsyncSession, topic: Topic, desk: OnBehalf, *, by: Staff) -> None:
    acting = await anyone_at_desk(session, desk, by=by)
    await follow(session, topic.community_id, topic.id, acting.who.id)
    record(session, by, "topic.followed", topic, witness=desk.witness)


async def unfollow_at_desk(
    session: AsyncSession, topic: Topic, desk: OnBehalf, *, by: Staff
) -> None:
    acting = await anyone_at_desk(session, desk, by=by)
    await unfollow(session, topic.community_id, topic.id, acting.who.id)
    record(session, by, "topic.unfollowed", topic, witness=desk.witness)


# ---------------------------------------------------------------- led on by staff


async def screen(session: AsyncSession, topic: Topic, note: str, *, by: Staff) -> Topic:
    await lock(session, topic)
    topic.screen()
    return await _led(session, topic, note, by=by)


async def open_topic(session: AsyncSession, topic: Topic, note: str, *, by: Staff) -> Topic:
    """For everybody to read, second and speak about. How many seconds it needs is fixed now, by
    the residents there are."""
    await lock(session, topic)
    residents = await session.scalar(residents_of(topic.community_id))
    topic.open(clock.now(), enough_seconds(residents or 0))
    return await _led(session, topic, note, by=by)


async def decline(session: AsyncSession, topic: Topic, reason: str, *, by: Staff) -> Topic:
    """Who raised it is told why."""
    await lock(session, topic)
    topic.decline()
    return await _led(session, topic, reason, by=by)


async def deliberate(session: AsyncSession, topic: Topic, note: str, *, by: Staff) -> Topic:
    """Though it has not been seconded by enough."""
    await lock(session, topic)
    topic.deliberate()
    return await _led(session, topic, note, by=by)


async def decide(session: AsyncSession, topic: Topic, decision: Decision, *, by: Staff) -> Topic:
    """The deliberation has come to a consensus."""
    await lock(session, topic)
    topic.decide_by_consensus(clock.now(), decision.minutes)
    return await _led(session, topic, decision.note, by=by)


async def to_ballot(session: AsyncSession, topic: Topic, note: str, *, by: Staff) -> Topic:
    """A ballot is announced."""
    await lock(session, topic)
    topic.ballot()
    return await _led(session, topic, note, by=by)


async def back_to_deliberation(
    session: AsyncSession, topic: Topic, note: str, *, by: Staff
) -> Topic:
    """Its ballot has been annulled."""
    await lock(session, topic)
    topic.deliberate_again()
    return await _led(session, topic, note, by=by)


async def decide_by_result(session: AsyncSession, topic: Topic, note: str, now: datetime) -> Topic:
    """The result of its ballot is published; who publishes it is audited there."""
    await lock(session, topic)
    topic.decide_by_result(now)
    await _moved(session, topic, note, by=None, at=now)
    return topic


# ---------------------------------------------------------------- by time


async def notify_overdue(session: AsyncSession, topic: Topic, now: datetime) -> None:
    """Once, when screening has not answered in time."""
    await lock(session, topic)
    if topic.overdue_notified_at is None and topic.is_overdue_at(now):
        topic.overdue_notified_at = now
        emit(session, topic.community_id, TopicOverdue(topic_id=topic.id))


# ---------------------------------------------------------------- what follows a move


async def _led(session: AsyncSession, topic: Topic, note: str, *, by: Staff) -> Topic:
    """Audited under the name of where it has gone."""
    await _moved(session, topic, note, by=by.id)
    record(session, by, f"topic.{topic.status}", topic)
    return topic


async def _moved(
    session: AsyncSession,
    topic: Topic,
    note: str | None,
    *,
    by: UUID | None,
    at: datetime | None = None,
    moved_by: UUID | None = None,
) -> None:
    """Its history and its card say so, and who follows it is told."""
    row = await _note(session, topic, note, by=by, at=at or clock.now())
    told = TopicMoved(topic_id=topic.id, note_id=row.id, moved_by=moved_by)
    emit(session, topic.community_id, told)


async def _note(
    session: AsyncSession, topic: Topic, note: str | None, *, by: UUID | None, at: datetime
) -> TopicNote:
    row = TopicNote(
        community_id=topic.community_id,
        topic_id=topic.id,
        state=topic.status,
        note=note,
        at=at,
        by=by,
    )
    session.add(row)
    await show(
        session,
        topic.community_id,
        CardKind.TOPIC,
        topic.id,
        title=topic.title,
        status=topic.status,
        is_public=topic.is_public,
    )
    return row
