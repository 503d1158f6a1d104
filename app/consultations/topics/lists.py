"""Topics as they are read: lists, and details with the history."""

from typing import Any
from uuid import UUID

from sqlalchemy.ext.asyncio import AsyncSession

from app.communities.models import Participant
from app.consultations.models import Topic, TopicSecond
from app.consultations.topics.queries import (
    history_of,
    queue,
    readable,
    second_of,
    unconfirmed_seconds,
)
from app.consultations.topics.schemas import (
    NoteOut,
    StaffTopicDetail,
    StaffTopicInList,
    StaffTopicQuery,
    TopicDetail,
    TopicInList,
    TopicOut,
    TopicQuery,
    UnconfirmedSecond,
)
from app.kernel import clock
from app.kernel.web.pages import Page, PageQuery, newest_first, oldest_first, paginate_rows
from app.notifications.followers import is_following

COLUMNS = TopicInList.model_fields.keys() & TopicOut.model_fields.keys()


async def list_readable(
    session: AsyncSession, community_id: UUID, reader: Participant | None, query: TopicQuery
) -> Page[TopicInList]:
    """Lists public topics and the reader's own, newest first."""
    reader_id = None if reader is None else reader.id
    statement = readable(community_id, reader_id, query)
    page = await paginate_rows(session, statement, query, newest_first(Topic.id))
    return page.with_items(
        [TopicInList(**_listed(topic, person, reader_id)) for topic, person in page.items]
    )


async def list_for_staff(
    session: AsyncSession, community_id: UUID, query: StaffTopicQuery
) -> Page[StaffTopicInList]:
    """Lists all topics, oldest first."""
    now = clock.now()
    statement = queue(community_id, query, now)
    page = await paginate_rows(session, statement, query, oldest_first(Topic.id))
    items = [
        StaffTopicInList(
            **_listed(topic, person, None),
            participant_id=topic.participant_id,
            channel=topic.channel,
            answer_due_at=topic.answer_due_at,
            is_overdue=topic.is_overdue_at(now),
        )
        for topic, person in page.items
    ]
    return page.with_items(items)


async def list_unconfirmed_seconds(
    session: AsyncSession, topic: Topic, query: PageQuery
) -> Page[UnconfirmedSecond]:
    """Lists what the desk has entered and nobody has confirmed, oldest first."""
    statement = unconfirmed_seconds(topic)
    page = await paginate_rows(session, statement, query, oldest_first(TopicSecond.id))
    items = [
        UnconfirmedSecond(
            id=second.id,
            participant_id=second.participant_id,
            display_name=person.display_name,
            channel=second.channel,
            at=second.at,
            entered_by=second.entered_by,
        )
        for second, person in page.items
    ]
    return page.with_items(items)


async def show(session: AsyncSession, topic: Topic, reader: Participant | None) -> TopicDetail:
    """Returns a topic with its history. `reader` is None for a user who takes no part here."""
    relation: dict[str, Any] = {"is_mine": False, "has_seconded": False, "is_following": False}
    if reader is not None:
        relation = {
            "is_mine": topic.participant_id == reader.id,
            "has_seconded": await session.scalar(second_of(topic, reader.id)) is not None,
            "is_following": await is_following(session, topic.community_id, topic.id, reader.id),
        }
    return TopicDetail(
        **TopicOut.model_validate(topic).model_dump(),
        **relation,
        raised_by=await _name(session, topic),
        history=await _history(session, topic),
    )


async def show_to_staff(session: AsyncSession, topic: Topic) -> StaffTopicDetail:
    return StaffTopicDetail(
        **TopicOut.model_validate(topic).model_dump(),
        raised_by=await _name(session, topic),
        participant_id=topic.participant_id,
        channel=topic.channel,
        is_overdue=topic.is_overdue_at(clock.now()),
        history=await _history(session, topic),
    )


async def _history(session: AsyncSession, topic: Topic) -> list[NoteOut]:
    return [NoteOut.model_validate(note) for note in await session.scalars(history_of(topic))]


async def _name(session: AsyncSession, topic: Topic) -> str | None:
    if topic.participant_id is None:
        return None
    participant = await session.get(Participant, (topic.community_id, topic.participant_id))
    return None if participant is None else participant.display_name


def _listed(topic: Topic, person: Participant | None, reader: UUID | None) -> dict[str, Any]:
    row = {field: getattr(topic, field) for field in COLUMNS}
    is_mine = reader is not None and topic.participant_id == reader
    return row | {"raised_by": person and person.display_name, "is_mine": is_mine}
