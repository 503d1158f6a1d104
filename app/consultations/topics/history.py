"""History of a topic: each move has an entry, with its public note. Beside it the topic's card is
written anew, and the event by which people are notified."""

from datetime import datetime
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from app.consultations.events import TopicMoved
from app.consultations.models import Topic, TopicNote
from app.kernel import clock
from app.kernel.jobs.events import emit
from app.links.models import CardKind
from app.links.service import write_card


async def record_move(
    session: AsyncSession,
    topic: Topic,
    note: str | None,
    *,
    by: UUID | None,
    now: datetime | None = None,
    moved_by: UUID | None = None,
) -> None:
    """Write a move to the topic's history and card, and emit the event by which followers are
    notified."""
    row = await add_note(session, topic, note, by=by, now=now or clock.now())
    event = TopicMoved(topic_id=topic.id, note_id=row.id, moved_by=moved_by)
    emit(session, topic.community_id, event)


async def add_note(
    session: AsyncSession, topic: Topic, note: str | None, *, by: UUID | None, now: datetime
) -> TopicNote:
    row = TopicNote(
        community_id=topic.community_id,
        topic_id=topic.id,
        state=topic.status,
        note=note,
        at=now,
        by=by,
    )
    session.add(row)
    await write_card(
        session,
        topic.community_id,
        CardKind.TOPIC,
        topic.id,
        title=topic.title,
        status=topic.status,
        is_public=topic.is_public,
    )
    return row
